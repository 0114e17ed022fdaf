"""A chart kind of a workspace's own: a stripe for each row."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    axes = figure.add_subplot()
    axes.barh(data["street"], data["nests"], color=house.colours.accent)
    axes.set(xlabel="Nests")

"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    for at, colour in enumerate(["#0b5c55", "#b4500b", "#12436d", "#801650", "#8a7000"]):
        axes.bar([at], [4], color=colour, edgecolor=house.colours.ink, hatch="/" * at)

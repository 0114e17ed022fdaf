"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    axes.plot([1, 2], [3, 4])
    axes.twinx().plot([1, 2], [30, 4])

"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    axes.plot([1, 2], [3, 4])
    axes.annotate("a note that says at length what the text could say, " * 3, (1.1, 3.1), fontsize=8)

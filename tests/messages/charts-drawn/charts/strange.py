"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    axes.plot([1, 2], [3, 4])
    axes.text(1.3, 3.7, "\u4f60\U0001f600", fontsize=10)

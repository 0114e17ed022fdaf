"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    axes.plot([1, 2], [3, 4], color="#f4f4f4")
    axes.text(1.3, 3.7, "pale words", fontsize=10, color="#eeeeee")

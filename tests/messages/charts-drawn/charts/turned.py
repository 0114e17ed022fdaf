"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    axes.plot([1, 2], [3, 4])
    axes.text(1.5, 3.5, "on its side", rotation=90, fontsize=10)

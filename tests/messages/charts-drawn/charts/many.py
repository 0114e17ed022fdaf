"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    for number in range(9):
        axes.plot([1, 2], [number, number + 1])

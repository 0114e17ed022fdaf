"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    for number in range(12):
        axes.bar([number], [number + 1], color=f"C{number}" if number < 10 else f"#{number}{number}33")

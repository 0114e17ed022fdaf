"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    axes.bar([1, 2], [30, 40], color="#1f4e79")
    axes.set_ylim(25, 45)

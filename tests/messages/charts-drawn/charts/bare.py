"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    figure.subplots()
    figure.axes[0].set_axis_off()

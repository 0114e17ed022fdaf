"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    axes.plot([1, 2], [1, 2])
    axes.set_xlim(1, 2)
    axes.text(1.93, 1.5, "cut at the axes", clip_on=True, fontsize=10)

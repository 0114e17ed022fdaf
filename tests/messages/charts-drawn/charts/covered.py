"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.subplots()
    axes.text(0.3, 0.5, "a word below a bar", fontsize=10, zorder=1)
    axes.bar([0.4], [1], width=0.5, color="#1f4e79", zorder=5)

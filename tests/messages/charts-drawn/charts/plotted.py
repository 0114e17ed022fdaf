"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    import matplotlib.pyplot as plt

    plt.plot([1, 2], [3, 4])

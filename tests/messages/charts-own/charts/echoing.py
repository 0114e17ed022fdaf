"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    axes.plot([1, 2], [1, 2])


def describe(data, options, words):  # type: ignore[no-untyped-def]
    """Say what its title says."""
    return "Ferries sail echoing"

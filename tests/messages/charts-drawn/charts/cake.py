"""A kind of chart with a fault."""


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    figure.subplots().pie([1, 2, 3, 4, 5, 6, 7], labels=list("abcdefg"))

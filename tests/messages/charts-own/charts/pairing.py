"""A kind with an option of two values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What a block may say."""

    span: tuple[float, float] = (0.0, 1.0)


def draw(figure, data, options, house, words):  # type: ignore[no-untyped-def]
    """Draw it."""
    figure.add_axes((0.1, 0.1, 0.8, 0.8)).plot([1, 2], [1, 2])

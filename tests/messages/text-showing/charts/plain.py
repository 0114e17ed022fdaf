"""A kind that takes any key."""


def draw(*_: object) -> None:
    pass

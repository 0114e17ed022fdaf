"""A kind that can't be loaded."""


def drew(*_: object) -> None:
    pass

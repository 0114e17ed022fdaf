"""Language tags (BCP 47), by their form: whether the engine has words for one is the language room's to say."""

from __future__ import annotations

import re

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[0-9a-z]{5,8})*", re.IGNORECASE)

HINT = "write a language tag, such as en-GB, fr or zh-Hant"


def is_tag(text: str) -> bool:
    """Whether `text` has the form of a language tag."""
    return _TAG.fullmatch(text) is not None

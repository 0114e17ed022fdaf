"""Which versions are installed, as the names of the folders beside the packages say.

`importlib.metadata` tells the same, but its import alone takes as long as all of this, and then it reads a file a name.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

_FOLDER = re.compile(r"(?P<name>.+?)-(?P<version>\d[^-]*)(?:-py[\d.]+)?\.(?:dist|egg)-info")
"""A folder without a version belongs to a checkout, which is on the path or not depending on how Python was started."""


@cache
def distributions() -> Mapping[str, str]:
    """The version of each distribution by its name, spelt plainly; what stands first on Python's path counts."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:
            matches = (_FOLDER.fullmatch(entry.name) for entry in entries)
            here = {_plain(match["name"]): match["version"] for match in matches if match}
            found = here | found
    return found


def version(name: str) -> str:
    """The version of the distribution `name`; "" where it is not installed."""
    return distributions().get(_plain(name), "")


def _plain(name: str) -> str:
    """One spelling for all of a name ("Normalization", PyPA specifications)."""
    return re.sub(r"[-_.]+", "-", name).lower()

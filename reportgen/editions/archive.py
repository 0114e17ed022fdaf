"""ZIP archives that are the same on every machine: no clock, no compression, no rights but reading and writing."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_UNIX = 3
_RIGHTS = 0o100644
"""A plain file that its owner may write and everybody may read."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that the format has (APPNOTE.TXT, 4.4.6)."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as an archive, in the order given.

    They are stored as they are, because compressors differ: what carries the archive compresses it.
    """
    result = BytesIO()
    with ZipFile(result, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _RIGHTS << 16
            archive.writestr(entry, data)
    return result.getvalue()

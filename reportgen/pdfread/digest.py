"""A digest of what a reader meets in a finished paper: the tag tree with its text, and the attached data."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from reportgen.pdfread.gate import open_pdf
from reportgen.pdfread.tag_tree import tag_tree

_DATA = "/Data"


def digest_of_content(data: bytes) -> str:
    """SHA-256, 64 hexadecimal digits.

    How the paper is drawn and written makes no difference, nor do the sources that it carries.
    """
    digest = sha256(tag_tree(data).encode())
    for name, content in sorted(_attached_data(data)):
        for part in (name.encode(), content):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()


def _attached_data(data: bytes) -> Iterator[tuple[str, bytes]]:
    with open_pdf(data) as pdf:
        for file in pdf.Root.get("/AF", []):
            if str(file.AFRelationship) == _DATA:
                yield str(file.UF), bytes(file.EF.F.read_bytes())

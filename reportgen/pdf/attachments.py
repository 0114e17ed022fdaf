"""Attachments: files inside the paper, listed by name and associated with the paper as a whole.

ISO 19005-3, 6.8 and annex E. Which file belongs to which element is the structure tree's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import md5

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from reportgen.document.blocks import Attachment


def pdf_date(day: date) -> String:
    """A day as PDF writes it: no time of the day, no zone (ISO 32000-1, 7.9.4)."""
    return String(day.strftime("D:%Y%m%d"))


def attach(pdf: Pdf, attachments: Sequence[Attachment], modified: date) -> Mapping[str, list[Object]]:
    """Embed the files, list them in the catalog, and give the file specifications of each anchor.

    Raises ValueError if two attachments have one name: our bug.
    """
    specifications = {item.name: _specification(pdf, item, modified) for item in attachments}
    if len(specifications) != len(attachments):
        raise ValueError("two attachments have the same name")
    if specifications:
        pdf.Root.Names = pdf.Root.get("/Names", Dictionary())
        pdf.Root.Names.EmbeddedFiles = Dictionary(Names=name_tree(specifications))
        pdf.Root.AF = Array(specifications[name] for name in _in_order(specifications))
    return {
        anchor: [specifications[item.name] for item in attachments if anchor in item.anchors]
        for anchor in dict.fromkeys(anchor for item in attachments for anchor in item.anchors)
    }


def name_tree(entries: Mapping[str, Object]) -> Array:
    """The names of a name tree, each with what it stands for."""
    return Array([part for name in _in_order(entries) for part in (String(name), entries[name])])


def _in_order(names: Iterable[str]) -> list[str]:
    """Sorted by the bytes of their strings (ISO 32000-1, 7.9.6)."""
    return sorted(names, key=lambda name: bytes(String(name)))


def _specification(pdf: Pdf, item: Attachment, modified: date) -> Object:
    digest = md5(item.data, usedforsecurity=False).digest()
    params = Dictionary(Size=len(item.data), ModDate=pdf_date(modified), CheckSum=String(digest))
    stream = pdf.make_stream(item.data, Type=Name.EmbeddedFile, Subtype=Name(f"/{item.mime}"), Params=params)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(item.name),
            UF=String(item.name),
            Desc=String(item.description),
            AFRelationship=Name(f"/{item.relationship}"),
            EF=Dictionary(F=stream, UF=stream),
        )
    )

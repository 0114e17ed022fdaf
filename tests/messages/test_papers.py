"""What is said of finished papers with a fault, each in a line of `of-papers.txt`.

To write it anew: REPORTGEN_UPDATE_MESSAGES=1 pytest tests/messages (then read the difference).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from pikepdf import Dictionary, Name, Pdf, String

from reportgen import __version__
from reportgen.pdf.finish import finish
from reportgen.pdf.structure import StructElem
from reportgen.pdfread.paper import opened
from reportgen.validation import check_pdf, structure
from reportgen.validation.conformance import PROFILES
from tests.pdf.handmade import PROPERTIES, Sheet, paper
from tests.validation import faults_of_structure, faults_of_the_whole
from tests.validation.breaking import FAULTS, broken

_TABLES = (faults_of_structure, faults_of_the_whole)
"""Importing them fills the table of faults."""
EXPECTED = Path(__file__).parent / "of-papers.txt"


def _faults() -> Iterator[str]:
    good = paper()
    for name, (rule, function) in FAULTS.items():
        if rule not in PROFILES.values():  # those speak in a validator's words
            with opened(broken(good, function)) as found:
                yield from (f"{name}: {fault} [{fault.rule}]" for fault in structure(found))
    with opened(_of_pdf_2(good)) as found:
        yield from (f"of_pdf_2: {fault} [{fault.rule}]" for fault in structure(found) if fault.rule == "pdf-metadata")
    others = {
        "no_pdf": b"bees",
        "cut": good[: len(good) // 2],
        "without_end": broken(good, _marks_in_marks),
        "stranded": _stranded(),
        "hyphen": _hyphen(),
        "acting": broken(good, _acting),
    }
    for name, data in others.items():
        yield from (f"{name}: {problem.message} [{problem.rule}]" for problem in check_pdf(data, "bees.pdf"))


def _of_pdf_2(data: bytes) -> bytes:
    """The paper as PDF 2.0, with the properties that this has no more."""
    out = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        pdf.save(out, force_version="2.0")
    return out.getvalue()


def _marks_in_marks(pdf: Any) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/P BMC " * 200)


def _acting(pdf: Any) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("bees"))
    pdf.Root.MarkInfo.Suspects = True


def _stranded() -> bytes:
    sheet = Sheet(StructElem("Document"))
    sheet.heading(sheet.tree, 1, "Alone")
    sheet.next_page()
    sheet.text(sheet.tree.add("P"), "After.")
    return finish(sheet.close(), sheet.tree, sheet.marks, PROPERTIES)


def _hyphen() -> bytes:
    sheet = Sheet(StructElem("Document"))
    paragraph = sheet.tree.add("P")
    sheet.text(paragraph, "Pol-")
    sheet.text(paragraph, "lination is work: pollination.")
    return finish(sheet.close(), sheet.tree, sheet.marks, PROPERTIES)


def test_a_paper_with_a_fault_is_told_what_is_wrong() -> None:
    said = {re.sub("[0-9]+", "", line): line for line in reversed(list(_faults()))}  # the first of each kind
    found = "".join(f"{line}\n" for line in reversed(said.values())).replace(f"reportgen {__version__}", "reportgen #")
    if os.environ.get("REPORTGEN_UPDATE_MESSAGES"):
        EXPECTED.write_text(found, encoding="utf-8")
    assert found == EXPECTED.read_text(encoding="utf-8")

"""Makes the drawn pages one accessible, archivable file: PDF/UA-1 and PDF/A-3a at once, or PDF/UA-2 and PDF/A-4.

The pages come with their marked content written and say in `marks` whose it is. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Pdf

from reportgen.document.blocks import Attachment
from reportgen.pdf.attachments import attach
from reportgen.pdf.catalog import describe
from reportgen.pdf.dialects import DIALECTS, NO_PLACES, Places
from reportgen.pdf.document_info import DocumentInfo, PageLabels
from reportgen.pdf.reportlab_fixes import fix
from reportgen.pdf.streams import save
from reportgen.pdf.structure import StructElem
from reportgen.pdf.structure_writer import write_structure


def finish(
    raw: bytes,
    tree: StructElem,
    marks: Sequence[Sequence[StructElem]],
    info: DocumentInfo,
    attachments: Sequence[Attachment] = (),
    labels: Sequence[PageLabels] = (PageLabels(),),
    places: Places = NO_PLACES,
) -> bytes:
    """The finished file from ReportLab's, with `tree` as its structure; `places` is what links and bookmarks lead to.

    `marks[page][mcid]` is the node that owns that marked content. Raises TreeError (our bug) where tree and marks
    disagree.
    """
    with Pdf.open(BytesIO(raw)) as pdf:
        fix(pdf)
        files = attach(pdf, attachments, info.modified)
        write_structure(pdf, tree, marks, files, DIALECTS[info.standard], places)
        describe(pdf, info, labels)
        return save(pdf, "1.7" if info.standard == "ua1" else "2.0")

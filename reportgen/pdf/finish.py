"""Makes the drawn pages one accessible, archivable file: PDF/UA-1 and PDF/A-3a at once.

The pages come with their marked content written and say in `marks` whose it is. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Pdf

from reportgen.pdf.attachments import attach
from reportgen.pdf.catalog import describe
from reportgen.pdf.mends import mend
from reportgen.pdf.properties import Attachment, PageLabels, Properties
from reportgen.pdf.streams import save
from reportgen.pdf.structure import Node
from reportgen.pdf.structure_writer import write_structure

__all__ = ["Attachment", "PageLabels", "Properties", "finish"]


def finish(
    raw: bytes,
    tree: Node,
    marks: Sequence[Sequence[Node]],
    properties: Properties,
    attachments: Sequence[Attachment] = (),
    labels: Sequence[PageLabels] = (PageLabels(),),
) -> bytes:
    """The finished file from ReportLab's, with `tree` as its structure.

    `marks[page][mcid]` is the node that owns that marked content. Raises TreeError (our bug) where tree and marks
    disagree.
    """
    with Pdf.open(BytesIO(raw)) as pdf:
        mend(pdf)
        files = attach(pdf, attachments, properties.modified)
        write_structure(pdf, tree, marks, files)
        describe(pdf, properties, labels)
        return save(pdf)

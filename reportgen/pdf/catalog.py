"""What the catalog says of the paper as a whole: language, title shown, page labels, colour, Info and XMP."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from pikepdf import Array, Dictionary, Name, Pdf, String

from reportgen import __version__
from reportgen.installed import version
from reportgen.pdf.attachments import pdf_date
from reportgen.pdf.document_info import DocumentInfo, PageLabels
from reportgen.pdf.xmp import packet

_SRGB = "sRGB IEC61966-2.1"
_MANY = 20
"""Pages from which a paper opens with its bookmarks. Our taste: fewer are leafed through."""


def describe(pdf: Pdf, info: DocumentInfo, labels: Sequence[PageLabels]) -> None:
    """Write the catalog's entries that do not depend on the structure tree."""
    root = pdf.Root
    root.Lang = String(info.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if len(pdf.pages) >= _MANY and "/Outlines" in root:
        root.PageMode = Name.UseOutlines
    root.PageLabels = Dictionary(Nums=Array([part for entry in labels for part in (entry.first, _label(entry))]))
    root.OutputIntents = Array([_output_intent(pdf)])
    _metadata(pdf, info)


def _label(entry: PageLabels) -> Dictionary:
    label = Dictionary()
    if entry.style:
        label.S = Name(f"/{entry.style}")
        label.St = entry.start
    if entry.prefix:
        label.P = String(entry.prefix)
    return label


def _output_intent(pdf: Pdf) -> Dictionary:
    # pikepdf's profile is a fixed file; Pillow makes one with the time in it.
    profile = files("pikepdf").joinpath("pdfa/data/sRGB.icc").read_bytes()
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_SRGB),
        Info=String(_SRGB),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=pdf.make_stream(profile, N=3, Alternate=Name.DeviceRGB),
    )
    return pdf.make_indirect(intent)


def _metadata(pdf: Pdf, info: DocumentInfo) -> None:
    creator = f"reportgen {__version__}"
    producer = f"ReportLab {version('reportlab')}, pikepdf {version('pikepdf')}"
    xmp = packet(info, creator, producer, attached="/EmbeddedFiles" in pdf.Root.get("/Names", {}))
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
    if info.standard == "ua2":
        # ISO 19005-4, 6.1.3: XMP alone.
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        return
    texts = {
        "Title": info.title,
        "Author": info.author_line,
        "Subject": info.subject,
        "Keywords": info.keyword_line,
        "Creator": creator,
        "Producer": producer,
    }
    written = Dictionary({f"/{key}": String(text) for key, text in texts.items() if text})
    written.CreationDate = pdf_date(info.created)
    written.ModDate = pdf_date(info.modified)
    pdf.trailer.Info = pdf.make_indirect(written)

"""What the catalog says of the paper as a whole: language, title shown, page labels, colour, Info and XMP."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from pikepdf import Array, Dictionary, Name, Pdf, String

from reportgen import __version__
from reportgen.installed import version
from reportgen.pdf.attachments import pdf_date
from reportgen.pdf.properties import PageLabels, Properties
from reportgen.pdf.xmp import packet

_SRGB = "sRGB IEC61966-2.1"


def describe(pdf: Pdf, properties: Properties, labels: Sequence[PageLabels]) -> None:
    """Write the catalog's entries that do not depend on the structure tree."""
    root = pdf.Root
    root.Lang = String(properties.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=Array([part for entry in labels for part in (entry.first, _label(entry))]))
    root.OutputIntents = Array([_output_intent(pdf)])
    _metadata(pdf, properties)


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


def _metadata(pdf: Pdf, properties: Properties) -> None:
    creator = f"reportgen {__version__}"
    producer = f"ReportLab {version('reportlab')}, pikepdf {version('pikepdf')}"
    xmp = packet(properties, creator, producer)
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
    texts = {
        "Title": properties.title,
        "Author": properties.author_line,
        "Subject": properties.subject,
        "Keywords": properties.keyword_line,
        "Creator": creator,
        "Producer": producer,
    }
    info = Dictionary({f"/{key}": String(text) for key, text in texts.items() if text})
    info.CreationDate = pdf_date(properties.created)
    info.ModDate = pdf_date(properties.modified)
    pdf.trailer.Info = pdf.make_indirect(info)

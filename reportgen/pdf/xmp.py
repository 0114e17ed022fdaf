"""The XMP packet: properties as RDF, with the claims of what a paper conforms to. Text in, text out; no PDF here.

In PDF/A-3 the claim of PDF/UA needs its schema described in the packet (ISO 19005-3, 6.6.2.3), that of PDF/A does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reportgen.pdf.document_info import DocumentInfo

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

_UA_SCHEMA = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


_DECLARATIONS = "\n".join(
    (
        '<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>',
        *(
            f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#{part}1.0</pdfd:conformsTo></rdf:li>'
            for part in ("accessibility", "reuse")
        ),
        "</rdf:Bag></pdfd:declarations>",
    )
)
"""Well-Tagged PDF 1.0, which a file of PDF/UA-2 conforms to as well."""


def packet(info: DocumentInfo, creator: str, producer: str, *, attached: bool = True) -> bytes:
    """The packet as UTF-8: `creator` names the program of the sources, `producer` what wrote the PDF.

    `attached`: whether it has files inside, which PDF/A-4 claims.
    """
    namespaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    claims = _claims(info, attached=attached)
    body = "\n".join(line for line in (*_lines(info, creator, producer), *claims) if line)
    text = f"""\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {namespaces}>
{body}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    return text.encode()


def _lines(info: DocumentInfo, creator: str, producer: str) -> list[str]:
    created, modified = info.created.isoformat(), info.modified.isoformat()
    return [
        _simple("dc:format", "application/pdf"),
        _worded("dc:title", info.title),
        _listed("dc:creator", "Seq", info.authors),
        _worded("dc:description", info.subject),
        _listed("dc:subject", "Bag", info.keywords),
        _listed("dc:language", "Bag", [info.language]),
        _listed("dc:publisher", "Bag", [info.publisher] if info.publisher else ()),
        _worded("dc:rights", info.rights),
        _simple("dc:identifier", info.identifier),
        _simple("dc:source", f"urn:sha-256:{info.digest}" if info.digest else ""),
        _simple("xmp:CreatorTool", creator),
        _simple("xmp:CreateDate", created),
        _simple("xmp:ModifyDate", modified),
        _simple("xmp:MetadataDate", modified),
        _simple("pdf:Producer", producer),
        _simple("pdf:Keywords", info.keyword_line),
    ]


def _claims(info: DocumentInfo, *, attached: bool) -> list[str]:
    if info.standard == "ua1":
        parts = ("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")
        return [*(_simple(*part) for part in parts), _UA_SCHEMA]
    archive = ("pdfaid:part", "4"), ("pdfaid:rev", "2020"), ("pdfaid:conformance", "F" if attached else "")
    access = ("pdfuaid:part", "2"), ("pdfuaid:rev", "2024")
    return [*(_simple(*part) for part in (*archive, *access)), _DECLARATIONS]


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value, quote=False)}</{name}>" if value else ""


def _worded(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(value, quote=False)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _listed(name: str, container: str, values: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value, quote=False)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{container}>{items}</rdf:{container}></{name}>" if values else ""

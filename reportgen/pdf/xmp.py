"""The XMP packet: properties as RDF, with the claims of PDF/A-3a and PDF/UA-1. Text in, text out; no PDF here.

The claim of PDF/UA needs its schema described in the packet (ISO 19005-3, 6.6.2.3), that of PDF/A does not.
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


def packet(info: DocumentInfo, creator: str, producer: str) -> bytes:
    """The packet as UTF-8: `creator` names the program of the sources, `producer` what wrote the PDF."""
    namespaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    body = "\n".join(line for line in _lines(info, creator, producer) if line)
    text = f"""\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {namespaces}>
{body}
{_UA_SCHEMA}
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
        _simple("pdfaid:part", "3"),
        _simple("pdfaid:conformance", "A"),
        _simple("pdfuaid:part", "1"),
    ]


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value, quote=False)}</{name}>" if value else ""


def _worded(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(value, quote=False)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _listed(name: str, container: str, values: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value, quote=False)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{container}>{items}</rdf:{container}></{name}>" if values else ""

"""The verdict of a validator on a finished paper: does it conform to PDF/UA-1 and PDF/A-3a?

The validator at hand knows neither PDF/UA-2 nor PDF/A-4. A paper of theirs is held against what they share with the
older parts: all of those rules but the ones on the version of PDF, and on how a file says what it conforms to.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

from reportgen.pdfread.fault import PdfFault

PROFILES = {"ua1": "pdf-ua", "3a": "pdf-a"}
"""The validator's profiles, with the rule that a failure counts against."""
_OF_THE_OLDER_PARTS = ("HEADER-001", "ID-PART-001", "ID-CONFORMANCE-001", "STRUCT-TREE-ROLE-MAP-001")
_OF_OLDER_METADATA = "PDFA3A-XMP-"
"""PDF/A-4 asks for no description of the schemas of a packet."""


_STACK = 512 << 20
"""Bytes of stack for the validator, which goes down a chain of references as deep as the chain is: 2 KiB for each of
the objects that a file may have."""


def conformance(data: bytes, *, newer: bool = False) -> Iterator[PdfFault]:
    """Each rule of the standards that the file fails, once; `newer`: it is one of PDF/UA-2 and PDF/A-4."""
    found: list[PdfFault] = []
    usual = threading.stack_size(_STACK)
    try:
        thread = threading.Thread(target=lambda: found.extend(_judged(data, newer=newer)))
        thread.start()
    finally:
        threading.stack_size(usual)
    thread.join()
    yield from found


def _judged(data: bytes, *, newer: bool) -> Iterator[PdfFault]:
    import page

    for profile, rule in PROFILES.items():
        try:
            report = page.validate_pdf_bytes(data, profile=profile)
        except page.PageError as error:
            yield PdfFault(rule, f"the validator gives up: {error}")
            continue
        for name, message in dict.fromkeys((failure.rule_id, failure.message) for failure in report.failures):
            if not (newer and (name.endswith(_OF_THE_OLDER_PARTS) or name.startswith(_OF_OLDER_METADATA))):
                yield PdfFault(rule, f"{message} ({name})")

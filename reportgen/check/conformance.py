"""The verdict of a validator on a finished paper: does it conform to PDF/UA-1 and PDF/A-3a?"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.pdfread.fault import PdfFault

PROFILES = {"ua1": "pdf-ua", "3a": "pdf-a"}
"""The validator's profiles, with the rule that a failure counts against."""


def conformance(data: bytes) -> Iterator[PdfFault]:
    """Each rule of the standards that the file fails, once."""
    import page

    for profile, rule in PROFILES.items():
        try:
            report = page.validate_pdf_bytes(data, profile=profile)
        except page.SafetyLimitError as error:
            yield PdfFault(rule, f"the validator gives up: {error}")
            continue
        for failure in dict.fromkeys((failure.rule_id, failure.message) for failure in report.failures):
            yield PdfFault(rule, f"{failure[1]} ({failure[0]})")

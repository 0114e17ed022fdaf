"""The paper with WeasyPrint, as PDF/UA-1: run in the environment of the benchmark."""

from __future__ import annotations

import logging

import weasyprint

from tests.benchmarks.tools.arguments import arguments


class Strict(logging.Handler):
    """Ends the run where WeasyPrint would go on without a picture."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            raise SystemExit(record.getMessage())


def main() -> None:
    source, output, charts = arguments("svg")
    weasyprint.LOGGER.addHandler(Strict())
    html = (source / "paper.html").read_text()
    weasyprint.HTML(string=html, base_url=f"{charts.as_uri()}/").write_pdf(output, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main()

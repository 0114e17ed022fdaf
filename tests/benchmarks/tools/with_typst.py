"""The paper with Typst, as PDF/A-2a and PDF/UA-1: run in the environment of the benchmark."""

from __future__ import annotations

import typst

from tests.benchmarks.tools.arguments import arguments


def main() -> None:
    source, output, charts = arguments("svg")
    typst.compile(
        source / "paper.typ",
        output=output,
        root="/",
        sys_inputs={"charts": str(charts)},
        pdf_standards=["a-2a", "ua-1"],
    )


if __name__ == "__main__":
    main()

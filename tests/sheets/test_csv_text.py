"""CSV files in whichever encoding their programs write."""

from __future__ import annotations

import codecs

import pytest

from reportgen.sheets.csv_text import text_of

TEXT = "name,fee\nCafé Île,£5\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.replace("\n", "\r\n").encode("cp1252"), "cp1252"),
        (TEXT.replace("\n", "\r").encode(), "utf-8"),
    ],
)
def test_the_bytes_tell_the_encoding(data: bytes, encoding: str) -> None:
    found = text_of(data)
    assert found is not None and (found.text, found.encoding) == (TEXT, encoding)


def test_bytes_of_no_encoding_are_refused() -> None:
    assert text_of(b"a,b\n\x81\x8d,1\n") is None

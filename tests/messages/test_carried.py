"""What is said of PDFs whose attachments are taken out, or that are read aloud: each in `of-carried.txt`."""

from __future__ import annotations

import stat
import warnings
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pikepdf
import pytest
from pikepdf import Array, Name, String

from reportgen.commands.extract import extract
from reportgen.commands.hear import hear
from reportgen.commands.operands import operand
from reportgen.editions import opening
from reportgen.pdfread import gate
from reportgen.problems import ReportError
from tests.editions.test_opening import ABOUT, GOOD, archive, paper, pdf
from tests.messages.listed import check, line


def _own(data: bytes, change: Callable[[pikepdf.Pdf], object] = lambda _: None) -> bytes:
    """The PDF as one that says that reportgen made it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as whole:
        whole.docinfo["/Creator"] = "reportgen 1"
        change(whole)
        whole.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def _made_of_nothing(whole: pikepdf.Pdf) -> None:
    whole.Root.Metadata = whole.make_stream(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")


def _locked(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as whole:
        whole.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def _parts(*entries: tuple[ZipInfo | str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as parts, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for entry, data in entries:
            parts.writestr(entry, data)
    return pdf({"x-sources.zip": out.getvalue()})


def _link() -> ZipInfo:
    entry = ZipInfo("sources/x/data")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def _packed_otherwise(whole: pikepdf.Pdf) -> None:
    [name] = whole.attachments
    stream = whole.attachments[name].get_file().obj
    stream.write(b"YQ==~>", filter=Name.ASCII85Decode)


def _attachment_without_file(whole: pikepdf.Pdf) -> None:
    file = pikepdf.Dictionary(Type=Name.Filespec, UF=String("a.csv"), EF=pikepdf.Dictionary())
    whole.Root.Names.EmbeddedFiles.Names = Array([String("a.csv"), whole.make_indirect(file)])


_CARRIED: Mapping[str, Callable[[], bytes]] = {
    "no_pdf": lambda: b"words",
    "cut": lambda: pdf({})[:-200],
    "locked": lambda: _locked(paper()),
    "of_others": lambda: pdf({}),
    "nothing": lambda: _own(pdf({})),
    "damaged": lambda: _own(pdf({"a.csv": b"a"}), _attachment_without_file),
    "packed_otherwise": lambda: _own(pdf({"a.csv": b"a"}), _packed_otherwise),
    "two_papers": lambda: pdf({"x-sources.zip": archive(GOOD), "y-sources.zip": archive(GOOD)}),
    "of_another": lambda: pdf({"y-sources.zip": archive(GOOD)}),
    "damaged_sources": lambda: pdf({"x-sources.zip": b"words"}),
    "many_attachments": lambda: pdf({f"{number}.csv": b"" for number in range(12)}),
    "many_files": lambda: paper({f"sources/x/{number}": b"" for number in range(12)}),
    "large": lambda: pdf({"x-sources.zip": bytes(3_000_000)}),
    "link": lambda: _parts((_link(), b"/etc")),
    "twice": lambda: _parts(("sources/a", b"1"), ("sources/a", b"2")),
    "newer": lambda: paper(about={**ABOUT, "format": 99}),
    "says_nothing": lambda: paper(about={}),
    "no_name": lambda: paper({**GOOD, "sources/../../x": b""}),
    "one_name": lambda: paper({**GOOD, "sources/a": b"", "sources/A": b""}),
    "elsewhere": lambda: paper({**GOOD, "elsewhere/x": b""}),
    "no_briefing": lambda: paper({"sources/x/text/a.md": b""}),
}


def _refused(name: str, action: Callable[[], object]) -> Iterator[str]:
    with pytest.raises(ReportError) as raised:
        action()
    yield from (line(name, problem) for problem in raised.value.problems)


def _of_papers(folder: Path) -> Iterator[str]:
    for name, make in _CARRIED.items():
        data = make()
        yield from _refused(name, lambda data=data: opening.opened(data, "a.pdf"))  # type: ignore[misc]
    out = folder / "out"
    taken = folder / "a.pdf"
    taken.write_bytes(paper())
    out.write_text("words")
    yield from _refused("no_folder", lambda: extract(taken, out))
    out.unlink()
    (out / "sources" / "x").mkdir(parents=True)
    (out / "sources" / "x" / "briefing.yaml").touch()
    yield from _refused("there_already", lambda: extract(taken, out))
    (out / "sources" / "x" / "briefing.yaml").unlink()
    (out / "sources" / "x").rmdir()
    (out / "sources" / "x").touch()
    yield from _refused("no_plain_folder", lambda: extract(taken, out))
    yield from _refused("long_name", lambda: extract(taken, folder / ("x" * 300)))
    yield from _refused("no_file", lambda: extract(folder / "b.pdf", out))


def _of_readers(folder: Path) -> Iterator[str]:
    file = folder / "b.pdf"
    file.write_bytes(_own(pdf({})))
    yield from _refused("no_tags", lambda: hear(file))
    yield from _refused("no_record", lambda: operand(str(file), folder))
    file.write_bytes(_own(pdf({}), _made_of_nothing))
    yield from _refused("list_of_changes", lambda: operand(str(file), folder))
    file.write_bytes(_own(pdf({}), lambda whole: whole.Root.__setitem__("/StructTreeRoot", pikepdf.Dictionary(K=5))))
    yield from _refused("damaged_tags", lambda: hear(file))
    for name, record in (("newer_record", b'{"format": 99}'), ("damaged_record", b"[]")):
        file.write_bytes(_own(pdf({"record.json": record})))
        yield from _refused(name, lambda: operand(str(file), folder))
    yield from _refused("folder", lambda: hear(folder))


def test_a_pdf_with_a_fault_is_told_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 2_000_000)
    monkeypatch.setattr(opening, "MOST_FILES", 10)
    monkeypatch.setattr(opening, "_MOST_ATTACHMENTS", 10)
    lines = [*_of_papers(tmp_path), *_of_readers(tmp_path)]
    monkeypatch.setattr(gate, "MOST_BYTES", 1_000_000)
    (tmp_path / "b.pdf").write_bytes(b" " * 1_000_001)
    lines += _refused("large_file", lambda: hear(tmp_path / "b.pdf"))
    check("of-carried.txt", [one.replace(str(tmp_path), "…") for one in lines])

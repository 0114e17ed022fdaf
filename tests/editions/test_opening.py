"""What a hostile PDF may carry: each is refused with a sentence, and nothing is written."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pikepdf
import pytest

from reportgen.editions import opening
from reportgen.editions.opening import Carried, opened
from reportgen.problems import ReportError

ABOUT = {"format": 1, "name": "x", "engine": "reportgen 0.2.0", "notes": False, "options": []}
GOOD = {"sources/x/briefing.yaml": b"title: A\n"}


def pdf(files: Mapping[str, bytes]) -> bytes:
    """A PDF that carries these files."""
    out = BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        for name, data in files.items():
            paper.attachments[name] = pikepdf.AttachedFileSpec(paper, data, filename=name)  # type: ignore[call-arg]
        paper.save(out)
    return out.getvalue()


def archive(files: Mapping[str, bytes], about: object = ABOUT, packing: int = ZIP_STORED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", packing) as parts:
        for name, data in {"about.json": json.dumps(about).encode(), **files}.items():
            parts.writestr(ZipInfo(name) if packing == ZIP_STORED else name, data)
    return out.getvalue()


def paper(files: Mapping[str, bytes] = GOOD, about: object = ABOUT, packing: int = ZIP_STORED) -> bytes:
    return pdf({"x-sources.zip": archive(files, about, packing)})


def fault(data: bytes) -> str:
    with pytest.raises(ReportError) as raised:
        opened(data, "a.pdf")
    (problem,) = raised.value.problems
    assert problem.place.file == "a.pdf"
    return str(problem).splitlines()[0]


def test_sources_of_a_paper() -> None:
    assert opened(paper(), "a.pdf") == Carried("x", "reportgen 0.2.0", (), GOOD)


def test_data_only() -> None:
    assert opened(pdf({"chart-1.csv": b"a\n"}), "a.pdf") == Carried(files={"chart-1.csv": b"a\n"})


@pytest.mark.parametrize("data", [b"", b"no PDF", paper()[:200], pdf({}), pdf({"a.txt": b"a"})])
def test_nothing_of_ours(data: bytes) -> None:
    assert "extract-nothing" in fault(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no PDF", "this file is no PDF that can be read"),
        (pdf({})[:-200], "this PDF is cut off"),
        (pdf({}), "reportgen did not make this PDF"),
        (pdf({"a.txt": b"a"}), "reportgen did not make this PDF"),
    ],
)
def test_a_paper_of_others_gets_no_advice_about_ours(data: bytes, message: str) -> None:
    with pytest.raises(ReportError) as raised:
        opened(data, "a.pdf")
    assert message in str(raised.value)
    assert "attach" not in str(raised.value)


def test_a_locked_paper() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(paper())) as whole:
        whole.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "locked with a password" in fault(out.getvalue())


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "sources/../../x",
        "sources/x/../y",
        "/etc/passwd",
        "sources//x",
        "sources/./x",
        "sources/",
        "sources\\x",
        "C:/x",
        "sources/x:y",
        "sources/a\nb",
        "sources/a\u202eb",
        "sources/con",
        "sources/x/AUX.txt",
        "sources/com1.yaml",
        "sources/x.",
        "sources/x ",
        "sources/.git/hooks/x",
        "sources/~x",
        "sources/" + "a" * 300,
        "sources/" + "a/" * 500 + "a",
        "elsewhere/x",
        "charts/../x.py",
        "charts/x/y.py",
        "charts/x.sh",
        "charts/_x.py",
        "x.py",
    ],
)
def test_names_that_lead_elsewhere(name: str) -> None:
    assert "extract-unsafe" in fault(paper({**GOOD, name: b""}))


def test_names_of_data_that_lead_elsewhere() -> None:
    assert "extract-unsafe" in fault(pdf({"../x.csv": b""}))


@pytest.mark.parametrize("pair", [("a", "A"), ("é", "e\u0301"), ("a", "a/b"), ("a/b", "A/c"), ("ß", "ss")])
def test_names_that_are_one_on_some_system(pair: tuple[str, str]) -> None:
    assert "on some systems" in fault(paper({**GOOD, **{f"sources/{name}": b"" for name in pair}}))


def test_a_name_that_stands_twice() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as parts, pytest.warns(UserWarning, match="Duplicate name"):
        parts.writestr("sources/a", b"1")
        parts.writestr("sources/a", b"2")
    assert "stands twice" in fault(pdf({"x-sources.zip": out.getvalue()}))


def test_a_link() -> None:
    out = BytesIO()
    entry = ZipInfo("sources/x/data")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(out, "w") as parts:
        parts.writestr(entry, b"/etc")
    assert "is a link" in fault(pdf({"x-sources.zip": out.getvalue()}))


@pytest.mark.parametrize(
    "about",
    [
        {},
        [],
        {**ABOUT, "name": "../x"},
        {**ABOUT, "name": "y"},
        {**ABOUT, "name": 1},
        {**ABOUT, "options": ["; rm -r ~"]},
        {**ABOUT, "options": 1},
        {**ABOUT, "engine": "\x1b[31m"},
        {**ABOUT, "format": "1"},
    ],
)
def test_what_does_not_say_what_it_is(about: object) -> None:
    assert "extract-unsafe" in fault(paper(about=about))


def test_a_later_format() -> None:
    assert "a later version" in fault(paper(about={**ABOUT, "format": 2}))


def test_sources_without_a_briefing() -> None:
    assert "briefing.yaml is missing" in fault(paper({"sources/x/text/a.md": b""}))


def test_two_papers() -> None:
    assert "more than one paper" in fault(pdf({"x-sources.zip": archive(GOOD), "y-sources.zip": archive(GOOD)}))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 2_000_000)
    monkeypatch.setattr(opening, "MOST_FILES", 100)


def lying(data: bytes) -> bytes:
    """The archive with entries that say they are small."""
    size = (3_000_000).to_bytes(4, "little")
    return data.replace(size, (10).to_bytes(4, "little"))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("change", [lambda data: data, lying], ids=["declared", "actual"])
def test_a_bomb(change: Callable[[bytes], bytes]) -> None:
    bomb = archive({**GOOD, "sources/x/bomb": bytes(3_000_000)}, packing=ZIP_DEFLATED)
    assert "extract-unsafe" in fault(pdf({"x-sources.zip": change(bomb)}))


@pytest.mark.usefixtures("small")
def test_a_bomb_of_the_pdf_itself() -> None:
    assert "more than 2 MB" in fault(pdf({"x-sources.zip": bytes(3_000_000)}))


@pytest.mark.usefixtures("small")
def test_too_many_files() -> None:
    assert "more than 100 files" in fault(paper({f"sources/{number}": b"" for number in range(101)}))


def test_damaged_archives() -> None:
    good = archive(GOOD)
    for end in range(0, len(good), 7):
        assert "extract-unsafe" in fault(pdf({"x-sources.zip": good[:end]}))

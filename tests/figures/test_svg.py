"""SVG drawings look as they were meant, their text stays text, and what can't be drawn is told by its line."""

from __future__ import annotations

import re
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.figures.picture import Fill, Label, Path, Picture
from reportgen.figures.style import drawing
from reportgen.figures.svg import Drawing, read_svg
from reportgen.house import MM, House
from reportgen.problems import Problems
from tests.figures.fidelity import HOUSE, SHEET, as_pdf, operators, pixels_of_agg, pixels_of_pdf
from tests.figures.gallery import GALLERY

NAMES = (
    *("bars_with_rotated_names", "lines_with_markers_and_dashes", "lines_cut_by_the_frame", "see_through_bands"),
    *("stacked_areas", "pie_and_ring", "error_bars", "broken_bars", "stems_and_steps", "boxes_and_violins", "hexagons"),
    *("twin_axes_with_legends", "annotations_with_arrows", "table_under_bars", "many_shapes", "markers_of_all_kinds"),
    *("arrows_of_a_field", "contours_filled", "inset", "polar", "hand_drawn"),
)
LIMIT = 2.0
"""Mean difference in grey, of 255."""


def svg(inside: str, box: str = "0 0 400 200") -> bytes:
    """A drawing whose elements begin in its second line."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">\n{inside}\n</svg>'.encode()


def read(data: bytes, width: float | None = None) -> tuple[Picture, list[str]]:
    problems = Problems()
    found = read_svg(data, "images/a.svg", problems)
    assert found is not None, problems.found
    picture = found.picture(width or found.width, House(), problems)
    return picture, [f"{problem.place.line} {problem.rule} {problem.message}" for problem in problems.found]


def clean(inside: str, width: float | None = None) -> Picture:
    picture, faults = read(svg(inside), width)
    assert faults == []
    return picture


def letters(picture: Picture) -> list[Label]:
    return [op for op in picture.operations if isinstance(op, Label)]


# --- fidelity --------------------------------------------------------------------------------------------------------
def saved(name: str) -> bytes:
    """A figure of the gallery as matplotlib saves it, with text as text."""
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    stream = BytesIO()
    with drawing(HOUSE), matplotlib.rc_context({"svg.fonttype": "none"}):
        figure = Figure(figsize=(SHEET.width / 72, SHEET.height / 72), dpi=72, facecolor="white")
        canvas = FigureCanvasSVG(figure)
        GALLERY[name](figure)
        canvas.print_svg(stream, metadata={"Date": None})  # type: ignore[no-untyped-call]
    return stream.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_looks_as_in_matplotlibs_own_picture(name: str) -> None:
    picture, faults = read(saved(name))
    assert (picture.width, picture.height) == (SHEET.width, SHEET.height)
    assert [fault for fault in faults if "figure-file" in fault] == []
    ours, theirs = pixels_of_pdf(as_pdf(picture), SHEET.dpi), pixels_of_agg(GALLERY[name], by_font_file=True)
    assert float(np.abs(ours - theirs).mean()) <= LIMIT


def test_its_text_stays_text() -> None:
    found = letters(read(saved("bars_with_rotated_names"))[0])
    assert {"Јабука", "Harvest by fruit"} <= {label.text for label in found}
    turned = next(label for label in found if label.text == "Јабука")
    assert turned.angle == pytest.approx(30)
    assert next(label for label in found if label.text == "Harvest by fruit").weight == "bold"


# --- what is drawn ---------------------------------------------------------------------------------------------------
def test_lengths_scale_with_the_width() -> None:
    one, other = (
        clean('<rect x="40" y="20" width="80" height="40" stroke-width="4" stroke="red"/>', w) for w in (400, 200)
    )
    assert "40 180 m 120 180 l 120 140 l 40 140 l h" in operators(one)
    assert "20 90 m 60 90 l 60 70 l 20 70 l h" in operators(other)
    assert "4 w" in operators(one) and "2 w" in operators(other)


@pytest.mark.parametrize(
    ("size", "points"),
    [
        ('viewBox="0 0 400 200"', (300, 150)),
        ('width="400" height="200"', (300, 150)),
        ('width="100mm" viewBox="0 0 2 1"', (100 * MM, 50 * MM)),
        ('width="3in" height="144pt"', (216, 144)),
        ('width="100%" height="100%" viewBox="0 0 40 20"', (30, 15)),
    ],
)
def test_its_own_size(size: str, points: tuple[float, float]) -> None:
    found = read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>'.encode(), "a.svg", Problems())
    assert isinstance(found, Drawing)
    assert (found.width, found.height) == pytest.approx(points)


def test_the_size_keeps_within_the_page() -> None:
    found = Drawing(read_svg(svg(""), "a.svg", Problems()).root, "a.svg", 300, 600)  # type: ignore[union-attr]
    assert found.size(None, 450, 500) == (250, 500)
    assert found.size(100, 450, 500) == (100, 200)


def test_style_sheets_classes_attributes_and_inheritance() -> None:
    picture = clean(
        "<style>/* a */ * {stroke: none} .warm, #one {fill: #f00} rect.cold {fill: rgb(0, 0, 100%)}</style>"
        '<g fill="lime"><rect width="9" height="9"/><rect class="warm" width="9" height="9"/>'
        '<rect class="cold" width="9" height="9"/><rect class="cold" style="fill:black" width="9" height="9"/></g>'
    )
    assert re.findall(r"[\d. ]+ rg", operators(picture)) == ["0 1 0 rg", "1 0 0 rg", "0 0 1 rg", "0 0 0 rg"]


def test_opacity_is_multiplied_through_groups() -> None:
    picture = clean('<g opacity="0.5"><rect width="9" height="9" fill-opacity="50%"/></g>')
    (path,) = picture.operations
    assert isinstance(path, Path) and path.fill == Fill((0.0, 0.0, 0.0), 0.25)


def test_use_repeats_a_shape_and_a_symbol_in_its_field() -> None:
    picture = clean(
        '<defs><rect id="r" width="4" height="4"/><symbol id="s" viewBox="0 0 1 1">'
        '<path d="M0 0H1V1Z"/></symbol></defs>'
        '<use href="#r" x="10" y="10"/><use href="#s" x="100" width="50" height="50"/>',
        400,
    )
    assert "10 190 m 14 190 l" in operators(picture)
    assert "100 200 m 150 200 l 150 150 l" in operators(picture)


def test_clips_dashes_and_the_rule_of_holes() -> None:
    picture = clean(
        '<clipPath id="c"><circle cx="20" cy="20" r="10"/></clipPath>'
        '<path clip-path="url(#c)" fill-rule="evenodd" d="M0 0h40v40h-40z M10 10h20v20h-20z"/>'
        '<line x1="0" y1="50" x2="90" y2="50" stroke="#000" stroke-dasharray="3" stroke-linecap="round"/>',
        400,
    )
    assert re.search(r"^q 30 180 m .* h W n", operators(picture), re.MULTILINE)
    assert "f*" in operators(picture)
    assert "1 w 1 J 0 j 4 M [3 3] 0 d" in operators(picture)


def test_what_goes_beyond_the_edge_is_cut_off_and_what_is_hidden_is_not_drawn() -> None:
    picture = clean(
        '<rect x="-50" width="900" height="9"/><rect display="none" width="9" height="9"/>'
        '<g visibility="hidden"><rect width="9" height="9"/></g>',
        400,
    )
    assert operators(picture).count(" f") == 1
    assert "0 0 400 200 re W n" in operators(picture)


def test_text_is_anchored_in_the_houses_type() -> None:
    start, middle, end = letters(
        clean(
            "".join(f'<text x="200" y="50" text-anchor="{one}">Moss</text>' for one in ("start", "middle", "end")), 400
        )
    )
    assert start.x == 200
    assert start.x - middle.x == pytest.approx((start.x - end.x) / 2, abs=0.02)
    assert start.size == 16


def test_tspans_run_on_or_stand_on_their_own_line() -> None:
    found = letters(
        clean(
            '<text x="10" y="20" font-size="20">\n  Two <tspan font-weight="bold" fill="#f00">kinds</tspan> of\n'
            '  <tspan x="10" dy="24">moss</tspan></text>',
            400,
        )
    )
    assert [label.text for label in found] == ["Two ", "kinds", " of", "moss"]
    assert [label.y for label in found] == [180, 180, 180, 156]
    assert found[1].weight == "bold" and found[1].colour == (1, 0, 0)
    assert found[0].x < found[1].x < found[2].x and found[3].x == 10


STOPS = '<stop offset="0" stop-color="#f00"/><stop offset="1" style="stop-color:#00f;stop-opacity:.5"/>'


@pytest.mark.parametrize(
    ("defs", "paint", "colour", "alpha"),
    [
        (f'<linearGradient id="g">{STOPS}</linearGradient>', "url(#g)", (0.502, 0, 0.502), 0.75),
        (
            f'<radialGradient id="a">{STOPS}</radialGradient><linearGradient id="g" href="#a"/>',
            "url(#g)",
            (0.502, 0, 0.502),
            0.75,
        ),
        ('<pattern id="g"><rect width="9" height="9" fill="#0f0"/></pattern>', "url(&quot;#g&quot;)", (0, 1, 0), 1),
        ('<linearGradient id="g"/>', "url(#g)", (0.502, 0.502, 0.502), 1),
        ("", "url(#gone) #00f", (0, 0, 1), 1),
    ],
)
def test_a_gradient_is_drawn_as_one_colour_and_told(
    defs: str, paint: str, colour: tuple[float, ...], alpha: float
) -> None:
    picture, faults = read(svg(f'<defs>{defs}</defs><g fill="{paint}"><rect width="9" height="9"/></g>'), 400)
    assert len(faults) == 1 and "figure-simplified" in faults[0]
    (path,) = picture.operations
    assert isinstance(path, Path) and path.fill is not None
    assert path.fill.colour == pytest.approx(colour, abs=0.003)
    assert path.fill.alpha == pytest.approx(alpha, abs=0.001)


HEAD = (
    '<defs><marker id="m" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="5" markerHeight="5" orient="{}" {}>'
    '<path d="M0 0L10 5L0 10z" fill="{}"/></marker></defs>'
)


@pytest.mark.parametrize(
    ("orient", "more", "line", "tips"),
    [
        (
            "auto",
            "",
            '<path d="M10 50L90 50" stroke="#f00" stroke-width="2" marker-end="url(#m)"/>',
            [(80, 155, 90, 150)],
        ),
        (
            "auto",
            "",
            '<line x1="50" y1="10" x2="50" y2="90" stroke="#f00" marker-end="url(#m)"/>',
            [(52.5, 115, 50, 110)],
        ),
        (
            "auto-start-reverse",
            'markerUnits="userSpaceOnUse"',
            '<polyline points="10,50 90,50" stroke="#f00" style="marker:url(#m)"/>',
            [(15, 147.5, 10, 150), (85, 152.5, 90, 150)],
        ),
        ("90", "", '<path d="M9 9C20 50 50 50 90 50" stroke="#f00" marker-end="url(#m)"/>', [(92.5, 155, 90, 150)]),
    ],
)
def test_arrow_heads_are_drawn_at_the_ends_of_their_line(
    orient: str, more: str, line: str, tips: list[tuple[float, ...]]
) -> None:
    picture = clean(HEAD.format(orient, more, "context-stroke") + line, 400)
    paths = [path for path in picture.operations if isinstance(path, Path)]
    drawn = [path for path in paths if path.fill and path.fill.colour == (1, 0, 0)]
    assert [path.outline.points[:4] for path in drawn] == [pytest.approx(tip, abs=0.01) for tip in tips]


def test_an_arrow_head_with_an_arrow_head_ends() -> None:
    line = '<path id="p" d="M0 0L9 9" marker-end="url(#m)"/>'
    _, faults = read(svg(f'<defs><marker id="m">{line}</marker></defs>{line}'))
    assert any("leads back to itself" in fault for fault in faults)


# --- what is told ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<rect\n fill="url(#g)" width="9" height="9"/>', "2 figure-simplified .* gradient or a pattern"),
        ('<text fill="url(#g) #f00" x="9" y="90" font-size="20">moss</text>', "2 figure-simplified .* gradient"),
        ('<g>\n<image href="a.png"/></g>', "3 figure-file .* embedded picture"),
        ("<foreignObject/>", "2 figure-file .* foreign content"),
        ('<g filter="url(#f)"/>', "2 figure-file .* filter"),
        ('<g style="mask:url(#m)"/>', "2 figure-file .* mask"),
        ('<path d="M0 0L9 9" marker-end="url(#m)"/>', "2 figure-simplified .* an arrow head that is not"),
        ('<path d="M0 0 L 5 zig"/>', "2 figure-file .* the path 'M0 0 L 5 zig'"),
        ('<path d="M0 0 L 9e99 5"/>', "2 figure-file .* far beyond its edge"),
        ('<rect width="9" height="9" fill="mauvish"/>', "2 figure-file .* colour 'mauvish'"),
        ('<rect width="nine" height="9"/>', "2 figure-file .* length 'nine'"),
        ('<g transform="shear(3)"/>', r"2 figure-file .* transform 'shear\(3\)'"),
        ('<use href="b.svg#x"/>', "2 figure-file .* outside of the file"),
        ('<use href="#gone"/>', "2 figure-file .* '#gone', which it doesn't have"),
        ('<g id="a"><use href="#a"/></g>', "2 figure-file .* leads back to itself"),
        ("<blink/>", "2 figure-file .* <blink>"),
        ("<style>a > b {fill: red}</style>", "2 figure-file .* 'a > b'"),
        ("<style>@media print {a {fill: red}}</style>", "2 figure-file .* '@media print'"),
        ("<text><textPath>moss</textPath></text>", "2 figure-file .* <textPath>"),
        ('<text transform="scale(-1,1)" x="-90" y="50">moss</text>', "2 figure-file .* mirrored text"),
        ('<text x="9" y="90" font-size="9">moss</text>', "2 figure-text 'moss' is 6.8 pt high"),
        ('<text x="380" y="90" font-size="20">moss</text>', "2 figure-text 'moss' sticks out"),
    ],
)
def test_what_cannot_be_drawn_is_told_by_its_line(inside: str, told: str) -> None:
    problems = Problems()
    found = read_svg(svg(inside), "images/a.svg", problems)
    assert found is not None
    found.picture(found.width, House(), problems)
    (problem,) = problems.found
    assert re.match(told, f"{problem.place.line} {problem.rule} {problem.message}"), problem
    assert problem.place.file == "images/a.svg" and problem.hint


BOMB = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg viewBox="0 0 1 1"><text>&b;</text></svg>'
OUTSIDE = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 1 1"><text>&a;</text></svg>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (BOMB.encode(), "declares entities"),
        (OUTSIDE.encode(), "declares entities"),
        (b"<svg viewBox='0 0 1 1'>\n<g></svg>", "is not well-formed XML: mismatched tag"),
        (b"<html/>", "is no SVG drawing"),
        (b"", "is not well-formed XML"),
        (b"<svg/>", "has no size"),
        (b"<svg viewBox='0 0 0 5'/>", "has no size"),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "is in an encoding|is not well-formed"),
        (b"<svg viewBox='0 0 1 1'>" + b"<g>" * 5000, "elements more than"),
    ],
)
def test_no_drawing_at_all(data: bytes, message: str) -> None:
    problems = Problems()
    assert read_svg(data, "images/a.svg", problems) is None
    (problem,) = problems.found
    assert re.search(message, problem.message) and problem.hint


def test_uses_that_multiply_end_early() -> None:
    layers = "".join(f'<g id="l{n}">{f"<use href={chr(34)}#l{n - 1}{chr(34)}/>" * 10}</g>' for n in range(1, 12))
    _, faults = read(svg(f'<defs><rect id="l0" width="1" height="1"/>{layers}</defs><use href="#l11"/>'))
    assert any("draws more than" in fault for fault in faults)


PIECES = st.sampled_from(
    [
        "<g>",
        "</g>",
        '<rect width="9" height="',
        '"/>',
        "<text>a</text>",
        "-1e5",
        "NaN",
        "%",
        "url(#a)",
        "\x00",
        "&amp;",
        "é",
        ";}{",
    ]
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.integers(0, 10_000), st.integers(0, 40), st.lists(PIECES, max_size=3).map("".join))
def test_no_file_gives_a_traceback(at: int, gone: int, put: str) -> None:
    whole = SAMPLE.decode()
    at %= len(whole)
    problems = Problems()
    found = read_svg((whole[:at] + put + whole[at + gone :]).encode(), "a.svg", problems)
    if found is not None:
        found.picture(200, House(), problems)
        assert all(problem.place.line >= 1 for problem in problems.found)


SAMPLE = svg(
    '<style>.a{fill:#123} text{font:bold 12px x}</style><defs><clipPath id="c"><rect width="5" height="5"/></clipPath>'
    '<symbol id="s" viewBox="0 0 2 2"><circle r="1"/></symbol></defs>'
    '<g transform="translate(3,4) rotate(20 1 2) scale(2)" opacity=".5">'
    '<path class="a" d="M0 0C1 2 3 4 5 6a2 3 20 0 1 4 5Q1 2 3 4z"/>'
    '<rect x="1" y="2" width="9" height="8" rx="2" stroke="red" stroke-width="2mm" stroke-dasharray="1 2 3"'
    ' clip-path="url(#c)"/></g><use href="#s" x="3" width="9" height="9"/><polygon points="1,2 3,4 5,6"/>'
    '<text x="5" y="9" text-anchor="end">a<tspan dx="2">b</tspan></text>'
)


def test_the_sample_is_a_good_drawing() -> None:
    _, faults = read(SAMPLE, 400)
    assert [fault for fault in faults if "figure-file" in fault] == []


def test_a_style_sheet_has_a_bound() -> None:
    _, faults = read(svg("<style>" + ".a{fill:red}" * 2001 + '</style><rect class="a" width="1" height="1"/>'))
    assert any("more than 2000 styles" in fault for fault in faults)


def test_a_text_has_a_length_that_a_drawing_has_room_for() -> None:
    _, faults = read(svg(f'<text x="1" y="9">{"x" * 2001}</text>'))
    assert any("a text of more than 2000 characters" in fault for fault in faults)


def test_a_drawing_of_too_many_points_is_told() -> None:
    _, faults = read(svg('<path d="M0 0' + " L1 2 L3 1" * 70_000 + '"/>'))
    assert faults == ["1 figure-file images/a.svg draws more than 125,000 points, the most that it may"]


@pytest.mark.parametrize(
    "text",
    [
        '<text x="20" y="60" font-size="1000000">a</text>',
        '<text x="9000" y="60" font-size="12">a</text>',
        '<text x="20" y="-900" font-size="12">a</text>',
        '<text x="20" y="60" font-size="12" transform="rotate(90 20 60)">' + "a long text " * 90 + "</text>",
    ],
)
def test_a_text_that_would_run_off_the_page_is_told(text: str) -> None:
    _, (fault, *more) = read(svg(text))
    assert "far outside of the drawing" in fault
    assert not any("far outside" in one for one in more)

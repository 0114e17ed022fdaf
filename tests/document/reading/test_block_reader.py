"""Lines of Markdown to blocks and sections: small goldens of the block tree."""

from __future__ import annotations

from reportgen.document.blocks import Figure, List
from tests.document.making import document, draft, dumped


def _tree(text: str, expected: str) -> None:
    assert dumped(text).strip() == expected.strip()


def test_plain_markdown() -> None:
    text = """# Head

- a
- b

  c
    1. d

3. x
4. y

> quoted
> text

```
code {{ facts.locks }}
  "more"
```

Term
: One
: Two
"""
    expected = """
# 1 Head [section-head]
  -
    a
  -
    b
    c
    1.
      d
  3.
    x
  3.
    y
  quotation
    quoted text
  code
    code 3,770
      "more"
  Term:
    One
    Two
"""
    _tree(text, expected)


def test_sections_are_nested_and_numbered_over_files() -> None:
    first = "Opening.\n\n# Summary {.unnumbered}\n\n## Inside\n\n# One {#first}\n\n## A\n\n### Deep\n\n"
    first += "## B {-}\n\n### Loose\n"
    second = "goes on\n\n## C\n\nTwo\n===\n"
    expected = """# [section-opening]
  Opening.
# Summary [section-summary]
  ## Inside [section-inside]
# 1 One [section-first]
  ## 1.1 A [section-a]
    ### 1.1.1 Deep [section-deep]
  ## B [section-b]
    ### Loose [section-loose]
      goes on
  ## 1.2 C [section-c]
# 2 Two [section-two]"""
    assert dumped(first, second) == expected


def test_anchors_without_an_id_are_told_apart() -> None:
    anchors = [section.anchor for section in draft("# Ölflüsse & “Öl”\n\n# Ölflüsse & Öl\n\n# Волга\n").sections]
    assert anchors == ["section-olflusse-ol", "section-olflusse-ol-2", "section-part"]


def test_blocks_with_headers() -> None:
    text = """
:::: box why
title: Why: "now" # {yes}

Body.

::: keyfacts
{{ facts.locks }}
: locks of the WO

5
: dams
:::
::::

::: quote
who: Ann Sand
role: warden
date: 2021-05
source: law; survey

Water is life.
:::

::: timeline
title: Times

2012-02-03
: First

March 2013
: Then
:::
"""
    expected = """
# [section-opening]
  box Box 1: Why: “now” # {yes} [box-why]
    Body.
    key: {3,770} | locks of the [WO|Water Office]
    key: 5 | dams
  quotation
    “Water is life.”
    by: Ann Sand, warden, May 2021(note 1: Parliament, Water law; Water Office, River survey)
  timeline Times
    3 Feb 2012 | First
    March 2013 | Then
"""
    _tree(text, expected)


def test_a_text_key_goes_on_in_indented_lines_and_loses_whole_quotes() -> None:
    text = '::: box\ntitle: "All of it"\n\nx\n:::\n\n::: box\ntitle: "One" and\n   "two"\n\nx\n:::\n'
    assert "Box 1: All of it [" in dumped(text) and "Box 2: “One” and “two” [" in dumped(text)


def test_blocks_with_as_many_colons_nest_and_code_is_no_fence() -> None:
    text = "::: box\n\n::: box\nInner\n:::\n\n```\n:::\n```\n:::\n\nAfter\n"
    expected = "# [section-opening]\n  box [box-n1]\n    box [box-n2]\n      Inner\n    code\n      :::\n  After"
    _tree(text, expected)


def test_a_block_in_a_list() -> None:
    text = "- a\n\n  ::: box in\n  title: T\n\n  Body\n  :::\n- b\n"
    _tree(text, "# [section-opening]\n  -\n    a\n    box Box 1: T [box-in]\n      Body\n  -\n    b")


def test_a_markdown_table() -> None:
    text = """River | Length | Fall | Kind
------|--------|:-----|:--:
{{ rivers.Elbe.name }} | {{ rivers.Elbe.length }} | 5% | a \\| b
Rhine | 1,233 | – | *c*
"""
    expected = """
# [section-opening]
  table
    <River | >Length | <Fall | =Kind
    !{Elbe} | {1,094 km} | 5% | a | b
    !Rhine | 1,233 | – | _c_
"""
    _tree(text, expected)


def test_a_markdown_table_with_a_caption() -> None:
    text = """::: table few
title: Few
note: A note.
source: law
notes:
  - {row: b, column: N, text: "Second.[@survey]"}
  - {row: a, column: N, text: First.}

L | N
--|--
a | 1
b | 2
:::
"""
    expected = """
# [section-opening]
  table Table 1: Few [table-few]
    <L | >N
    !a | 1^a
    !b | 2^b
    a: First.
    b: Second. Water Office, River survey.
    note: A note.
    source: *Source:* Parliament, Water law
"""
    _tree(text, expected)


def test_empty_items_and_comments_leave_nothing() -> None:
    made = draft("- a\n-\n- b\n\n<!-- gone\n\nall -->\n\n{# gone too #}\n").sections[0].blocks
    assert len(made) == 1 and isinstance(made[0], List) and len(made[0].items) == 2


def test_new_pages_are_a_briefings() -> None:
    assert [section.new_page for section in document("# A\n\n## B\n\n# C[@law]\n", sources="list").sections] == [
        True,
        True,
        False,
    ]
    assert not any(section.new_page for section in document("# A\n\n# C[@law]\n", type="note").sections)


def test_an_author_may_let_chapters_run_on_or_begin_a_page() -> None:
    text = "# A\n\n# C[@law]\n"
    assert not any(section.new_page for section in document(text, chapters="run-on").sections)
    made = document(text, type="note", chapters="new-page", sources="list").sections
    assert [section.new_page for section in made] == [True, True, False]  # sources stand where there is room


def test_a_figure(tmp_path: object, monkeypatch: object) -> None:
    from io import BytesIO
    from pathlib import Path

    import pytest
    from PIL import Image

    assert isinstance(tmp_path, Path) and isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.chdir(tmp_path)
    file = BytesIO()
    Image.new("RGB", (300, 150)).save(file, "PNG")
    Path("map.png").write_bytes(file.getvalue())
    text = "::: figure map\nfile: map.png\nalt: Where the Labe flows\ntitle: Map\nsource: Water Office\n"
    text += "rights: © WO\n:::\n"
    figure = draft(text).sections[0].blocks[0]
    assert isinstance(figure, Figure) and (figure.width, figure.height) == (144, 72)
    assert dumped(text).splitlines()[1:] == [
        "  figure Figure 1: Map [figure-map]",
        "    alt: Where the Labe flows",
        "    source: *Source:* Water Office. © [WO|Water Office]",
    ]
    wide = draft(text.replace("alt:", "width: 400\nalt:")).sections[0].blocks[0]
    assert isinstance(wide, Figure) and wide.width == pytest.approx(166 * 72 / 25.4)


def test_a_drawing_is_set_at_its_width_with_its_text(tmp_path: object, monkeypatch: object) -> None:
    from pathlib import Path

    import pytest

    from reportgen.figures.picture import Label

    assert isinstance(tmp_path, Path) and isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.chdir(tmp_path)
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><text x="10" y="25">Labe</text></svg>'
    Path("map.svg").write_text(drawing, encoding="utf-8")
    text = "::: figure map\nfile: map.svg\nalt: Where the Labe flows\nwidth: 50\n:::\n"
    figure = draft(text).sections[0].blocks[0]
    assert isinstance(figure, Figure) and figure.picture is not None and figure.image == b""
    assert (figure.width, figure.height) == pytest.approx((50 * 72 / 25.4, 25 * 72 / 25.4))
    assert (figure.picture.width, figure.picture.height) == pytest.approx((figure.width, figure.height), abs=0.01)
    (label,) = figure.picture.operations
    assert isinstance(label, Label) and label.text == "Labe"
    assert label.size == pytest.approx(16 * figure.width / 100, abs=0.01)

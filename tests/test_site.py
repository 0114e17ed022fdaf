"""What the documentation site is made from: parted guides whose links lead somewhere, and what is generated."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from PIL import Image

import reportgen
from reportgen.rules import RULES
from reportgen.source.json_schema import schemas
from tests.guides import ROOT


def _loaded() -> ModuleType:
    """`docs/site.py`, which is no module of a package."""
    spec = importlib.util.spec_from_file_location("docs_site", ROOT / "docs" / "site.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SITE = _loaded()
GUIDE = """# Guide

See [two](#two) and [the other](other.md#there).

## One

Words.

```markdown
## No heading
```

### Deeper

## Two {#two}

Back to [deeper](#deeper), and to [Two](#two).
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that is written, with a white picture for each chart of the gallery."""
    pictures = tmp_path_factory.mktemp("pictures")
    for path in (ROOT / "sources/gallery/text").glob("*.md"):
        for name in re.findall(r"^::: chart (\S+)", path.read_text(), re.MULTILINE):
            Image.new("L", (4, 4)).save(pictures / f"{name}.png")
    folder = tmp_path_factory.mktemp("site") / "docs"
    SITE.write(folder, pictures)
    return folder / "pages"


def test_a_part_is_a_page_with_a_title() -> None:
    pages, places = SITE.parted("guide", GUIDE, "guide")
    assert list(pages) == ["guide/index.md", "guide/one.md", "guide/two.md"]
    assert pages["guide/one.md"].startswith("# One\n") and "\n## Deeper\n" in pages["guide/one.md"]
    assert "\n## No heading\n" in pages["guide/one.md"]
    assert places == {"guide": "guide/index.md", "one": "guide/one.md", "deeper": "guide/one.md", "two": "guide/two.md"}


def test_every_link_leads_to_a_page_and_a_heading(made: Path) -> None:
    lost = []
    for page in sorted(made.rglob("*.md")):
        text = re.sub(r"^ {0,3}(`{3,})[^\n]*\n.*?^ {0,3}\1$", "", page.read_text(), flags=re.DOTALL | re.MULTILINE)
        for path, place in re.findall(r"(?<![`\\])\]\(([\w./-]*)(#[\w-]+)?\)", re.sub(r"`[^`\n]+`", "", text)):
            target = (page.parent / path).resolve() if path else page
            known = target.is_file() and (
                not place or place[1:] in {SITE.anchor(one[2]) for one in SITE.headings(target.read_text())}
            )
            lost += [] if known else [f"{page.relative_to(made)}: {path}{place}"]
    assert lost == []


def test_the_reference_has_every_file_and_rule(made: Path) -> None:
    keys, rules = (made / "reference/keys.md").read_text(), (made / "reference/rules.md").read_text()
    assert all(f"## {name.removesuffix('.json')}.yaml\n" in keys for name in schemas())
    assert all(f"| `{name}` |" in rules for name in RULES)
    assert "`facts_as_of`" in keys


def test_each_chart_of_the_gallery_stands_beside_what_makes_it(made: Path) -> None:
    page = (made / "gallery/bars.md").read_text()
    assert "![" in page and "::: chart bars\nkind: bars\n" in page


def test_every_page_has_its_place_in_the_order(made: Path) -> None:
    settings = yaml.safe_load((made.parent / "mkdocs.yml").read_text())
    named = set(re.findall(r"[\w/-]+\.md", str(settings["nav"])))
    assert named == {path.relative_to(made).as_posix() for path in made.rglob("*.md")}


def test_the_page_of_the_package_has_every_function_class_and_field(made: Path) -> None:
    page = (made / "reference/python.md").read_text()
    assert all(f"## {name}\n" in page for name in reportgen.__all__ if name != "__version__")
    assert "    briefing: str | os.PathLike[str],\n" in page and "    strict: bool = False,\n" in page
    assert "- `strict`: take a warning for an error." in page
    assert "| `paper` | Path | The latest paper" in page

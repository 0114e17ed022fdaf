"""Writes what MkDocs makes the documentation site from: `python docs/site.py FOLDER`.

The guides stay whole files here, to read beside the code; on the site each of their parts is a page. What the site has
besides is generated: the keys of every file from the types that read them, the rules from their tables, the charts of
the gallery beside what makes them, and the functions of the package from their docstrings.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SPLIT = {"authors-guide": "guide", "charts": "charts"}
"""The guides that are parted, and the folder of their pages."""
CONTRIBUTING = "contributing"
WHOLE = ("first-hour", "coming-from", "from-python", "how-it-works", CONTRIBUTING, "benchmarks")
_HEADING = re.compile(r"^(#{1,6}) (.+?)(?: \{[^}]*\})?$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_LINK = re.compile(r"(\]\()([\w./-]*?)(#[\w-]+)?(\))")

Pages = dict[str, str]
"""The text of each page by its path below the folder of pages."""


# --- the guides -------------------------------------------------------------------------------------------------------
def headings(text: str) -> Iterator[tuple[int, int, str]]:
    """The number of the line, the level and the words of each heading that is not in an example."""
    fence = ""
    for number, line in enumerate(text.split("\n")):
        if found := _FENCE.match(line):
            fence = "" if fence and line.strip().startswith(fence) else fence or found[1]
        elif not fence and (heading := _HEADING.match(line)):
            yield number, len(heading[1]), heading[2]


def anchor(title: str) -> str:
    """What a link to a heading is called, as the platforms that show these files call it, and MkDocs too."""
    text = unicodedata.normalize("NFKD", re.sub(r"[`*_]", "", title)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", text).strip())


def parted(name: str, text: str, folder: str) -> tuple[Pages, dict[str, str]]:
    """The pages of a guide, one for each heading of the second level, and the page of each anchor."""
    lines = text.split("\n")
    starts = [(number, title) for number, level, title in headings(text) if level == 2]
    bounds = [0, *(number for number, _ in starts), len(lines)]
    names = [f"{folder}/index.md", *(f"{folder}/{anchor(title)}.md" for _, title in starts)]
    pages: Pages = {}
    places: dict[str, str] = {}
    for at, page in enumerate(names):
        part = "\n".join(lines[bounds[at] : bounds[at + 1]])
        pages[page] = _raised(part) if at else part
        places |= {anchor(title): page for _, _, title in headings(part)}
    return pages, places


def _raised(part: str) -> str:
    """A part with its headings one level up, so that the page has a title."""
    lines = part.split("\n")
    for number, level, _ in headings(part):
        if level > 1:
            lines[number] = lines[number][1:]
    return "\n".join(lines)


def linked(page: str, text: str, places: Mapping[str, Mapping[str, str]]) -> str:
    """A page with its links to other guides, and to parts that are other pages now."""
    home = next((name for name, folder in SPLIT.items() if page.startswith(f"{folder}/")), Path(page).stem)

    def again(found: re.Match[str]) -> str:
        path, place = found[2], (found[3] or "")[1:]
        name = Path(path).stem if path else home
        if (path and "/" in path) or name not in places:
            return found[0]
        target = places[name].get(place) or places[name][""]
        rest = "" if target.startswith(tuple(f"{folder}/" for folder in SPLIT.values())) and not place else f"#{place}"
        up = "../" * page.count("/")
        return f"](#{place})" if target == page and place else f"]({up}{target}{rest if place else ''})"

    return _LINK.sub(again, text)


def guides() -> Pages:
    """The pages of all guides."""
    pages: Pages = {}
    places: dict[str, dict[str, str]] = {}
    for name in (*SPLIT, *WHOLE):
        text = _source(name)
        if folder := SPLIT.get(name):
            own, places[name] = parted(name, text, folder)
        else:
            own, places[name] = {f"{name}.md": text}, {anchor(title): f"{name}.md" for _, _, title in headings(text)}
        places[name][""] = next(iter(own))
        pages |= own
    return {page: linked(page, text, places) for page, text in pages.items()}


def _source(name: str) -> str:
    """A guide as it stands, with links as if all of them stood in one folder."""
    path = ROOT / "CONTRIBUTING.md" if name == CONTRIBUTING else DOCS / f"{name}.md"
    text = path.read_text(encoding="utf-8").replace("](../CONTRIBUTING.md)", f"]({CONTRIBUTING}.md)")
    return text.replace("](docs/", "](")


# --- what is generated ------------------------------------------------------------------------------------------------
def keys() -> str:
    """The keys of every file, from the schemas that editors complete by."""
    from reportgen.source.json_schema import schemas

    parts = ["# Keys of every file\n\nMade from the types that read the files; the guide says what they are for."]
    for name, data in schemas().items():
        schema = json.loads(data)
        parts.append(f"## {name.removesuffix('.json')}.yaml\n\n" + "\n".join(_key_rows(schema)))
    return "\n\n".join(parts) + "\n"


def _key_rows(schema: dict[str, Any]) -> Iterator[str]:
    inside = schema.get("additionalProperties")
    fields = schema.get("properties") or (inside.get("properties") if isinstance(inside, dict) else None) or {}
    yield "| key | what it takes | what it is |\n|---|---|---|"
    for key, field in fields.items():
        yield f"| `{key}` | {_takes(field)} | {_cell(field.get('description', ''))} |"


def _takes(field: dict[str, Any]) -> str:
    if "enum" in field:
        return ", ".join(f"`{_cell(str(value))}`" for value in field["enum"])
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_takes(one) for one in field["anyOf"]))
    kinds = field.get("type", "anything")
    return " or ".join(kinds) if isinstance(kinds, list) else str(kinds)


def _cell(text: str) -> str:
    """Words in a cell of a table, as they are."""
    return re.sub(r"([|\[\]])", r"\\\1", text.replace("\n", " "))


def rules() -> str:
    """Every rule, how bad it is, and whether it may be switched off."""
    from reportgen.rules import RULES

    rows = [
        f"| `{rule.id}` | {rule.severity} | {'yes' if rule.may_be_off else ''} | {_cell(rule.remedy)} |"
        for rule in sorted(RULES.values(), key=lambda rule: rule.id)
    ]
    head = "# Rules\n\n| rule | severity | may be switched off | the usual remedy |\n|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def gallery(pictures: Path) -> Pages:
    """A page for each chart kind of the gallery: each chart as a picture, and the block that makes it."""
    found: Pages = {}
    for path in sorted((ROOT / "sources/gallery/text").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        blocks = re.findall(r"^::: chart (\S+)\n(.*?)^:::$", text, re.DOTALL | re.MULTILINE)
        if blocks:
            title = next(words for _, _, words in headings(text))
            charts = (_chart(name, block, pictures) for name, block in blocks)
            found[f"gallery/{path.name}"] = f"# {title}\n\n" + "\n\n".join(charts) + "\n"
    return found


def _chart(name: str, block: str, pictures: Path) -> str:
    said = re.search(r"^title: (.+)$", block, re.MULTILINE)
    title = said[1].strip("\"'") if said else name
    picture = next(iter(pictures.glob(f"{name}.png")), None)
    assert picture is not None, f"the gallery's chart '{name}' was not drawn"
    return f"## {title}\n\n![{title}](pictures/{picture.name})\n\n```\n::: chart {name}\n{block}:::\n```"


def functions() -> str:
    """The functions that the package hands out, with their docstrings."""
    import reportgen

    parts = ["# Functions and classes\n\n`import reportgen` hands out these, and nothing else of it is public."]
    things = {name: getattr(reportgen, name) for name in reportgen.__all__}
    shown = sorted((name for name in things if callable(things[name])), key=lambda name: inspect.isclass(things[name]))
    for name in shown:
        thing, about = things[name], inspect.getdoc(things[name]) or ""
        if inspect.isclass(thing):
            parts.append(f"## {name}\n\n{about}\n\n{_fields(thing)}".rstrip())
        else:
            parts.append(f"## {name}\n\n```python\n{_signature(name, thing)}\n```\n\n{_told(about)}")
    return "\n\n".join(parts) + "\n"


def _signature(name: str, function: Callable[..., object]) -> str:
    """A function with a line for each argument; those behind the star are given by name."""
    found = inspect.signature(function)
    lines = []
    for one in found.parameters.values():
        if one.kind is one.KEYWORD_ONLY and "    *," not in lines:
            lines.append("    *,")
        default = "" if one.default is one.empty else f" = {one.default!r}"
        lines.append(f"    {one.name}: {one.annotation}{default},".replace("StrPath", "str | os.PathLike[str]"))
    return "\n".join([f"{name}(", *lines, f") -> {found.return_annotation}"])


def _told(docstring: str) -> str:
    """A docstring with its arguments as a list, and its examples as code."""
    parts = []
    for part in docstring.split("\n\n"):
        if part.startswith(">>> "):
            parts.append(f"```pycon\n{part}\n```")
        else:
            one_line = re.sub(r"\n +", " ", part)
            parts.append(re.sub(r"^([a-z_]+(?:, [a-z_]+)*): ", r"- `\1`: ", one_line, flags=re.MULTILINE))
    return "\n\n".join(parts)


def _fields(thing: type) -> str:
    """The fields of a dataclass with their types, and what stands below each of them."""
    (node,) = [one for one in ast.parse(inspect.getsource(thing)).body if isinstance(one, ast.ClassDef)]
    rows = []
    for at, one in enumerate(node.body):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            below = node.body[at + 1] if at + 1 < len(node.body) else None
            about = ast.literal_eval(below.value) if isinstance(below, ast.Expr) else ""
            rows.append(f"| `{one.target.id}` | {_cell(ast.unparse(one.annotation))} | {_cell(about)} |")
    return "\n".join(["| field | type | what it is |\n|---|---|---|", *rows]) if rows else ""


def front() -> str:
    """The first page: the README without the pictures and links that only stand beside the code."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    text = re.sub(r"\]\(docs/authors-guide\.md\)", "](guide/index.md)", text)
    text = re.sub(r"\]\(docs/charts\.md\)", "](charts/index.md)", text)
    text = re.sub(r"\]\(docs/([\w-]+\.md)\)", r"](\1)", text)
    text = re.sub(r"\]\(docs/images/", "](images/", text).replace("](CONTRIBUTING.md)", f"]({CONTRIBUTING}.md)")
    return re.sub(r"\[([^\]]+)\]\([A-Z-]+(?:\.md|\.cff)?\)", r"\1", text)


def order(pages: Pages) -> list[Any]:
    """What stands in which order beside the pages, as MkDocs wants it."""
    return [
        {"Home": "index.md"},
        "first-hour.md",
        "coming-from.md",
        "from-python.md",
        {"The author’s guide": [page for page in pages if page.startswith("guide/")]},
        {"Charts": [page for page in pages if page.startswith("charts/")]},
        {"Gallery": [page for page in pages if page.startswith("gallery/")]},
        {"Reference": [page for page in pages if page.startswith("reference/")]},
        {"The engine": ["how-it-works.md", f"{CONTRIBUTING}.md", "benchmarks.md"]},
    ]


def write(folder: Path, pictures: Path) -> None:
    """Write the pages, the pictures beside them, and the settings of MkDocs to `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    pages = {"index.md": front(), **guides(), **gallery(pictures)}
    pages |= {"reference/keys.md": keys(), "reference/rules.md": rules(), "reference/python.md": functions()}
    for name, text in pages.items():
        (folder / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "pages" / name).write_text(text, encoding="utf-8")
    shutil.copytree(DOCS / "images", folder / "pages" / "images")
    shutil.copytree(
        pictures, folder / "pages" / "gallery" / "pictures", ignore=shutil.ignore_patterns("*.csv", "*.svg")
    )
    settings = {
        "INHERIT": str(DOCS / "mkdocs.yml"),
        "docs_dir": "pages",
        "site_dir": str(ROOT / "output" / "docs"),
        "nav": order(pages),
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


def main(arguments: Iterable[str]) -> None:
    """Write all to the folder that is named."""
    (folder,) = arguments
    write(Path(folder), ROOT / "output" / "gallery" / "charts")


if __name__ == "__main__":
    main(sys.argv[1:])

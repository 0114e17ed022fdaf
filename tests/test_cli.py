"""The commands: what they print, where, and their exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli import main
from tests.conftest import Write
from tests.figures.making import PLAIN
from tests.guides import ROOT
from tests.test_pipeline import warned

Printed = pytest.CaptureFixture[str]

TABLES = """\
fruit:
  file: fruit.csv
  columns:
    fruit: {title: Fruit}
    tonnes: {title: Tonnes, type: number}
"""


def test_build_prints_the_papers_and_nothing_else(briefing: Write, capsys: Printed) -> None:
    briefing("one"), briefing("two")
    assert main(["build"]) == 0
    assert capsys.readouterr() == ("output/one.pdf\noutput/two.pdf\n", "")


def test_every_problem_is_printed_by_place_with_its_remedy(briefing: Write, capsys: Printed) -> None:
    briefing("one", text="# Summary\n\n{{ titel }} and [@nobody]\n")
    assert main(["build", "one"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "sources/one/text/summary.md:3:4: error: " in err
    assert "[template-name]\n  hint: did you mean 'title'?\n" in err
    assert err.endswith("no paper was written\n")


def test_one_faulty_briefing_does_not_stop_the_others(briefing: Write, workspace: Path, capsys: Printed) -> None:
    briefing("bad", text="{{ nothing }}\n"), briefing("good")
    assert main(["build"]) == 1
    out, err = capsys.readouterr()
    assert out == "output/good.pdf\n"
    assert err.endswith("1 error; 1 of 2 papers written\n")
    assert (workspace / "output" / "good.pdf").is_file()


def test_a_fault_that_all_papers_share_is_printed_once(briefing: Write, workspace: Path, capsys: Printed) -> None:
    briefing("one"), briefing("two")
    (workspace / "sources" / "house.yaml").write_text("nmae: A house\n")
    assert main(["build"]) == 1
    assert capsys.readouterr().err.count("house.yaml:1:1: error:") == 1


def test_warnings_are_printed_and_counted(briefing: Write, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    warned(monkeypatch)
    briefing("note")
    assert main(["build"]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == "1 warning"
    assert main(["build", "--strict"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "1 warning; no paper was written (--strict)"


def test_output_goes_where_it_is_told(briefing: Write, workspace: Path, capsys: Printed) -> None:
    briefing("one")
    assert main(["build", "one", "-o", "papers/new"]) == 0
    assert capsys.readouterr().out == "papers/new/one.pdf\n"
    assert not (workspace / "output").exists()


def test_commands_work_below_the_workspace(briefing: Write, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(briefing("one") / "text")
    assert main(["build"]) == 0
    assert (workspace / "output" / "one.pdf").is_file()


@pytest.mark.parametrize("command", ["build", "check"])
def test_without_sources_the_message_says_what_to_do(
    command: str, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([command]) == 2
    assert "reportgen new NAME" in capsys.readouterr().err


def test_an_unknown_briefing_is_wrong_usage(briefing: Write, capsys: Printed) -> None:
    briefing("libraries")
    assert main(["build", "librarys"]) == 2
    assert capsys.readouterr().err == "reportgen: there is no briefing 'librarys'\n  hint: did you mean 'libraries'?\n"


@pytest.mark.parametrize("line", [[], ["biuld"], ["build", "--colour"], ["new"]], ids=str)
def test_wrong_usage_is_2(line: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(line)
    assert stop.value.code == 2


def test_check_says_that_all_is_well(briefing: Write, workspace: Path, capsys: Printed) -> None:
    briefing("one")
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "no problems\n")
    assert not (workspace / "output").exists()


def test_check_as_json_is_for_programs(briefing: Write, capsys: Printed) -> None:
    briefing("one", text="# Summary\n\n{{ titel }}\n")
    assert main(["check", "--json"]) == 1
    out, err = capsys.readouterr()
    (problem,) = json.loads(out)
    assert err == ""
    assert problem["file"] == "sources/one/text/summary.md"
    assert (problem["line"], problem["severity"], problem["rule"]) == (3, "error", "template-name")
    assert (problem["hint"]) == "did you mean 'title'?"


def test_a_kind_that_prints_leaves_the_json_alone(briefing: Write, workspace: Path, capfd: Printed) -> None:
    chart = "::: chart crop\nkind: loud\ndata: fruit\ntitle: Pears lead\nalt: A bar.\n:::\n"
    folder = briefing("one", text=f"# Summary\n\n{chart}")
    (folder / "data").mkdir()
    (folder / "data" / "fruit.csv").write_text("fruit,tonnes\nPear,5\n")
    (folder / "data" / "tables.yaml").write_text(TABLES)
    (workspace / "charts").mkdir()
    (workspace / "charts" / "loud.py").write_text(f"print('read'){PLAIN}    print('drawn')\n")
    main(["check", "--json"])
    out, err = capfd.readouterr()
    assert all(problem["severity"] == "warning" for problem in json.loads(out)), out
    assert {"read", "drawn"} <= set(err.split())


def test_new_writes_a_briefing_that_builds(workspace: Path, capsys: Printed) -> None:
    assert main(["new", "rural-buses"]) == 0
    out = capsys.readouterr().out
    assert "sources/rural-buses/briefing.yaml\n" in out
    assert out.endswith(
        "First change sources/house.yaml, which is the demonstration's: who you are is printed in every paper.\n"
    )
    assert main(["build", "rural-buses"]) == 0
    assert capsys.readouterr() == ("output/rural-buses.pdf\n", "")


def test_new_starts_a_workspace_where_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "demo"]) == 0
    assert (tmp_path / "sources" / "house.yaml").is_file()


def test_new_overwrites_nothing(briefing: Write, workspace: Path, capsys: Printed) -> None:
    folder = briefing("one")
    (workspace / "sources" / "house.yaml").write_text("name: Ours\n")
    assert main(["new", "one"]) == 2
    assert "there already" in capsys.readouterr().err
    assert (folder / "briefing.yaml").read_text() == "title: A paper\n"
    assert main(["new", "two"]) == 0
    assert "First change" not in capsys.readouterr().out
    assert (workspace / "sources" / "house.yaml").read_text() == "name: Ours\n"
    assert main(["build", "two"]) == 0


@pytest.mark.parametrize("name", ["../elsewhere", "Two Words", ".hidden", "a/b", "été", "-x-"])
def test_new_refuses_a_name_that_is_no_folders(name: str, workspace: Path, capsys: Printed) -> None:
    assert main(["new", "--", name]) == 2
    assert "can't be a briefing's name" in capsys.readouterr().err
    assert not list((workspace / "sources").iterdir())


def test_charts_lists_every_kind(workspace: Path, capsys: Printed) -> None:
    assert main(["charts"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n{kind}\n" in f"\n{out}" for kind in ("bars", "dots", "grid", "lines", "stages", "timeline"))


def test_a_chart_kind_gives_a_block_to_paste(workspace: Path, capsys: Printed) -> None:
    assert main(["charts", "bars"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("::: chart ")
    assert "\nkind: bars\n" in out


def test_a_chart_kind_of_the_workspace_is_listed_first_of_its_name(workspace: Path, capsys: Printed) -> None:
    (workspace / "charts").mkdir()
    (workspace / "charts" / "bars.py").write_text('"""Bars of our own."""\n\ndef draw(*_): ...\n')
    assert main(["charts", "bars"]) == 0
    assert "Bars of our own." in capsys.readouterr().out


def test_a_faulty_chart_kind_is_named_with_its_line(workspace: Path, capsys: Printed) -> None:
    (workspace / "charts").mkdir()
    (workspace / "charts" / "mine.py").write_text("\nwrong =\n")
    assert main(["charts", "mine"]) == 1
    assert capsys.readouterr().err.startswith("charts/mine.py:2:1: error: chart kind 'mine' can't be loaded")


@pytest.mark.parametrize("asked", [["bars"], []], ids=["of another", "of all"])
def test_a_faulty_chart_kind_does_not_hide_the_others(asked: list[str], workspace: Path, capsys: Printed) -> None:
    (workspace / "charts").mkdir()
    (workspace / "charts" / "mine.py").write_text("\nwrong =\n")
    assert main(["charts", *asked]) == 0
    out, err = capsys.readouterr()
    assert "\nbars\n" in out
    assert err.startswith("charts/mine.py:2:1: warning: chart kind 'mine' can't be loaded")


def test_an_unknown_chart_kind_is_wrong_usage(workspace: Path, capsys: Printed) -> None:
    assert main(["charts", "bar"]) == 2
    assert "did you mean 'bars'?" in capsys.readouterr().err


def test_ctrl_c_is_quiet(briefing: Write, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reportgen.pipeline.composed", interrupted)
    briefing("one")
    assert main(["build"]) == 128 + signal.SIGINT
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "reportgen", "charts"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


CHART = """# Summary

::: chart trips
kind: bars
data: trips
category: town
values: trips
title: Zill has most trips
subtitle: Trips by town, 2021
:::
"""


@pytest.fixture
def charted(briefing: Write) -> Path:
    """A briefing with one chart."""
    folder = briefing("bus", text=CHART)
    (folder / "data").mkdir()
    (folder / "data" / "tables.yaml").write_text(
        "trips:\n  title: Trips\n  key: town\n  columns:\n"
        "    town: {title: Town}\n    trips: {title: Trips, type: integer}\n"
    )
    (folder / "data" / "trips.csv").write_text("town,trips\nZill,31\nBrill,12\n")
    return folder


def test_one_chart_is_drawn_at_once_and_described(charted: Path, workspace: Path, capsys: Printed) -> None:
    assert main(["charts", "--draw", "bus/trips"]) == 0
    path, description = capsys.readouterr().out.splitlines()
    assert path == "output/bus/charts/trips.png"
    assert "Zill" in description
    assert (workspace / path).read_bytes().startswith(b"\x89PNG")
    assert not (workspace / "output" / "bus.pdf").exists()


def test_the_warnings_of_the_one_chart_are_told(charted: Path, capsys: Printed) -> None:
    assert main(["charts", "--draw", "bus/trips"]) == 0
    assert "[chart-source]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("bus/trip", "has no chart 'trip'\n  hint: did you mean 'trips'?"),
        ("bos/trips", "there is no briefing 'bos'"),
        ("trips", "write NAME/CHART"),
    ],
)
def test_a_chart_that_there_is_not_is_wrong_usage(wanted: str, told: str, charted: Path, capsys: Printed) -> None:
    assert main(["charts", "--draw", wanted]) == 2
    assert told in capsys.readouterr().err


def test_of_a_chart_that_fails_only_errors_and_its_own_warnings_are_told(charted: Path, capsys: Printed) -> None:
    text = CHART.replace("values: trips", "values: trips\nhighlight: Bonn")
    (charted / "text" / "summary.md").write_text(f"A mark[^a] in all.\n\n[^a]: One.\n\n[^b]: Two.\n\n{text}")
    assert main(["charts", "--draw", "bus/trips"]) == 1
    err = capsys.readouterr().err
    assert "highlight" in err
    assert "[chart-source]" in err
    assert "footnote-unused" not in err


def test_a_faulty_briefing_has_no_chart_to_draw(charted: Path, capsys: Printed) -> None:
    (charted / "data" / "trips.csv").write_text("town,trips\nZill,many\n")
    assert main(["charts", "--draw", "bus/trips"]) == 1
    assert "trips.csv:2" in capsys.readouterr().err


def test_charts_are_written_for_slides_and_the_web(charted: Path, workspace: Path, capsys: Printed) -> None:
    assert main(["build", "bus", "--charts"]) == 0
    files = [f"output/bus/charts/trips.{ending}" for ending in ("svg", "png", "csv")]
    assert capsys.readouterr().out.splitlines() == ["output/bus.pdf", *files]
    assert (workspace / files[2]).read_text() == "Town,Trips\nZill,31\nBrill,12\n"
    before = [(workspace / file).read_bytes() for file in files]
    assert main(["build", "bus", "--charts"]) == 0
    assert [(workspace / file).read_bytes() for file in files] == before


def test_a_proof_shows_each_chart_as_others_see_it(charted: Path, workspace: Path, capsys: Printed) -> None:
    from reportgen.validation import check_pdf

    assert main(["build", "bus", "--proof"]) == 0
    assert capsys.readouterr().out.splitlines() == ["output/bus.pdf", "output/bus-proof.pdf"]
    data = (workspace / "output" / "bus-proof.pdf").read_bytes()
    assert check_pdf(data, "bus-proof.pdf") == []
    assert {"In grey print", "To readers who don’t see red (protanopia)"} <= set(_lines(data))


def test_a_proof_without_charts_says_so(briefing: Write, workspace: Path, capsys: Printed) -> None:
    briefing("note")
    assert main(["build", "note", "--proof"]) == 0
    assert "This paper has no charts." in _lines((workspace / "output" / "note-proof.pdf").read_bytes())


def _lines(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return [line.strip() for page in document for line in page.get_textpage().get_text_range().splitlines()]
    finally:
        document.close()


def test_a_kind_of_the_workspaces_own_has_a_block_to_paste(workspace: Path, capsys: Printed) -> None:
    (workspace / "charts").mkdir()
    (workspace / "charts" / "own_kind.py").write_text("def draw(figure, data, options, house, words): ...\n")
    assert main(["charts", "own-kind"]) == 0
    assert "kind: own-kind\n" in capsys.readouterr().out


FACT = "seats: {value: 5, as_of: 2024, source: log, review_after: 2024-06}\n"


def with_a_fact(briefing: Write) -> None:
    folder = briefing("one")
    (folder / "data").mkdir()
    (folder / "data" / "facts.yaml").write_text(FACT)
    (folder / "references.yaml").write_text("- {id: log, type: report, title: Log}\n")


def test_check_judges_facts_by_the_day_that_it_is_told(briefing: Write, capsys: Printed) -> None:
    with_a_fact(briefing)
    assert main(["check", "--today", "2024-06-30"]) == 0
    assert capsys.readouterr() == ("", "no problems\n")
    assert main(["check", "--json", "--today", "2024-07-01"]) == 0
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["file"], problem["line"], problem["rule"]) == ("sources/one/data/facts.yaml", 1, "fact-stale")
    assert "today is 2024-07-01" in problem["message"]


@pytest.mark.parametrize(("date", "day"), [("2024-07", "2024-07-31"), ("2024", "2024-12-31")])
def test_a_month_or_a_year_means_its_last_day(date: str, day: str, briefing: Write, capsys: Printed) -> None:
    with_a_fact(briefing)
    main(["check", "--today", date])
    assert f"today is {day}" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["tomorrow", "2024-13", "2024-02-30", ""])
def test_a_day_that_is_none_is_wrong_usage(day: str, briefing: Write, capsys: Printed) -> None:
    briefing("one")
    assert main(["check", "--today", day]) == 2
    assert capsys.readouterr().err.startswith(f"reportgen: --today needs a date that exists, not '{day}'\n  hint: ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["confirm"], "the following arguments are required: NAME\n"),
        (
            ["build", "one", "--edition", "one"],
            "argument --edition: needs the number of an edition, such as 1, not 'one'",
        ),
        (["build", "one", "-o", ""], "argument -o/--output: needs a name, not an empty text"),
        (["extract", "a.pdf", "-o", " "], "argument -o/--output: needs a name, not an empty text"),
    ],
)
def test_wrong_usage_is_told_plainly(arguments: list[str], told: str, capsys: Printed) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert told in capsys.readouterr().err


def test_only_a_process_of_our_own_changes_the_collector(tmp_path: Path) -> None:
    code = """
import gc, os, sys
before, statuses = gc.get_threshold(), []
os._exit = statuses.append
from reportgen.cli import main
assert main(["check"]) == 2
from reportgen.__main__ import run
assert gc.get_threshold() == before
sys.argv[1:] = ["check"]
run()
assert statuses == [2]
assert gc.get_threshold() > before
"""
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=around, check=True, capture_output=True)

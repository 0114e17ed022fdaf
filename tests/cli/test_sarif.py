"""`check --sarif`: what SARIF 2.1.0 wants of a run, its rules and its results."""

from __future__ import annotations

from reportgen.cli.sarif import as_sarif
from reportgen.problems import NOWHERE, Place, Problem, Severity

FAULT = Problem(
    Place("sources/my paper/text/a.md", 3, 4), "template-name", "there is no 'titel'", "did you mean 'title'?"
)
WHOLE = Problem(Place("sources/x/briefing.yaml"), "missing-key", "the key 'title' is missing")
NOTE = Problem(NOWHERE, "switched-off", "a rule is switched off", severity=Severity.NOTE)


def test_a_result_says_its_rule_its_place_and_what_to_do() -> None:
    (run,) = as_sarif([FAULT, WHOLE, NOTE])["runs"]
    first, whole, note = run["results"]
    assert first["message"]["text"] == "there is no 'titel'\ndid you mean 'title'?"
    place = first["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "sources/my%20paper/text/a.md"},
        "region": {"startLine": 3, "startColumn": 4},
    }
    assert "region" not in whole["locations"][0]["physicalLocation"]
    assert "locations" not in note and [one["level"] for one in run["results"]] == ["error", "error", "note"]


def test_each_result_points_to_its_rule() -> None:
    (run,) = as_sarif([FAULT, WHOLE, FAULT])["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert len(rules) == 2


def test_of_no_problems_there_is_a_run_without_results() -> None:
    log = as_sarif([])
    assert (log["version"], log["runs"][0]["results"]) == ("2.1.0", [])

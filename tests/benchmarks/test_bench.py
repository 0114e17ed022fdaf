"""The benchmark runs; how fast is for a reader to judge."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.bench import measure


def test_the_benchmark_measures_a_briefing(tmp_path: Path) -> None:
    assert list(measure("demo", tmp_path, rounds=1)) == ["cold", "warm", "edited"]

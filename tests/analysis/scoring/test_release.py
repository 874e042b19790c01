"""The release's measurements: read as they are, and one sentence where they cannot be."""

import json
from pathlib import Path

import pytest

from analysis.errors import MeasurementsUnavailable
from analysis.scoring.release import passed_over, release_facts


def test_the_bundled_release_has_measurements_and_a_card() -> None:
    facts = release_facts()
    assert {"model", "version", "evaluated", "table"} <= set(facts.metrics)
    assert facts.card.strip()


def test_missing_and_broken_files_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(MeasurementsUnavailable, match=r"missing \(metrics.json\): run python -m"):
        release_facts(tmp_path)
    (tmp_path / "metrics.json").write_text("{", encoding="utf-8")
    with pytest.raises(MeasurementsUnavailable, match="cannot be read"):
        release_facts(tmp_path)
    (tmp_path / "metrics.json").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(MeasurementsUnavailable, match=r"missing \(README.md\)"):
        release_facts(tmp_path)


def test_what_is_passed_over_is_told_of_the_release_only() -> None:
    metrics = release_facts().metrics
    found = passed_over(metrics["model"], metrics["version"])
    shares = [found[band]["share"] for band in ("loaded", "uncertain", "not loaded")]
    assert sum(shares) == pytest.approx(1, abs=0.001)
    assert passed_over("my/checkpoint", metrics["version"]) == {}
    assert passed_over(metrics["model"], "0.0.1") == {}

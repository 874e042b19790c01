"""docs/scale.md: its tables are what the figures make, and its examples run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench.scale_table.__main__ import PAGE, RATES, STEPS, page_of
from tests.bench.scale_table.model import Rates, duplicates, rates_of, run_on
from tests.bench.scale_table.page import filled, parts_of, time

MEASURED: dict[str, Any] = {
    "articles": 1000,
    "words": 600_000,
    "text_bytes": 4_000_000,
    "part": 250,
    "rate_one": 2.0,
    "two_to_one": 1.8,
    "rate_reading": 1000.0,
    "task_seconds": 0.01,
    "start_seconds": 10.0,
    "peak_mb": 700.0,
    "part_bytes": 1_000_000,
    "part_files": 9,
    "parts": [{"words": 1000, "seconds": 10}, {"words": 1000, "seconds": 30}],
}
"""Round figures, so that what follows from them can be reckoned by hand."""
STEP = [
    {"articles": 100_000, "seconds": 10, "peak_mb": 300},
    {"articles": 1_000_000, "seconds": 100, "peak_mb": 1200},
]


def rates() -> Rates:
    return rates_of(MEASURED, STEP, part=250)


@pytest.mark.skipif(not RATES.exists() or not STEPS.exists(), reason="figures not measured yet")
def test_the_page_is_what_the_figures_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == page_of(), "run python -m tests.bench.scale_table"


def test_every_part_of_the_page_is_made() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"<!-- {name}: made by" in page for name in parts_of(rates()))
    made = filled(page, {name: f"[{name}]" for name in parts_of(rates())})
    assert all(f"-->\n[{name}]\n<!-- /{name} -->" in made for name in parts_of(rates()))
    assert filled(made, parts_of(rates())) == filled(page, parts_of(rates()))


def test_one_worker_takes_as_long_as_its_articles() -> None:
    run = run_on(rates(), nodes=1, cores=1)
    # 1,000,000 / 2 seconds; 10 to start, 100 for duplicates.
    assert run.limit == "analysis"
    assert run.whole == pytest.approx(500_110)


def test_more_workers_share_it_and_wait_for_the_longest_partition() -> None:
    run = run_on(rates(), nodes=10, cores=2)
    # 1.8 articles a second and core: 250 take 139 s, the longest 1.5 times that.
    assert run.seconds["analysis"] == pytest.approx(1_000_000 / 1.8 / 20 + 1.5 * 250 / 1.8)


def test_with_many_workers_reading_is_the_limit() -> None:
    run = run_on(rates(), nodes=100, cores=32)
    assert run.limit == "reading"
    assert run.seconds["reading"] == 1000
    assert run.seconds["scheduler"] == pytest.approx(4000 * 0.01)
    assert run.seconds["disk"] == pytest.approx(4000 / 100)


def test_larger_partitions_than_were_measured_hold_more() -> None:
    of_500 = rates_of(MEASURED, STEP, part=500)
    assert of_500.part_mb == 2 * rates().part_mb
    assert of_500.part_files == rates().part_files


def test_duplicates_go_on_as_between_the_last_sizes() -> None:
    assert duplicates(rates(), 550_000) == pytest.approx((55, 750))
    assert duplicates(rates(), 2_000_000) == pytest.approx((200, 2200))


def test_a_figure_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match="part_bytes"):
        rates_of({name: value for name, value in MEASURED.items() if name != "part_bytes"}, STEP)


def test_the_command_fills_from_other_files(tmp_path: Path) -> None:
    own, steps = tmp_path / "rates.json", tmp_path / "steps.json"
    own.write_text(json.dumps(MEASURED))
    steps.write_text(json.dumps({"steps": STEP}))
    page = page_of(own, steps)
    assert "| words of an article, on average | 600 |" in page
    # As test_one_worker, on two cores: 1,000,000 / 3.6 seconds and the last partition.
    assert "| 1 | 3 d 5 h |" in page


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.04, "0.0 s"),
        (12, "12 s"),
        (100, "2 min"),
        (5400, "1 h 30 min"),
        (36_000, "10 h"),
        (277_778, "3 d 5 h"),
    ],
)
def test_times_are_said_in_units_that_count(seconds: float, said: str) -> None:
    assert time(seconds) == said

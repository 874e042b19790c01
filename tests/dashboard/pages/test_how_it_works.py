"""The sections of the How it works page that follow the scores, run without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.model.citation import bibtex, citation
from dashboard.model.facts import model_facts
from dashboard.pages.how_it_works import NOT_MEASURED, calibration_words
from models import ModelError

PAGE = Path(__file__).parents[3] / "dashboard" / "pages" / "how_it_works.py"


@pytest.fixture(scope="module")
def page():
    shown = AppTest.from_file(PAGE, default_timeout=60).run()
    assert not shown.exception
    return shown


def test_measurements_that_cannot_be_read_are_one_sentence(monkeypatch):
    def missing():
        raise ModelError("The model's measurements are missing (metrics.json): restore them.")

    monkeypatch.setattr("models.release_facts", missing)
    shown = AppTest.from_file(PAGE, default_timeout=60).run()
    assert not shown.exception
    assert [error.value for error in shown.error] == [
        "The model's measurements are missing (metrics.json): restore them."
    ]


def test_sections_are_in_order(page):
    headers = [header.value for header in page.header]
    first = headers.index("Whether the words it names are its reasons")
    assert headers[first : first + 4] == [
        "Whether the words it names are its reasons",
        "Does it treat names alike?",
        "Licences",
        "How to cite",
    ]


def test_names_are_reported_with_the_measured_figures(page):
    words = "\n".join(block.value for block in page.markdown)
    measured = model_facts().metrics["invariance"]
    assert f"{measured['names']:,} names were put into the same plain sentences" in words
    assert f"{measured['sentences']:,} sentences in all" in words
    assert f"of {measured['swaps']['swaps']:,} tries".replace(",", "\\,") in words


def test_calibration_says_which_way_it_is_off_on_each_set():
    def row(of, *bins):
        names = ("confidence", "correct", "rows")
        found = [dict(zip(names, bin_, strict=True)) for bin_ in bins]
        return {"rows_of": of, "rows": sum(b["rows"] for b in found), "ece": 0.21, "bins": found}

    measured = {
        "loaded": row("Weekly; fitted on it", (0.2, 0.1, 300), (0.6, 0.9, 900)),
        "loaded_test": row("Daily *news*", (0.5, 0.5, 10)),
        "sentiment": row("Reviews", (0.5, 0.5, 10)),
    }
    first, second = calibration_words(measured, "loaded").split("\n\n")
    assert first == (
        "This is Weekly, 1,200 sentences: 21 points off the line on average (expected calibration "
        "error, 10 bins). It said 50%, and 70% were so."
    )
    assert second == r"Daily \*news\*, 10 sentences: 21 points. It said 50%, and 50% were so."


def test_the_page_tells_of_every_calibration(page):
    words = [block.value for block in page.caption]
    measured = model_facts().metrics["calibration"]
    assert {name for name in measured if name in ("loaded", "sentiment")} == {"loaded", "sentiment"}
    for name in ("loaded", "sentiment"):
        assert calibration_words(measured, name) in words


def test_one_annotator_stands_beside_the_model(page):
    (words,) = [block.value for block in page.markdown if "Five people" in block.value]
    of = {row["task"]: row["scores"] for row in model_facts().metrics["annotators"]}
    for task in ("loaded sentences", "loaded words"):
        for found in of[f"{task}, against the other four"].values():
            assert f"{found['value']:.2f}" in words


def test_the_citation_can_be_copied(page):
    metrics = model_facts().metrics
    assert [block.value for block in page.code] == [citation(metrics), bibtex(metrics)]


def test_the_licences_point_to_the_card(page):
    words = "\n".join(block.value for block in page.markdown)
    assert "Apache License 2.0" in words
    assert "“Trained on” in the card below" in words
    assert "Trained on\n" in model_facts().card


def test_a_release_without_the_measurements_says_so():
    def section():
        from dashboard.pages.how_it_works import _names, _people, _reasons

        _people({"version": "0.0.1"})
        _reasons({"version": "0.0.1"})
        _names({"version": "0.0.1"}, "light")

    shown = AppTest.from_function(section).run()
    assert not shown.exception
    assert [header.value for header in shown.header] == [
        "How well one person would do",
        "Whether the words it names are its reasons",
        "Does it treat names alike?",
    ]
    assert [block.value for block in shown.markdown] == [NOT_MEASURED] * 3


def test_reasons_are_told_in_counts():
    def section():
        from dashboard.pages.how_it_works import _reasons

        _reasons(
            {
                "faithfulness": {
                    "flagged": 1_250,
                    "without_words": 50,
                    "sentences": 1_000,
                    "share": 0.996,
                    "fall_named": 0.449,
                    "fall_random": 0.032,
                }
            }
        )

    (words,) = [block.value for block in AppTest.from_function(section).run().markdown]
    assert "Of 1,250 held-out sentences" in words
    assert "it named loaded words in 1,200. In 1,000 of those" in words
    assert "In 996 the probability fell further" in words
    assert "by 45 points on average, and by 3 without the others" in words

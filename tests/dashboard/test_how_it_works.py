"""The sections of the How it works page that follow the scores, run without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.citation import bibtex, citation
from dashboard.how_it_works import NOT_MEASURED
from dashboard.model_facts import model_facts

PAGE = Path(__file__).parents[2] / "dashboard" / "how_it_works.py"


@pytest.fixture(scope="module")
def page():
    shown = AppTest.from_file(PAGE, default_timeout=60).run()
    assert not shown.exception
    return shown


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
        from dashboard.how_it_works import _names, _reasons

        _reasons({"version": "0.0.1"})
        _names({"version": "0.0.1"}, "light")

    shown = AppTest.from_function(section).run()
    assert not shown.exception
    assert [header.value for header in shown.header] == [
        "Whether the words it names are its reasons",
        "Does it treat names alike?",
    ]
    assert [block.value for block in shown.markdown] == [NOT_MEASURED] * 2


def test_reasons_are_told_in_counts():
    def section():
        from dashboard.how_it_works import _reasons

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

import pytest

from dashboard.model.citation import bibtex, citation

METRICS = {"model": "slant-minilm", "version": "1.2.0", "evaluated": "2031-02-03"}


@pytest.fixture(autouse=True)
def _software(monkeypatch):
    monkeypatch.setattr("dashboard.model.citation.VERSION", "9.8.7")


def test_a_citation_has_version_and_date_of_the_measurements():
    assert citation(METRICS) == (
        "Slant contributors (2031). Slant: how a news article is worded. Version 9.8.7, with the "
        "model slant-minilm, version 1.2.0, of 2031-02-03."
    )


def test_bibtex_is_one_entry():
    assert bibtex(METRICS).splitlines() == [
        "@software{slant_9_8_7,",
        "  author  = {{Slant contributors}},",
        "  title   = {{Slant: how a news article is worded}},",
        "  version = {9.8.7},",
        "  date    = {2031-02-03},",
        "  year    = {2031},",
        "  note    = {Model slant-minilm, version 1.2.0}",
        "}",
    ]

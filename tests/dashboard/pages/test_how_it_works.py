"""The How it works page, run without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.model.bands import band_counts, judged_words
from dashboard.model.citation import bibtex, citation
from dashboard.model.facts import model_facts, voices_facts
from dashboard.model.voices_measured import measured_words
from dashboard.pages.how_it_works import false_alarms, missed
from dashboard.panels.measurements import calibration_words
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


def test_readers_come_first_and_the_rest_is_folded(page):
    assert [header.value for header in page.header] == [
        "What “loaded” means",
        "What the page says of a sentence",
        "What it misses",
        "Tone, and whose words",
        "The figures, the model card, how to cite",
    ]
    folds = page.expander
    assert [fold.label for fold in folds] == [
        "How well it does, beside simpler ways",
        "How well one person would do",
        "Whether its probabilities can be taken at face value",
        "Whether the words it names are its reasons",
        "Does it treat names alike?",
        "How well it finds names, and who says what",
        "Model card, with every figure",
        "Card of the model that finds names and who says what",
        "Licences",
        "How to cite",
    ]
    assert not any(fold.proto.expanded for fold in folds)
    assert all(len(fold.children) for fold in folds)


def test_what_it_misses_is_told_in_the_counts_of_the_chart():
    measured = {
        "rows": 200,
        "loaded": {"share": 0.35, "right": 0.9},
        "uncertain": {"share": 0.15},
        "not loaded": {"share": 0.5, "right": 0.96},
    }
    said = missed(band_counts(measured), None)
    assert said.endswith("Of the 100 above that it called not loaded, 4 were loaded to people.")
    whole = {"articles": 19, "rows": 24} | {
        band: {"rows": rows} for band, rows in (("loaded", 17), ("uncertain", 6), ("not loaded", 1))
    }
    assert missed(band_counts(measured), whole) == (
        f"{said} In 19 whole articles a close reader called 24 sentences clearly loaded: it flags "
        "17 of them, is unsure of 6 and misses 1."
    )


def test_whole_articles_are_told_in_the_reader_s_counts():
    def part(plain, debatable, clearly):
        counts = {"plain": plain, "debatable": debatable, "clearly": clearly}
        return {"rows": sum(counts.values())} | {n: {"rows": c} for n, c in counts.items()}

    said = judged_words({"loaded": part(4, 12, 17), "uncertain": part(36, 20, 6)})
    assert "Of the 33 that it called likely loaded" in said
    assert "17 clearly loaded, 12 debatable and 4 plain" in said
    assert said.endswith("of the 62 that it was uncertain of, 36 were plain.")
    assert judged_words(None) == judged_words({"loaded": {"rows": 0}, "uncertain": {}}) == ""


def test_false_alarms_are_told_in_counts():
    half = {"rows": 200, "desks": {"sport": 4, "law": 0, "food": 3}}
    said = false_alarms({"held_out": half, "trained": half})
    assert "Of 200 plain sentences" in said
    assert "of 3 desks" in said
    assert said.endswith("it called 7 likely loaded.")
    assert false_alarms(None) == false_alarms({}) == ""


def test_the_page_tells_the_release_s_own_figures(page):
    bands = model_facts().metrics["bands"]
    words = "\n".join(block.value for block in page.markdown)
    assert f"So it went with {bands['rows']} sentences" in words
    called = round(bands["rows"] * bands["not loaded"]["share"])
    assert f"Of the {called} above that it called not loaded" in words


def test_names_are_reported_with_the_measured_figures(page):
    words = "\n".join(block.value for block in page.markdown)
    measured = model_facts().metrics["invariance"]
    assert f"{measured['names']:,} names were put into the same plain sentences" in words
    assert f"{measured['sentences']:,} sentences in all" in words
    assert f"of {measured['swaps']['swaps']:,} tries".replace(",", "\\,") in words


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


def test_the_second_model_is_told_in_its_own_figures(page):
    words = [block.value for block in page.markdown]
    metrics = voices_facts().metrics
    for paragraph in measured_words(metrics):
        assert paragraph in words
    marked = metrics["linked"][0]["attributions"]
    assert any(f"Of {marked:,} statements that people marked" in block for block in words)


def test_without_the_second_model_s_figures_the_page_stays(monkeypatch):
    def missing():
        raise ModelError("The model's measurements are missing (metrics.json): restore them.")

    monkeypatch.setattr("models.voices_facts", missing)
    shown = AppTest.from_file(PAGE, default_timeout=60).run()
    assert not shown.exception
    assert [error.value for error in shown.error] == [
        "The model's measurements are missing (metrics.json): restore them."
    ]
    labels = [fold.label for fold in shown.expander]
    assert "Card of the model that finds names and who says what" not in labels
    assert "Model card, with every figure" in labels


def test_the_citation_can_be_copied(page):
    metrics = model_facts().metrics
    assert [block.value for block in page.code] == [citation(metrics), bibtex(metrics)]


def test_the_licences_point_to_the_card(page):
    words = "\n".join(block.value for block in page.markdown)
    assert "Apache License 2.0" in words
    assert "“Trained on” in the model card" in words
    assert "Trained on\n" in model_facts().card

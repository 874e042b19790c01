"""The whole evaluation on few sentences of our own, the bundled model, and made-up folds."""

import csv
import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from dashboard.charts.model_scores import name_gaps, reliability, scores
from dashboard.charts.palette import LIGHT
from dashboard.model.names_alike import alternative
from models.corpora import Example, Part
from models.errors import ModelError
from models.evaluate import NETWORKS, write
from models.evaluation.card.card import BEGIN, END
from models.evaluation.desks import DeskSentence
from models.evaluation.figures.shown_to_readers import JudgedSentence
from models.evaluation.floors import measures, read_floors
from models.evaluation.inputs import Inputs
from models.evaluation.measure import evaluate
from models.evaluation.parts import PARTS
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import SENTIMENT_LABELS
from models.inference.release import BUNDLED, read_release
from models.inference.words import WORD
from models.invariance import Suite, read_suite

pytest.importorskip("sklearn")
pytest.importorskip("vaderSentiment")
pytest.importorskip("matplotlib")
pytestmark = pytest.mark.torch

SAMPLE = Path(__file__).parents[2] / "gold" / "gate_loaded.csv"


def examples() -> list[Example]:
    """Sentences of our sample as if they were of the labelled sets, both labels in every part."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    random.Random(3).shuffle(rows)
    halves = [[row for row in rows if row["loaded"] == label] for label in "10"]
    mixed = iter([row for pair in zip(*halves, strict=True) for row in pair])
    parts: list[tuple[str, Part, int]] = [
        ("babe", "train", 40),
        ("babe", "test", 20),
        ("ptc", "train", 20),
        ("ptc", "test", 20),
        ("newsmtsc", "train", 20),
        ("newsmtsc", "validation", 20),
        ("newsmtsc", "test", 20),
        ("sst", "train", 20),
        ("sst", "test", 20),
    ]
    return [
        made(next(mixed), corpus, part, number)
        for corpus, part, count in parts
        for number in range(count)
    ]


def made(row: dict[str, str], corpus: str, part: Part, number: int) -> Example:
    news = corpus in {"newsmtsc", "sst"}
    words = row["words"].split("|") if row["words"] else []
    starts = [row["text"].index(word) for word in words]
    return Example(
        row["text"],
        corpus,
        part,
        loaded_label=None if news else int(row["loaded"]),
        sentiment_label=SENTIMENT_LABELS.index(row["sentiment"]) if news else None,
        words=tuple((s, s + len(w)) for s, w in zip(starts, words, strict=True)),
        votes=(4 if row["loaded"] == "1" else 1, 5),
        marks=tuple((s, s + len(w), 3) for s, w in zip(starts, words, strict=True)),
        clear=number % 4 > 0,
        outlet=f"Outlet {number // 2 % 5}",
        group=f"Article {number // 2}",
        techniques=() if corpus == "ptc" else None,
    )


def small_suite() -> Suite:
    whole = read_suite()
    return Suite(
        names=tuple(n for n in whole.names if n.kind == "gender")[:6],
        templates=tuple(t for t in whole.templates if "gender" in t.kinds)[:3],
        swaps=(
            *[s for s in whole.swaps if s.kind == "gender"][:2],
            *[s for s in whole.swaps if s.kind == "politician"],
        ),
        sentences=tuple(s for s in whole.sentences if "gender" in s.kinds)[:3],
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release folder: the bundled weights beside results made up for our sentences."""
    made_up = tmp_path_factory.mktemp("release")
    for name in ("model.onnx", "tokenizer.json", "config.json"):
        (made_up / name).symlink_to(BUNDLED / name)
    (made_up / "README.md").write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    rows = examples()
    babe = [e for e in rows if e.corpus == "babe" and e.part == "train"]
    with (made_up / "crossval.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["scheme", "fold", "row", "loaded", "words"])
        for scheme in ("random", "article", "outlet"):
            for number, e in enumerate(babe):
                # Every loaded sentence is found, and every word of it; so is every tenth other.
                found = e.loaded_label or number % 10 == 1
                words = " ".join(["9" if found else "-9"] * len(WORD.findall(e.text)))
                writer.writerow([scheme, number // 2 % 5, e.row, 9 if found else -9, words])
    with gzip.open(made_up / "float.csv.gz", "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["corpus", "row", "loaded", *SENTIMENT_LABELS, "words"])
        for e in (e for e in rows if e.part == "test"):
            sentiment = [4 * int(label == e.sentiment_label) for label in range(3)]
            loaded = 9 if e.loaded_label else -9
            writer.writerow([e.corpus, e.row, loaded, *sentiment, "-9"])
    return made_up


@pytest.fixture(scope="module")
def metrics(folder: Path) -> dict[str, Any]:
    return evaluate(inputs_of(folder))


def inputs_of(folder: Path) -> Inputs:
    """What the made-up release is measured on."""
    return Inputs(
        OnnxClassifier(read_release(folder)),
        examples(),
        small_suite(),
        [JudgedSentence(e.text, e.group, 2, 0) for e in examples() if e.loaded_label][:10],
        ["Kamala Harris met Mike Pence on Monday.", "The ferry was late."],
        [DeskSentence("sport", "The shot was killed.", "killed")],
    )


def test_a_part_is_measured_alone_and_the_others_are_kept(
    folder: Path, metrics: dict[str, Any]
) -> None:
    found = evaluate(inputs_of(folder), ["vivid"], metrics | {"vivid": {}, "annotators": "old"})
    assert found["vivid"] == metrics["vivid"]
    assert found["annotators"] == "old"


def test_a_part_of_another_release_is_not_mixed_in(folder: Path, metrics: dict[str, Any]) -> None:
    with pytest.raises(ModelError, match="evaluate without --parts first"):
        evaluate(inputs_of(folder), ["vivid"], metrics | {"version": "0.1.0"})


def test_every_part_gives_its_own_figures(metrics: dict[str, Any]) -> None:
    general = {"model", "version", "evaluated", "interval", "floors"}
    of_readers = {"tones", "passed_over", "judged_bands"}
    assert set(metrics) - general >= of_readers
    # Two more from readers, one more from bands.
    assert len(set(metrics) - general) == len(PARTS) + 3
    (names, stop) = [line for line in metrics["steady"] if line["source"] == "unlabelled news"]
    assert (names["change"], names["sentences"]) == ("names", 1)
    assert (stop["change"], stop["sentences"]) == ("full stop", 2)
    assert metrics["vivid"]["held_out"]["rows"] == 1


def test_every_floor_has_its_figure(metrics: dict[str, Any]) -> None:
    found = measures(metrics)
    wanted = {floor.measure for floor in read_floors() if floor.floor is not None}
    assert wanted - set(found) <= {
        # Only where the release names techniques, and where a band has any rows.
        "precision of the worst technique named",
        "not loaded band right, BABE test, clear votes",
        "loaded band right, BABE test, clear votes",
        # Only where both are shown on some of the twenty rows.
        "shown tones right, NewsMTSC devtest, worst of negative and positive",
    }


def test_folds_are_scored_from_the_stored_results(metrics: dict[str, Any]) -> None:
    lines = {(line["task"], line["metric"]): line for line in metrics["table"]}
    for name, unit in (("5-fold", "sentences"), ("folds by article", "articles")):
        line = lines[f"loaded sentences, BABE {name}", "macro-F1"]
        # 20 found and right, 2 or 4 found of the other 20: F1 of both classes by hand.
        wrong = sum(number % 10 == 1 for number in range(40))
        expected = (2 * 20 / (40 + wrong) + 2 * (20 - wrong) / (40 - wrong)) / 2
        assert line["scores"]["slant"]["value"] == pytest.approx(expected, abs=1e-4)
        assert line["resampled"] == unit
    assert lines["loaded sentences, BABE folds by outlet", "AUROC"]["units"] == 5


def test_int8_is_held_against_the_stored_network(metrics: dict[str, Any]) -> None:
    lines = {(line["task"], line["metric"]): line for line in metrics["quantization"]}
    assert lines["loaded sentences, BABE test articles", "macro-F1"]["fp32"] == 1.0
    assert lines["sentence sentiment, NewsMTSC devtest", "macro-F1"]["fp32"] == 1.0
    # Neutral sentences of the film reviews are left out.
    assert lines["positive or negative, SST test", "accuracy"]["rows"] < 20


def test_what_readers_see_is_measured_on_news_and_on_whole_articles(
    metrics: dict[str, Any], folder: Path
) -> None:
    thresholds = read_release(folder).tone_thresholds
    assert [tones["rows"] for tones in metrics["tones"]] == [20, 20, 10]
    assert {tones["positive"]["from"] for tones in metrics["tones"]} == {thresholds.positive}
    assert metrics["passed_over"]["rows"] == metrics["passed_over"]["sentences"] == 10
    write(NETWORKS["slant-minilm"], metrics, folder)
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert "### Tones that are shown" in card
    assert "### What it passes over" in card


def test_calibration_of_sentiment_is_told_of_news_and_of_reviews(metrics: dict[str, Any]) -> None:
    rows = {key: row["rows"] for key, row in metrics["calibration"].items()}
    binary = next(line for line in metrics["table"] if line["task"].startswith("positive or"))
    # A probability of three labels is tried on sentences of all three.
    assert rows["sentiment_reviews"] > binary["rows"]
    assert list(rows)[:2] == ["loaded", "loaded_folds"]
    assert list(rows)[2:] == ["sentiment", "sentiment_reviews", "sentiment_validation"]
    # Reviews are of no article: each is drawn for itself.
    reviews = metrics["calibration"]["sentiment_reviews"]
    assert reviews["low"] < reviews["high"]


def test_one_annotator_is_held_against_the_others(metrics: dict[str, Any]) -> None:
    lines = {line["task"]: line["scores"] for line in metrics["annotators"]}
    # Four of five agree on every sentence, and three marked every loaded word: by hand.
    assert lines["loaded sentences, against all five"]["annotator"]["value"] == 0.8
    assert lines["loaded words, against all five"]["annotator"]["value"] == 0.75
    assert lines["loaded words, against the other four"]["annotator"]["value"] == 0.75


def test_what_is_written_is_what_was_measured(folder: Path, metrics: dict[str, Any]) -> None:
    write(NETWORKS["slant-minilm"], metrics, folder)
    assert json.loads((folder / "metrics.json").read_text(encoding="utf-8")) == metrics
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert card.startswith(f"before\n{BEGIN}\n")
    assert card.endswith(f"{END}\nafter\n")
    assert "\nold\n" not in card
    assert "nan" not in card
    for picture in ("scores.svg", "reliability.svg"):
        assert f"({picture})" in card
        assert (folder / picture).is_file()


def test_the_page_can_draw_the_figures(metrics: dict[str, Any]) -> None:
    assert len(scores(metrics["table"], LIGHT).checked().data[0].x) == len(metrics["table"])
    assert reliability(metrics["calibration"]["loaded"]["bins"], LIGHT).checked().data
    assert reliability(metrics["calibration"]["sentiment"]["bins"], LIGHT).checked().data
    assert name_gaps(metrics["invariance"], LIGHT).checked().data
    assert "loaded" in alternative(metrics["invariance"])

"""The card's tables, from made-up figures."""

from models.evaluation.floors import held_against, read_floors
from models.evaluation.voices.card import format_voices_scores
from models.evaluation.voices.measure import FLOORS, voices_measures
from tests.models.evaluation.voices.small_figures import METRICS


def table_rows(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    floors = held_against(voices_measures(METRICS), read_floors(FLOORS))
    text = format_voices_scores({**METRICS, "floors": floors})
    section = text.split(f"### {heading}\n")[1].split("### ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_floors_stand_beside_what_was_known():
    rows = {row[0]: row[1:] for row in table_rows("Floors and aims")}
    assert rows["cues, overlap F1"] == [
        "rules on spaCy's parse 0.57; plain tagger 0.73",
        "≥ 0.76",
        "0.82",
        "0.75",
        "missed",
    ]
    assert rows["sources, character F1"][-1] == "floor"
    assert rows["contents, character F1"][-1] == "aim"


def test_names_have_their_counts():
    (row,) = table_rows("Names")
    assert row[:-1] == [
        "persons, newswire",
        "1,862",
        "80",
        "0.900 (0.880–0.910)",
        "0.871",
        "0.912",
    ]
    assert "0.65" in row[-1]


def test_attributions_stand_beside_annotators_where_these_were_measured():
    cues, sources, _ = table_rows("Attributions")
    assert cues[:5] == [
        "cues, overlap F1",
        "0.750 (0.730–0.760)",
        "0.871",
        "0.912",
        "0.800 (0.780–0.810)",
    ]
    assert sources[4] == ""


def test_what_belongs_together_is_told_in_shares():
    everything, direct = table_rows("What belongs together")
    assert everything == ["all", "1,500", *["61% (59%–62%)"] * 4]
    assert direct[0] == "in quotation marks"


def test_pairs_stand_beside_the_words_they_share():
    (row,) = table_rows("Same fact")
    assert row[:5] == [
        "same fact",
        "AUROC",
        "1,200 of 80 topics",
        "0.830 (0.810–0.840)",
        "0.750 (0.730–0.760)",
    ]
    assert "0.780" in row[5]

"""What is said of what was found in an archive."""

import pandas as pd
import pytest

from analysis.columns import frame
from analysis.corpus.archive.frames import GROUPINGS, HITS_OVER_TIME, MEASURES
from analysis.frames import VOICES
from analysis.output.phrasing.archive.finding import (
    NOTHING_FOUND,
    NOTHING_LISTED,
    found_said,
    group_said,
    hit_about,
    listed_said,
    months_found_caption,
    order_said,
    sentence_about,
)

ROW = {
    "voice": "quoted",
    "speaker": "Ana Hale",
    "loaded": "loaded",
    "loaded_probability": 0.953,
    "tone_label": "negative",
    "tone": -0.9,
    "outlet": "Moor Herald",
    "date": pd.Timestamp("2024-01-05"),
    "title": "The quay",
}


def test_a_point_says_what_it_leads_to():
    said = listed_said(1204, "outlet", "Moor Herald", "outlet", "loaded")
    assert said == "1,204 sentences likely loaded: own voice, outlet Moor Herald"
    assert listed_said(1, "month", "", "quoted", "tone") == (
        "1 sentence with a tone: quoted, no date given"
    )
    assert listed_said(0, "outlet", "x", "outlet", "loaded") == NOTHING_LISTED


def test_every_grouping_voice_and_measure_has_words():
    for grouping in GROUPINGS:
        assert group_said(grouping, "") != group_said(grouping, "x")
    for measure in MEASURES:
        assert order_said(measure)
        for voice in VOICES:
            assert listed_said(2, "outlet", "x", voice, measure)


def test_a_sentence_has_its_band_in_words_whose_it_is_and_where_from():
    assert sentence_about(ROW) == (
        "likely loaded, 95% · negative tone, −0.90 · quoted: Ana Hale · "
        "Moor Herald · 2024-01-05 · The quay"
    )


def test_what_is_missing_is_left_out():
    bare = {**ROW, "loaded": None, "tone_label": None, "tone": None, "speaker": ""}
    bare |= {"outlet": "", "date": None, "title": " ", "voice": "outlet"}
    assert sentence_about(bare) == "own voice"
    assert hit_about({**bare, "date": pd.NaT, "outlet": "Quay Post"}) == "own voice · Quay Post"


def test_names_of_strangers_are_one_line_and_cut():
    said = hit_about({**ROW, "outlet": "a\nb " * 100})
    assert "\n" not in said
    assert len(said) < 200


@pytest.mark.parametrize(
    ("places", "articles", "said"),
    [
        (1, 1, "1 place in 1 article"),
        (1200, 7, "1,200 places in 7 articles"),
        (0, 0, NOTHING_FOUND),
    ],
)
def test_how_often_a_phrase_is_there(places, articles, said):
    assert found_said(places, articles) == said


def over_time(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    return frame(pd.DataFrame(rows, columns=[*HITS_OVER_TIME]), HITS_OVER_TIME)


def test_months_are_said_with_their_articles():
    rows = ("", 1, 1, 3), ("2024-01", 12, 7, 44), ("2024-02", 0, 0, 0)
    caption = months_found_caption(over_time(*rows))
    assert caption.title == "Share of each month’s articles that have it"
    assert caption.words == (
        "No date: 1 place in 1 of 3 articles, 33%. 2024-01: 12 places in 7 of 44 articles, 16%."
    )


def test_an_archive_without_dates_has_no_months():
    caption = months_found_caption(over_time(("", 1, 1, 3)))
    assert caption.title == "No article that is chosen gives a date"

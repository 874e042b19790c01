"""Titles, labels and words of the charts of a comparison."""

import pytest

from analysis.output.phrasing.comparison.charts import (
    LONGEST_NAME,
    difference_label,
    difference_words,
    differences_caption,
    room_caption,
    strips_caption,
)


def row(measure: str, difference: float, low: float, high: float, **more: object) -> dict:
    clear = low > 0 or high < 0
    values = {"measure": measure, "difference": difference, "low": low, "high": high}
    return {**values, "subject": "", "voice": "", "clear": clear, **more}


LOADED = row("loaded_share_outlet", 0.345, 0.18, 0.5, voice="outlet")
TONE = row("mean_tone_outlet", -0.1, -0.3, 0.104, voice="outlet")


@pytest.mark.parametrize(
    ("found", "label"),
    [
        (LOADED, "Likely loaded, own voice"),
        (TONE, "Tone, own voice"),
        (row("speaker_share", 0.1, 0, 0.2, subject="Ann Hale"), "Words given to Ann Hale"),
        (
            row("tone_towards", 0.1, 0, 0.2, subject="Ann Hale", voice="outlet"),
            "Tone towards Ann Hale, own voice",
        ),
        (
            row("tone_towards", 0.1, 0, 0.2, subject="Ann Hale", voice="speakers"),
            "Tone towards Ann Hale, speakers",
        ),
    ],
)
def test_a_difference_has_a_short_name(found, label):
    assert difference_label(found) == label


def test_a_long_name_is_cut():
    label = difference_label(row("speaker_share", 0.1, 0, 0.2, subject="Ann " * 40))
    assert len(label) <= LONGEST_NAME + len("Words given to ")
    assert label.endswith("…")


def test_shares_are_told_in_points_and_tones_as_they_are():
    assert difference_words(LOADED) == "+34 points (95%: 18 to 50)"
    assert difference_words(TONE) == "−0.10 (95%: −0.30 to 0.10; may be chance)"


def test_the_title_says_how_many_differences_are_clear_and_which_is_subtracted():
    assert (
        differences_caption([LOADED, TONE], (0, 2)).title == "C minus A: 1 of 2 differences clear"
    )
    assert differences_caption([TONE], (0, 1)).title == "B minus A: every difference may be chance"


def test_the_words_hold_every_difference():
    assert differences_caption([LOADED, TONE], (0, 1)).words == (
        "B minus A. Likely loaded, own voice: +34 points (95%: 18 to 50); "
        "Tone, own voice: −0.10 (95%: −0.30 to 0.10; may be chance)."
    )


def test_the_strips_count_each_article(result):
    caption = strips_caption([result.sentences, result.sentences.head(1)])
    assert caption.title == "Sentences likely loaded: A 2 of 6, B 0 of 1"
    assert caption.words.startswith("A: 6 sentences. Likely loaded: 2 and 3.")
    assert "B: 1 sentence. Likely loaded: none." in caption.words


def test_the_room_of_speakers_is_told_by_speaker_and_by_article():
    rows = [
        {"speaker": name, "article": place, "share": share, "statements": int(share > 0)}
        for name, shares in (("Ann Hale", (0.25, 0.1)), ("Ivo Marsh", (0.0, 0.4)))
        for place, share in enumerate(shares)
    ]
    caption = room_caption(rows, 2)
    assert caption.title == "Words given to speakers: A 25%, B 50%"
    assert caption.words == "Ann Hale: A 25%, B 10%; Ivo Marsh: A no words found, B 40%."

"""The line at the top of an article."""

import pandas as pd
import pytest

from analysis.output.phrasing.summary import summary, truncation_note


@pytest.mark.parametrize(
    ("bands", "voices", "said"),
    [
        ("", "", "No sentence was scored."),
        ("n", "o", "The only sentence is not loaded."),
        ("l", "o", "The only sentence is likely loaded."),
        ("u", "m", "The only sentence, which has words of others, is uncertain."),
        ("l", "q", "The only sentence, which has words of others, is likely loaded."),
        ("nnn", "ooo", "Of the outlet's own sentences, none of 3 is likely loaded."),
        ("lnn", "ooo", "Of the outlet's own sentences, 1 of 3 is likely loaded."),
        ("nu", "oo", "Of the outlet's own sentences, none of 2 is likely loaded and 1 is"
                     " uncertain."),
        ("llu", "rqm", "No sentence is the outlet's own; of those with words of others, 2 of 3 are"
                       " likely loaded and 1 is uncertain."),
        ("u", "r", "The only sentence, which has words of others, is uncertain."),
        ("lnu", "qoo", "Of the outlet's own sentences, none of 2 is likely loaded and 1 is"
                       " uncertain; of those with words of others, the only one is likely loaded."),
        ("lln", "ooq", "Of the outlet's own sentences, 2 of 2 are likely loaded; of those with"
                       " words of others, the only one is not loaded."),
        ("lnl", "oqr", "Of the outlet's own sentences, the only one is likely loaded; of those"
                       " with words of others, 1 of 2 is likely loaded."),
        ("lluuu", "ooqqm", "Of the outlet's own sentences, 2 of 2 are likely loaded; of those with"
                           " words of others, none of 3 is likely loaded and 3 are uncertain."),
    ],
)  # fmt: skip
def test_summary(bands: str, voices: str, said: str) -> None:
    names = {"l": "loaded", "u": "uncertain", "n": "not loaded"}
    who = {"o": "outlet", "q": "quoted", "r": "reported", "m": "mixed"}
    frame = pd.DataFrame(
        {"loaded": [names[band] for band in bands], "voice": [who[voice] for voice in voices]}
    )
    assert summary(frame) == said


def test_thousands_are_set_apart_and_what_was_not_scored_does_not_count() -> None:
    bands = ["loaded"] * 1200 + ["uncertain"] * 1300 + [None] * 7
    voices = ["quoted"] * 1100 + ["outlet"] * 1400 + ["outlet"] * 7
    assert summary(pd.DataFrame({"loaded": bands, "voice": voices})) == (
        "Of the outlet's own sentences, 100 of 1,400 are likely loaded and 1,300 are uncertain; of "
        "those with words of others, 1,100 of 1,100 are likely loaded."
    )


@pytest.mark.parametrize(
    ("truncated", "said"),
    [
        (0, ""),
        (1, "1 sentence is longer than the model reads and was scored by the beginning only."),
        (
            1200,
            "1,200 sentences are longer than the model reads and were scored by the beginning "
            "only.",
        ),
    ],
)
def test_truncation_note(truncated: int, said: str) -> None:
    assert truncation_note(truncated) == said

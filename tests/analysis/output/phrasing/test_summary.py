"""The line at the top of an article."""

import pandas as pd
import pytest

from analysis.output.phrasing.summary import summary, truncation_note


@pytest.mark.parametrize(
    ("bands", "voices", "said"),
    [
        ("n", "o", "The only sentence is not loaded."),
        ("l", "q", "The only sentence is likely loaded, wholly or partly quoted."),
        ("nnn", "ooo", "None of 3 sentences is likely loaded."),
        ("l", "o", "The only sentence is likely loaded."),
        ("u", "m", "The only sentence is uncertain."),
        ("", "", "No sentence was scored."),
        ("lnn", "ooo", "1 of 3 sentences is likely loaded."),
        ("lnu", "qoo", "1 of 3 sentences is likely loaded, wholly or partly quoted;"
                       " 1 is uncertain."),
        ("lln", "qmo", "2 of 3 sentences are likely loaded, all of them wholly or partly"
                       " quoted."),
        ("nu", "oo", "None of 2 sentences is likely loaded; 1 is uncertain."),
        ("lln", "ooq", "2 of 3 sentences are likely loaded."),
        ("lluu", "qmoo", "2 of 4 sentences are likely loaded, all of them wholly or partly quoted;"
                         " 2 are uncertain."),
        ("llln", "qqoo", "3 of 4 sentences are likely loaded, 2 of them wholly or partly"
                         " quoted."),
        ("lllu", "qooo", "3 of 4 sentences are likely loaded, 1 of them wholly or partly quoted;"
                         " 1 is uncertain."),
    ],
)  # fmt: skip
def test_summary(bands: str, voices: str, said: str) -> None:
    names = {"l": "loaded", "u": "uncertain", "n": "not loaded"}
    who = {"o": "outlet", "q": "quoted", "m": "mixed"}
    frame = pd.DataFrame(
        {"loaded": [names[band] for band in bands], "voice": [who[voice] for voice in voices]}
    )
    assert summary(frame) == said


def test_thousands_are_set_apart() -> None:
    bands = ["loaded"] * 1200 + ["uncertain"] * 1300
    frame = pd.DataFrame({"loaded": bands, "voice": ["quoted"] * 1100 + ["outlet"] * 1400})
    assert summary(frame) == (
        "1,200 of 2,500 sentences are likely loaded, 1,100 of them wholly or partly quoted; "
        "1,300 are uncertain."
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

"""The report's findings in words."""

import pandas as pd
import pytest

from analysis.report_captions import (
    counted,
    listed,
    loaded_words_words,
    mix_words,
    paragraph_bands,
    paragraph_words,
    percent,
    strip_words,
    summary,
    voice_mix,
)


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0%"), (0.001, "<1%"), (0.01, "1%"), (0.876, "88%"), (0.996, ">99%"), (1, "100%")],
)
def test_percent(share: float, said: str) -> None:
    assert percent(share) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], "none"),
        ([4], "4"),
        ([4, 5], "4 and 5"),
        ([1, 3, 4, 5, 8], "1, 3–5 and 8"),
        ([1, 2, 3], "1–3"),
        ([1, 2, 7, 8], "1, 2, 7 and 8"),
    ],
)
def test_listed(items: list[int], said: str) -> None:
    assert listed(items) == said


def test_counted() -> None:
    assert (counted(1, "word"), counted(1200, "word")) == ("1 word", "1,200 words")


@pytest.mark.parametrize(
    ("bands", "voices", "said"),
    [
        ("n", "o", "None of 1 sentence is likely loaded."),
        ("l", "q", "1 of 1 sentence is likely loaded, wholly or partly quoted."),
        ("nu", "oo", "None of 2 sentences is likely loaded; 1 is uncertain."),
        ("lln", "ooq", "2 of 3 sentences are likely loaded."),
        ("lluu", "qmoo", "2 of 4 sentences are likely loaded, all of them wholly or partly quoted;"
                         " 2 are uncertain."),
        ("lllu", "qooo", "3 of 4 sentences are likely loaded, 1 of them wholly or partly quoted;"
                         " 1 is uncertain."),
    ],
)  # fmt: skip
def test_summary(bands: str, voices: str, said: str) -> None:
    names = {"l": "loaded", "u": "uncertain", "n": "neutral"}
    who = {"o": "outlet", "q": "quoted", "m": "mixed"}
    frame = pd.DataFrame(
        {"loaded": [names[band] for band in bands], "voice": [who[voice] for voice in voices]}
    )
    assert summary(frame) == said


@pytest.fixture
def sentences(result_of) -> pd.DataFrame:
    made = result_of(
        ["A.", "B.", "C.", "D."],
        loaded=["loaded", "loaded", "uncertain", "neutral"],
        voice=["quoted", "outlet", "outlet", "outlet"],
        sentiment=["negative", "neutral", "neutral", "positive"],
    ).sentences
    return made.assign(paragraph=[0, 0, 0, 1])


def test_strip_words(sentences) -> None:
    assert strip_words(sentences) == "Of 4 sentences, likely loaded: 1 and 2. Uncertain: 3."


def test_mix_words(sentences) -> None:
    assert mix_words(voice_mix(sentences)) == (
        "Own voice, 3 sentences: 0% negative, 67% neutral, 33% positive. "
        "Quoted, 1 sentence: 100% negative, 0% neutral, 0% positive."
    )


def test_paragraph_words(sentences) -> None:
    assert paragraph_words(paragraph_bands(sentences)) == (
        "Paragraph 1: 2 of 3 sentences likely loaded, 1 uncertain; "
        "paragraph 2: 0 of 1 sentence likely loaded, 0 uncertain."
    )


def test_loaded_words_words() -> None:
    words = pd.DataFrame({"count": [2, 1], "effect": [0.311, 0.01]}, index=["mad", "grim"])
    assert loaded_words_words(words) == (
        "“mad” 31 points, found 2 times; “grim” 1 point, found 1 time."
    )

"""Titles state what is seen, and the words beside a chart give the same figures."""

import dataclasses

import pandas as pd
import pytest

from analysis.output.loaded_words import loaded_words
from analysis.output.phrasing import captions
from analysis.output.sentence_counts import paragraph_bands, voice_mix


def sentences(loaded, voices=None, tone=None):
    """Return a sentences frame with the columns the captions read; ``loaded`` as L, u and n."""
    bands = {"L": "loaded", "u": "uncertain", "n": "not loaded"}
    count = len(loaded)
    tones = tone or [0.0] * count
    return pd.DataFrame(
        {
            "sentence": range(count),
            "paragraph": [number // 3 for number in range(count)],
            "loaded": [bands[letter] for letter in loaded],
            "loaded_probability": [{"L": 0.9, "u": 0.5, "n": 0.1}[letter] for letter in loaded],
            "voice": voices or ["outlet"] * count,
            "tone": tones,
            "sentiment": [
                "negative" if value < -0.3 else "positive" if value > 0.3 else "neutral"
                for value in tones
            ],
        }
    )


@pytest.mark.parametrize(
    ("loaded", "title"),
    [
        ("nnnnnn", "No sentence is likely loaded"),
        ("LLL", "Every sentence is likely loaded"),
        ("nLnnnnn", "Likely loaded: sentence 2"),
        ("nLnnnnL", "Likely loaded: sentences 2 and 7"),
        ("LLLnnnnnL", "Most likely loaded sentences stand near the beginning"),
        ("nnnLLLnnn", "Most likely loaded sentences stand near the middle"),
        ("nnnnnnLLL", "Most likely loaded sentences stand near the end"),
        ("LnnLnnLnn", "Likely loaded sentences are spread over the article"),
    ],
)
def test_strip_title(loaded, title):
    assert captions.strip_caption(sentences(loaded)).title == title


def test_strip_words_give_the_numbers():
    words = captions.strip_caption(sentences("LLLnuL")).words
    assert "likely loaded: 1–3 and 6. Uncertain: 5." in words
    assert "90%, in sentence 1" in words


@pytest.mark.parametrize(
    ("tone", "title"),
    [
        ([0.8, 0.8, 0, 0, -0.8, -0.8], "The tone darkens towards the end"),
        ([-0.8, -0.8, 0, 0, 0.8, 0.8], "The tone brightens towards the end"),
        ([-0.8] * 6, "The tone stays negative throughout"),
        ([0.0] * 6, "The tone stays near neutral throughout"),
        ([0.4], "The tone stays rather positive throughout"),
    ],
)
def test_tone_title(tone, title):
    assert captions.tone_caption(sentences("n" * len(tone), tone=tone)).title == title


@pytest.mark.parametrize(
    ("voices", "tone", "title"),
    [
        ("oo", [-1, 0], "Nothing is quoted; 50% of sentences are negative"),
        ("qq", [-1, 0], "All of it is quoted, wholly or partly"),
        ("ooqq", [-1, -1, 0, 0], "The outlet's own voice is more negative than its quotations"),
        ("ooqm", [0, 0, -1, -1], "The quotations are more negative than the outlet's own voice"),
        (
            "ooqq",
            [-1, 0, -1, 0],
            "The outlet's own voice and its quotations are about equally negative",
        ),
    ],
)
def test_mix_title(voices, tone, title):
    names = {"o": "outlet", "q": "quoted", "m": "mixed"}
    mix = voice_mix(sentences("n" * len(tone), [names[v] for v in voices], tone))
    assert captions.mix_caption(mix).title == title


def test_words_title_and_text(result):
    caption = captions.words_caption(loaded_words(result.spans))
    assert caption.title == "“reckless” and “shameful” weigh most"
    assert "“reckless” 30 points, found 2 times; “shameful” 15 points, found 1 time" in (
        caption.words
    )


def test_words_that_weigh_nothing_are_said_to(result):
    light = loaded_words(result.spans.assign(effect=[0.004, -0.2, 0.0, 0.001]))
    title = captions.words_caption(light).title
    assert title == "3 loaded words, none of which weighs much by itself"


@pytest.mark.parametrize(
    ("loaded", "title"),
    [
        ("nnnnnn", "No paragraph holds a likely loaded sentence"),
        ("LLnnnn", "Paragraph 1 holds 2 of 2 likely loaded sentences"),
        ("LnnLnn", "No paragraph holds more than one likely loaded sentence"),
        ("LLnLLn", "Paragraphs 1 and 2 hold 2 likely loaded sentences each"),
        ("LLn", "The article is one paragraph"),
    ],
)
def test_paragraph_title(loaded, title):
    bands = paragraph_bands(sentences(loaded))
    assert captions.paragraph_caption(bands).title == title


def test_readability_is_named_by_flesch_s_levels(result):
    caption = captions.readability_caption(result.article)
    assert caption.title == "Reads as fairly difficult, like quality magazines"
    assert "SMOG cannot say" in caption.words
    silent = result.article.assign(flesch_reading_ease=float("nan"))
    assert "Too short" in captions.readability_caption(silent).title


def test_captions_hold_for_one_sentence(result):
    one = dataclasses.replace(result, sentences=result.sentences.head(1))
    assert captions.strip_caption(one.sentences).title == "No sentence is likely loaded"
    assert captions.tone_caption(one.sentences).words

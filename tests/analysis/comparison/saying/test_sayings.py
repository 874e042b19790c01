"""Statements of one speaker that say the same, with their verbs."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.columns import empty
from analysis.comparison.alignment.judge import same_fact
from analysis.comparison.alignment.pairs import pairs as aligned
from analysis.comparison.frames import PAIRS, SAYINGS
from analysis.comparison.saying.sayings import MOST_JUDGED, sayings
from analysis.frames import Result
from analysis.speakers.tagging.network import voices
from tests.hand_made_statements import names_of, piece, statements_of

Pairs = Sequence[tuple[str, str]]


class Judge:
    """Gives one probability to all pairs, and keeps what it was asked."""

    def __init__(self, probability: float) -> None:
        self.probability = probability
        self.asked: list[list[tuple[str, str]]] = []

    def __call__(self, pairs: Pairs) -> NDArray[np.float64]:
        self.asked.append(list(pairs))
        return np.full(len(pairs), self.probability)


Given = tuple[str, str, str, str]
"""Speaker, cue, its verb and manner as ``verb/manner``, and content."""


@pytest.fixture
def article(result_of: Callable[..., Result]) -> Callable[..., Result]:
    """Return a function that makes an article with one sentence for each statement."""

    def make(*given: Given) -> Result:
        texts = [f"{speaker} {cue} {content}." for speaker, cue, _, content in given]
        text = "\n\n".join(texts)
        rows = []
        for number, (speaker, cue, verb, content) in enumerate(given):
            base, manner = verb.split("/")
            row = piece(text, content, number, speaker=speaker, sentence=number)
            at = text.index(texts[number]) + len(speaker) + 1
            row |= {"cue": cue, "cue_start": at, "cue_end": at + len(cue)}
            row |= {"verb": base, "manner": manner, "form": "reported"}
            rows.append(row)
        speakers = [speaker for speaker, *_ in given if speaker[0].isupper()]
        named = [
            (name, "person", [(text.index(name), text.index(name) + len(name))])
            for name in dict.fromkeys(speakers)
        ]
        return result_of(texts, statements=statements_of(*rows), names=names_of(*named))

    return make


PLAIN = ("Joan Hale", "said", "say/neutral", "that the old bridge had rusted through")
LOADED = ("Hale", "admitted", "admit/conceding", "the bridge had rusted for years")


def test_the_verbs_of_the_same_statement(article: Callable[..., Result]) -> None:
    first, second = article(PLAIN), article(LOADED)
    found = sayings(empty(PAIRS), [first, second], Judge(0.99))
    assert list(found.columns) == list(SAYINGS)
    [row] = found.to_dict("records")
    assert (row["verb_a"], row["manner_a"]) == ("say", "neutral")
    assert (row["verb_b"], row["manner_b"]) == ("admit", "conceding")
    assert row["differs"] is True
    assert row["speaker"] == "Joan Hale"
    assert (row["text_a"], row["text_b"]) == (PLAIN[3], LOADED[3])
    for side, result in (("a", first), ("b", second)):
        cue = result.text[int(row[f"cue_start_{side}"]) : int(row[f"cue_end_{side}"])]
        assert cue == row[f"cue_{side}"]


@pytest.mark.parametrize(
    ("other", "probability", "number"),
    [
        (LOADED, 0.89, 0),
        # Somebody else.
        (("Ana Pell", *LOADED[1:]), 0.99, 0),
        # Nobody in particular, in a sentence that is not linked.
        (("he", *LOADED[1:]), 0.99, 0),
        # A request is no statement.
        (("Hale", "asked for", "ask for/neutral", "the old rusted bridge"), 0.99, 0),
        # What was not said.
        (("Hale", "did not say", "say/neutral", "that the bridge had rusted"), 0.99, 0),
        (("Hale", "said", "say/neutral", "that the bridge had rusted"), 0.99, 1),
    ],
)
def test_what_is_the_same_statement(
    article: Callable[..., Result], other: Given, probability: float, number: int
) -> None:
    found = sayings(empty(PAIRS), [article(PLAIN), article(other)], Judge(probability))
    assert len(found) == number
    assert not found["differs"].any()


def test_the_same_words_need_no_judge(article: Callable[..., Result]) -> None:
    judge = Judge(0.0)
    second = article(("Hale", "told reporters", "tell reporters/neutral", PLAIN[3]))
    found = sayings(empty(PAIRS), [article(PLAIN), second], judge)
    assert len(found) == 1
    assert not found["differs"].any()
    assert judge.asked == []


def test_an_unknown_speaker_needs_a_linked_sentence(article: Callable[..., Result]) -> None:
    from analysis.columns import frame

    second = article(("he", *LOADED[1:]))
    row = {name: [None] for name in PAIRS} | {
        "article_a": [0],
        "article_b": [1],
        "sentence_a": [0],
        "sentence_b": [0],
        "band": ["possibly"],
    }
    linked = frame(
        {
            name: [float("nan")] if PAIRS[name].dtype == "float64" else value
            for name, value in row.items()
        },
        PAIRS,
    )
    [found] = sayings(linked, [article(PLAIN), second], Judge(0.96)).to_dict("records")
    assert found["speaker"] == "Joan Hale"
    assert sayings(linked, [article(PLAIN), second], Judge(0.94)).empty


def test_every_statement_has_one_partner_in_each_article(article: Callable[..., Result]) -> None:
    again = ("Hale", "said", "say/neutral", "the old bridge had rusted")
    articles = [article(PLAIN), article(LOADED, again), article(LOADED)]
    found = sayings(empty(PAIRS), articles, Judge(0.95))
    keys = found[["article_a", "statement_a", "article_b", "statement_b"]].to_numpy().tolist()
    # The words of the second are nearer to the first's, and the third's are the same as LOADED's.
    assert keys == [[0, 0, 1, 1], [0, 0, 2, 0], [1, 0, 2, 0]]


def test_the_judge_is_asked_once_for_a_bounded_number(article: Callable[..., Result]) -> None:
    many = [
        ("Hale", "said", "say/neutral", f"the bridge {number} had rusted {number}")
        for number in range(20)
    ]
    judge = Judge(0.5)
    found = sayings(empty(PAIRS), [article(*many), article(*many[::-1], PLAIN)], judge)
    assert len(judge.asked) == 1
    assert len(judge.asked[0]) == MOST_JUDGED
    assert len(found) == 20


def test_no_statements(result_of: Callable[..., Result]) -> None:
    judge = Judge(1.0)
    assert sayings(empty(PAIRS), [result_of(["It rained."])] * 2, judge).empty
    assert judge.asked == []


def test_real_articles(told: Callable[..., list[Result]]) -> None:
    articles = told("river-flood-plain", "river-flood-loaded")
    found = sayings(aligned(articles, voices()), articles, same_fact)
    verbs = {row.speaker: (row.verb_a, row.verb_b, row.differs) for row in found.itertuples()}
    assert verbs["Sela Birkin"] == ("say", "sneer", True)
    assert verbs["Henrike Solvang"] == ("say", "say", False)
    assert verbs["Noor van Tongen"] == ("say", "say", False)

"""Statements of one speaker that say the same, with their verbs."""

from collections.abc import Callable
from typing import Any

import pytest

from analysis.columns import empty, frame
from analysis.comparison.alignment.judge import same_fact
from analysis.comparison.alignment.pairs import pairs as aligned
from analysis.comparison.frames import PAIRS, SAYINGS
from analysis.comparison.saying.sayings import MOST_JUDGED
from analysis.frames import Result
from analysis.speakers.tagging.network import voices
from tests.analysis.comparison.of_articles import sayings
from tests.hand_made_statements import names_of, piece, statements_of

PLAIN = ("Joan Hale", "said", "say/neutral", "that the old bridge had rusted through")
LOADED = ("Hale", "admitted", "admit/conceding", "the bridge had rusted for years")


def test_the_verbs_of_the_same_statement(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    first, second = stated(PLAIN), stated(LOADED)
    found = sayings(empty(PAIRS), [first, second], judge_of(0.99))
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
    stated: Callable[..., Result],
    judge_of: Callable[..., Any],
    other: tuple[str, str, str, str],
    probability: float,
    number: int,
) -> None:
    found = sayings(empty(PAIRS), [stated(PLAIN), stated(other)], judge_of(probability))
    assert len(found) == number
    assert not found["differs"].any()


def test_the_same_words_need_no_judge(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    judge = judge_of(0.0)
    second = stated(("Hale", "told reporters", "tell reporters/neutral", PLAIN[3]))
    found = sayings(empty(PAIRS), [stated(PLAIN), second], judge)
    assert len(found) == 1
    assert not found["differs"].any()
    assert judge.asked == []


def test_an_unknown_speaker_needs_a_linked_sentence(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    second = stated(("he", *LOADED[1:]))
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
    [found] = sayings(linked, [stated(PLAIN), second], judge_of(0.96)).to_dict("records")
    assert found["speaker"] == "Joan Hale"
    assert sayings(linked, [stated(PLAIN), second], judge_of(0.94)).empty


def test_every_statement_has_one_partner_in_each_stated(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    again = ("Hale", "said", "say/neutral", "the old bridge had rusted")
    articles = [stated(PLAIN), stated(LOADED, again), stated(LOADED)]
    found = sayings(empty(PAIRS), articles, judge_of(0.95))
    keys = found[["article_a", "statement_a", "article_b", "statement_b"]].to_numpy().tolist()
    # The words of the second are nearer to the first's, and the third's are the same as LOADED's.
    assert keys == [[0, 0, 1, 1], [0, 0, 2, 0], [1, 0, 2, 0]]


def test_the_judge_is_asked_once_for_a_bounded_number(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    many = [
        ("Hale", "said", "say/neutral", f"the bridge {number} had rusted {number}")
        for number in range(20)
    ]
    judge = judge_of(0.5)
    found = sayings(empty(PAIRS), [stated(*many), stated(*many[::-1], PLAIN)], judge)
    assert len(judge.asked) == 1
    assert len(judge.asked[0]) == MOST_JUDGED
    assert len(found) == 20


def test_no_statements(result_of: Callable[..., Result], judge_of: Callable[..., Any]) -> None:
    judge = judge_of(1.0)
    assert sayings(empty(PAIRS), [result_of(["It rained."])] * 2, judge).empty
    assert judge.asked == []


@pytest.mark.parametrize("linked", [[], [(0, 1)], [(0, 0), (1, 0), (2, 0)]])
def test_the_sentences_that_say_the_same(
    result_of: Callable[..., Result],
    judge_of: Callable[..., Any],
    linked: list[tuple[int, int]],
) -> None:
    texts = ["“Nobody asked us,” Joan Hale said.", "“We want to stay.", "The bridge will be shut.”"]
    text = "\n\n".join(texts)
    pieces = (
        piece(text, "“Nobody asked us,”", speaker="Joan Hale", cue="said", sentence=0),
        piece(text, "“We want to stay.", speaker="Joan Hale", sentence=1),
        piece(text, "The bridge will be shut.”", speaker="Joan Hale", sentence=2),
    )
    named = names_of(("Joan Hale", "person", [(text.index("Joan"), text.index("Joan") + 9)]))
    first = result_of(texts, statements=statements_of(*pieces), names=named)
    other = "“The bridge will be shut,” Joan Hale warned."
    only = piece(other, "“The bridge will be shut,”", speaker="Joan Hale", cue="warned")
    at = other.index("Joan")
    named = names_of(("Joan Hale", "person", [(at, at + 9)]))
    second = result_of([other, "Nobody came."], statements=statements_of(only), names=named)
    rows: dict[str, list[Any]] = {
        name: [float("nan") if column.dtype == "float64" else None] * len(linked)
        for name, column in PAIRS.items()
    }
    rows |= {"article_a": [0] * len(linked), "article_b": [1] * len(linked)}
    rows |= {"sentence_a": [i for i, _ in linked], "sentence_b": [j for _, j in linked]}
    rows["band"] = ["possibly"] * len(linked)
    pairs = frame(rows, PAIRS) if linked else empty(PAIRS)
    [row] = sayings(pairs, [first, second], judge_of(0.0)).to_dict("records")
    assert (row["sentence_a"], row["sentence_b"]) == (2, 0)


def test_linked_sentences_come_before_others_with_more_words(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    # One statement in two sentences, told again in one.
    first = stated(
        ("Joan Hale", "said", "say/neutral", "the old rusted bridge had sunk"),
        ("Hale", "said", "say/neutral", "the rusted bridge would go"),
    )
    first.statements["statement"] = 0
    row = {name: [None] for name in PAIRS} | {
        "article_a": [0],
        "article_b": [1],
        "sentence_a": [1],
        "sentence_b": [0],
        "band": ["same fact"],
    }
    linked = frame(
        {
            name: [float("nan")] if PAIRS[name].dtype == "float64" else value
            for name, value in row.items()
        },
        PAIRS,
    )
    articles = [first, stated(("Hale", "warned", "warn/neutral", "an old rusted bridge had gone"))]
    assert sayings(empty(PAIRS), articles, judge_of(0.99))["sentence_a"].tolist() == [0]
    assert sayings(linked, articles, judge_of(0.99))["sentence_a"].tolist() == [1]


def test_real_articles_that_tell_a_statement_s_second_sentence(
    told: Callable[..., list[Result]],
) -> None:
    articles = told("housing-march-plain", "housing-march-loaded")
    found = sayings(aligned(articles, voices()), articles, same_fact)
    [row] = found[found["verb_b"] == "threaten"].to_dict("records")
    for side, result in zip("ab", articles, strict=True):
        sentence = result.sentences["text"][row[f"sentence_{side}"]]
        assert sentence.startswith("“If they block one bridge, we’ll fill the next one")


def test_real_articles(told: Callable[..., list[Result]]) -> None:
    articles = told("river-flood-plain", "river-flood-loaded")
    found = sayings(aligned(articles, voices()), articles, same_fact)
    verbs = {row.speaker: (row.verb_a, row.verb_b, row.differs) for row in found.itertuples()}
    assert verbs["Sela Birkin"] == ("say", "sneer", True)
    assert verbs["Henrike Solvang"] == ("say", "say", False)
    assert verbs["Noor van Tongen"] == ("say", "say", False)

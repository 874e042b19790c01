"""The voice of sentences, by the statements in them."""

import pytest

from tests.analysis.speakers.articles_tagged import Told, voices_of

CASES: list[tuple[str, list[Told], list[str]]] = [
    ("The ferry sails on Monday.", [], ["outlet"]),
    (
        "“It is unsafe and it always was,” said Hale. “It leaks.” It sails.",
        [("Hale", "said", ["“It is unsafe and it always was,”"])],
        ["quoted", "quoted", "outlet"],
    ),
    (
        "Ana Hale, who ran the harbour for ten years, said that the ferry was unsafe.",
        [("Ana Hale, who ran the harbour for ten years,", "said", ["that the ferry was unsafe"])],
        ["reported"],
    ),
    (
        "According to Ana Hale, the ferry is unsafe. It leaks, she believes.",
        [
            ("Ana Hale", "According to", ["the ferry is unsafe"]),
            ("she", "believes", ["It leaks"]),
        ],
        ["reported", "reported"],
    ),
    (
        "Ana Hale said the ferry was “a floating coffin” that had to be broken up.",
        [("Ana Hale", "said", ["the ferry was “a floating coffin” that had to be broken up"])],
        ["mixed"],
    ),
    (
        "Speaking to reporters in the harbour on Monday night, Ana Hale said: “Stop the ferry now, "
        "before it sinks.” She said that “95 per cent of the crew” had left it long before it "
        "sailed to the north.",
        [
            ("She", "said", ["that “95 per cent of the crew” had left it long before it sailed"]),
        ],
        ["quoted", "mixed"],
    ),
    ("The “ghost ferry” has lain in the harbour since May.", [], ["outlet"]),
    (
        "The ferry, which sailed to the islands for thirty years and was sold in May to a yard "
        "in the south, is unsafe in the view of its crew.",
        [("its crew", "in the view of", ["is unsafe"])],
        ["outlet"],
    ),
]


@pytest.mark.parametrize(("text", "told", "voices"), CASES, ids=[case[0][:40] for case in CASES])
def test_voices(text: str, told: list[Told], voices: list[str]) -> None:
    assert [one.voice for one in voices_of(text, *told)] == voices


def test_a_sentence_that_is_mostly_a_statement_says_which() -> None:
    text = (
        "Hale said the ferry was unsafe. The harbour office, which has said nothing of it since "
        "the winter storms of last year and has moved to a new building, calls it “perfectly safe”."
    )
    first, second = voices_of(
        text,
        ("Hale", "said", ["the ferry was unsafe"]),
        ("The harbour office", "calls", ["it “perfectly safe”"]),
    )
    assert (first.statement, first.mostly) == (0, True)
    assert (second.voice, second.statement, second.mostly) == ("mixed", 1, False)


def test_a_nested_sentence_is_the_outer_speakers() -> None:
    text = "Oddy said Hale had claimed the ferry was unsafe for its crew."
    (voice,) = voices_of(
        text,
        ("Oddy", "said", ["Hale had claimed the ferry was unsafe for its crew"]),
        ("Hale", "had claimed", ["the ferry was unsafe for its crew"]),
    )
    assert (voice.voice, voice.statement) == ("reported", 0)

"""Reported speech in its plainest forms: who, by which word, what; and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.speakers.statements.reporting_clauses import reporting_clauses

FOUND = [
    (
        "Ana Hale said that the ferry was unsafe.",
        ("Ana Hale", "said", ["that the ferry was unsafe"]),
    ),
    (
        "The port office has told a meeting in Dunmoor on Monday that the ferry leaks.",
        ("The port office", "told", ["that the ferry leaks"]),
    ),
    ("She said the ferry was unsafe.", ("She", "said", ["the ferry was unsafe"])),
    ("The ferry is unsafe, Hale said.", ("Hale", "said", ["The ferry is unsafe"])),
    (
        "The ferry is unsafe, Hale said in an interview.",
        ("Hale", "said", ["The ferry is unsafe"]),
    ),
    (
        "The ferry is unsafe, said the head of the port.",
        ("the head of the port", "said", ["The ferry is unsafe"]),
    ),
    (
        "But that rule, the court ruled, is far too wide.",
        ("the court", "ruled", ["But that rule", "is far too wide"]),
    ),
    (
        "According to Ana Hale, the ferry is unsafe.",
        ("Ana Hale", "According to", ["the ferry is unsafe"]),
    ),
    (
        "According to Ana Hale, a pilot, the ferry is unsafe.",
        ("Ana Hale, a pilot", "According to", ["the ferry is unsafe"]),
    ),
    (
        "The ferry is unsafe, according to Ana Hale.",
        ("Ana Hale", "according to", ["The ferry is unsafe"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_plain_forms(text: str, expected: tuple[str, str, list[str]]) -> None:
    (found,) = reporting_clauses(text, 0, len(text))
    assert found.source is not None
    assert (
        text[slice(*found.source)],
        text[slice(*found.cue)],
        [text[slice(*piece)] for piece in found.content],
    ) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sails on Monday.",
        "They will say that the ferry is unsafe.",
        "He did not say that the ferry was unsafe.",
        "I said that the ferry was unsafe.",
        "The ferry, which was built in May, sails on Monday, and nobody goes.",
    ],
)
def test_what_is_not_said_by_somebody_has_no_source(text: str) -> None:
    assert [one.source for one in reporting_clauses(text, 0, len(text)) if one.source] == []


WORDS = st.sampled_from(
    ["Hale", "said", "that", ",", ".", "told", "according", "to", "“", "😀", "has"]
)


@given(st.lists(WORDS, max_size=14), st.integers(0, 3))
def test_ranges_are_within_the_sentence(parts: list[str], before: int) -> None:
    text = "x " * before + " ".join(parts)
    for found in reporting_clauses(text, 2 * before, len(text)):
        ranges = [found.cue, *found.content, *([found.source] if found.source else [])]
        assert all(2 * before <= start < end <= len(text) for start, end in ranges)

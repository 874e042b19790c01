"""Sentences and paragraphs: the gold file, tables of cases, and what holds for any text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.segmentation.sentences import Sentence, logical_lines, paragraphs, segment

GOLD = Path(__file__).parents[3] / "gold" / "segmentation.txt"
F1_FLOOR = 0.97
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrt]))")
LETTERS = {"n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True)
class Unit:
    section: str
    group: str
    text: str
    boundaries: frozenset[int]


def read_gold() -> list[Unit]:
    units = []
    section = ""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            group, _, marked = line.partition(": ")
            marked = ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else LETTERS[m[2]], marked)
            pieces = marked.split("¦")
            boundaries, length = set(), 0
            for piece in pieces[:-1]:
                length += len(piece)
                boundaries.add(length)
            units.append(Unit(section, group, "".join(pieces), frozenset(boundaries)))
    return units


def boundary_f1(units: list[Unit]) -> float:
    hits = wrong = missed = 0
    for unit in units:
        found = {sentence.start for sentence in segment(unit.text)[1:]}
        hits += len(found & unit.boundaries)
        wrong += len(found - unit.boundaries)
        missed += len(unit.boundaries - found)
    return 2 * hits / (2 * hits + wrong + missed)


@pytest.mark.parametrize("section", ["tuned", "untouched", ""])
def test_boundary_f1_on_the_gold_file(section: str) -> None:
    units = [unit for unit in read_gold() if unit.section.startswith(section)]
    f1 = boundary_f1(units)
    print(f"boundary F1, {section or 'all'}: {f1:.4f} on {len(units)} units")
    assert f1 >= F1_FLOOR


def test_the_gold_file_is_as_its_readme_says() -> None:
    units = read_gold()
    assert len(units) >= 150
    assert sum(unit.section == "untouched" for unit in units) * 3 >= len(units)
    assert {unit.section for unit in units} == {"tuned", "untouched"}
    for unit in units:
        assert all(not unit.text[boundary].isspace() for boundary in unit.boundaries)


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in segment(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\u00a0\r\n", []),
        ("No stop at all", ["No stop at all"]),
        ("  Padded.  Twice. ", ["Padded.", "Twice."]),
        ("…", ["…"]),
        ("\u200b", ["\u200b"]),
        ("One.\n\u200b\nTwo.", ["One.\n\u200b", "Two."]),
        ("\u200e\n\nOne.", ["\u200e\n\nOne."]),
        ("“I went home. I slept,” she said.", ["“I went home.", "I slept,” she said."]),
        ("He left. ... Then he came back.", ["He left.", "... Then he came back."]),
        ("It was over . . . . Or was it?", ["It was over . . . .", "Or was it?"]),
        ("It was late. then it was not.", ["It was late.", "then it was not."]),
        ("He spoke of the ... Committee.", ["He spoke of the ... Committee."]),
        ("The word is OK. Police agree.", ["The word is OK.", "Police agree."]),
        ("See it now? pic.example.com/x", ["See it now?", "pic.example.com/x"]),
        ("他来了。他走了。", ["他来了。", "他走了。"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nStill one.", ["One.\nStill one."]),
        ("\r\n One.\r\n \t\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\n\u00a0\nTwo.", ["One.", "Two."]),
        ("One.\n\u200b\nTwo.", ["One.\n\u200b", "Two."]),
        (" \n ", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Council to meet\nBy Ada Roe\nThe council meets.",
            ["Council to meet", "By Ada Roe", "The council meets."],
        ),
        (
            "The council will meet on Monday to hear\nwhat Mayor Ann Roe has to say about the\n"
            "Brackley road. It is long overdue.",
            [
                "The council will meet on Monday to hear\nwhat Mayor Ann Roe has to say about the\n"
                "Brackley road. It is long overdue."
            ],
        ),
        ("He met Gov.\nSmith at noon.", ["He met Gov.\nSmith at noon."]),
        ("Turnout: high\nwinner: Vale", ["Turnout: high", "winner: Vale"]),
        ("The council of\nNewton met.", ["The council of\nNewton met."]),
        ("One told\nthe other.", ["One told\nthe other."]),
    ],
)
def test_runs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for block in logical_lines(text) for start, end in block] == expected


def test_sentences_know_their_paragraph() -> None:
    assert segment("One. Two.\n\nThree.") == [
        Sentence(0, 4, 0),
        Sentence(5, 9, 0),
        Sentence(11, 17, 1),
    ]


FRAGMENTS = [
    *"“”‘’\"'.!?…([])-—:;, \n\t«»„", "\r\n", "\n\n", "\u00a0", "\u200b", "\u200f", "\ufeff",
    "Mr", "U.S", "a.m", "No", "1", "\u2029", "\x1c", "he said", "We won",
    "iPhone", "🎉", "🚨", "e\u0301", "。", "¹", "[3]",
    "https://example.org/a.b", "Yahoo!", "said Smith",
]  # fmt: skip
any_text = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join),
)


@given(any_text)
def test_sentences_cover_any_text_in_order(text: str) -> None:
    found = segment(text)
    blocks = paragraphs(text)
    for sentence in found:
        piece = text[sentence.start : sentence.end]
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert piece == piece.strip()
        start, end = blocks[sentence.paragraph]
        assert start <= sentence.start
        assert sentence.end <= end
    for before, after in pairwise(found):
        assert before.end <= after.start
        assert before.paragraph <= after.paragraph
    assert {sentence.paragraph for sentence in found} == set(range(len(blocks)))
    inside = {i for s in found for i in range(s.start, s.end)}
    assert all(i in inside for i, character in enumerate(text) if not character.isspace())


@pytest.mark.parametrize(
    "piece", [".", '"', "A. ", ". ", "a\n", '."', "\u200b\n", ".\u200b ", "?) Xx ", "a.b", "“a. "]
)
def test_texts_of_one_repeated_piece_are_covered(piece: str) -> None:
    text = piece * 20_000
    found = segment(text)
    kept = "".join(text[sentence.start : sentence.end] for sentence in found)
    assert "".join(kept.split()) == "".join(text.split())

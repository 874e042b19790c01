"""A sentence in a speaker's mouth keeps its words, and the offsets say where."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import DataError
from models.training.steady.wrapping import can_be_wrapped, read_cues, wrap


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("“…,” {speaker} said.", "“The ferry was late,” Jane Orr said."),
        ("{speaker} said that ….", "Jane Orr said that the ferry was late."),
        ("{speaker} said: “…”", "Jane Orr said: “The ferry was late.”"),
        ("According to {speaker}, ….", "According to Jane Orr, the ferry was late."),
        ("…, according to {speaker}.", "The ferry was late, according to Jane Orr."),
    ],
)
def test_forms(cue: str, expected: str) -> None:
    class Named(random.Random):
        def random(self) -> float:
            return 0.0  # a speaker with a name

    wrapped = wrap("The ferry was late.", [cue], ["Jane Orr"], Named())
    assert wrapped.text == expected
    assert wrapped.text[wrapped.start : wrapped.end].lower() == "the ferry was late"


@given(st.text(min_size=1), st.integers(0, 2**31))
def test_the_content_stands_where_the_offsets_say(text: str, seed: int) -> None:
    wrapped = wrap(text + ".", read_cues(), ["Jane Orr"], random.Random(seed))
    content = wrapped.text[wrapped.start : wrapped.end]
    assert content[1:] == text[1:] or content.lower() == text.lower()
    assert wrapped.text.endswith((".", ".”"))


@pytest.mark.parametrize(
    ("sentence", "fits"),
    [
        ("The ferry was late.", True),
        ("Was the ferry late?", False),
        ("“The ferry was late,” he said.", False),
        ("The ferry was late", False),
    ],
)
def test_only_plain_statements_are_wrapped(sentence: str, fits: bool) -> None:
    assert can_be_wrapped(sentence) == fits


def test_every_form_has_the_sentence_and_the_speaker(tmp_path: Path) -> None:
    cues = read_cues()
    assert len(set(cues)) == len(cues) >= 25
    (tmp_path / "cues.txt").write_text("“…,” nobody said.\n", encoding="utf-8")
    with pytest.raises(DataError, match="has a line without one"):
        read_cues(tmp_path / "cues.txt")
    with pytest.raises(DataError, match="can't be read"):
        read_cues(tmp_path / "none.txt")

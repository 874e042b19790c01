"""Pieces of text and markup become prose, and offsets refer to all that was sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rules.source.annotations import of_annotations
from tests.analysis.rules.source.mapped import places_rise

Pieces = list[tuple[str, bool, str]]


def test_markup_is_left_out_and_counted() -> None:
    source = of_annotations(
        [("A ", False, ""), ("<b>", True, ""), ("thug", False, ""), ("</b>", True, ""),
         (" spoke.", False, ""), ("<p>", True, "\n\n"), ("Yes.", False, "")]
    )  # fmt: skip
    assert source.content == "A <b>thug</b> spoke.<p>Yes."
    assert source.prose == "A thug spoke.\n\nYes."
    start = source.prose.index("thug")
    assert source.place(start, start + 4) == (5, 9)
    gap = source.prose.index("\n\n")
    assert source.place(gap, gap + 2) == (20, 23)
    start, end = source.place(source.prose.index("Yes"), len(source.prose))
    assert source.content[start:end] == "Yes."


def test_a_word_in_two_pieces_is_one_word() -> None:
    source = of_annotations([("th", False, ""), ("<i>", True, ""), ("ug", False, "")])
    assert source.prose == "thug"
    assert source.place(0, 4) == (0, 7)


@pytest.mark.parametrize("pieces", [[], [("", False, "")], [("<p>", True, "")], [("", True, "")]])
def test_without_text_there_is_no_prose(pieces: Pieces) -> None:
    source = of_annotations(pieces)
    assert source.prose == ""
    assert source.place(0, 5) == (0, 0)


def test_halves_of_a_character_are_put_together() -> None:
    source = of_annotations([("A \ud83d", False, ""), ("\ude00 face", False, "")])
    assert source.prose == source.content == "A 😀 face"


def test_half_a_character_is_replaced() -> None:
    source = of_annotations(
        [
            ("A \ud83d", False, ""),
            ("<b>", True, ""),
            ("\ude00 face", False, ""),
            ("\ud83d", True, ""),
        ]
    )
    assert source.content == "A \ufffd<b>\ufffd face\ufffd"
    assert source.prose == "A \ufffd\ufffd face"


texts = st.text(
    alphabet=st.one_of(st.sampled_from("a <&\n\ud83d\ude00"), st.characters(codec="utf-8")),
    max_size=6,
)


@given(st.lists(st.tuples(texts, st.booleans(), texts), max_size=8))
def test_any_pieces_keep_their_places(pieces: Pieces) -> None:
    source = of_annotations(pieces)
    source.content.encode()
    source.prose.encode()
    sent = "".join(text for text, _, _ in pieces)
    assert len(source.content.encode("utf-16-le")) == len(sent.encode("utf-16-le", "surrogatepass"))
    places_rise(source)
    for piece in source.mapping.pieces:
        if piece.literal:
            length = piece.end - piece.start
            assert (
                source.prose[piece.at : piece.at + length]
                == (source.content[piece.start : piece.end])
            )

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Encoding, Tokenizer

from models.inference.release import BUNDLED
from models.inference.voices.windows import windows, word_ends

TOKENIZER = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
TOKENIZER.no_padding()
TOKENIZER.no_truncation()
FIRST, LAST = TOKENIZER.token_to_id("[CLS]"), TOKENIZER.token_to_id("[SEP]")


def test_lines_that_fit_are_read_together_with_a_mark_behind_each() -> None:
    (window,) = windows("One line.\n\nAnother line.", TOKENIZER)
    assert window.ids[0] == FIRST
    assert window.ids.count(LAST) == 2
    assert window.ids[-1] == LAST


def test_lines_can_be_read_each_by_itself() -> None:
    text = "One line.\nAnother line."
    found = list(windows(text, TOKENIZER, together=False))
    assert [text[w.offsets[1][0] : w.offsets[-1][1]] for w in found] == text.split("\n")


def test_lines_that_do_not_fit_begin_a_new_window() -> None:
    found = list(windows("a b c d\ne f g h", TOKENIZER, limit=8))
    assert [len(window.ids) for window in found] == [6, 6]


def test_a_long_line_is_cut_behind_a_sentence() -> None:
    text = "It rained all day long in town. Nobody came to the pier."
    found = list(windows(text, TOKENIZER, limit=14))
    assert [text[w.offsets[1][0] : w.offsets[-2][1]] for w in found] == [
        "It rained all day long in town.",
        "Nobody came to the pier.",
    ]


def test_ends_are_those_of_whole_words() -> None:
    text = "Hargreaves spoke."
    (window,) = windows(text, TOKENIZER)
    words = [
        text[start:end]
        for (start, _), end, word in zip(window.offsets, window.ends, window.words, strict=True)
        if word
    ]
    assert words == ["Hargreaves", "spoke", "."]


def test_a_text_without_words_has_no_window() -> None:
    assert list(windows(" \n\n\t", TOKENIZER)) == []


@pytest.mark.parametrize("limit", [5, 12, 200])
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_windows_hold_every_token_once_and_in_order(limit: int, text: str) -> None:
    expected = [
        token
        for line in text.split("\n")
        for token in TOKENIZER.encode(line, add_special_tokens=False).ids
    ]
    found: list[int] = []
    for window in windows(text, TOKENIZER, limit=limit):
        assert len(window.ids) <= limit
        lengths = {len(window.offsets), len(window.codes), len(window.words), len(window.ends)}
        assert lengths == {len(window.ids)}
        for token, (start, end) in zip(window.ids, window.offsets, strict=True):
            assert 0 <= start <= end <= len(text)
            if start < end:
                found.append(token)
    assert [t for t in expected if t not in (FIRST, LAST)] == [
        t for t in found if t not in (FIRST, LAST)
    ]


def test_an_encoding_is_asked_for_its_lists_once_however_long_it_is() -> None:
    """A real one copies the list each time: with a look a token, long sentences took minutes."""

    class Counting:
        looks = 0

        def __getattr__(self, name: str) -> list[object]:
            self.looks += 1
            return {"word_ids": [0, 0, 1] * 100, "offsets": [(0, 1), (1, 3), (4, 5)] * 100}[name]

    encoding = Counting()
    ends = word_ends(cast("Encoding", encoding))
    assert ends[:3] == [3, 0, 5]
    assert encoding.looks <= 3

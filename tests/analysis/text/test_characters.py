"""Characters that nobody sees."""

import re
import unicodedata

import pytest

from analysis.text.characters import INVISIBLE, is_invisible, without_format_characters
from analysis.text.quotation.quotations import find_quotations
from analysis.text.segmentation.sentences import segment


def test_all_of_the_list_are_format_characters() -> None:
    assert len(set(INVISIBLE)) == len(INVISIBLE) == 16
    assert {unicodedata.category(character) for character in INVISIBLE} == {"Cf"}


def test_the_list_can_stand_in_brackets_of_a_regular_expression() -> None:
    assert re.fullmatch(f"[{INVISIBLE}]+", INVISIBLE)
    assert not re.search(f"[{INVISIBLE}]", "a-z \\ ] ^ \u2028 \u00a0")


@pytest.mark.parametrize("mark", list(INVISIBLE))
def test_no_invisible_character_hides_a_mark(mark: str) -> None:
    """Beside a quotation mark and a full stop each of them is looked past, wherever one is."""
    text = f"He left.{mark} “{mark}No,{mark}”{mark} she said."
    (quotation,) = find_quotations(text)
    assert text[quotation.start : quotation.end] == f"“{mark}No,{mark}”"
    assert next(text[s.start : s.end].strip(INVISIBLE) for s in segment(text)) == "He left."


@pytest.mark.parametrize(
    ("character", "invisible"), [(" ", True), ("\u00ad", True), ("\u200d", True), ("a", False)]
)
def test_is_invisible(character: str, invisible: bool) -> None:
    assert is_invisible(character) is invisible


def test_without_format_characters() -> None:
    assert without_format_characters("a\u200bb\u202ec \u00add") == "abc d"

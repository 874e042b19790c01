"""Which hyphens at line ends belong to the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.documents.pdf.layout.words.hyphens import joined, printed_words

PLAIN = """
provi|sion com|mittee har|bour thou|sand isl|ands ex|act all|owed so|lid post|pone
high|way anti|dote six|teen short|age neigh|bourhood Mc|Kay PROVI|SION labour|ing
favour|able label|led
"""
COMPOUNDS = """
price|sensitive well|known long|term cross|border anti|corruption vice|president
Anglo|French Pell|Marsh two|thirds right|wing so|called re|elected pre|existing
e|mail NATO|led mother-in|law co|founder blue|collar 10|12 2019|20 Covid|19
30|year-old son|in-law full|time Dutch|led cover|up second|hand
"""


def read(*lines: str) -> str:
    return joined(lines, printed_words(lines))


@pytest.mark.parametrize("word", PLAIN.split())
def test_plain_words_are_joined(word: str) -> None:
    start, end = word.split("|")
    assert read(f"They saw the {start}-", f"{end} again.") == f"They saw the {start}{end} again."


@pytest.mark.parametrize("word", COMPOUNDS.split())
def test_compounds_keep_their_hyphen(word: str) -> None:
    start, end = word.split("|")
    assert read(f"They saw the {start}-", f"{end} again.") == f"They saw the {start}-{end} again."


@pytest.mark.parametrize("start", ["mid", "pre", "price", "18"])
def test_a_hyphen_for_a_later_part_stays_apart(start: str) -> None:
    assert read(f"the {start}-", "and long-term cost") == f"the {start}- and long-term cost"
    assert read("a thou-", "sand err-", "ands") == "a thousand errands"


def test_the_document_s_own_spelling_decides() -> None:
    assert read("They co-operate. The co-", "operation is old.").endswith(
        "The co-operation is old."
    )
    assert read("A pricelist, and the price-", "list too.").endswith("the pricelist too.")


def test_soft_hyphens() -> None:
    assert read("He has no provi\xad", "sions and no well\xad", "known friend") == (
        "He has no provisions and no wellknown friend"
    )
    assert read("He has no provi¬", "sions.") == "He has no provisions."
    assert read("The mid\xadterm plan is well\xad", "known") == "The mid-term plan is well-known"


def test_dashes_at_line_ends() -> None:
    assert read("He came—", "and went.") == "He came—and went."
    assert read("He came –", "and went.") == "He came – and went."


@given(st.lists(st.text("ab -\xad—A1", min_size=1, max_size=12), min_size=1, max_size=5))
def test_nothing_but_hyphens_and_spaces_is_lost(lines: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(one for one in text if one.isalnum() or one == "—")

    assert letters(read(*lines)) == letters("".join(lines))

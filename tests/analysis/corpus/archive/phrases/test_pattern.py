"""A phrase is found whatever its capitals, at exact offsets, and nothing in it is a wildcard."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.corpus.archive.errors import BadPhrase
from analysis.corpus.archive.phrases.pattern import bounded, folded, pattern, usual

LETTERS = "aAsSßẞſfFiIİıﬁﬀﬃﬆtTkKKéÉe\u0301ΣσςǰΐŒ.*[]()\\|^$?+{}%_-'\"“ \n\x00🙂-"
"""Letters that fold to several, marks that expressions and SQL have a meaning for, and others."""

TEXTS = st.text(st.sampled_from(LETTERS) | st.characters(codec="utf-8"), max_size=30)
PHRASES = st.text(st.sampled_from(LETTERS), min_size=2, max_size=6).filter(str.strip)


def places(text: str, phrase: str) -> list[tuple[int, int]]:
    """Return the places by the definition: try every slice, from left to right."""
    wanted, found, at = phrase.casefold(), [], 0
    while at < len(text):
        ends = range(at + 1, min(at + len(wanted), len(text)) + 1)
        end = next((end for end in ends if text[at:end].casefold() == wanted), None)
        if end is None:
            at += 1
        else:
            found.append((at, end))
            at = end
    return found


@given(TEXTS, PHRASES)
@example("İstanbul, istanbul, i̇STANBUL", "İstanbul")
@example("Straße, STRASSE, straſſe", "strasse")
@example("ﬁrst FIRST ﬁrﬆ", "first")
@example("100% of a_b", "0% of a_")
def test_places_are_those_of_the_definition(text: str, phrase: str) -> None:
    there = regex.compile(pattern(folded(phrase)))
    found = [match.span() for match in there.finditer(text)]
    assert found == places(text, phrase)
    assert all(text[start:end].casefold() == phrase.casefold() for start, end in found)


@given(PHRASES, TEXTS, TEXTS)
def test_a_phrase_is_found_in_capitals_or_without(phrase: str, before: str, after: str) -> None:
    there = regex.compile(pattern(folded(phrase)))
    for written in (phrase, phrase.upper(), phrase.casefold()):
        if written.casefold() == phrase.casefold():
            assert there.fullmatch(written)
            assert there.search(f"{before}{written}{after}")


@given(TEXTS, PHRASES)
@example("The long ſ and K, K", "k,")
@example("Σίσυφος ΣΊΣΥΦΟΣ", "σίσυφος")
def test_the_usual_pattern_finds_the_same_where_it_may_be_used(text: str, phrase: str) -> None:
    there, rivals = usual(folded(phrase))
    if not any(one in text for one in rivals):
        found = [match.span() for match in regex.finditer(there, text)]
        assert found == places(text, phrase)


def test_usual_are_small_letters_and_capitals() -> None:
    assert usual("said.") == ("[sS][aA][iI][dD]\\.", ["ſ"])
    assert usual("straße".casefold())[1] == ["ß", "ſ", "ẞ", "ﬅ", "ﬆ"]


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as db:
        yield db


@given(st.lists(st.tuples(TEXTS, PHRASES), min_size=1, max_size=5))
def test_duckdb_finds_the_same(
    database: duckdb.DuckDBPyConnection, given_: list[tuple[str, str]]
) -> None:
    for text, phrase in given_:
        there = pattern(folded(phrase))
        sql = "SELECT regexp_extract_all($text, $there)"
        answer = database.execute(sql, {"text": text, "there": there}).fetchone()
        assert answer is not None
        assert answer[0] == [text[start:end] for start, end in places(text, phrase)]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("pool", "The pool, the Pool’s whirlpool and poolside; POOL", ["pool", "Pool", "POOL"]),
        ("the", "the the the", ["the", "the", "the"]),
        ("cafe", "cafe cafe\u0301 café", ["cafe"]),
        ("é1", "é1 é12 aé1", ["é1"]),
        ("$5", "$5 $5$5 $50 US$5", ["$5", "$5", "$5", "$5"]),
        ("“no”", "a“no”b", ["“no”"]),
    ],
)
def test_whole_words(phrase: str, text: str, found: list[str]) -> None:
    assert regex.findall(bounded(folded(phrase)), text) == found


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("", "The phrase is empty"),
        (" \n ", "The phrase is empty"),
        ("a", "has one character only"),
        ("x" * 10_000, "has 10,000 characters, more than the 200"),
    ],
)
def test_a_phrase_that_is_not_searched_for(phrase: str, says: str) -> None:
    with pytest.raises(BadPhrase, match=says):
        folded(phrase)


def test_a_long_phrase_of_one_letter_is_no_burden() -> None:
    there = pattern(folded("s" * 200))
    assert len(there) < 50_000
    assert regex.search(there, "S" * 200)


def test_half_a_surrogate_pair_is_as_texts_keep_it() -> None:
    assert folded("a\ud800") == "a\ufffd"

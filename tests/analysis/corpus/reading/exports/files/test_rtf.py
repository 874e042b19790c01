"""The lines of RTF files: any letter comes through, what is not shown does not."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.reading.exports.files.rtf import lines_of
from analysis.errors import CannotRead
from tests.analysis.corpus.reading.exports.made.record import Row
from tests.analysis.corpus.reading.exports.made.rtf_files import rtf

# Private characters mark cells, control characters are taken out, and both are none of a text.
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]).filter(
    lambda letter: letter not in "\xa0\xad\u2011\ufffe\uffff"
)
TEXTS = st.text(LETTERS, min_size=1, max_size=40).map(lambda text: f"<{text}>")


def texts(data: bytes) -> list[str]:
    return [line.text for line in lines_of(data) if line.text.strip()]


def read(content: str) -> list[str]:
    return texts(b"{\\rtf1\\ansi\\ansicpg1252 " + content.encode("latin-1") + b"}")


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_comes_back(given_texts: list[str]) -> None:
    assert texts(rtf([Row(text) for text in given_texts])) == given_texts


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_any_text_of_a_row_comes_back(cells: list[str]) -> None:
    joined = " | ".join(" ".join(cell.split()) for cell in cells)
    assert texts(rtf([Row("\t".join(cells), "cells")])) == [joined]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("\\{}'*uv0 1axbinpartc-;\n"), max_size=60))
def test_whatever_stands_in_a_file_has_lines_or_is_damaged(content: str) -> None:
    with suppress(CannotRead):
        assert not any("\n" in text or "\ue000" <= text <= "\ue003" for text in read(content))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r"The {\v secret }pool\par", ["The pool"]),
        (r"The \v secret \v0 pool\par", ["The pool"]),
        (r"{\v secret {\b bold} more}The pool", ["The pool"]),
        (r"The {\deleted old }pool", ["The pool"]),
        (r"The \plain pool", ["The pool"]),
        (r"{\pict\wmetafile8 0102}The {\pict{\sp x}\bin4 }{}}} pool", ["The  pool"]),
        (r'{\field{\*\fldinst{HYPERLINK "http://a.example/"}}{\fldrslt The pool}}', ["The pool"]),
        (r"The\~pool caf\'e9 \'93x\'94 \u8212?\u-3844?", ["The pool café “x” —"]),
        (r"\uc2\u8364\'80\'80 5\uc0\u8364 6", ["€ 5€6"]),
        (r"{\footnote A note.}The pool{\*\generator X}{\header Page 1}", ["The pool"]),
        (r"one\line two\par three\page four", ["one", "two", "three", "four"]),
    ],
)
def test_what_is_shown(content: str, expected: list[str]) -> None:
    assert read(content) == expected


def test_cells_with_a_tag() -> None:
    content = r"before\par\trowd LP\cell one\par two\cell\row HD\cell three\cell\row\pard after\par"
    found = [(line.tag, line.text) for line in lines_of(b"{\\rtf1 " + content.encode() + b"}")]
    assert [pair for pair in found if any(pair)] == [
        ("", "before"),
        ("LP", "one"),
        ("", "two"),
        ("HD", "three"),
        ("", "after"),
    ]


def test_items_of_a_list() -> None:
    content = rb"{\rtf1 {\listtext\'b7\tab}one\par{\listtext\f3 \u-3913?\tab}two\par o three\par}"
    found = [(line.kind, line.text) for line in lines_of(content) if line.text]
    assert found == [("item", "one"), ("item", "two"), ("paragraph", "o three")]


def test_another_code_page() -> None:
    assert texts(b"{\\rtf1\\ansi\\ansicpg1250 Pawe\xb3 \\'b3\\'f3d\\'9f}") == ["Paweł łódź"]

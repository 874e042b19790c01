"""One quotation in two articles: which words only one of them gives, and where."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.frames import CUTS
from analysis.frames import QUOTATIONS, Result, frame
from analysis.text.quotation.quotations import find_quotations
from tests.analysis.comparison.of_articles import cuts
from tests.hand_made_statements import names_of, piece, statements_of

WHOLE = "“We had three plans on the table, and none of them was cheap,”"


@pytest.fixture(scope="session")
def article(result_of: Callable[..., Result]) -> Callable[..., Result]:
    """Return a function that makes an article of sentences; each (speaker, content, …) is one
    direct statement with its pieces."""

    def make(texts: Sequence[str], *statements: Sequence[str], **columns: Any) -> Result:
        text = "\n\n".join(texts)
        pieces = [
            piece(text, content, number, speaker=speaker)
            for number, (speaker, *contents) in enumerate(statements)
            for content in contents
        ]
        pieces.sort(key=lambda row: row["start"])
        names = [
            (name, "person", [(text.index(name), text.index(name) + len(name))])
            for name in dict.fromkeys(speaker for speaker, *_ in statements if speaker in text)
            if name
        ]
        made = result_of(
            texts, statements=statements_of(*pieces), names=names_of(*names), **columns
        )
        found = find_quotations(text)
        quotations = {
            "start": [one.start for one in found],
            "end": [one.end for one in found],
            "text": [text[one.start : one.end] for one in found],
            "closed": [one.closed for one in found],
        }
        return replace(made, quotations=frame(quotations, QUOTATIONS))

    return make


def passages(result: Result, ranges: Sequence[tuple[int, int]]) -> list[str]:
    return [result.text[start:end] for start, end in ranges]


def test_the_end_that_one_article_leaves_out(article: Callable[..., Result]) -> None:
    first = article([f"{WHOLE} said Joan Hale."], ("Joan Hale", WHOLE))
    short = '"we had three plans on the table"'
    second = article([f"Hale said: {short}."], ("Hale", short))
    found = cuts([first, second])
    assert list(found.columns) == list(CUTS)
    [row] = found.to_dict("records")
    assert passages(first, row["only_a"]) == ["and none of them was cheap"]
    assert row["only_b"] == []
    assert (row["article_a"], row["article_b"], row["speaker"]) == (0, 1, "Joan Hale")
    assert (row["text_a"], row["text_b"]) == (WHOLE, short)
    assert first.text[row["start_a"] : row["end_a"]] == WHOLE
    assert second.text[row["start_b"] : row["end_b"]] == short


def test_the_same_words_between_other_marks_are_no_cut(article: Callable[..., Result]) -> None:
    first = article([f"{WHOLE} said Joan Hale."], ("Joan Hale", WHOLE))
    plain = '"We had three plans on the table," said Joan Hale, "AND none of them was cheap."'
    second = article(
        [plain],
        ("Joan Hale", '"We had three plans on the table,"', '"AND none of them was cheap."'),
    )
    assert cuts([first, second]).empty


def test_pieces_of_one_statement_are_one_quotation(article: Callable[..., Result]) -> None:
    texts = [f"{WHOLE} said Joan Hale. “It rained.”"]
    first = article(texts, ("Joan Hale", WHOLE, "“It rained.”"))
    second = article([f"{WHOLE} said Joan Hale."], ("Joan Hale", WHOLE))
    [row] = cuts([first, second]).to_dict("records")
    assert row["text_a"] == f"{WHOLE} … “It rained.”"
    assert passages(first, row["pieces_a"]) == [WHOLE, "“It rained.”"]
    assert passages(first, row["only_a"]) == ["It rained"]
    assert row["only_b"] == []


def test_what_one_gives_in_two_quotations_is_not_missing(article: Callable[..., Result]) -> None:
    first = article([f"{WHOLE} said Joan Hale."], ("Joan Hale", WHOLE))
    halves = ("“And none of them was cheap,”", "“We had three plans on the table.”")
    texts = [f"{halves[0]} said Joan Hale.", f"She also said: {halves[1]}"]
    second = article(texts, ("Joan Hale", halves[0]), ("Joan Hale", halves[1]))
    assert cuts([first, second]).empty


def test_other_words_inside_a_quotation(article: Callable[..., Result]) -> None:
    first = article([f"{WHOLE} said Joan Hale."], ("Joan Hale", WHOLE))
    changed = WHOLE.replace("three plans", "three [budget] plans").replace("cheap", "good")
    second = article([f"{changed} said Joan Hale."], ("Joan Hale", changed))
    [row] = cuts([first, second]).to_dict("records")
    assert passages(first, row["only_a"]) == ["cheap"]
    assert passages(second, row["only_b"]) == ["budget", "good"]


@pytest.mark.parametrize(
    ("short", "speaker", "number"),
    [
        ("“of them was”", "Joan Hale", 0),  # no content word
        ("“plans on the table”", "Joan Hale", 1),
        ("“plans on the table”", "Ana Pell", 0),  # somebody else may say so too
        ("“three plans”", "Joan Hale", 0),
        ("“plans on a table”", "Joan Hale", 0),
    ],
)
def test_short_quotations_must_stand_whole_in_the_other(
    article: Callable[..., Result], short: str, speaker: str, number: int
) -> None:
    first = article([f"{WHOLE} said Joan Hale."], ("Joan Hale", WHOLE))
    second = article([f"There were {short}, said {speaker}."], (speaker, short))
    assert len(cuts([first, second])) == number


def test_a_quotation_again_in_the_headline_is_not_a_second_one(
    article: Callable[..., Result],
) -> None:
    texts = ["Hale: “None of them was cheap”", f"{WHOLE} said Joan Hale."]
    first = article(texts, ("Joan Hale", WHOLE), part=["headline", "body"])
    second = article([f"{WHOLE} said Joan Hale."], ("Joan Hale", WHOLE))
    assert cuts([first, second]).empty


def test_furniture_is_left_out(article: Callable[..., Result]) -> None:
    first = article([f"{WHOLE} said Joan Hale."], ("Joan Hale", WHOLE))
    short = "“We had three plans on the table”"
    second = article([short], part=["furniture"])
    assert cuts([first, second]).empty
    assert len(cuts([first, article([short])])) == 1


@given(
    st.lists(st.sampled_from(["Äpfel", "e\u0301te\u0301", "𝕏ray", "men", "rain", "😀 sun", "of"])),
    st.lists(st.sampled_from(["bread", "cafe\u0301", "ﬁsh", "don’t", "of"])),
)
def test_offsets_hold_for_any_letters(
    article: Callable[..., Result], before: list[str], after: list[str]
) -> None:
    shared = "seven green boats left the harbour"
    long = " ".join([*before, shared, *after])
    first = article([f"😀 “{long}” she said."], ("", f"“{long}”"))
    second = article([f"He: “{shared}”"], ("", f"“{shared}”"))
    rows = cuts([first, second]).to_dict("records")
    if not before and not after:
        assert rows == []
        return
    [row] = rows
    given = [" ".join(words).removeprefix("😀 ") for words in (before, after) if words]
    assert passages(first, row["only_a"]) == given
    assert row["only_b"] == []


def test_real_articles(told: Callable[..., list[Result]]) -> None:
    slugs = ("quarry-closure-plain", "quarry-closure-loaded", "quarry-closure-opposed")
    articles = told(*slugs)
    found = cuts(articles)
    stobbs = found[found["speaker"] == "Gareth Stobbs"].set_index(["article_a", "article_b"])
    # As seeds/README.md has it: the whole sentence, its second half, its first half.
    second_half = "you cannot tell 240 families to wait for a future that has no address"
    first_half = "Nobody in this shed wants to poison a child"
    [without_first] = [stobbs.loc[(0, 1)]]
    assert passages(articles[0], without_first["only_a"])[0].startswith(first_half)
    [without_second] = [stobbs.loc[(0, 2)]]
    assert second_half in passages(articles[0], without_second["only_a"])[0]
    assert (1, 2) not in stobbs.index
    for row in found.to_dict("records"):
        for side in ("a", "b"):
            text = articles[row[f"article_{side}"]].text
            pieces = row[f"pieces_{side}"]
            assert row[f"text_{side}"] == " … ".join(text[i:j] for i, j in pieces)
            for start, end in row[f"only_{side}"]:
                assert any(i <= start < end <= j for i, j in pieces)

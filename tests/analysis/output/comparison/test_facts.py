"""Facts by article, from a comparison made by hand."""

from analysis.comparison.frames import NO_MATCH, POSSIBLY, SAME_FACT
from analysis.output.comparison.facts import FactCell, fact_rows, only_told
from tests.hand_made_comparison import comparison_of, hand_made


def test_a_row_has_a_cell_for_every_article() -> None:
    rows = fact_rows(hand_made(3))
    assert [row.fact for row in rows] == list(range(10))
    assert rows[2].cells == (
        FactCell(0, SAME_FACT, (2,)),
        FactCell(1, SAME_FACT, (2,)),
        FactCell(2, NO_MATCH, ()),
    )
    assert (rows[2].told_in, rows[2].possibly, rows[2].unmatched) == ((0, 1), (), (2,))


def test_what_is_possibly_told_is_kept_apart() -> None:
    row = fact_rows(hand_made(3))[5]
    assert [cell.band for cell in row.cells] == [SAME_FACT, POSSIBLY, NO_MATCH]
    assert (row.articles, row.told_in, row.possibly, row.unmatched) == (1, (0,), (1,), (2,))


def test_several_sentences_of_one_article_share_a_cell() -> None:
    comparison = hand_made(2)
    row = {"fact": 0, "articles": 1, "article": 1, "text": ""}
    facts = [
        row | {"sentence": 4, "band": POSSIBLY},
        row | {"sentence": 2, "band": SAME_FACT},
    ]
    (made,) = fact_rows(comparison_of(comparison.articles, facts=facts))
    assert made.cells == (FactCell(0, NO_MATCH, ()), FactCell(1, SAME_FACT, (2, 4)))


def test_facts_without_a_match_somewhere_keep_the_order_of_all() -> None:
    assert [row.fact for row in only_told(hand_made(3))] == list(range(2, 10))
    assert [row.told_in for row in only_told(hand_made(2))] == [(0,), (1,)]

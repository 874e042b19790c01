"""Each article's wording of a fact, and the partners of sentences."""

from analysis.comparison.frames import NO_MATCH, POSSIBLY, SAME_FACT
from analysis.output.comparison.facts import fact_rows
from analysis.output.comparison.wordings import Partner, fact_wordings, partners, surest
from tests.hand_made_comparison import TEXTS, hand_made


def test_the_wordings_of_a_fact_by_article() -> None:
    comparison = hand_made(3)
    council, *_, lone = fact_wordings(comparison, fact_rows(comparison)[1:])
    assert [[one.row["text"] for one in some] for some in council] == [
        [TEXTS[0][5]],
        [TEXTS[1][4]],
        [TEXTS[2][3]],
    ]
    assert [[one.row["text"] for one in some] for some in lone] == [[], [], [TEXTS[2][2]]]
    assert all("".join(r.text for r in one.runs) == one.row["text"] for s in council for one in s)


def test_partners_know_each_other() -> None:
    found = partners(hand_made(3))
    assert found[0, 5] == [Partner(1, 4, SAME_FACT), Partner(2, 3, SAME_FACT)]
    assert found[2, 3] == [Partner(0, 5, SAME_FACT), Partner(1, 4, SAME_FACT)]
    assert found[1, 6] == [Partner(0, 6, POSSIBLY)]
    assert (0, 4) not in found
    assert found[1, 4][0].name == "A 6"


def test_of_several_partners_in_an_article_the_surest_counts() -> None:
    found = [Partner(1, 2, POSSIBLY), Partner(1, 5, SAME_FACT), Partner(2, 0, POSSIBLY)]
    assert surest(found, 1) == SAME_FACT
    assert surest(found, 2) == POSSIBLY
    assert surest(found, 3) == NO_MATCH

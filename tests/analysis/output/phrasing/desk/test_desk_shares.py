"""Sentences about accepted shares: what is concluded, and what is not."""

from analysis.desk.check_figures import check_figures
from analysis.output.phrasing.desk import shares as said
from tests.analysis.desk.made import decided, decisions_of


def figures(*rows):
    return check_figures(decisions_of([row for some in rows for row in some]))


def test_the_summary_names_what_is_to_be_mended() -> None:
    found = figures(
        decided("house.slam", 2, 12),
        decided("slant.loaded-words", 8, 2, first=100),
        decided("plain.utilise", 1, 0, first=200),
    )
    assert said.checks_summary(found) == (
        "To mend: house.slam. Perhaps to mend: Loaded words. 1 check has too few decisions for a "
        "verdict."
    )
    assert said.checks_summary(figures(decided("a.rule", 12, 0))) == "No check is to be mended."
    assert said.checks_summary(()) == said.NOTHING_DECIDED


def test_a_verdict_says_from_what_it_follows() -> None:
    (mend,) = figures(decided("house.slam", 12, 12))
    assert said.verdict_said(mend) == (
        "Fewer than 90% of its flags are right, and chance does not explain it: the whole "
        "interval, 31% to 69%, lies under that."
    )
    (perhaps,) = figures(decided("house.slam", 8, 2))
    assert "decide on more flags first" in said.verdict_said(perhaps)
    (few,) = figures(decided("house.slam", 0, 9))
    assert said.verdict_said(few) == "Of fewer than 10 decisions nothing can be concluded."


def test_reasons_and_revisions() -> None:
    (found,) = figures(
        decided("house.slam", 3, 9, revision=1), decided("house.slam", 1, 2, revision=2, first=50)
    )
    assert said.reasons_said(found) == "Dismissed as: fair wording here (2)."
    assert (
        said.revisions_said(found)
        == "Revision 2 counts. Before, 3 of 12 in revision 1 were accepted."
    )
    (first,) = figures(decided("house.slam", 1, 0))
    assert said.revisions_said(first) == ""
    assert said.reasons_said(first) == ""


def test_a_change_by_month_is_stated_only_where_it_is_sure() -> None:
    september, october = {"made": "2026-09-10"}, {"made": "2026-10-10"}
    (sure,) = figures(
        decided("house.slam", 4, 36, **september),
        decided("house.slam", 36, 4, first=100, **october),
    )
    caption = said.months_caption(sure)
    assert caption.title == "house.slam is accepted more often in 2026-10 than in 2026-09"
    assert caption.words == (
        "2026-09: 4 of 40 accepted: 10% (4% to 23%). 2026-10: 36 of 40 accepted: 90% (77% to 96%)."
    )
    (few,) = figures(
        decided("house.slam", 0, 5, **september), decided("house.slam", 5, 0, first=9, **october)
    )
    assert said.months_caption(few).title == "house.slam: accepted share by month, no clear change"


def test_who_decided_since_when() -> None:
    decisions = decisions_of([{"flag": 1}, {"flag": 1, "editor": 2, "made": "2026-09-01"}])
    assert said.decided_said(decisions) == "2 decisions on 1 flag by 2 editors since 2026-09-01."

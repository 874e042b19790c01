"""What is said of an archive's figures, and what its chart, filters and files are called."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.columns import frame
from analysis.corpus.archive.frames import GROUPS, Chosen
from analysis.output.phrasing.archive.about import about_said, claims_rows, skipped_rows
from analysis.output.phrasing.archive.notes import (
    chosen_said,
    left_out_said,
    unknown_said,
    value_name,
)
from analysis.output.phrasing.archive.wording import (
    few_said,
    mixed_said,
    table_of,
    wording_title,
    wording_words,
)

NAN = float("nan")
FIGURES = {"value": 0.3, "low": 0.25, "high": 0.4, "p05": 0.0, "p25": 0.1, "p50": 0.2}
OTHERS = {"p75": 0.5, "p95": 0.75}


def groups_of(*rows: dict[str, Any]) -> pd.DataFrame:
    return frame({name: [one[name] for one in rows] for name in GROUPS}, GROUPS)


def row(group: str, voice: str, articles: int, **other: Any) -> dict[str, Any]:
    counts = {"articles": articles, "sentences": articles * 9, "few": articles < 30}
    return {"group": group, "voice": voice, **counts, **FIGURES, **OTHERS, **other}


GIVEN = groups_of(
    row("Moor Herald", "outlet", 40),
    row("Moor Herald", "mixed", 1, low=NAN, high=NAN),
    row("", "quoted", 2, value=-0.1, low=-0.2, high=0.0),
)


def test_the_title_counts_and_compares_nothing() -> None:
    title = wording_title(GIVEN, "outlet", "loaded", 34)
    assert title == "Loaded sentences by outlet: 2 of 34 outlets, each voice apart"
    first, herald, mixed, _ = wording_words(GIVEN, "loaded").splitlines()
    assert first == "Measured is the share of sentences that are likely loaded."
    assert herald == (
        "Moor Herald, own voice: 30% (25% to 40%) of 360 sentences in 40 articles; the middle half "
        "of the articles 10% to 50%, median 20%."
    )
    assert mixed.startswith("Moor Herald, partly quoted: 30% (no interval) of 9 sentences in 1 art")
    assert mixed.endswith("; fewer than 30 articles.")


def test_a_tone_has_its_sign_and_a_name_that_is_not_given_is_said() -> None:
    last = wording_words(GIVEN, "tone").splitlines()[-1]
    assert last.startswith("none given, quoted: −0.10 (−0.20 to 0.00) over 18 sentences")


def test_a_month_without_articles_says_so_and_is_in_no_table() -> None:
    nothing = dict.fromkeys([*FIGURES, *OTHERS], NAN)
    given = groups_of(row("2024-02", "outlet", 0, **nothing), row("2024-03", "outlet", 31))
    words = wording_words(given, "loaded")
    assert "2024-02, own voice: nothing to measure." in words
    head, rows = table_of(given, "month", "loaded")
    assert head[0] == "Month"
    assert [one[0] for one in rows] == ["2024-03"]
    assert few_said(given) == ""


def test_few_and_partly_quoted_are_said_apart() -> None:
    assert few_said(GIVEN) == "2 rows have fewer than 30 articles."
    assert mixed_said(GIVEN).startswith("9 partly quoted sentences are in none of the boxes")
    assert mixed_said(GIVEN.iloc[:1]) == ""


def test_what_is_chosen_is_one_line_whatever_the_names() -> None:
    chosen = Chosen(outlet=("a\nb", "", "c" * 99, "d"), first="2024-02", once=False)
    assert chosen_said(chosen, 1) == (
        f"1 article · outlet a b, none given, {'c' * 59}… and 1 more · 2024-02 to the end · every "
        "copy counted"
    )
    assert unknown_said(["by=age", "view=x"]) == (
        "The address asks for “by=age” and “view=x”, which there is not here: it is left out."
    )
    assert value_name(" \t") == "none given"


def test_months_that_an_axis_leaves_out_are_said() -> None:
    assert left_out_said(["", "2020-01", "2020-06"]) == ""
    assert left_out_said(["2020-01", "2050-06"]) == (
        "The axis leaves out 2020-02 to 2050-05, as nothing is dated then."
    )
    assert left_out_said([f"{year}-01" for year in range(1900, 2000, 10)]).endswith(
        "1920-02 to 1929-12 and 6 more such stretches, as nothing is dated then."
    )


def test_about_says_several_models_and_what_is_not_finished() -> None:
    models = [
        {"model": "slant", "model_version": version, "articles": 2, "sentences": 9}
        for version in ("1", "2")
    ]
    lines = about_said(
        {"articles": 4, "sentences": 18, "models": models, "unfinished": 1, "undated": 1}
    )
    assert lines[0] == "4 articles with 18 sentences."
    assert "1 article has no date: it is in no month." in lines
    assert any(line.startswith("Several models scored it") for line in lines)
    assert lines[-1].startswith("1 part is not finished: run slant corpus again")


def test_claims_that_differ_come_first() -> None:
    claims = [
        {"file": "a.rtf", "claimed": 5, "found": 5},
        {"file": "b.docx", "claimed": 7, "found": 6},
        {"file": "c.csv", "claimed": None, "found": 3},
    ]
    assert claims_rows({"settings": {"claims": claims}}) == [
        ["b.docx", 7, 6],
        ["a.rtf", 5, 5],
        ["c.csv", "–", 3],
    ]
    assert claims_rows({"settings": {}}) == []
    assert skipped_rows({"skipped": {"A": 1, "B": 3}}) == [["B", 3], ["A", 1]]

"""The facts of a comparison to the rows that the browser shows: pure, and free of Streamlit.

Sentences go as runs, never as offsets, as JavaScript counts UTF-16 units.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from analysis.comparison.frames import Comparison
from analysis.output.comparison.about import About, article_names
from analysis.output.comparison.facts import FactRow, fact_rows
from analysis.output.comparison.wordings import Wording, fact_wordings
from analysis.output.phrasing.comparison.whole import fact_name, group_of, told_by
from analysis.output.phrasing.speakers import whose_words

if TYPE_CHECKING:
    from collections.abc import Sequence


def matrix_payload(comparison: Comparison, known: Sequence[About] = ()) -> dict[str, Any]:
    """Return everything the browser needs to show who tells what, ready for JSON.

    ``articles`` holds for each its ``letter``, ``title`` and ``detail`` (outlet and date; ``known``
    as for ``article_names``). ``groups`` holds, for the facts that the same articles tell, a
    ``title`` and ``facts``: those that most articles tell first. A fact has its ``name``; in words,
    who tells it (``told``); its ``bands``, one an article; ``only``, the article whose sentence has
    no match anywhere, else None; and its ``wordings``, in the order of the articles, each with
    ``article``, ``sentence``, ``band``, ``whose`` words it is, whether it is likely ``loaded``, its
    loaded ``probability`` (None where not scored), and ``runs`` ([text, marks]), which joined are
    the sentence.
    """
    rows = sorted(fact_rows(comparison), key=_order)
    worded = fact_wordings(comparison, rows)
    facts = [
        _fact(row, [wording for cell in cells for wording in cell])
        for row, cells in zip(rows, worded, strict=True)
    ]
    titles = [group_of(row) for row in rows]
    return {
        "articles": [
            {"letter": name.letter, "title": name.title, "detail": name.detail}
            for name in article_names(comparison, known)
        ],
        "groups": [
            {"title": title, "facts": [fact for _, fact in found]}
            for title, found in groupby(zip(titles, facts, strict=True), key=lambda one: one[0])
        ],
    }


def _order(row: FactRow) -> tuple[int, bool, tuple[int, ...], int]:
    """Sort facts by how many articles tell them, possibly or not, and by which."""
    return -row.articles, not row.possibly, row.told_in, row.fact


def _fact(row: FactRow, wordings: list[Wording]) -> dict[str, Any]:
    alone = row.articles == 1 and not row.possibly
    return {
        "name": fact_name([wording.row["text"] for wording in wordings]),
        "told": told_by(row),
        "bands": [cell.band for cell in row.cells],
        "only": row.told_in[0] if alone else None,
        "wordings": [_wording(wording) for wording in wordings],
    }


def _wording(wording: Wording) -> dict[str, Any]:
    row = wording.row
    scored = isinstance(row["loaded"], str)
    return {
        "article": wording.article,
        "sentence": row["sentence"],
        "band": wording.band,
        "whose": whose_words(row["voice"], row["speaker"]),
        "loaded": row["loaded"] == "loaded",
        "probability": round(float(row["loaded_probability"]), 2) if scored else None,
        "runs": [(run.text, run.marks) for run in wording.runs],
    }

"""How a measure is distributed over the articles of each group."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.corpus.archive.database.connecting import sql
from analysis.corpus.archive.database.loaded import Loaded, of
from analysis.corpus.archive.frames import FEW, GROUPINGS, GROUPS, MEASURES, VALUES, Chosen
from analysis.corpus.archive.questions.bootstrap import EXACT, intervals
from analysis.corpus.archive.questions.months import whole
from analysis.frames import VOICES

if TYPE_CHECKING:
    import pandas as pd

_ALL = 2**31
_QUANTILES = ("p05", "p25", "p50", "p75", "p95")


def values(archive: Loaded, grouping: str, chosen: Chosen) -> pd.DataFrame:
    """Return ``VALUES``; see ``Asking.values``. Raises CannotRead."""
    known(grouping)
    none: dict[str, Any] = {"first": "", "last": ""} if grouping == "month" else {grouping: ()}
    asked = {**of(replace(chosen, **none)), "grouping": grouping}
    return frame(archive.rows(sql(__file__, "sql/values.sql"), asked), VALUES)


def groups(archive: Loaded, grouping: str, measure: str, chosen: Chosen, most: int) -> pd.DataFrame:
    """Return ``GROUPS``; see ``Asking.groups``. Raises CannotRead."""
    known(grouping, measure)
    by_month = grouping == "month"
    figures, units = archive.steps(
        (
            sql(__file__, "sql/group_articles.sql"),
            {
                **of(chosen),
                "grouping": grouping,
                "measure": measure,
                "most": _ALL if by_month else most,
            },
        ),
        (sql(__file__, "sql/group_figures.sql"), {}),
        (sql(__file__, "sql/group_units.sql"), {"exact": EXACT}),
    )
    ends = _intervals(units)
    rows = {
        (row["name"], row["voice"]): {
            "group": row["name"],
            **{name: row[name] for name in ("voice", "articles", "sentences", "value")},
            "low": ends[row["name"], row["voice"]][0],
            "high": ends[row["name"], row["voice"]][1],
            **dict(zip(_QUANTILES, row["quantiles"], strict=True)),
            "few": row["articles"] < FEW,
        }
        for row in figures.to_dict("records")
    }
    if by_month:
        months = whole(month for month, _ in rows)
        rows = {key: rows.get(key) or _nothing(*key) for key in product(months, VOICES)}
    return frame({name: [row[name] for row in rows.values()] for name in GROUPS}, GROUPS)


def known(grouping: str, measure: str = MEASURES[0]) -> None:
    """Raise ValueError unless there is such a grouping and such a measure."""
    if grouping not in GROUPINGS or measure not in MEASURES:
        raise ValueError(f"no such grouping or measure: {grouping}, {measure}")


def _intervals(units: pd.DataFrame) -> dict[tuple[str, str], tuple[float, float]]:
    """Return the interval of each group and voice."""
    import numpy as np

    amounts, sizes = units["amount"].to_numpy(), units["scored"].to_numpy()
    changes = (units["name"] != units["name"].shift()) | (units["voice"] != units["voice"].shift())
    starts = np.flatnonzero(changes)
    ends = [*starts[1:], len(units)][: len(starts)]
    names = zip(units["name"].iloc[starts], units["voice"].iloc[starts], strict=True)
    parts = [
        (amounts[start:end], sizes[start:end]) for start, end in zip(starts, ends, strict=True)
    ]
    return dict(zip(names, intervals(parts), strict=True))


def _nothing(group: str, voice: str) -> dict[str, Any]:
    """Return the row of a month without such sentences, so that a chart shows the gap."""
    nan = float("nan")
    numbers = dict.fromkeys(("value", "low", "high", *_QUANTILES), nan)
    return {"group": group, "voice": voice, "articles": 0, "sentences": 0, **numbers, "few": True}

"""Whatever stands in a row, it is an article or a sentence on why there is none."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.reading.record import Found, Unreadable
from analysis.corpus.reading.tables.columns import NAMES
from analysis.corpus.reading.tables.rows import Rows

_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.datetimes()
    | st.sampled_from([pd.NA, pd.NaT, np.float64("nan"), np.int64(7), np.array(["a", "b"])]),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=5,
)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), _VALUES))
def test_any_row(values: dict[str, object]) -> None:
    rows = Rows(None)
    found = rows.article(values, "row 1")
    assert found.place == "row 1"
    for one in (found.id, found.title, found.url):
        assert len(one) <= 2_001
        assert one == " ".join(one.split())
    if isinstance(found, Unreadable):
        assert found.reason in ("EmptyText", "NotText")
    elif isinstance(values["text"], str):
        assert found.text == values["text"].replace("\0", "") or "\0" in found.text
    assert all(note.isprintable() for note in rows.notes())


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NA, ""),
        (pd.NaT, ""),
        (12.0, "12"),
        (1.5, "1.5"),
        (np.int64(7), "7"),
        (["A. Roe", None, "B. Poe"], "A. Roe, B. Poe"),
        (np.array(["A. Roe", "B. Poe"]), "A. Roe, B. Poe"),
        ({"name": "A. Roe"}, '{"name": "A. Roe"}'),
        (b"Caf\xe9", "Café"),
        (" A.\n\tRoe\u202e ", "A. Roe"),
        ("=1+1", "=1+1"),
    ],
)
def test_values_on_one_line(value: object, plain: str) -> None:
    found = Rows(None).article({"text": "It shut.", "author": value}, "row 1")
    assert isinstance(found, Found)
    assert found.author == plain


def test_moments_are_the_day_that_is_written() -> None:
    late = datetime(2020, 3, 7, 23, 59, tzinfo=UTC)
    for value in (late, late.date(), pd.Timestamp(late), late.isoformat()):
        found = Rows(None).article({"text": "It shut.", "date": value}, "row 1")
        assert isinstance(found, Found)
        assert found.date == "2020-03-07"

"""Files with any bytes changed or cut off are read as far as they go, or refused in a sentence."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.articles import FAILED
from analysis.corpus.reading.opening import open_archive
from analysis.corpus.reading.record import Choices
from analysis.errors import CannotRead

_TABLE = pd.DataFrame(
    {
        "text": [f"Café number {number}, as it was.\n" * 3 for number in range(40)],
        "date": pd.date_range("2020-01-01", periods=40),
        "author": [["A. Roe", "B. Poe"]] * 40,
    }
)


def whole(form: str) -> bytes:
    if form == "csv":
        return _TABLE.to_csv(index=False).encode()
    if form == "json":
        return _TABLE.assign(date="7 March 2020").to_json(orient="records").encode()
    if form == "jsonl":
        return _TABLE.assign(date="").to_json(orient="records", lines=True).encode()
    buffer = io.BytesIO()
    _TABLE.to_parquet(buffer, row_group_size=10)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "parquet"])
@settings(max_examples=40, deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=9),
    cut=st.sampled_from([1.0, 1.0, 1.0, 0.9, 0.5]),
)
def test_any_damage(form: str, changes: list[tuple[float, int]], cut: float) -> None:
    data = bytearray(whole(form))
    for place, byte in changes:
        data[int(place * len(data))] = byte
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"news.{form}"
        path.write_bytes(data[: int(cut * len(data))])
        try:
            parts = list(open_archive(path, Choices({})).parts(100))
        except CannotRead:
            return
    reasons = {reason for _, skipped in parts for reason in skipped["reason"]}
    assert FAILED not in reasons
    if not changes and cut == 1.0:
        assert [list(found["text"]) for found, _ in parts] == [list(_TABLE["text"])]

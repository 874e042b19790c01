"""A small Parquet file whose rows share one large value does not fill the memory."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest

from analysis.corpus.reading.record import Unreadable
from analysis.corpus.reading.tables import parquet
from tests.analysis.corpus.reading.reading_given import opened


def test_a_value_that_all_rows_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.parquet"
    values = pa.DictionaryArray.from_arrays([0] * 100, ["x" * 2_000_000])
    pyarrow.parquet.write_table(pa.table({"text": values.cast(pa.string())}), path)
    assert path.stat().st_size < 1_000_000
    monkeypatch.setattr(parquet, "_MOST_BYTES", 8_000_000)
    before, pool = pa.default_memory_pool(), pa.proxy_memory_pool(pa.default_memory_pool())
    pa.set_memory_pool(pool)
    try:
        reasons = [one.reason for one in opened(path).articles() if isinstance(one, Unreadable)]
    finally:
        pa.set_memory_pool(before)
    assert reasons == ["TextTooLong"] * 100
    assert (pool.max_memory() or 0) < 60_000_000

"""gzip, unpacked piece by piece: nothing lost, nothing broken passed on, no bomb."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.web.compression import PIECE, gunzip


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@given(st.lists(st.binary(max_size=500), min_size=1, max_size=4), st.integers(1, 100))
def test_what_was_packed_comes_back(members: list[bytes], size: int) -> None:
    packed = b"".join(map(gzip.compress, members))
    assert b"".join(gunzip(cut(packed, size))) == b"".join(members)


@pytest.mark.parametrize("size", [PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 1_000_003])
@pytest.mark.parametrize("chunk", [7, 1024, 10_000_000])
def test_pieces_are_small(size: int, chunk: int) -> None:
    pieces = list(gunzip(cut(gzip.compress(bytes(size)), chunk)))
    assert max(map(len, pieces)) <= PIECE
    assert b"".join(pieces) == bytes(size)


def test_nothing_is_nothing() -> None:
    assert list(gunzip([])) == []
    assert list(gunzip([gzip.compress(b"")])) == []


PACKED = gzip.compress(b"The mayor spoke. " * 50, mtime=0)


@pytest.mark.parametrize(
    "data",
    [
        b"<p>not packed</p>",
        PACKED[:-1],
        PACKED[:-9],
        PACKED[:5],
        PACKED[:-5] + b"\0" + PACKED[-4:],  # wrong checksum
        PACKED + b"more",
        PACKED + PACKED[:-3],
    ],
)
def test_broken_data_is_no_half_result(data: bytes) -> None:
    for size in (1, 10, 10_000):
        with pytest.raises(zlib.error):
            list(gunzip(cut(data, size)))


@given(st.binary(max_size=300))
def test_any_bytes_come_out_or_are_called_broken(data: bytes) -> None:
    try:
        list(gunzip([PACKED[:10] + data]))
    except zlib.error:
        return

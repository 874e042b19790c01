"""Objects of JSON files are parted at any border of what is read, and one that is broken costs
only itself."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.reading.news.pieces import objects as module
from analysis.corpus.reading.news.pieces.objects import first_keys, objects, value
from analysis.errors import CannotRead

STRINGS = st.text(st.sampled_from('a{}[]",:\\\n é😀') | st.characters(codec="utf-8"), max_size=12)
ITEMS = st.lists(
    st.dictionaries(
        STRINGS,
        st.recursive(STRINGS | st.integers() | st.none(), lambda inner: st.lists(inner, max_size=3)
                     | st.dictionaries(STRINGS, inner, max_size=3), max_leaves=6),
        max_size=4,
    ),
    max_size=4,
)  # fmt: skip


def parted(data: bytes) -> list[tuple[bytes, str]]:
    return [(piece.data, piece.fault) for piece in objects(io.BytesIO(data))]


@settings(max_examples=60, deadline=None)
@given(ITEMS, st.sampled_from([1, 2, 3, 7, 64, 100_000]), st.booleans(), st.booleans(),
       st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))  # fmt: skip
def test_what_is_written_comes_back(
    items: list[dict[str, Any]], chunk: int, pretty: bool, escaped: bool, encoding: str
) -> None:
    whole = json.dumps(items, indent=1 if pretty else None, ensure_ascii=escaped)
    lines = "\n".join(json.dumps(one, ensure_ascii=escaped) for one in items)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CHUNK", chunk)
        for text in (whole, lines):
            pieces = list(objects(io.BytesIO(text.encode(encoding))))
            assert [value(piece, "A") for piece in pieces] == items


@pytest.mark.parametrize("chunk", [1, 5, 100_000])
def test_broken_lines_cost_only_themselves(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", chunk)
    data = b'{"a": 1}\n{"a": "b\n{"a": 2}\nrubbish\n{"a": {"b": 1}\n{"a": 3}\n{"a": "4'
    assert [fault for _, fault in parted(data)] == [
        "", "broken", "", "broken", "broken", "", "cut",
    ]  # fmt: skip
    assert [json.loads(piece)["a"] for piece, fault in parted(data) if not fault] == [1, 2, 3]


def test_an_object_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 100)
    monkeypatch.setattr(module, "CHUNK", 10)
    data = b'[{"a": "' + b"x" * 1000 + b'"}, {"b": 1}]'
    assert parted(data) == [(b"", "long"), (b'{"b": 1}', "")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"a": tru}', "is no whole object of JSON"),
        (b'{"a": ' + b"[" * 5000 + b"]" * 5000 + b"}", "is no whole object of JSON"),
        (b'{"a": "', "is cut off where the file ends"),
        (b"17", "is no whole object of JSON"),
    ],
)
def test_what_is_said_of_a_broken_one(data: bytes, said: str) -> None:
    (piece,) = objects(io.BytesIO(data))
    with pytest.raises(CannotRead, match=said):
        value(piece, "A")


def test_a_text_that_is_not_in_utf_8() -> None:
    (piece,) = objects(io.BytesIO('{"a": "“café”"}'.encode("cp1252")))
    assert value(piece, "A") == {"a": "“café”"}


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        (b'[{"a": 1, "b": {"c": 2}}]', {"a", "b"}),
        (b'{"a": "long text', {"a"}),
        (b'{"a": "x\n{"b": 1}\n', {"a"}),
        (b"a,b\n1,2", set()),
        (b"[]", set()),
        (b"", set()),
    ],
)
def test_keys_of_the_first_object(head: bytes, keys: set[str]) -> None:
    assert first_keys(head) == keys

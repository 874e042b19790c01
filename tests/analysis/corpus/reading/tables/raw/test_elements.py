"""The elements of a list are those that Python's own parser finds, wherever the blocks end."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.reading.tables.raw.elements import elements
from analysis.errors import CannotRead

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('ab"\\[]{},\n') | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text('a"\\]'), inside),
    max_leaves=10,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_JSON), st.integers(1, 7), st.sampled_from([None, 1]), st.booleans())
def test_any_list(values: list[object], size: int, indent: int | None, ascii_only: bool) -> None:
    data = json.dumps(values, indent=indent, ensure_ascii=ascii_only).encode()
    blocks = (data[at : at + size] for at in range(0, len(data), size))
    assert [json.loads(one or b"") for one in elements(blocks, "it")] == values


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize("indent", [None, 1])
def test_a_string_that_is_not_closed_costs_its_element(size: int, indent: int | None) -> None:
    texts = ["{1}", 'two "{', "3]"]
    written = [json.dumps({"text": text, "n": 1}, indent=indent) for text in texts]
    broken = written[1].replace('{",', "{,")
    data = f"[{written[0]},\n{broken},\n{written[2]},\n{written[0]}]".encode()
    blocks = (data[at : at + size] for at in range(0, len(data), size))
    first, second, third, last = elements(blocks, "it")
    assert [json.loads(one or b"")["text"] for one in (first, third, last)] == ["{1}", "3]", "{1}"]
    assert second == f"\n{broken},".encode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'[{"a":1}', "ends in the middle of article 2"),
        (b'[{"a":"1}]', "ends in the middle of article 1"),
        (b'[{"a":1}] and more', "has something else after article 1"),
        (b"[1]]", "has something else after article 1"),
    ],
)
def test_what_is_no_list(data: bytes, says: str) -> None:
    with pytest.raises(CannotRead, match=says):
        list(elements(iter([data]), "it"))

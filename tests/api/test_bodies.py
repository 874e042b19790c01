"""Bodies of requests: what is taken, and what each kind of attack is answered with."""

import asyncio
import json
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import bodies
from api.answers import Problem
from api.bodies import JSON_BODY, Gone, decoded, fields, read_body
from tests.apart import run_apart

JSON = {"content-type": "application/json"}


def read(pieces: Iterable[bytes], headers: dict[str, str] | None = None) -> bytes:
    """Read a body that comes in these pieces; after the last one the other end goes away."""
    messages = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    if messages:
        messages[-1]["more_body"] = False
    waiting = iter([*messages, {"type": "http.disconnect"}])

    async def receive() -> dict[str, object]:
        return next(waiting)

    return run_apart(read_body(JSON if headers is None else headers, receive, JSON_BODY))


def test_pieces_are_put_together() -> None:
    assert read([b'{"a"', b":1", b"}"]) == b'{"a":1}'


@pytest.mark.parametrize(
    "content_type", ["application/json", "Application/JSON; charset=utf-8", " application/json "]
)
def test_json_is_taken_by_its_content_type(content_type: str) -> None:
    assert read([b"1"], {"content-type": content_type}) == b"1"


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonp", "text/json"],
)
def test_what_a_form_of_another_page_can_send_is_refused(content_type: str) -> None:
    with pytest.raises(Problem) as refused:
        read([b"{}"], {"content-type": content_type})
    assert refused.value.status == 415


def test_the_largest_body_is_taken_and_one_byte_more_is_not() -> None:
    assert len(read([b"x" * 65_536])) == 65_536
    with pytest.raises(Problem) as refused:
        read([b"x" * 65_536, b"x"])
    assert refused.value.status == 413


@pytest.mark.parametrize("announced", ["65537", "52428800", "9" * 5000])
def test_an_announced_length_is_refused_before_anything_is_read(announced: str) -> None:
    with pytest.raises(Problem) as refused:
        read([], {**JSON, "content-length": announced})
    assert refused.value.status == 413


@pytest.mark.parametrize("encoding", ["gzip", "br", "gzip, identity", "x"])
def test_what_is_compressed_is_refused_before_anything_is_read(encoding: str) -> None:
    with pytest.raises(Problem) as refused:
        read([], {**JSON, "content-encoding": encoding})
    assert (refused.value.status, refused.value.kind) == (415, "compressed")
    assert read([b"1"], {**JSON, "content-encoding": "identity"}) == b"1"


@pytest.mark.parametrize("announced", ["-1", "many", "²", "3"])
def test_a_wrong_announcement_does_not_matter(announced: str) -> None:
    assert read([b"{}"], {**JSON, "content-length": announced}) == b"{}"


def test_who_goes_away_gets_no_answer() -> None:
    with pytest.raises(Gone):
        read([])


def test_a_body_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "TIME_LIMIT_S", 0.01)

    async def never() -> dict[str, object]:
        await asyncio.Event().wait()
        return {}

    with pytest.raises(Problem) as refused:
        run_apart(read_body(JSON, never, JSON_BODY))
    assert refused.value.status == 408


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"{} {}", "not JSON"),
        (b"\xff\xfe{}", "not in UTF-8"),
        (b"\xed\xa0\x80", "not in UTF-8"),
        ("{}".encode("utf-16"), "not in UTF-8"),
        (b"NaN", "number that is not one"),
        (b'{"a": -Infinity}', "number that is not one"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'[{"b": {"a": 1, "a": 1}}]', "twice"),
        (b"1" * 17, "too large"),
        (b"-" + b"9" * 6000, "too large"),
        (b"[" * 60_000, "too deeply"),
        (b'{"a":' * 12_000, "too deeply"),
        (b"[" * 30_000 + b"]" * 30_000, "too deeply"),
    ],
)
def test_what_is_refused_is_said(body: bytes, said: str) -> None:
    with pytest.raises(Problem) as refused:
        decoded(body)
    assert refused.value.status == 422
    assert said in refused.value.title


def test_the_largest_number_of_a_browser_is_taken() -> None:
    assert decoded(b"[9007199254740991, -9007199254740991]") == [2**53 - 1, 1 - 2**53]


@given(st.binary(max_size=200))
def test_any_bytes_are_json_or_a_problem(body: bytes) -> None:
    try:
        decoded(body)
    except Problem as refused:
        problem = refused
    else:
        problem = None
    assert problem is None or problem.status == 422


SMALL_INTEGERS = st.integers(-(10**15), 10**15)
VALUES = st.recursive(
    st.none() | st.booleans() | SMALL_INTEGERS | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_what_is_allowed_comes_back_as_it_was(value: object) -> None:
    assert decoded(json.dumps(value).encode()) == value


def test_the_parts_of_an_object() -> None:
    assert fields({"code": 1}, {"code"}, {"seats"}) == {"code": 1}
    assert fields({"code": 1, "seats": 2}, {"code"}, {"seats"}) == {"code": 1, "seats": 2}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        *((other, "The request is not a JSON object.") for other in (None, [], "code", 3)),
        *((without, "The request has no “code”.") for without in ({}, {"seats": 1})),
    ],
)
def test_a_missing_part_is_named(body: object, said: str) -> None:
    with pytest.raises(Problem) as refused:
        fields(body, {"code"}, {"seats"})
    assert refused.value.title == said


def test_a_part_that_is_not_known_is_not_repeated() -> None:
    with pytest.raises(Problem) as refused:
        fields({"code": 1, "<script>alert(1)</script>": 1}, {"code"})
    assert refused.value.status == 422
    assert "script" not in refused.value.title

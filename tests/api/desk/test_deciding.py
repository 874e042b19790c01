"""Deciding over HTTP: kept once, told as it was kept, and never over somebody's head."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from store.database import reading
from store.desk.records import Decision
from store.desk.tables import DECISIONS
from tests.api.desk.small_desk import ANN, BEN, EVE, SmallDesk


def kept(desk: SmallDesk) -> int:
    """How many decisions the database holds."""
    with reading(desk.engine) as connection:
        return int(connection.scalar(select(func.count()).select_from(DECISIONS)) or 0)


def test_a_decision_is_told_with_the_flag_as_it_is_then(desk: SmallDesk) -> None:
    flag = desk.flags()[0]
    before = desk.get("queue").json()["version"]
    answer = desk.decide(flag["id"], "reword", wording="criticised", note="“so” 😀", name=BEN)
    assert answer.status_code == 201
    told = answer.json()
    decision = told["decision"]
    assert decision.keys() == Decision.__annotations__.keys()
    assert (decision["act"], decision["wording"], decision["name"]) == (
        "reword",
        "criticised",
        BEN,
    )
    assert (decision["seq"], decision["second"], decision["note"]) == (1, False, "“so” 😀")
    assert decision["made"].endswith("Z")
    assert told["flag"] == {**flag, "state": "reword", "seq": 1, "decision": decision}
    assert told["version"] > before
    assert desk.get(f"flags/{flag['id']}").json() == told["flag"]


def test_the_same_request_again_is_the_same_decision(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    first = desk.decide(number, request="page-1", name=BEN)
    again = desk.decide(number, request="page-1", name=BEN)
    assert again.status_code == 201
    assert again.json() == first.json()
    desk.decide(number, "undo", seen=1)
    late = desk.decide(number, request="page-1", name=BEN).json()
    assert late["decision"] == first.json()["decision"]
    assert (late["flag"]["state"], late["flag"]["seq"]) == ("open", 2)
    assert kept(desk) == 2


def test_the_request_of_somebody_else_is_not_handed_out(desk: SmallDesk) -> None:
    first, second, *_ = (flag["id"] for flag in desk.flags())
    desk.decide(first, request="page-1", name=BEN, note="Between us.")
    for refused in (
        desk.decide(first, request="page-1", name=EVE),
        desk.decide(second, request="page-1", name=BEN),
    ):
        assert (refused.status_code, refused.json()["kind"]) == (422, "bad-decision")
        assert "Between us" not in refused.text
    assert kept(desk) == 1


def test_the_second_of_two_sees_what_the_first_decided_and_is_asked(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    desk.decide(number, "dismiss", reason="other", note="It was a slam dunk.", name=BEN)
    answer = desk.decide(number, name=EVE)
    told = answer.json()
    assert (answer.status_code, told["kind"]) == (409, "already-decided")
    assert (told["decision"]["name"], told["decision"]["act"]) == (BEN, "dismiss")
    assert told["decision"]["note"] == "It was a slam dunk."
    assert told["seq"] == 1
    assert told["flag"]["decision"] == told["decision"]
    assert BEN not in told["title"]
    assert kept(desk) == 1
    anyway = desk.decide(number, seen=told["seq"], name=EVE).json()
    assert (anyway["decision"]["seq"], anyway["flag"]["state"]) == (2, "accept")


def test_a_second_reading_may_see_the_first_once_it_is_kept(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    first = desk.decide(number, "dismiss", reason="fact", name=BEN).json()
    answer = desk.second(number, "accept", EVE, note="I would not.")
    told = answer.json()
    assert answer.status_code == 201
    assert (told["decision"]["second"], told["decision"]["seq"]) == (True, 0)
    assert told["first"] == first["decision"]
    assert told["version"] > first["version"]
    assert desk.get(f"flags/{number}").json() == first["flag"]
    for refused in (desk.second(number, "reword", ANN), desk.second(number, "accept", BEN)):
        assert (refused.status_code, refused.json()["kind"]) == (422, "bad-decision")
    assert kept(desk) == 2


@pytest.mark.parametrize(
    "changed",
    [
        *({"act": "delete"}, {"act": 1}, {"act": None}, {"act": ["accept"]}, {"act": "ACCEPT"}),
        *({"seen": -1}, {"seen": 1.0}, {"seen": True}, {"seen": "0"}, {"seen": 2**31}),
        *({"seen": None}, {"request": ""}, {"request": "x" * 65}, {"request": "a b"}),
        *({"request": "é"}, {"request": 7}, {"request": None}, {"request": "a\x00"}),
        *({"act": "dismiss"}, {"act": "dismiss", "reason": "because"}, {"reason": {}}),
        *({"act": "dismiss", "reason": "other"}, {"act": "reword"}, {"wording": []}),
        *({"act": "reword", "wording": " "}, {"act": "reword", "wording": "\x00\x07"}),
        *({"act": "reword", "wording": "x" * 2001}, {"note": "x" * 2001}, {"act": "undo"}),
    ],
)
def test_what_is_no_decision_is_said_and_nothing_kept(
    untouched: SmallDesk, changed: dict[str, Any]
) -> None:
    number = untouched.flags()[0]["id"]
    body = {"request": "page-1", "seen": 0, "act": "accept", **changed}
    answer = untouched.post(f"flags/{number}/decisions", body)
    assert (answer.status_code, answer.json()["kind"]) == (422, "bad-decision")
    assert len(answer.json()["title"]) < 100
    assert kept(untouched) == 0
    assert untouched.flags()[0]["state"] == "open"


@pytest.mark.parametrize(
    ("content", "status"),
    [
        *((b"", 422), (b"[]", 422), (b"{}", 422), (b"null", 422), (b"\xff\xfe", 422)),
        *((b'{"request": "a", "seen": 0, "act": "accept", "editor": 1}', 422),),
        *((b'{"request": "a", "seen": 0, "act": "accept", "act": "undo"}', 422),),
        *((b'{"request": "a", "seen": 99999999999999999, "act": "accept"}', 422),),
        *((b'{"request": "a", "seen": NaN, "act": "accept"}', 422),),
        *((b"[" * 60_000, 422), (b'"' + b"x" * 65_536 + b'"', 413)),
    ],
)
def test_a_body_of_another_form_is_refused(
    untouched: SmallDesk, content: bytes, status: int
) -> None:
    number = untouched.flags()[0]["id"]
    headers = {
        "Authorization": f"Bearer {untouched.tokens[ANN]}",
        "Content-Type": "application/json",
    }
    for address in ("decisions", "second"):
        url = f"/api/desk/flags/{number}/{address}"
        answer = untouched.client.post(url, content=content, headers=headers)
        assert answer.status_code == status, answer.text
    other = {**headers, "Content-Type": "text/plain"}
    assert untouched.client.post(url, content=content, headers=other).status_code == 415
    assert kept(untouched) == 0


def test_the_longest_note_and_wording_fit_however_they_are_written(desk: SmallDesk) -> None:
    """Each of these signs is twelve bytes of JSON, with the text of both escaped."""
    number = desk.flags()[0]["id"]
    answer = desk.decide(number, "reword", wording="😀" * 2000, note="😀" * 2000)
    assert answer.status_code == 201
    assert desk.get(f"flags/{number}").json()["decision"]["note"] == "😀" * 2000


def test_what_no_database_keeps_is_mended_and_the_rest_kept(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    note = "half \ud83d of it,\tand\r\na \x00line\x1b"
    told = desk.decide(number, note=note).json()
    assert told["decision"]["note"] == "half � of it,\tand\r\na line"


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
NEAR = st.fixed_dictionaries(
    {"request": st.text(max_size=8) | JUNK, "seen": st.integers(0, 2) | JUNK},
    optional={
        "act": st.sampled_from(["accept", "dismiss", "reword", "undo"]) | JUNK,
        "reason": st.sampled_from(["fair", "other"]) | JUNK,
        "wording": JUNK,
        "note": JUNK,
        "text": JUNK,
    },
)


def test_whatever_is_sent_is_answered_and_kept_as_it_says() -> None:
    desk = SmallDesk()
    number = desk.flags()[0]["id"]

    @settings(max_examples=30)
    @given(st.sampled_from(["decisions", "second"]), NEAR | JUNK)
    def sent(address: str, body: Any) -> None:
        before = kept(desk)
        answer = desk.post(f"flags/{number}/{address}", body, EVE)
        assert answer.status_code in (201, 409, 422), answer.text
        if answer.status_code == 201:
            assert kept(desk) in (before, before + 1)
        else:
            assert kept(desk) == before

    sent()

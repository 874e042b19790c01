"""The queue, second readings without what was decided, flags and their history."""

import pytest

from store.desk.articles import remove_article
from store.desk.records import Flag
from tests.api.desk.small_desk import ANN, BEN, EVE, SmallDesk


def test_the_queue_has_rules_first_and_all_that_a_flag_is(desk: SmallDesk) -> None:
    told = desk.get("queue").json()
    assert (told["total"], told["held_back"]) == (4, 0)
    assert [flag["kind"] for flag in told["flags"]] == ["rule", "rule", "loaded", "loaded"]
    assert [flag["probability"] for flag in told["flags"]] == [None, None, 0.603, 0.601]
    flag = told["flags"][0]
    assert flag.keys() == Flag.__annotations__.keys()
    assert (flag["state"], flag["seq"], flag["decision"]) == ("open", 0, None)
    assert flag["plainer"] == ["criticised", "opposed"]
    assert flag["message"] == "Say what was said <img src=x onerror=alert(1)>"


def test_the_queue_by_part_article_kind_check_and_state(desk: SmallDesk) -> None:
    other = desk.add(2, flags=2)
    everything = [flag["id"] for flag in desk.flags()]
    assert len(everything) == 6
    parts = [desk.flags(f"offset={offset}&most=4") for offset in (0, 4)]
    assert [flag["id"] for part in parts for flag in part] == everything
    assert {flag["article"] for flag in desk.flags(f"article={other}")} == {other}
    both = desk.flags(f"article={other}&article={desk.article}")
    assert [flag["id"] for flag in both] == everything
    assert {flag["kind"] for flag in desk.flags("kind=loaded")} == {"loaded"}
    assert {flag["check"] for flag in desk.flags("check=house.slam")} == {"house.slam"}
    desk.decide(everything[0])
    desk.decide(everything[1], "dismiss", reason="fact")
    assert [flag["id"] for flag in desk.flags()] == everything[2:]
    assert [flag["id"] for flag in desk.flags("state=accept")] == everything[:1]
    assert [flag["id"] for flag in desk.flags("state=decided")] == everything[:2]
    assert [flag["id"] for flag in desk.flags("state=all")] == everything
    assert desk.flags("state=reword") == []


def test_a_part_is_never_larger_than_the_store_gives(desk: SmallDesk) -> None:
    desk.add(2, flags=510)
    told = desk.get("queue?most=2000000000").json()
    assert (told["total"], len(told["flags"])) == (514, 500)


@pytest.mark.parametrize("address", ["queue", "second"])
@pytest.mark.parametrize(
    "query",
    [
        *("offset=-1", "offset=x", "offset=1e3", "offset=²", "offset=", "offset=2147483648"),
        *("most=9223372036854775808", "most=" + "9" * 5000, "most=0x10", "most=1_0"),
        *("article=x", "article=-1", "article=1&article=", "article=99999999999999999999"),
        *("kind=other", "kind=", "state=waiting", "held_back=2", "held_back=true"),
        *("check=" + "x" * 81, "check=%00", "check=a%00b"),
        "&".join(["article=1"] * 501),
    ],
)
def test_a_query_that_cannot_be_is_refused_without_what_it_was(
    untouched: SmallDesk, address: str, query: str
) -> None:
    if address == "second" and query.startswith("state"):
        return  # a second reading is of what was decided, whichever way
    answer = untouched.get(f"{address}?{query}")
    assert (answer.status_code, answer.json()["kind"]) == (422, "malformed")
    assert "x" * 81 not in answer.text
    assert "9999" not in answer.text


def test_a_second_reading_is_of_what_others_decided_and_does_not_tell_it(desk: SmallDesk) -> None:
    first, second, *_ = (flag["id"] for flag in desk.flags())
    desk.decide(first, "dismiss", name=BEN, reason="other", note="A note of Ben’s.")
    desk.decide(second, name=ANN)
    answer = desk.get("second", ANN)
    (flag,) = answer.json()["flags"]
    assert flag["id"] == first
    assert flag.keys() == Flag.__annotations__.keys() - {"state", "seq", "decision"}
    for decided in ("dismiss", "Ben", "other"):
        assert decided not in answer.text.replace("another", "")
    assert [one["id"] for one in desk.get("second", BEN).json()["flags"]] == [second]
    assert len(desk.get("second", EVE).json()["flags"]) == 2


def test_what_was_read_a_second_time_does_not_come_again(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    desk.decide(number, name=BEN)
    assert desk.second(number, "accept", EVE).status_code == 201
    assert desk.get("second", EVE).json()["flags"] == []


def test_a_flag_and_its_history(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    assert desk.get(f"flags/{number}/history").json() == {"decisions": []}
    desk.decide(number, "reword", wording="criticised", name=BEN)
    desk.decide(number, "undo", seen=1)
    desk.second(number, "accept", EVE)
    flag = desk.get(f"flags/{number}").json()
    assert (flag["state"], flag["seq"]) == ("open", 2)
    told = desk.get(f"flags/{number}/history").json()["decisions"]
    assert [(one["name"], one["act"], one["seq"]) for one in told] == [
        ("Ben", "reword", 1),
        ("Ann", "undo", 2),
    ]


@pytest.mark.parametrize("number", ["0", "99", "2147483647", "9" * 25, "x", "-1", "1.0", "%00"])
def test_a_flag_that_is_not_there(untouched: SmallDesk, number: str) -> None:
    for answer in (
        untouched.get(f"flags/{number}"),
        untouched.get(f"flags/{number}/history"),
        untouched.decide(number),  # type: ignore[arg-type]
        untouched.second(number, "accept", BEN),  # type: ignore[arg-type]
    ):
        assert (answer.status_code, answer.json()["kind"]) == (404, "no-such-flag")


def test_flags_of_a_removed_article_are_gone(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    remove_article(desk.engine, desk.ids[ANN], desk.article)
    assert desk.flags() == []
    assert desk.get(f"flags/{number}").status_code == 404
    assert desk.decide(number).status_code == 404

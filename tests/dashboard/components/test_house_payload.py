"""What house rules found, on its way to the browser: short, and each thing said once."""

import json

from dashboard.components.article_text.house_payload import (
    LONGEST_IN_CARD,
    MOST_IN_CARD,
    house_payload,
)
from dashboard.components.article_text.payload import article_payload, encoded_article
from tests.hand_made_findings import found, hostile_check, house_check_of

TEXT = "The regime fell. “The regime lied,” Ann said."


def test_each_thing_said_is_sent_once_and_findings_refer_to_it() -> None:
    rows = [
        found(TEXT, "regime", 0, message="Name it.", plainer=["government"], reason="It judges."),
        found(
            TEXT, "regime", 1, 1, message="Name it.", plainer=["government"], reason="It judges."
        ),
        found(TEXT, "lied", 1, voice="quoted", check="lie", severity="note"),
    ]
    things, by_sentence = house_payload(house_check_of(rows))
    assert by_sentence == {0: [(0, "regime")], 1: [(0, "regime"), (1, "lied")]}
    assert things[0] == {
        "severity": "warning",
        "rule": "some-rule",
        "message": "Name it.",
        "plainer": "Plainer: “government”",
        "reason": "Why: It judges.",
        "voice": "own voice",
    }
    assert (things[1]["voice"], things[1]["severity"]) == ("quoted", "note")


def test_a_card_gets_the_first_findings_of_a_sentence() -> None:
    _, by_sentence = house_payload(house_check_of([found(TEXT, "regime")] * 50))
    assert len(by_sentence[0]) == MOST_IN_CARD


def test_a_rule_that_finds_a_word_everywhere_stays_small(result_of) -> None:
    result = result_of(["Word by word."] * 2_000)
    rows = [
        found(result.text, "Word", number, number, message="m" * 10_000) for number in range(2_000)
    ]
    check = house_check_of(rows)
    more = len(encoded_article(result, check).encoded) - len(encoded_article(result).encoded)
    assert more < 100 * len(rows)


def test_without_rules_there_is_nothing_of_them(result_of) -> None:
    result = result_of(["The regime fell."])
    plain, nothing = article_payload(result), article_payload(result, house=house_check_of([]))
    assert "rules" not in plain
    assert nothing.pop("rules") == []
    assert nothing == plain
    assert "house" not in json.dumps(plain)


def test_what_a_rule_says_is_text_on_one_line(result_of) -> None:
    result = result_of(["The regime fell."])
    (thing,), _ = house_payload(hostile_check(result, "regime"))
    assert all(len(said) <= LONGEST_IN_CARD and "\u202e" not in said for said in thing.values())
    assert thing["rule"].startswith("<img src=x")

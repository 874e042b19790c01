"""What the desk's queue gets from Python."""

import json

import pytest

from dashboard.components.desk_view.payload import desk_payload, name_of_check, numbers


def test_the_browser_gets_reasons_in_their_order_and_no_more_than_it_needs() -> None:
    said = desk_payload("secret", "/school", 3, [5, 2], 17, True, (0.4, 0.6))
    assert json.loads(json.dumps(said)) == {
        "token": "secret",
        "base": "/school",
        "editor": 3,
        "articles": [5, 2],
        "flag": 17,
        "kind": "",
        "check": "",
        "state": "",
        "may_decide": True,
        "bands": [0.4, 0.6],
        "reasons": {
            "fair": "fair wording here",
            "quoted": "somebody else's words",
            "sense": "another sense of the word",
            "fact": "states a fact",
            "style": "house style allows it",
            "other": "another reason",
        },
    }
    # The digits 1 to 6 are theirs.
    assert [*said["reasons"]] == ["fair", "quoted", "sense", "fact", "style", "other"]


def test_without_an_article_a_flag_or_a_model() -> None:
    said = desk_payload("secret", "", 3, None, None, False, None)
    assert (said["articles"], said["flag"], said["bands"]) == (None, None, None)


def test_only_numbers_of_an_address_count() -> None:
    given = ["3", "x", "", "-1", "17", "٣", "9" * 10, "1.5", " 4", "'; DROP TABLE"]
    assert numbers(given) == [3, 17]


@pytest.mark.parametrize(
    ("given", "expected"),
    [("house.slam", "house.slam"), ("", ""), ("a\nb", ""), ("x" * 80, "x" * 80), ("x" * 81, "")],
)
def test_an_address_names_a_check_that_the_server_takes(given: str, expected: str) -> None:
    assert name_of_check(given) == expected

"""Every error is one sentence with the value in it, and its fields say the same."""

import pytest

from analysis.errors import (
    BadSample,
    CannotRead,
    CannotServe,
    CannotWrite,
    EmptyText,
    NotEnglish,
    NotSentences,
    NotText,
    SlantError,
    TextTooLong,
)

CASES = [
    (EmptyText("is empty"), "The text is empty: give", {"found": "is empty"}),
    (
        TextTooLong(200_000, 300_000),
        "300,000 characters, more than the 200,000",
        {"length": 300_000},
    ),
    (TextTooLong(200_000, None), "more characters than the 200,000", {"length": None}),
    (TextTooLong(100, 101, "words"), "101 words, more than the 100 that", {"unit": "words"}),
    (
        NotText("photo.txt", "a PNG image"),
        "photo.txt looks like a PNG image",
        {"name": "photo.txt"},
    ),
    (NotEnglish("French", "fr"), "looks like French", {"code": "fr"}),
    (NotSentences("int", 3), "position 3 is of type int", {"position": 3}),
    (NotSentences("str"), "of type str: give a list", {"position": None}),
    (CannotRead("a.txt", "does not exist", "check it"), "a.txt does not exist: check", {}),
    (CannotWrite("out.csv", "No space left"), "out.csv cannot be written (No space left)", {}),
    (
        CannotServe("port 80", "Permission denied", "--port"),
        "at port 80 (Permission denied): give another --port",
        {"where": "port 80", "option": "--port"},
    ),
    (BadSample("x.md", "has no front matter"), "The sample x.md has no front matter", {}),
]


@pytest.mark.parametrize(("error", "part", "fields"), CASES)
def test_message(error: SlantError, part: str, fields: dict[str, object]) -> None:
    assert part in error.message
    assert str(error) == error.message
    assert error.message.endswith(".")
    assert "\n" not in error.message
    assert {name: getattr(error, name) for name in fields} == fields

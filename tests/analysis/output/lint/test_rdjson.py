"""The Reviewdog Diagnostic Format: columns in bytes of UTF-8, suggestions that lose no marks."""

import json

from hypothesis import given
from hypothesis import strategies as st

from analysis.output.lint.rdjson import to_rdjson
from analysis.output.lint.run import Run
from tests.analysis.output.lint.linted_files import linted


def test_a_diagnostic_and_its_suggestions() -> None:
    one = linted(
        "A day.\n\nThe 😀 *regime* fell.\n",
        [("regime", "house.regime", {"plainer": ["government", "state"], "link": "https://a.b/"})],
    )
    result = json.loads(to_rdjson(Run((one,))))
    assert result["source"] == {"name": "slant"}
    (found,) = result["diagnostics"]
    # The, space: 4 bytes; the emoji: 4; space and *: 2.
    place = {"start": {"line": 3, "column": 11}, "end": {"line": 3, "column": 17}}
    assert found == {
        "message": "Say who calls it that.",
        "location": {"path": "news/town.md", "range": place},
        "severity": "ERROR",
        "code": {"value": "house.regime", "url": "https://a.b/"},
        "suggestions": [
            {"range": place, "text": "government"},
            {"range": place, "text": "state"},
        ],
    }


def test_words_with_marks_among_them_are_not_replaced() -> None:
    one = linted("The re*gime* fell.\n", [("regime", "a", {"plainer": ["government"]})])
    (found,) = json.loads(to_rdjson(Run((one,))))["diagnostics"]
    assert found["suggestions"] == []
    # The asterisk after the last letter is not among them.
    assert found["location"]["range"]["end"]["column"] == 12


@given(st.text(alphabet="aé漢😀 \u0301", max_size=20))
def test_bytes_of_the_file_are_the_words(before: str) -> None:
    content = f"x{before} regime fell.\n"
    one = linted(content, [("regime", "a", {})], path="a.txt")
    (found,) = json.loads(to_rdjson(Run((one,))))["diagnostics"]
    place = found["location"]["range"]
    line = content.encode().split(b"\n")[place["start"]["line"] - 1]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"regime"


def test_without_files_it_is_a_result_too() -> None:
    assert json.loads(to_rdjson(Run()))["diagnostics"] == []

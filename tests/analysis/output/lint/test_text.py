"""Lines for people: what stands in them, and what never reaches a terminal."""

import re
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.output.lint.text import file_lines, summary_lines
from tests.analysis.output.lint.linted_files import linted

REGIME = ("regime", "house.regime", {"plainer": ["government"]})
NOTE = ("fell", "slant.loaded-words", {"message": "“fell” is likely loaded."})


def test_lines_and_summary() -> None:
    one = linted("A day.\n\nThe regime fell.\n", [REGIME, NOTE], known=[REGIME] * 2)
    assert file_lines(one) == [
        "news/town.md:3:5: error: Say who calls it that: “regime” (plainer: “government”) "
        "[house.regime]",
        "news/town.md:3:12: note: “fell” is likely loaded [slant.loaded-words]",
    ]
    clean = linted("A day.\n", [], ignored=[("day", "a", {})])
    assert list(summary_lines([one, clean])) == [
        "1 error and 1 note in 2 files; not shown: 1 ignored by comments and 2 in the baseline.",
        "1 finding fails this run.",
    ]
    assert list(summary_lines([clean])) == [
        "Nothing found in 1 file; not shown: 1 ignored by comments."
    ]


def test_a_rule_without_a_message_shows_its_words() -> None:
    one = linted("The regime fell.\n", [("regime", "house.regime", {"message": ""})])
    assert file_lines(one) == ["news/town.md:1:5: error: “regime” [house.regime]"]


def test_words_are_said_once_and_never_left_out() -> None:
    said = {"message": "“Claimed” sounds as if nobody believed it."}
    one = linted("He claimed it.\n", [("claimed", "claimed", said)])
    assert file_lines(one) == [
        "news/town.md:1:4: error: “Claimed” sounds as if nobody believed it [claimed]"
    ]
    # “bus” stands in “business”, and yet the message does not name it.
    other = linted("A bus came.\n", [("bus", "bus", {"message": "Our business is coaches."})])
    assert file_lines(other) == ["news/town.md:1:3: error: Our business is coaches: “bus” [bus]"]
    space = linted("A bus came.\n", [(" ", "gap", {"message": "A gap."})])
    assert file_lines(space) == ["news/town.md:1:2: error: A gap [gap]"]


def test_a_long_passage_is_cut() -> None:
    words = "regime " * 40
    one = linted(f"The {words}fell.\n", [(words, "a", {})])
    (line,) = file_lines(one)
    assert "…” [a]" in line
    assert len(line) < 150


def test_colours_are_around_parts_only() -> None:
    one = linted("The regime fell.\n", [REGIME])
    (line,) = file_lines(one, colour=True)
    assert "\x1b[31merror:\x1b[0m" in line
    assert [re.sub(r"\x1b\[\d+m", "", line)] == file_lines(one)


@settings(max_examples=50)
@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
@example("", ":")
def test_nothing_in_a_text_controls_the_terminal(words: str, path: str) -> None:
    one = linted("The regime fell.\n", [("regime", "a", {"text": words, "message": words})])
    (line,) = file_lines(replace(one, path=path))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", line)
    assert not line.startswith("::")
    assert "##[" not in line
    assert line.encode()

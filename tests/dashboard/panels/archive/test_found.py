"""A phrase in its context stays what was written, in a line of Markdown with the phrase in bold."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dashboard.panels.archive.found import in_context

JOINER = "\u2060"
BOLD, PLAIN = "\ue000", "\ue001"
"""Stand for the tags of bold; no text has these two characters for private use."""
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=BOLD + PLAIN), max_size=79)


def drawn(markdown: str) -> str:
    """Return what a line of Markdown becomes, the tags of bold replaced."""
    shown = MarkdownIt("commonmark").renderInline(markdown)
    shown = shown.replace("<strong>", BOLD).replace("</strong>", PLAIN).replace("<br />", "")
    assert not re.search("<[a-z]", shown), shown
    return html.unescape(shown).replace(JOINER, "")


def spaced(text: str) -> list[str]:
    return text.replace(JOINER, "").split()


@given(TEXTS, TEXTS.filter(lambda text: bool(text.split())), TEXTS)
@example("un", "fair", "ly")
@example("he said ", "“**now**”", ", <b>and</b>")
@example("a*", "*b*", "*c")
@example("[x](", "javascript:d", ")")
@example("50", "% _off_", " |")
@example("", "}", "")
def test_the_phrase_is_bold_whatever_it_is_and_stands_in(before, phrase, after):
    from analysis.text.one_line import one_line

    if not one_line(phrase).replace(JOINER, ""):
        return
    line = drawn(in_context(before, phrase, after))
    left, rest = line.split(BOLD)
    inner, right = rest.split(PLAIN)
    assert spaced(left) == spaced(one_line(before))
    assert spaced(inner) == spaced(one_line(phrase))
    assert spaced(right) == spaced(one_line(after))


@pytest.mark.parametrize(
    ("before", "phrase", "after", "line"),
    [
        ("It is un", "fair", "ly so", "It is un{{fair}}ly so"),
        ("It is ", "fair", " to say", "It is {{fair}} to say"),
        ("It is", " fair ", "to say", "It is {{fair}} to say"),
        ("", "fair", "", "{{fair}}"),
    ],
)
def test_spaces_stand_where_the_text_has_them(before, phrase, after, line):
    expected = line.replace("{{", BOLD).replace("}}", PLAIN)
    assert drawn(in_context(before, phrase, after)) == expected


def test_a_context_that_was_cut_ends_at_words_with_an_ellipsis():
    before = "c" * 3 + " old" * 19 + " "
    after = " new" * 19 + " abc"
    assert len(before) == len(after) == 80
    line = drawn(in_context(before, "fair", after))
    assert line == "… " + "old " * 19 + f"{BOLD}fair{PLAIN}" + " new" * 19 + " …"


def test_a_context_of_one_long_word_is_shown_as_it_is():
    assert drawn(in_context("x" * 80, "fair", "")) == "… " + "x" * 80 + f"{BOLD}fair{PLAIN}"

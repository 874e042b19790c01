"""A phrase in its context stays what was written, in a line of Markdown with the phrase in bold."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dashboard.panels.archive.found import in_context

JOINER = "\u2060"
TEXTS = st.text(st.characters(codec="utf-8"), max_size=79)


def drawn(markdown: str) -> str:
    """Return what a line of Markdown becomes, the tags of bold in braces."""
    shown = MarkdownIt("commonmark").renderInline(markdown)
    shown = shown.replace("<strong>", "{{").replace("</strong>", "}}").replace("<br />", "")
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
def test_the_phrase_is_bold_whatever_it_is_and_stands_in(before, phrase, after):
    from analysis.text.one_line import one_line

    if not one_line(phrase).replace(JOINER, ""):
        return
    line = drawn(in_context(before, phrase, after))
    left, rest = line.split("{{", 1) if "{{" not in before else line.rsplit("{{", 1)
    inner, right = rest.split("}}", 1) if "}}" not in phrase else rest.rsplit("}}", 1)
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
    assert drawn(in_context(before, phrase, after)) == line


def test_a_context_that_was_cut_ends_at_words_with_an_ellipsis():
    before = "c" * 3 + " old" * 19 + " "
    after = " new" * 19 + " abc"
    assert len(before) == len(after) == 80
    line = drawn(in_context(before, "fair", after))
    assert line == "… " + "old " * 19 + "{{fair}}" + " new" * 19 + " …"


def test_a_context_of_one_long_word_is_shown_as_it_is():
    assert drawn(in_context("x" * 80, "fair", "")) == "… " + "x" * 80 + "{{fair}}"

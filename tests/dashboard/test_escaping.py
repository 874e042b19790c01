"""Article text stays text in Markdown and in Plotly's labels."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from analysis.text.one_line import one_line
from dashboard.escaping import for_markdown, for_plotly

JOINER = "\u2060"
"""Invisible; it keeps bare addresses from becoming links."""

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[click](https://example.com/)",
    "![x](https://example.com/x.png)",
    "https://example.com and www.example.com",
    "**bold** _it_ `code` ~~no~~ $x^2$ :red[red] :material/home: # no 1. no > no",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "&lt;b&gt; &amp; &#60;",
    "    indented\n\n- list",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_what_was_written(text):
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(for_markdown(text))
    inner = re.fullmatch(r"<p>(.*)</p>\n", shown, re.S).group(1)
    assert html.unescape(inner).replace(JOINER, "") == one_line(text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("https://a.example/x", ["https:", "//a.example/x"]),
        ("see HTTP://a.example", ["see HTTP:", "//a.example"]),
        ("(www.a.example)", ["(www", ".a.example)"]),
        ("ivo@a.example", ["ivo", "@a.example"]),
        ("at 5 @ home: a www http", ["at 5 @ home: a www http"]),
    ],
)
def test_bare_addresses_are_split_where_they_would_become_links(text, pieces):
    assert for_markdown(text).replace("\\", "").split(JOINER) == pieces


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_markdown_shows_any_text_as_one_paragraph_of_it(text):
    shown = MarkdownIt("commonmark").render(for_markdown(text))
    inner = shown.removeprefix("<p>").removesuffix("</p>\n")
    assert (
        html.unescape(inner).replace(JOINER, "").split()
        == one_line(text).replace(JOINER, "").split()
    )


@given(st.text(st.characters(codec="utf-8")))
def test_plotly_labels_hold_no_tag_but_line_breaks(text):
    label = for_plotly(text)
    assert "<" not in label.replace("<br>", "")
    assert ">" not in label.replace("<br>", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_plotly_labels_read_as_what_was_written(text):
    shown = html.unescape(for_plotly(text, width=500).replace("<br>", " "))
    assert shown == one_line(text)


def test_long_text_is_wrapped_and_cut():
    lines = for_plotly("word " * 500, width=40, lines=3).split("<br>")
    assert len(lines) == 3
    assert all(len(line) <= 40 for line in lines)
    assert lines[-1].endswith(" …")


def test_reordering_marks_do_not_reach_a_label():
    assert for_plotly("a\u202eb\u2066c\td") == for_markdown("a\u202eb\u2066c\td") == "abc d"

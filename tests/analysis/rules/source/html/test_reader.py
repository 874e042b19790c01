"""The prose of HTML: what a browser shows of it, and where each word of that stands in the file."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from analysis.rules.source.source import Source, read_source
from tests.analysis.rules.source.mapped import require_true_mapping

PAGE = """<!DOCTYPE html>
<html lang=en><head><title>Ferry &amp; fares</title>
<meta property="article:section" content="Islands">
<style>p > b { color: red }</style><script>if (a < b) { thug = "<p>thug</p>" }</script>
</head><body>
<nav><a href=/>Home</a></nav>
<h1>The ferry to <i>Skerry</i></h1>
<p title='a > b'>The fares &amp; the times were <b>not</b> told,<br>said two
   members<sup><a href="#n1">1</a></sup> of 4 < 5 boards.
<p>She said <q>we were never asked</q>.</p>
<blockquote><p>Not once.</p><p>Not twice.</blockquote>
<ul><li>one boat<li>two crews</ul>
<table><tr><td>adult<td>four pounds</table>
<div hidden>A thug <div>in a</div> drawer</div>
<p style="display:none">thug <span>thug</span></p><template><p>thug</p></template>
<noscript>thug</noscript><p>Use <code>thug</code>, not <del>thug</del> that.</p>
<!-- thug --><pre>A poem
in lines</pre>
<p>Caf&eacute&nbsp;&#x2014; &notanentity; <unknown>end</unknown></p>
</body></html>
"""

PROSE = """The ferry to Skerry

The fares & the times were not told,
said two members of 4 < 5 boards.

She said “we were never asked”.

Not once.

Not twice.

one boat

two crews

adult

four pounds

Use, not that.

A poem
in lines

Café\xa0— ¬anentity; end"""


def page(text: str) -> Source:
    source = read_source(text.encode("utf-8"), "page.html")
    assert source.kind == "html"
    return source


def found(source: Source, words: str) -> str:
    start = source.prose.index(words)
    begin, end = source.place(start, start + len(words))
    return source.content[begin:end]


def test_the_prose_is_what_a_browser_shows() -> None:
    source = page(PAGE)
    assert source.prose == PROSE
    assert (source.title, source.section) == ("The ferry to Skerry", "Islands")
    require_true_mapping(source)


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("to Skerry", "to <i>Skerry"),
        ("fares & the", "fares &amp; the"),
        ("told,\nsaid", "told,<br>said"),
        ("two members", "two\n   members"),
        ("members of", 'members<sup><a href="#n1">1</a></sup> of'),
        ("“we", "<q>we"),
        ("asked”", "asked</q>"),
        ("four", "four"),
        ("lines", "lines"),
        ("Café", "Caf&eacute"),
        ("\xa0—", "&nbsp;&#x2014;"),
        ("¬", "&notanentity;"),
    ],
)
def test_words_are_found_in_the_file(words: str, there: str) -> None:
    if words == "¬":  # decoded as browsers do; the whole reference is its place
        words = "¬anentity;"
    assert found(page(PAGE), words) == there


def test_quoted_passages_come_from_the_tags() -> None:
    source = page(PAGE)
    assert [source.prose[start:end] for start, end in source.quoted] == [
        "we were never asked",
        "Not once.\n\nNot twice.",
    ]


def test_a_q_with_marks_of_its_own_gets_no_others() -> None:
    assert page("<p>He said <q>“no”</q> and <q>a <q>b</q></q>.</p>").prose == (
        "He said “no” and “a ‘b’”."
    )


def test_without_a_heading_the_title_is_the_pages() -> None:
    assert page("<title>Ferry &amp;\n fares</title><p>Text.").title == "Ferry & fares"


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("<p>a<!-- x", "a"),
        ("<p>a <b x='", "a"),
        ("<p>a</p", "a"),
        ("<p>1 <2 and 3< 4 <> </> end", "1 <2 and 3< 4 <> end"),
        ("<p>a <![CDATA[b]]> c</p>", "a c"),
        ("<p>a<script>b</p>", "a"),
        ("<p>a<!--> b <!---> c", "a b c"),
        ("<p hidden>a<p>b", "b"),
        ("<ul><li hidden>a<li>b</ul>", "b"),
        ("<p>a</b></i></div>b</p>", "ab"),
        ("<b><p>a</b> b</p>c", "a b\n\nc"),
        ("<div hidden>a<table><td></div>b</table></div><p>c", "c"),
        ("<p>x<sup>2</sup> is 10 m<sup>2</sup></p>", "x2 is 10 m2"),
        ("<p>a<br><br>b<hr>c", "a\n\nb\n\nc"),
        ("<p>a<svg/>b<iframe/>c", "abc"),
        ("<p></p>", ""),
    ],
)
def test_broken_and_unusual_tags(text: str, prose: str) -> None:
    source = page(text)
    assert source.prose == prose
    require_true_mapping(source)


TAGS = ("p", "b", "i", "div", "blockquote", "ul", "section", "span", "a", "h2", "em", "table")
tree = st.recursive(
    st.sampled_from(["word", " ", "\n", "&amp;", "é", "😀", "a thug", "&#8220;", "\xa0", "x&lt;y"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag} class='a>b'>{''.join(parts)}</{tag}>",
        st.sampled_from(["b", "i", "div", "blockquote", "section", "span", "em"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(tree)
def test_the_prose_is_the_text_of_the_page(text: str) -> None:
    source = page(f"<html><body><p>Start</p>{text}</body></html>")
    require_true_mapping(source)
    shown = html.fromstring(f"<div><p>Start</p>{text}</div>").text_content()
    assert "".join(source.prose.split()) == "".join(shown.split())


WILD = (
    "word", " ", "\n", "<", ">", "&amp;", "&", "&notit;", "&#0;", "&#x110000;", "<p>", "</p>",
    "<li>", "<ul>", "</ul>", "<td>", "<table>", "</table>", "<tr>", "<blockquote>", "</blockquote>",
    "<h1>", "</h1>", "<q>", "</q>", "<q>“a”</q>", "<title>", "</title>", "<script>", "</script>",
    "<svg/>", "<del>", "</del>", "<nav>", "</nav>", "<span hidden>", "</span>", "<!--", "-->",
    "<!-- slant-ignore x -->", "<!-- slant-ignore-start y -->", "<!-- slant-ignore-end y -->",
    "<a href='", "<a x=\"", "'", '"', "<pre>", "</pre>", "<br>", "</ x>", "</>", "<sup>1</sup>",
    "<sup><a>1</a></sup>", "<?", "<![CDATA[", "]]>", "😀", "\u2028", "\r", "\x0b", "<head>", "=",
)  # fmt: skip


@given(st.lists(st.sampled_from(WILD), max_size=30).map("".join))
def test_whatever_is_written_every_piece_keeps_its_place(text: str) -> None:
    require_true_mapping(page("<html>" + text))


def test_a_page_cut_anywhere_is_read() -> None:
    for end in range(30, len(PAGE), 3):
        require_true_mapping(page(PAGE[:end]))


def test_a_page_with_parts_taken_out_is_read() -> None:
    chance = random.Random(7)
    for _ in range(150):
        start, length = chance.randrange(30, len(PAGE)), chance.randrange(1, 40)
        require_true_mapping(page(PAGE[:start] + PAGE[start + length :]))


@pytest.mark.parametrize("tag", ["<div>", "<q>", "<ul><li>", "<b><p></b>", "<p><i><div>"])
def test_deep_nesting_is_no_error(tag: str) -> None:
    source = page("<html>" + tag * 5000 + "end")
    assert "end" in source.prose

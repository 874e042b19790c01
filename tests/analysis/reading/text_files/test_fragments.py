"""HTML in a text file or pasted is read as such; a text that mentions a tag stays as it is."""

import pytest

from analysis import read
from analysis.reading.text_files.reading import read_pasted
from analysis.reading.text_files.recognition import is_fragment

PIECES = [
    (
        "&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt; sails.&lt;/p&gt;\n&lt;p&gt;Why?&lt;/p&gt;",
        "The ferry sails.\n\nWhy?",
    ),
    (
        "<p>The ferry costs more.</p>\n<p>Ida&rsquo;s &ldquo;dear&rdquo; ferry &mdash; why?</p>",
        "The ferry costs more.\n\nIda’s “dear” ferry — why?",
    ),
    (
        "The ferry costs <b>more</b>.<br><br>Why?<br/>Nobody knows.",
        "The ferry costs more.\n\nWhy?\nNobody knows.",
    ),
    (
        "Ida&#8217;s &#8220;dear&#8221; ferry.\n\nNobody &amp; none.",
        "Ida’s “dear” ferry.\n\nNobody & none.",
    ),
    (
        "The <em>dear</em> ferry.\n\n<strong>Why?</strong>\n\nNobody knows.",
        "The dear ferry.\n\nWhy?\n\nNobody knows.",
    ),
    (
        '<div class="a"><h1>Fares</h1><ul><li>one</li><li>two</li></ul></div>',
        "Fares\n\n- one\n- two",
    ),
    (
        "<!-- wp:paragraph -->\n<p>The ferry.</p>\n<!-- /wp:paragraph -->",
        "The ferry.",
    ),
    (
        "<span style='x'>The ferry&nbsp;costs</span> <a href='#'>more</a>.",
        "The ferry costs more.",
    ),
    (
        "<table><tr><td>fare</td><td>4</td></tr><tr><td>crew</td><td>2</td></tr></table>",
        "| fare | 4 |\n| crew | 2 |",
    ),
    (
        "<p>Seen <del>today</del><ins>Monday</ins>.<sup>1</sup> 10<sup>6</sup> m<sup>2</sup></p>",
        "Seen Monday. 10⁶ m²",
    ),
    (
        "<p>Shown.</p><p hidden>Not.</p><p style='display: none'>Nor this.</p>",
        "Shown.",
    ),
    (
        "<p>She said <q>never</q> twice.</p>",
        "She said “never” twice.",
    ),
    (
        "<P>The ferry\ncosts more.\n<P>Why?",
        "The ferry costs more.\n\nWhy?",
    ),
]


@pytest.mark.parametrize(("markup", "text"), PIECES)
def test_pieces_of_pages(markup: str, text: str) -> None:
    article = read(markup.encode(), "a.txt")
    assert article.text == text
    assert article.kind == "html"
    assert read_pasted(markup) == article


def test_block_quotations_are_quoted_passages() -> None:
    article = read(
        b"<p>Own.</p><blockquote><p>One.</p><p>Two.</p></blockquote><p>Own.</p>", "a.txt"
    )
    assert [article.text[start:end] for start, end in article.quoted] == ["One.\n\nTwo."]


@pytest.mark.parametrize(
    "text",
    [
        "The <p> tag begins a paragraph. Nobody closes it.",
        "Write “<b>bold</b>” for bold, said the teacher.\n\nNobody did.",
        "The sign “&ldquo;” is an entity, and so is “&amp;”.",
        "If a < b and c > d, the ferry sails.",
        "In HTML, bold is <b>bold</b> and italic is <i>italic</i>.\n\nThat is all.",
        "AT&T and R&D were named; so was <Ida>.",
        "He wrote <3 and </3 to her.\n\nShe did not answer.",
        "See <https://board.example/> for more.",
    ],
)
def test_a_text_that_mentions_a_tag_stays(text: str) -> None:
    assert not is_fragment(text)
    assert read(text.encode(), "a.txt").text == text


def test_a_nearly_whole_page_is_read_like_one() -> None:
    words = "<p>The ferry to Skerry will cost more from April, the harbour board decided.</p>" * 4
    menu = "<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>"
    article = read(f"<body>{menu}<article>{words}</article></body>".encode(), "a.txt")
    assert article.text.startswith("The ferry to Skerry")
    assert "Sport" not in article.text


def test_what_is_pasted_is_repaired_and_markdown_stays() -> None:
    assert read_pasted("Ida didnâ€™t go.").text == "Ida didn’t go."
    assert read_pasted("# Fares\n\n> Never asked.\n").text == "# Fares\n\n> Never asked.\n"

"""Markdown is read as a browser would show it; what is no text of the article stays out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import Article, read
from analysis.errors import EmptyText
from analysis.reading.text_files.markdown import read_markdown
from analysis.text.quotation.quotations import find_quotations
from analysis.text.segmentation.sentences import segment

POST = """---
title: "Ferry fares to rise"
author: Ida Moss
date: 2022-03-09
tags: [ferry, fares]
---

# Ferry fares to rise

The ferry to Skerry will cost more from April, the harbour board decided.

> We were **never** asked.

Islanders had read [the minutes](http://board.example/m.pdf "Minutes") beforehand ![boat](b.jpg).

* one boat
* two crews

| fare | old |
|:-----|----:|
| adult | 4 |

Nobody voted against it.[^1]

[^1]: Minutes of the board.
"""


def said(text: str) -> list[str]:
    article = read(text.encode(), "post.md")
    return [article.text[one.start : one.end] for one in segment(article.text)]


def passages(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.quoted]


def test_a_post_with_everything() -> None:
    article = read(POST.encode(), "post.md")
    assert (article.title, article.author, article.date) == (
        "Ferry fares to rise",
        "Ida Moss",
        "2022-03-09",
    )
    assert said(POST) == [
        "Ferry fares to rise",
        "The ferry to Skerry will cost more from April, the harbour board decided.",
        "We were never asked.",
        "Islanders had read the minutes beforehand.",
        "- one boat",
        "- two crews",
        "| fare | old |",
        "| adult | 4 |",
        "Nobody voted against it.",
    ]
    assert passages(article) == ["We were never asked."]
    assert find_quotations(article.text) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Head\n====\n\nPara\nwrapped line.", "Head\n\nPara wrapped line."),
        ("One.\n\n***\n\nTwo.", "One.\n\nTwo."),
        ("See [the map][m].\n\n[m]: http://x.example 'Map'", "See the map."),
        ("It ~~failed~~ stopped.", "It stopped."),
        ("She said `no` &ldquo;twice&rdquo; \\*.", "She said no “twice” *."),
        ("<!-- draft -->\nText <b>here</b>.<br>\nNext.", "Text here.\nNext."),
        ("<div align=center>\n<p>Text.</p>\n</div>", "Text."),
        ("    Indented by hand.\n\n    So is this.", "Indented by hand.\n\nSo is this."),
        ("1987. It was a cold year.", "1987. It was a cold year."),
        ("- [ ] ask\n- [x] tell", "- ask\n- tell"),
        ("- a\n  - b\n- c", "- a\n- b\n- c"),
        ('Text.{: .lead}\n{{< figure src="a" >}}\n{% include x %}\nMore.', "Text. More."),
        (":::note\nCare.\n:::\n\nSee [[Harbour|the harbour]].", "Care.\n\nSee the harbour."),
        (
            "Note[^a] here.\n\n[^a]: First line\n    goes on.\n\n    And on.\n\nEnd.",
            "Note here.\n\nEnd.",
        ),
        ("Text^[An inline note.] goes on.", "Text goes on."),
        ("Line one  \nline two", "Line one\nline two"),
        ("Text.\r\n\r\nMore.\r\n", "Text.\n\nMore."),
        ("import A from 'b'\n\nText.", "Text."),
        ("## Head {#top}\n\nText.", "Head\n\nText."),
    ],
)
def test_marks_are_no_text(source: str, text: str) -> None:
    assert read_markdown(source).text == text


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("Own.\n\n> One.\n>\n> Two.\n\nOwn.", ["One.\n\nTwo."]),
        ("> One\nlazy.\n\nOwn.", ["One lazy."]),
        ("> One.\n> > Two.\n\nOwn.\n\n> Three.", ["One.\n\nTwo.", "Three."]),
        ("Own.\n<blockquote>One.</blockquote>\n\nOwn.", ["One."]),
        ("> [!WARNING]\n> Mind the gap.\n\nOwn.", []),
        ("5 > 4 is true.", []),
    ],
)
def test_block_quotations_are_quoted_passages(source: str, quoted: list[str]) -> None:
    assert passages(read_markdown(source)) == quoted


def test_front_matter_makes_a_text_file_markdown() -> None:
    article = read(b"---\ntitle: The pier\n---\n\nText *here*.\n", "post.txt")
    assert (article.text, article.title) == ("Text here.", "The pier")
    rules = "---\nText *here*.\n---\n"
    assert read(rules.encode(), "post.txt").text == rules


def test_code_is_left_out_and_said() -> None:
    article = read_markdown("Text.\n\n```sh\nrm -r x\n```\n\nMore.\n\n~~~\na\n~~~\n")
    assert article.text == "Text.\n\nMore."
    assert article.notices == ("2 blocks of program code are left out.",)


def test_the_first_heading_is_the_title_if_nothing_else_says_one() -> None:
    assert read_markdown("# The *new* pier\n\nText.").title == "The new pier"
    assert read_markdown("Text.\n\n# Later\n\nMore.").title is None


@pytest.mark.parametrize("source", ["---\ntitle: x\n---\n", "![a](b.png)", "```\ncode\n```"])
def test_nothing_but_marks(source: str) -> None:
    with pytest.raises(EmptyText):
        read(source.encode(), "a.md")


@given(st.text(st.sampled_from("ab.> \n#*|-[]()^<p/:`~!{}1"), max_size=80))
def test_any_markdown_is_read_or_empty_and_its_passages_fit(source: str) -> None:
    try:
        article = read_markdown(source)
    except EmptyText:
        return
    assert article.text == article.text.strip()
    end = 0
    for start, stop in article.quoted:
        assert end <= start < stop <= len(article.text)
        assert article.text[start:stop].strip() == article.text[start:stop]
        end = stop

"""The prose of Markdown: what a reader sees of it, and where each word stands in the file."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from analysis.rules.source.source import Source, read_source
from tests.analysis.rules.source.mapped import require_true_mapping

POST = """---
title: "Ferry fares rise"
categories: [Islands, Transport]
---

# The ferry to *Skerry* ##

The fares &amp; the times of the \\*ferry\\* were **not** told to `board.py` members, who
read [the minutes](http://board.example/m.pdf "Minutes") and [the plan][plan] ![boat](b.jpg).[^1]
Nobody asked.\\
A new line.

> We were never
> asked, said the *pilots*.
>
> > Not once.

> [!NOTE]
> This box is the paper's own.

1. one boat
2. two <b>crews</b> ~~and a dog~~
   - [x] both paid

| fare | a \\| b |
|:-----|----:|
| adult | *four* |

![A ferry in *heavy* rain](rain.jpg)

A second heading
----------------

```python
thug = 1
```

    An indented paragraph by an old program.

<div class="box">Raw <em>HTML</em> &eacute;</div>

<!-- a comment of the desk -->

See [[minutes|the minutes]] {{< figure src="x" >}} and <http://board.example>.

[^1]: A note about the minutes.

[plan]: http://board.example/plan
"""

PROSE = """The ferry to Skerry

The fares & the times of the *ferry* were not told to members, who read the minutes and the plan.\
 Nobody asked.
A new line.

We were never asked, said the pilots.

Not once.

This box is the paper's own.

one boat

two crews

both paid

fare

a | b

adult

four

A ferry in heavy rain

A second heading

An indented paragraph by an old program.

Raw HTML é

See the minutes and.

A note about the minutes."""


def markdown(text: str) -> Source:
    source = read_source(text.encode("utf-8"), "post.md")
    assert source.kind == "markdown"
    return source


def found(source: Source, words: str) -> str:
    """What stands in the file where the prose says ``words``."""
    start = source.prose.index(words)
    begin, end = source.place(start, start + len(words))
    return source.content[begin:end]


def test_the_prose_is_what_a_reader_sees() -> None:
    source = markdown(POST)
    assert source.prose == PROSE
    assert source.title == "The ferry to Skerry"
    assert source.section == "Islands"
    require_true_mapping(source)


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("to Skerry", "to *Skerry"),
        ("Skerry", "Skerry"),
        ("fares & the", "fares &amp; the"),
        ("&", "&amp;"),
        ("*ferry*", "\\*ferry\\*"),
        ("not", "not"),
        ("members, who read", "members, who\nread"),
        ("the minutes and", 'the minutes](http://board.example/m.pdf "Minutes") and'),
        ("never asked", "never\n> asked"),
        ("Not once.", "Not once."),
        ("crews", "crews"),
        ("a | b", "a \\| b"),
        ("four", "four"),
        ("heavy", "heavy"),
        ("HTML é", "HTML</em> &eacute;"),
        ("A note about", "A note about"),
    ],
)
def test_words_are_found_in_the_file(words: str, there: str) -> None:
    assert found(markdown(POST), words) == there


def test_lines_are_those_of_the_file() -> None:
    source = markdown(POST)
    start, _ = source.place(source.prose.index("Not once"), source.prose.index("Not once") + 3)
    lines = POST.split("\n")
    line = lines.index("> > Not once.")
    assert source.line_and_column(start) == (line + 1, 5)


def test_block_quotations_are_quoted_and_boxes_are_not() -> None:
    source = markdown(POST)
    assert [source.prose[start:end] for start, end in source.quoted] == [
        "We were never asked, said the pilots.\n\nNot once."
    ]


def test_the_title_of_the_front_matter_is_read_where_no_heading_has_it() -> None:
    source = markdown("---\ntitle: 'A thug of a ferry'\nsection: Isles\n---\nIt sank.\n")
    assert source.prose == "A thug of a ferry\n\nIt sank."
    assert found(source, "thug") == "thug"
    assert (source.title, source.section) == ("A thug of a ferry", "Isles")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_nothing_but_places(end: str) -> None:
    source = markdown(POST.replace("\n", end))
    assert source.prose == PROSE
    assert found(source, "never asked") == f"never{end}> asked"
    require_true_mapping(source)


def test_a_pipe_behind_a_backslash_moves_what_follows() -> None:
    source = markdown("| x |\n|---|\n| a \\| b \\| c thug |\n")
    assert source.prose == "x\n\na | b | c thug"
    assert found(source, "thug") == "thug"
    assert found(source, "b | c") == "b \\| c"
    require_true_mapping(source)


def test_program_code_and_scripts_are_no_prose() -> None:
    source = markdown("A.\n\n~~~\n# thug\n~~~\n\n<script>\nvar thug;\n</script>\n\nB `thug`, c.\n")
    assert source.prose == "A.\n\nB, c."


# What people write, in pieces that make sense anywhere; neither code nor raw HTML, of which the
# prose and the page differ on purpose.
PIECES = (
    "A word", "the thug", " ", "\n", "\n\n", "*", "**", "_", "~", "# ", "## ", " ##", "> ", "- ",
    "1. ", "[a](http://x.y)", "[b]", "\n\n[b]: http://x.y\n\n", "&amp;", "&#233;", "&no", "\\*",
    "\\", "é", "😀", "\u2014", "\u00a0", "\n---\n", "\n===\n", "    ", "\t", "(", ")", ".", "?",
    "\n\n| a | b \\| c |\n|---|---|\n| *d* | e |\n\n", "|",
)  # fmt: skip

PLAIN = MarkdownIt("commonmark").enable(["table"]).disable("code")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_the_prose_is_the_text_of_the_page(text: str) -> None:
    source = markdown("Start.\n\n" + text.replace("~~", ""))  # of three it is code
    require_true_mapping(source)
    page = html.fromstring(f"<div>{PLAIN.render(source.content)}</div>").text_content()
    assert "".join(source.prose.split()) == "".join(page.split())


WILD = (
    *PIECES, "~~", "`", "```\n", "<b>", "</b>", "<q>", "</q>", "<!--", "-->",
    "<!-- slant-ignore x -->", "<!-- slant-ignore-start y -->",
    "<!-- slant-ignore-end y -->", "[//]: # (slant-ignore z)\n",
    "<div>", "</div>", "<div hidden>", "<http://a.b>", "[[p|w]]", "{{ x }}", "{#id}", "[!NOTE]",
    "[ ] ", "[^1]", "\n[^1]: ", "![x](y)", "\u2028", "\u200b", "\x0b", "\x0c", "\x85", "<br>",
    "<script>", "<sup>1</sup>", "\r\n", "\r", "---\ntitle: T\n---\n", "<?", "<![CDATA[", "<p ",
)  # fmt: skip


@given(st.lists(st.sampled_from(WILD), max_size=30).map("".join))
def test_whatever_is_written_every_piece_keeps_its_place(text: str) -> None:
    require_true_mapping(markdown(text or "x"))


def test_a_file_cut_anywhere_is_read() -> None:
    for end in range(1, len(POST), 3):
        require_true_mapping(markdown(POST[:end]))


def test_a_file_with_parts_taken_out_is_read() -> None:
    chance = random.Random(5)
    for _ in range(150):
        start, length = chance.randrange(len(POST)), chance.randrange(1, 40)
        require_true_mapping(markdown(POST[:start] + POST[start + length :]))


@pytest.mark.parametrize(
    "text",
    [
        "![" * 3000 + "](u)" * 3000,
        "> " * 3000 + "x",
        "[" * 2000,
        "- " * 3000,
        "**a " * 2000,
        "<b>" * 3000,
    ],
)
def test_deep_nesting_is_no_error(text: str) -> None:
    require_true_mapping(markdown(text))

"""Read an article from a Markdown file, with markdown-it: its text without the marks.

The file is turned into HTML and that into text, so that links, pictures, tables and lists come out
as a browser would show them. Front matter gives title, author and date.
"""

from __future__ import annotations

import re

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.checks import require_length
from analysis.reading.text_files.front_matter import FrontMatter, split_front_matter
from analysis.reading.text_files.markup import text_of_markup

FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\s]{1,60}\]:")
NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]|\^\[[^\]\n]{1,500}\]")

# What site generators and note programs write among the text: {% include %}, {{< figure >}},
# {: .lead}, :::note, [TOC], import and export of MDX.
DIRECTIVE = re.compile(
    r"\{%[^\n]{0,500}?%\}|\{\{[^\n]{0,500}?\}\}|\{:[^\n}]{0,200}\}|\[\[_?TOC_?\]\]|\[TOC\]|"
    r"!\[\[[^\]\n]{0,200}\]\]"
)
DIRECTIVE_LINE = re.compile(
    r":{3,}.*|\{#[\w-]{1,60}\}|(?:import\s.{1,200}\sfrom|export\s)\s*['\"{].*"
)
ATTRIBUTES = re.compile(r" ?\{[#.][\w .#=\"-]{0,100}\}$")
WIKI_LINK = re.compile(r"\[\[(?:[^\]\n|]{1,200}\|)?([^\]\n|]{1,200})\]\]")
ALERT = re.compile(r"([ ]{0,3})>[ ]?\[!\w+\][-+]?")
TASK = re.compile(r"^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]?\[[ xX]\]\s", re.M)


def read_markdown(source: str) -> Article:
    """Read an article from Markdown; block quotations are its quoted passages.

    Raises EmptyText if nothing but front matter, pictures or code is in it, or CannotRead.
    """
    front = split_front_matter(source) or FrontMatter(source)
    from markdown_it import MarkdownIt

    # Without indented code: many writers indent their paragraphs.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    try:
        found = text_of_markup(parser.render(_plain_markdown(front.body)))
    except (ValueError, RecursionError):
        raise CannotRead(
            "The file", "is Markdown that cannot be taken apart", "paste the article's text"
        ) from None
    require_length(found.text)
    notices: tuple[str, ...] = ()
    if found.code:
        what = "One block" if found.code == 1 else f"{found.code:,} blocks"
        notices = (f"{what} of program code {'is' if found.code == 1 else 'are'} left out.",)
    return Article(
        found.text,
        front.title or (" ".join(found.title.split()) if found.title else None),
        front.author,
        front.date,
        None,
        "markdown",
        found.quoted,
        notices,
    )


def _plain_markdown(source: str) -> str:
    """Return Markdown without what markdown-it does not know: footnotes, directives, wiki links."""
    kept: list[str] = []
    fence = ""
    note = alert = blank = False
    for line in source.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        mark = FENCE.match(line)
        if fence or mark:
            if mark and (not fence or mark[1].startswith(fence)):
                fence = "" if fence else mark[1]
            kept.append(line)
            continue
        # A footnote goes on in lines that follow at once, and after blank ones in indented lines.
        if note and line.strip() and blank and line[0] not in " \t":
            note = False
        blank = not line.strip()
        note = note or FOOTNOTE.match(line) is not None
        if note:
            continue
        # “> [!NOTE]” is a box of the writer's own, not somebody else's words.
        if ALERT.match(line):
            alert = True
            continue
        alert = alert and line.lstrip().startswith(">")
        if alert:
            line = line.lstrip().removeprefix(">")
        if DIRECTIVE_LINE.fullmatch(line.strip()):
            continue
        bare = DIRECTIVE.sub("", NOTE_MARK.sub("", line))
        if line.strip() and not bare.strip():
            continue
        line = bare
        kept.append(WIKI_LINK.sub(r"\1", ATTRIBUTES.sub("", line)))
    return TASK.sub(r"\1", "\n".join(kept))

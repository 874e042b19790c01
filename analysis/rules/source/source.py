"""Read a file for checking: its prose, and where each passage of it stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath

from analysis.reading.decoding import MAX_BYTES, decode, plain_text
from analysis.reading.documents.kinds import recognise
from analysis.reading.limits import MAX_FILE_BYTES, require_words
from analysis.reading.text_files.recognition import text_kind
from analysis.rules.source.annotations import of_annotations
from analysis.rules.source.comments import IN_TEXT
from analysis.rules.source.ignores import read_ignores
from analysis.rules.source.mapping import of_kept
from analysis.rules.source.record import Ignore, Source
from analysis.rules.source.writer import PARAGRAPH, Comment, Writer

__all__ = ["Ignore", "Source", "of_annotations", "read_source", "source_of"]


def read_source(content: bytes, name: str) -> Source:
    """Read the bytes of a file called ``name``, whose ending helps to say what the file is.

    Plain text, program code and tables are taken as they stand. Of Markdown and HTML the whole
    prose is read, without the marks. Anything else is read as ``analysis.read`` reads it.

    An empty file has no prose and is no error. Raises NotText, TextTooLong or CannotRead, and for
    documents of kind ``other`` EmptyText too.
    """
    kind = recognise(content, name)
    if kind == "html":
        return _html(_decoded_page(content, name), name)
    if kind is not None:
        return _other(content, name)
    if not content:
        return Source(name, "", "", "text")
    # A text without letters is no error here; one that is too long is, or is no text at all.
    too_long = len(content) > MAX_BYTES
    decoded = plain_text(content, name) if too_long else decode(content, name)
    found = text_kind(decoded.text, PurePath(name).suffix.lower())
    if found == "markdown":
        return _markdown(decoded.text, name, decoded.notices)
    if found == "subtitles":
        return _other(content, name)
    if found == "fragment":
        return _html(decoded.text, name, decoded.notices, fragment=True)
    return _text(decoded.text, name, decoded.notices)


def source_of(content: str, name: str, kind: str) -> Source:
    """Return the source of a text that is there already, known to be ``kind``: ``text``,
    ``markdown`` or ``html``.

    Nothing is guessed and nothing repaired, so that ``Source.content`` is as given. Raises
    TextTooLong.
    """
    if kind == "markdown":
        return _markdown(content, name, ())
    if kind == "html":
        return _html(content, name, fragment=True)
    return _text(content, name, ())


def _decoded_page(content: bytes, name: str) -> str:
    from analysis.reading.documents.html.decoding import decode_html

    if len(content) > MAX_FILE_BYTES:
        from analysis.reading.documents.sandbox import too_large

        raise too_large(name)
    return decode_html(content).removeprefix("\ufeff")


def _other(content: bytes, name: str) -> Source:
    from analysis.reading.sources import read

    article = read(content, name)
    return Source(
        name,
        article.text,
        article.text,
        "other",
        article.title,
        "",
        article.quoted,
        (),
        article.notices,
        of_kept([(0, len(article.text))]),
    )


def _markdown(text: str, name: str, notices: tuple[str, ...]) -> Source:
    from analysis.rules.source.markdown.reader import read_markdown

    found = read_markdown(text)
    return _written(found.writer, text, name, "markdown", found.title, found.section, notices)


def _html(text: str, name: str, notices: tuple[str, ...] = (), *, fragment: bool = False) -> Source:
    from analysis.rules.source.html.reader import read_html

    found = read_html(text, fragment=fragment)
    return _written(found.writer, text, name, "html", found.title, found.section, notices)


def _written(
    writer: Writer,
    content: str,
    name: str,
    kind: str,
    title: str | None,
    section: str,
    notices: tuple[str, ...],
) -> Source:
    """Return the source that a reader has written."""
    mapping = writer.finish()
    prose = "".join(writer.text)
    require_words(prose)
    borders = [*writer.blocks, writer.length + len(PARAGRAPH)]
    blocks = [(start, following - len(PARAGRAPH)) for start, following in pairwise(borders)]
    ignores, unclear = read_ignores(content, prose, mapping, blocks, writer.comments)
    quoted = tuple(writer.quoted)
    return Source(
        name, content, prose, kind, title, section, quoted, ignores, notices + unclear, mapping
    )


def _text(content: str, name: str, notices: tuple[str, ...]) -> Source:
    """Return the source of plain text: all of it but the comments that ignore rules."""
    require_words(content)
    cuts = list(_cuts(content))
    borders = [0, *(border for cut in cuts for border in cut), len(content)]
    kept = list(zip(borders[::2], borders[1::2], strict=True))
    mapping = of_kept(kept)
    if not cuts:
        return Source(name, content, content, "text", notices=notices, mapping=mapping)
    from analysis.text.segmentation.sentences import logical_lines

    prose = "".join(content[start:end] for start, end in kept)
    blocks = [line for paragraph in logical_lines(prose) for line in paragraph]
    begins = [start for start, _ in blocks]
    comments: list[Comment] = []
    at = 0
    for (start, end), (first, last) in zip(kept, cuts, strict=False):
        at += end - start
        block = bisect_left(begins, at) - 1
        # A comment at the end of a line is within it, one on a line of its own only if the
        # paragraph goes on after it.
        until = blocks[block][1] if block >= 0 else -1
        within = at < until or (at == until and not _begins_line(content, first))
        for found in IN_TEXT.finditer(content, first, last):
            comments.append(Comment(*found.span(), at, within))
    ignores, unclear = read_ignores(content, prose, mapping, blocks, comments)
    return Source(name, content, prose, "text", None, "", (), ignores, notices + unclear, mapping)


_RUN = re.compile(rf"(?:{IN_TEXT.pattern})(?:[ \t]*{IN_TEXT.pattern})*", IN_TEXT.flags)


def _cuts(content: str) -> Iterator[tuple[int, int]]:
    """Yield the passages ``(start, end)`` of plain text that are left out with its comments."""
    for run in _RUN.finditer(content):
        cut = _with_gap(content, *run.span())
        if cut == run.span():  # between two words: spaces between the comments stay
            yield from (found.span() for found in IN_TEXT.finditer(content, *cut))
        else:
            yield cut


def _begins_line(content: str, place: int) -> bool:
    return not place or content[place - 1] in "\r\n"


def _with_gap(content: str, start: int, end: int) -> tuple[int, int]:
    """Return the passage to leave out with a run of comments: its lines if it has these for itself,
    else the spaces on one of its sides."""
    before, after = start, end
    while before and content[before - 1] in " \t":
        before -= 1
    while after < len(content) and content[after] in " \t":
        after += 1
    at_end = after == len(content) or content[after] in "\r\n"
    if not _begins_line(content, before):
        if at_end:
            return before, after
        return (before, end) if after > end else (start, end)
    if not at_end:
        return start, after
    if content.startswith("\r\n", after):
        return before, after + 2
    return before, min(after + 1, len(content))

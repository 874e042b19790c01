"""Markdown as markdown-it reads it, with the place of everything inside a line.

markdown-it tells on which lines a block stands, and of what is inside the block nothing. Its rules
for that are wrapped here, by its own way of replacing rules, so that each token keeps from where to
where it was read. What markdown-it does not know (marks of notes, directives, wiki links) are
further rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.reading.text_files.markdown import DIRECTIVE, NOTE_MARK, WIKI_LINK

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

_RANGE = "slant-range"
_ATTRIBUTES_AT_END = re.compile(r"\{[#.:][^{}\n]{0,200}\}[ \t]*(?=\n|$)")
_TASK_BOX = re.compile(r"[ \t]*\[[ xX]\]\s")


class Range(NamedTuple):
    """From where to where a token was read, in the text of its block."""

    start: int
    end: int


@cache
def parser() -> MarkdownIt:
    """Return the parser: CommonMark with tables and struck text, and without indented code, as many
    writers indent their paragraphs."""
    from markdown_it import MarkdownIt, rules_inline

    md = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    md.disable(["code", "text_join", "fragments_join"])
    ruler = md.inline.ruler
    for name, rule in (
        ("text", rules_inline.text),
        ("newline", _newline),
        ("escape", rules_inline.escape),
        ("backticks", rules_inline.backtick),
        ("strikethrough", rules_inline.strikethrough.tokenize),
        ("emphasis", rules_inline.emphasis.tokenize),
        ("link", rules_inline.link),
        ("image", rules_inline.image),
        ("autolink", rules_inline.autolink),
        ("html_inline", rules_inline.html_inline),
        ("entity", rules_inline.entity),
    ):
        ruler.at(name, _located(rule))
    ruler.before("link", "slant_left_out", _located(_left_out))
    ruler.before("link", "slant_wiki_link", _located(_wiki_link))
    ruler.push("slant_character", _located(_character))
    return md


def range_of(token: Token) -> Range | None:
    """Return from where to where a token inside a block was read."""
    found = token.meta.get(_RANGE)
    return found if isinstance(found, Range) else None


def _located(rule: Rule) -> Rule:
    """Return ``rule``, with the range of what it read kept in its tokens."""

    def read(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        start, before = state.pos, len(state.tokens)
        if not rule(state, False):
            return False
        if state.pending:
            state.pushPending()
        new = state.tokens[before:]
        # Each mark of a run (“***”) is a token of its own, as some may be left as text.
        if len(new) > 1 and all(token.type == "text" for token in new):
            for token in new:
                token.meta[_RANGE] = Range(start, start + len(token.content))
                start += len(token.content)
        for token in new:
            token.meta.setdefault(_RANGE, Range(start, state.pos))
        return True

    return read


def _newline(state: StateInline, silent: bool) -> bool:
    """As markdown-it's rule, which looks at text that is written already."""
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        hard = state.src[max(state.pos - 2, 0) : state.pos] == "  "
        state.push("hardbreak" if hard else "softbreak", "br", 0)
    state.pos += 1
    while state.pos < state.posMax and state.src[state.pos] in " \t":
        state.pos += 1
    return True


def _left_out(state: StateInline, silent: bool) -> bool:
    """Pass over marks of notes, directives, attributes and the boxes of tasks."""
    first = state.src[state.pos]
    if first not in "[{^!":
        return False
    found = NOTE_MARK.match(state.src, state.pos, state.posMax)
    found = found or DIRECTIVE.match(state.src, state.pos, state.posMax)
    if not found and first == "{":
        found = _ATTRIBUTES_AT_END.match(state.src, state.pos, state.posMax)
    if not found and first == "[" and not state.pos:
        found = _TASK_BOX.match(state.src, 0, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("slant_left_out", "", 0)
    state.pos = found.end()
    return True


def _wiki_link(state: StateInline, silent: bool) -> bool:
    found = None
    if state.src.startswith("[[", state.pos):
        found = WIKI_LINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("text", "", 0)
        token.content = found[1]
        token.meta[_RANGE] = Range(*found.span(1))
    state.pos = found.end()
    return True


def _character(state: StateInline, silent: bool) -> bool:
    """Read one character that begins nothing."""
    if not silent:
        state.append_pending(state.src[state.pos])
    state.pos += 1
    return True

"""Work out which passages the comments of a file speak of, and leave out the findings there.

* A comment before a block (a paragraph, a heading, an item of a list, a cell of a table; in plain
  text a line that is not wrapped, or a wrapped paragraph) is about that block.
* A comment inside a block or at its end is about the sentence it stands in, or else the sentence
  before it. On a line of its own it is about the next sentence instead.
* A pair of comments is about everything between them. A start without an end ignores nothing, so
  that a forgotten end never hides the rest of a file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from analysis.rules.source.comments import Directive, directive
from analysis.rules.source.lines import Lines
from analysis.rules.source.mapping import Mapping
from analysis.rules.source.record import Ignore, Source
from analysis.rules.source.writer import Comment

if TYPE_CHECKING:
    import pandas as pd

_WRITE = "write <!-- slant-ignore RULE-ID: reason -->, with commas between several ids"


def without_ignored(findings: pd.DataFrame, source: Source) -> tuple[pd.DataFrame, list[Ignore]]:
    """Return the findings that no comment of ``source`` is about, numbered anew, and the comments'
    parts that no finding was left out for (an unknown id is one of them).

    ``findings`` has the columns ``FINDINGS``, with offsets into ``source.prose``.
    """
    if not source.ignores:
        return findings, []
    used: set[Ignore] = set()
    kept: list[bool] = []
    of_check: dict[str, list[Ignore]] = {}
    for ignore in source.ignores:
        of_check.setdefault(ignore.check, []).append(ignore)
    for check, start, end in zip(
        findings["check"], findings["start"], findings["end"], strict=True
    ):
        begin, _ = source.place(int(start), int(end))
        matching = [
            ignore
            for ignore in of_check.get(str(check).lower(), ())
            if ignore.covers[0] <= begin < ignore.covers[1]
        ]
        used.update(matching)
        kept.append(not matching)
    # By position: an empty list of booleans would be taken for names of columns.
    left = findings.iloc[[n for n, one in enumerate(kept) if one]].reset_index(drop=True)
    left["finding"] = range(len(left))
    left["finding"] = left["finding"].astype("int64")
    return left, [ignore for ignore in source.ignores if ignore not in used]


def unknown_checks(source: Source, checks: Collection[str]) -> list[Ignore]:
    """Return the parts of comments that name none of ``checks``, the ids that there are."""
    known = {check.lower() for check in checks}
    return [ignore for ignore in source.ignores if ignore.check not in known]


def read_ignores(
    content: str,
    prose: str,
    mapping: Mapping,
    blocks: Sequence[tuple[int, int]],
    comments: Sequence[Comment],
) -> tuple[tuple[Ignore, ...], tuple[str, ...]]:
    """Return what the comments of a file say, and a sentence for each that says nothing.

    ``blocks`` are the blocks ``(start, end)`` of the prose, ``comments`` all comments in the order
    of the content, also those about other things.
    """
    said = [(one, directive(content[one.start : one.end])) for one in comments]
    if not any(what for _, what in said):
        return (), ()
    lines = Lines(content)
    places = _Places(content, prose, mapping, blocks)
    ignores: list[Ignore] = []
    notices: list[tuple[int, str]] = []
    begun: dict[str, list[tuple[Comment, str]]] = {}

    def notice(comment: Comment, text: str) -> None:
        notices.append((comment.start, f"Line {lines.line_and_column(comment.start)[0]}: {text}."))

    for comment, what in said:
        if what == "unclear":
            notice(comment, f"this comment cannot be understood and ignores nothing: {_WRITE}")
        elif not isinstance(what, Directive):
            continue
        elif what.form == "place":
            covers = places.covered(comment)
            ignores += [Ignore(*comment[:2], check, covers, what.reason) for check in what.checks]
        elif what.form == "start":
            for check in what.checks:
                begun.setdefault(check, []).append((comment, what.reason))
        else:
            for check in what.checks or tuple(begun):
                if check not in begun:
                    notice(
                        comment,
                        f"slant-ignore-end {check} has no start before it: write "
                        f"<!-- slant-ignore-start {check} --> where it begins",
                    )
                    continue
                start, reason = begun[check].pop()
                if not begun[check]:
                    del begun[check]
                covers = (start.end, comment.start)
                ignores.append(Ignore(start.start, start.end, check, covers, reason))
    for check, starts in begun.items():
        for start, _ in starts:
            notice(
                start,
                f"slant-ignore-start {check} has no end and ignores nothing: write "
                f"<!-- slant-ignore-end {check} --> where it ends",
            )
    ignores.sort(key=lambda ignore: (ignore.start, ignore.check))
    return tuple(ignores), tuple(text for _, text in sorted(notices))


class _Places:
    """Which passage of the content a comment about one place speaks of."""

    def __init__(
        self, content: str, prose: str, mapping: Mapping, blocks: Sequence[tuple[int, int]]
    ) -> None:
        self._content = content
        self._prose = prose
        self._mapping = mapping
        self._blocks = blocks
        self._sentences: dict[int, list[tuple[int, int]]] = {}

    def covered(self, comment: Comment) -> tuple[int, int]:
        """Return the passage ``(start, end)``; it is empty if no block follows the comment."""
        # The first block that begins where the comment stands, or after it.
        number = bisect_left(self._blocks, (comment.at, 0))
        if not comment.within or not number:
            if number == len(self._blocks):
                return comment.end, comment.end
            return self._mapping.place(*self._blocks[number])
        sentences = self._sentences_of(number - 1)
        last = max(bisect_left(sentences, (comment.at, 0)) - 1, 0)
        ended = sentences[last][1] <= comment.at and last + 1 < len(sentences)
        if ended and _alone_on_its_line(self._content, comment):
            last += 1
        return self._mapping.place(*sentences[last])

    def _sentences_of(self, block: int) -> list[tuple[int, int]]:
        """Return the sentences of a block as offsets into the prose; at least one."""
        found = self._sentences.get(block)
        if found is None:
            from analysis.text.segmentation.sentences import segment

            start, end = self._blocks[block]
            parts = segment(self._prose[start:end])
            found = [(start + one.start, start + one.end) for one in parts] or [(start, end)]
            self._sentences[block] = found
        return found


_TO_LINE_BEGIN = re.compile(r"(?:^|[\r\n])[ \t]*$")
_TO_LINE_END = re.compile(r"[ \t]*(?:[\r\n]|$)")


def _alone_on_its_line(content: str, comment: Comment) -> bool:
    before = content[max(comment.start - 200, 0) : comment.start]
    return (
        _TO_LINE_BEGIN.search(before) is not None
        and _TO_LINE_END.match(content, comment.end) is not None
    )

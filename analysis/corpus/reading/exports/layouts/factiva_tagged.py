"""Factiva's layout with tags: two or three letters before each field ("HD", "BY", … "AN").

SE section / HD title / BY author / WC 812 words / PD 3 March 2020 / ET 10:15 / SN outlet /
SC code / ED edition / PG page / LA English / CY Copyright … / LP first paragraphs /
TD other paragraphs / CO, IN, NS, RE, … codes / AN Document CODE000020200303eg33000ab
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.corpus.reading.exports.layouts.factiva import DOCUMENT, results_found
from analysis.corpus.reading.exports.layouts.fields import Dates, author_of, section_of, title_of
from analysis.corpus.reading.exports.layouts.record import Export, piece
from analysis.corpus.reading.exports.lines import Line, body_of
from analysis.corpus.reading.record import Found, Unreadable

_HEAD = ("SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "RF")
_BODY = ("LP", "TD")
_END = ("ART", "CT", "CLM", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "DE", "DLN", "AN")
TAGS = frozenset((*_HEAD, *_BODY, *_END))
"""All tags, as Factiva's help lists them."""

_WIDE = re.compile(rf"({'|'.join(sorted(TAGS, key=len, reverse=True))})(?:\t+ *| *\| *| {{2,}}|$)")
# With one space between, a tag must be recognised by what follows: "IN LONDON" is no tag.
_NARROW = re.compile(
    r"(HD|LP|TD|SN|LA|CY|SE|BY|ED|PG|ET) (?=\S)|(WC) (?=\d[\d,]* words?$)|(PD) (?=.*\d)"
    r"|(SC) (?=[A-Z0-9]+$)|(CO|IN|NS|RE|IPD|PUB|ART|IPC) (?=\S)|(AN) (?=Document )"
)


def marks(lines: Iterable[Line]) -> int:
    """Return how many articles these lines seem to end in this layout."""
    ends = 0
    tag = ""
    for line in lines:
        tag, text = _tagged(line) or (tag, line.text)
        ends += tag == "AN" and DOCUMENT.fullmatch(text) is not None
        # Only a tag makes the difference to the other layout.
    return ends


def split(lines: Sequence[Line], dates: Dates) -> Export:
    """Return the articles on the lines of an export, in their order."""
    pieces: list[Found | Unreadable] = []
    for part in _parts(lines):
        pieces.append(_article(part, f"article {len(pieces) + 1}", dates))
    return Export("a Factiva export", results_found(lines), pieces, dates.unclear)


def _parts(lines: Sequence[Line]) -> Iterator[dict[str, list[Line]]]:
    """Give the fields of each article; a field without a tag of its own goes on on the next line.

    Fields come in a fixed order, so what looks like a tag of the head below the body's is text.
    """
    fields: dict[str, list[Line]] = {}
    tag = ""
    for line in lines:
        found = _tagged(line)
        if found and _may_follow(found[0], tag, line):
            if found[0] in ("SE", "HD") and (tag in _END or "HD" in fields):
                if "HD" in fields:
                    yield fields
                fields = {}
            tag = found[0]
            fields.setdefault(tag, [])
            line = replace(line, text=found[1], tag="")
        if tag and line.text:
            fields[tag].append(line)
        if tag == "AN" and line.text and "HD" in fields:
            yield fields
            fields, tag = {}, ""
    if "HD" in fields:
        yield fields


def _may_follow(tag: str, before: str, line: Line) -> bool:
    """Whether a tag may stand below the field ``before``."""
    if before == "":
        return tag in ("SE", "HD")
    if before in _HEAD:
        return tag != before and (tag in _HEAD or tag in _BODY or tag == "AN")
    if line.tag:
        return True
    wide = _WIDE.match(line.text) is not None
    if before in _BODY:
        # The text may hold lines that look like tags; the head of an article needs one's end.
        return tag == "TD" != before or (tag in _END and (wide or _has_codes(tag, line.text)))
    return tag in _END or tag in ("SE", "HD")


def _has_codes(tag: str, text: str) -> bool:
    """Whether a field set apart by one space only is codes: "IN i814 : Banking"."""
    return tag == "AN" or " : " in text or " | " in text


def _tagged(line: Line) -> tuple[str, str] | None:
    """Return the tag of a line and what follows it, None for a line without."""
    if line.tag in TAGS:
        return line.tag, line.text
    found = _WIDE.match(line.text) or _NARROW.match(line.text)
    if found is None:
        return None
    return next(filter(None, found.groups())), line.text[found.end() :].strip()


def _article(fields: dict[str, list[Line]], place: str, dates: Dates) -> Found | Unreadable:
    one = {tag: title_of(lines) for tag, lines in fields.items() if tag not in _BODY}
    number = DOCUMENT.fullmatch(one.get("AN", ""))
    id = number[1] if number else one.get("AN", "")
    text = body_of([*fields.get("LP", []), *fields.get("TD", [])])
    return piece(
        text,
        place,
        id=id,
        outlet=one.get("SN", ""),
        author=author_of(one.get("BY", "")),
        section=section_of(one.get("SE", "")),
        date=dates.read(one.get("PD", "")),
        title=one["HD"],
    )

"""The layout of Nexis Uni, Lexis and Lexis+: title first, "Body", "End of Document".

An export begins with a page that lists the documents ("Documents (25)", "1. Title"), then gives
each as

    Title / outlet / date / edition / Copyright … / Section: … / Length: … / Byline: … / Body /
    paragraphs / Graphic … / Classification … / Load-Date: … / End of Document
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from analysis.corpus.reading.exports.layouts.fields import (
    Dates,
    author_of,
    field,
    is_date,
    is_rights,
    section_of,
    title_of,
)  # fmt: skip
from analysis.corpus.reading.exports.layouts.record import Export, piece
from analysis.corpus.reading.exports.lines import Line, body_of
from analysis.corpus.reading.record import Found, Unreadable

END = "End of Document"
MAX_HEAD = 60
"""Most lines of an article's head; real ones have about ten."""

_LABEL = re.compile(
    r"(?P<name>Section|Length|Byline|Dateline|Highlight|Series|Language|Publication[- ]Type|"
    r"Journal Code|URL|Acc-No)\s*:\s*(?P<value>.*)",
    re.S,
)
_LOADED = re.compile(r"Load-Date\s*:.*")
# What stands under "Classification", and alone at the end of some documents.
_CLASSED = re.compile(
    r"(?:Language|Publication[- ]Type|Journal Code|Subject|Industry|Company|Ticker|Person|"
    r"Organization|Geographic|City|State|Country|Document[- ]Type|URL|Acc-No|ISSN|Copyright)\s*:.*"
    r"|Link to (?:Image|Original Document)",
    re.S,
)
# Headings after the body, and the most lines that stand under each.
_AFTER = {"Graphic": 20, "Graphics": 20, "Notes": 4}
_DOCUMENTS = re.compile(r"Documents?\s*\((\d[\d,.]{0,12})\)")
_ENTRY = re.compile(r"(\d{1,4})\.\s+(\S.*)", re.S)
# Lines of the first page below a title of its list.
_SEARCH = re.compile(r"Client/Matter|Search (?:Terms|Type)|Narrowed by|Content Type", re.I)
_FIRST_PAGE = 12


def marks(lines: Iterable[Line]) -> int:
    """Return how many articles these lines seem to end in this layout."""
    return sum(line.text == END for line in lines)


def split(lines: Sequence[Line], dates: Dates) -> Export:
    """Return the articles on the lines of an export, in their order."""
    listed = _listed(lines)
    pieces: list[Found | Unreadable] = []
    for number, part in enumerate(_parts(lines)):
        start = _start(part, listed) if number == 0 else 0
        place = f"article {len(pieces) + 1}"
        pieces.append(_article(part[start:], set(listed.titles), place, dates))
    return Export("a Nexis export", listed.claimed, pieces, dates.unclear)


def is_listed(lines: Sequence[Line]) -> bool:
    """Return whether the first of these lines are those of a page that lists the documents."""
    return _listed(lines).claimed is not None


class _Listed:
    """The first page: how many documents it says there are, their titles, and where it ends."""

    def __init__(self, claimed: int | None, titles: Sequence[str], end: int) -> None:
        self.claimed, self.titles, self.end = claimed, titles, end


def _listed(lines: Sequence[Line]) -> _Listed:
    places = [n for n, line in enumerate(lines[:_FIRST_PAGE]) if _DOCUMENTS.fullmatch(line.text)]
    if not places:
        return _Listed(None, [], 0)
    place = places[0]
    titles: list[str] = []
    open_title = False
    end = place + 1
    for here in range(place + 1, len(lines)):
        line = lines[here]
        if line.text == "Body" or line.text == END:
            break
        entry = _ENTRY.fullmatch(line.text)
        if entry and int(entry[1]) == len(titles) + 1:
            titles.append(field(entry[2]))
            open_title, end = True, here + 1
        elif line.kind == "item" and not entry:
            titles.append(field(line.text))
            open_title, end = True, here + 1
        elif _SEARCH.match(line.text):
            open_title, end = False, here + 1
        elif open_title and lines[here].kind != "item" and _goes_on(lines, here):
            titles[-1] = field(f"{titles[-1]} {line.text}")
            end = here + 1
    return _Listed(int(re.sub(r"\D", "", lines[place].text)), titles, end)


def _goes_on(lines: Sequence[Line], here: int) -> bool:
    """Whether a line below a title of the list is its second one: the search is named below it, or
    the next title."""
    after = lines[here + 1].text if here + 1 < len(lines) else ""
    return _SEARCH.match(after) is not None


def _parts(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Divide the lines at "End of Document"; where that stands in the middle of an article, what
    follows has no head and belongs to it."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if line.text == END:
            parts.append([])
        else:
            parts[-1].append(line)
    if not parts[-1] or not _is_article(parts[-1]):
        parts.pop()  # nothing, or what follows the last article
    joined: list[list[Line]] = []
    for part in parts:
        if joined and not _is_article(part) and not _is_loaded(joined[-1]):
            joined[-1] += [Line(END), *part]
        elif part:
            joined.append(part)
    return [*joined]


def _is_article(part: Sequence[Line]) -> bool:
    head = part[: MAX_HEAD // 2]
    return any(line.text == "Body" or is_date(line.text) or is_rights(line.text) for line in head)


def _is_loaded(part: Sequence[Line]) -> bool:
    return any(_LOADED.fullmatch(line.text) for line in part[-3:])


def _start(part: Sequence[Line], listed: _Listed) -> int:
    """Return where the first article begins, below the list of documents."""
    if listed.claimed is None:
        return 0
    end = min(listed.end, len(part))
    body = next((n for n in range(end, len(part)) if part[n].text == "Body"), len(part))
    for here in range(end, body):
        if _lines_of_title(part[here:body], set(listed.titles[:1])):
            return here
    dated = next((n for n in range(end, body) if is_date(part[n].text)), None)
    return end if dated is None else max(end, dated - 2)


def _lines_of_title(lines: Sequence[Line], titles: set[str]) -> int:
    """Return how many of the first lines are together a title of the list, 0 if none are."""
    return next((n for n in range(min(6, len(lines)), 0, -1) if title_of(lines[:n]) in titles), 0)


def _article(
    part: Sequence[Line], titles: set[str], place: str, dates: Dates
) -> Found | Unreadable:
    body = _body_line(part)
    head = [Line(row) for line in part[:body] for row in line.text.split("\n") if row.strip()]
    rest = list(part[body + 1 :])
    first = _lines_of_title(head, titles)
    if first and title_of(head[first : 2 * first]) == title_of(head[:first]):
        head = head[first:]  # the head of the page repeats the title
    labels: dict[str, str] = {}
    about: list[Line] = []  # title, outlet, date, edition
    done = False
    for place_in_head, line in enumerate(head):
        label = _LABEL.fullmatch(line.text) if place_in_head >= max(first, 1) else None
        if label:
            labels.setdefault(label["name"].lower(), label["value"].strip())
        done = done or bool(label) or (place_in_head > first and is_rights(line.text))
        if not done:
            about.append(line)
    title, outlet, date = _about(about, first, dates)
    text_lines, url = _without_tail(rest)
    text = body_of(text_lines)
    return piece(
        text,
        place,
        id=field(labels.get("acc-no", "")),
        outlet=outlet,
        author=author_of(labels.get("byline", "")),
        section=section_of(labels.get("section", "")),
        date=date,
        title=title,
        url=url or field(labels.get("url", "")),
    )


def _body_line(part: Sequence[Line]) -> int:
    """Return the index of the heading "Body", that of the end where there is none."""
    known = False
    for number, line in enumerate(part[:MAX_HEAD]):
        if line.text == "Body" and number >= 2 and (known or number >= 4):
            return number
        label = _LABEL.fullmatch(line.text)
        known = known or (
            number > 0 and (is_date(line.text) or bool(label) or is_rights(line.text))
        )
    return next((n for n in range(2, len(part)) if part[n].text == "Body"), len(part))


def _about(about: Sequence[Line], first: int, dates: Dates) -> tuple[str, str, str]:
    """Return title, outlet and date, which stand in this order; ``first`` are the lines of the
    title where the list of documents gives it."""
    dated = next((n for n in range(max(first, 1), len(about)) if is_date(about[n].text)), None)
    date = "" if dated is None else dates.read(about[dated].text)
    named = about if dated is None else about[:dated]
    if not first:
        # Without a date an edition may follow the outlet; the second line is likelier.
        first = max(len(named) - 1, 1) if dated is not None else 1
    outlet = named[first].text if first < len(named) else ""
    return title_of(_once(named[:first])), field(outlet), date


def _once(lines: Sequence[Line]) -> Sequence[Line]:
    """Return a title without its repetition, which the head of a page leaves above it."""
    half = len(lines) // 2
    twice = half and len(lines) % 2 == 0 and title_of(lines[:half]) == title_of(lines[half:])
    return lines[:half] if twice else lines


def _without_tail(lines: list[Line]) -> tuple[list[Line], str]:
    """Return the paragraphs of the body without what follows it, and the address given there."""
    loaded = [n for n, line in enumerate(lines) if _LOADED.fullmatch(line.text)]
    end = loaded[-1] if loaded else len(lines)
    classed = [
        n
        for n in range(end - 1)
        if lines[n].text == "Classification" and _CLASSED.fullmatch(lines[n + 1].text)
    ]
    end = classed[-1] if classed else end
    while end and _CLASSED.fullmatch(lines[end - 1].text):
        end -= 1
    after = dict(_AFTER)
    while heads := [n for n in range(end) if end - n - 1 <= after.get(lines[n].text, -1)]:
        end = heads[-1]
        del after[lines[end].text]  # the body may have a heading of the same words
    addresses = [
        label["value"].strip()
        for label in (_LABEL.fullmatch(line.text) for line in lines[end:])
        if label and label["name"] == "URL"
    ]
    return lines[:end], field(addresses[0]) if addresses else ""

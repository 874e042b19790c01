"""Which header of a table holds what: asked for by its name, never guessed in silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from analysis.errors import CannotRead
from analysis.text.one_line import one_line

NAMES = ("id", "outlet", "author", "section", "topic", "date", "title", "url", "text")
"""What a table can say of an article; only the text must be there."""

# Headers under which archives have it; they are offered, and taken only if asked for.
_KNOWN: Mapping[str, str] = {
    header: name
    for name, headers in {
        "text": "content maintext body article fulltext articletext articlebody contenttext story",
        "outlet": "source publication publisher newspaper domain sourcedomain medianame site",
        "author": "byline authors creator writer",
        "section": "category desk newsdesk sectionname department",
        "topic": "topics subject subjects theme keywords",
        "date": "published publishdate datepublish datepublished publishedat publicationdate "
        "pubdate publishedutc",
        "title": "headline head articletitle",
        "url": "link address weburl articleurl",
        "id": "uid guid articleid uuid",
    }.items()
    for header in headers.split()
}

_LISTED = 20


def check_names(columns: Mapping[str, str]) -> None:
    """Raise CannotRead for a ``--column NAME=HEADER`` with a name that is none of ``NAMES``."""
    for name in columns:
        if name not in NAMES:
            near = get_close_matches(name, NAMES, 1)
            meant = f"did you mean {near[0]}? The names are" if near else "the names are"
            advice = f"{meant} {', '.join(NAMES)}"
            raise CannotRead(
                one_line(f"--column {name}={columns[name]}"), "names nothing known", advice
            )


def headers_of(
    path: str, headers: Sequence[str], columns: Mapping[str, str], names: Sequence[str] = NAMES
) -> dict[str, str]:
    """Return which header holds which of ``names``, those that are there.

    A header is taken for what ``columns`` says, else if it is the name itself, in small letters or
    capitals. Raises CannotRead, which lists the headers, if there is none for the text, none as
    ``columns`` has it, or two alike.
    """
    found: dict[str, str] = {}
    for name in names:
        wanted = columns.get(name, name)
        alike = [one for one in headers if one == wanted]
        if not alike and name not in columns:
            alike = [one for one in headers if one.strip().lower() == name]
        if len(alike) > 1:
            advice = f"rename the one that does not hold the {name}"
            raise CannotRead(path, one_line(f"has {len(alike)} columns {wanted}"), advice)
        if alike:
            found[name] = alike[0]
        elif name == "text" or name in columns:
            raise _missing(path, headers, name, wanted)
    return found


def _missing(path: str, headers: Sequence[str], name: str, wanted: str) -> CannotRead:
    near = get_close_matches(wanted, headers, 1) or [
        one for one in headers if known(one) == name and wanted == name
    ]
    has = ", ".join(headers[:_LISTED]) + (" …" if len(headers) > _LISTED else "")
    advice = (
        f"name the one that holds the {name} with --column {name}={(near or ['NAME'])[0]} "
        f"(it has {has})"
    )
    return CannotRead(path, one_line(f"has no column {wanted}"), one_line(advice))


def known(header: str) -> str | None:
    """Return what a header of that name holds in many archives, None if it is not known."""
    plain = "".join(filter(str.isalnum, header.lower()))
    return _KNOWN.get(plain)


def not_used(headers: Sequence[str], found: Mapping[str, str]) -> str | None:
    """Return a sentence on the headers that are not read and what they may be, None if there are
    none."""
    taken = set(found.values())
    left = [one for one in headers if one not in taken and one.strip()]
    if not left:
        return None
    listed = ", ".join(left[:_LISTED]) + (" …" if len(left) > _LISTED else "")
    offers: dict[str, str] = {}
    for header in left:
        name = known(header)
        if name and name not in found:
            offers.setdefault(name, header)
    hints = [f"if {header} is its {name}, add --column {name}={header}" for name, header in
             offers.items()]  # fmt: skip
    return one_line(f"not used: {listed}" + "".join(f"; {hint}" for hint in hints)) + "."

"""Forms of lines that are furniture by themselves, wherever they stand.

A form describes a whole line (a logical line, see ``segmentation.sentences``), never a part of it.
In doubt a line is none: a sentence that is left out does more harm than a label that is scored.
"""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.text.characters import without_format_characters
from analysis.text.parts.forms.credits import is_credit
from analysis.text.parts.forms.dates import is_date_line
from analysis.text.parts.forms.labels import BUTTONS, LISTS, WEAK
from analysis.text.parts.forms.names import is_byline, is_signature
from analysis.text.parts.forms.openings import BEGINNING
from analysis.text.parts.forms.phrases import CONTACT, COUNT, ENDING, WITH_COLON
from analysis.text.parts.forms.residue import (
    is_gallery,
    is_glued_link,
    is_markup,
    is_post_signature,
)

LONGEST = 600
"""Characters of the longest line that is examined: captions with their credits have up to 500."""

LONGEST_CELL = 8
"""Words of the longest cell in the row of a table that is no sentence."""

LONGEST_WITH_COLON = 40
"""Words of the longest line that a label with a colon begins: “Image caption: …”."""

LONGEST_CONTACT = 15
"""Words of the longest line that says where to write to."""

SENTENCE_END = re.compile(r"[.!?…。！？؟۔।]['\"”’»›)\]*_]*+$")
"""A stop at the end of a line."""

_MARKS = " \t\u00a0#*_>•·»›→▶►▸↓↑←-–—|:…+"
_COUNT = re.compile(r" ?(?:\(\d[\d,.]*\)|\[\d+\]|\d[\d,.]*[km]?)$")
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,30}|"
    r"(?:[\w-]{2,}\.)+(?:com|org|net|co\.uk|gov|edu|info|example|news|eu|uk|de|fr)(?:/\S*)?"
)
_HASHTAG = re.compile(r"#\w+")
_PHONE = re.compile(r"\(?\+?\d[\d ()./-]{5,18}\d")
_SEPARATORS = re.compile(r"\s*(?:[|•·»›>/▪●◦]|\s[-–—]\s|\t)\s*")
_DATELINE = re.compile(
    r"[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,3},? (?:[A-Z][a-z.]+,? )?"
    r"\((?:AP|AFP|Reuters|UPI|dpa|PA|ANSA|EFE|TASS|Xinhua|CNN|BBC)\) ?[-–—]?"
)
_LOWER = frozenset({"by", "toggle", "hide", "prev", "next", "updated", "posted", "published"})
"""Words in lower case that begin furniture, where the page shows them in small capitals."""

_MORE = frozenset(
    {"read more", "read more here", "continue reading", "full story", "read full story"}
)
# A place or an agency whose dash has no text: "CNN —", "LONDON (AP) —".
_PLACE = re.compile(r"(?:[A-Z(][\w.,()']*+ ){1,5}[-–—]")


@lru_cache(maxsize=2048)
def _plain(line: str) -> str:
    """Return a line without invisible marks, with single spaces and straight apostrophes.

    Cached, because several forms of each line are looked for.
    """
    visible = line if line.isascii() else without_format_characters(line)
    return " ".join(visible.replace("’", "'").split())


def label_key(line: str) -> str:
    """Return a line as the tables of labels spell it: in lower case, without marks around it."""
    key = _plain(line).strip(_MARKS).lower()
    if key.endswith(".") and (key.endswith("...") or key.count(" ") > 1):
        key = key.rstrip(". ")  # "More on this...", "Read more here."
    return key


def is_label(line: str) -> bool:
    """Whether a line is nothing but a button or the heading of a list of links."""
    key = label_key(line)
    return key in BUTTONS or key in LISTS or _without_count(key) in BUTTONS | LISTS


def is_label_or_phrase(line: str) -> bool:
    """Whether a line is a button, a heading of links, or begins or ends as such: furniture that is
    no byline, date, credit or address."""
    plain = _plain(line)
    return is_label(plain) or _is_labelled(plain, label_key(plain))


def is_phrase(line: str) -> bool:
    """Whether a line begins or ends as furniture does, without a colon: “Sign up for our …”."""
    plain = _plain(line)
    lower = plain.lower()
    return (
        BEGINNING.match(label_key(plain)) is not None
        or BEGINNING.match(lower) is not None
        or ENDING.search(lower[-60:]) is not None
    )


def is_address_line(line: str) -> bool:
    """Whether a line is nothing but addresses or hashtags, or says where to write to."""
    plain = _plain(line)
    return not plain.isdigit() and bool(plain) and _is_address(plain, label_key(plain))


def is_more(line: str) -> bool:
    """Whether a line is the button below a link: “Read more”."""
    return label_key(line) in _MORE


def is_list_heading(line: str) -> bool:
    """Whether a line is the heading of a list of links: “Related Topics”, “Most read”, “Read
    more:”."""
    key = label_key(line)
    more = line.rstrip("*_ ").endswith(":") and key in ("read more", "more", "related")
    return more or key in LISTS or _without_count(key) in LISTS


def is_weak_label(line: str) -> bool:
    """Whether a line is furniture beside other furniture: “Politics”, “Sport”, “More”."""
    return label_key(line) in WEAK


def is_furniture_line(line: str) -> bool:
    """Whether a whole line is furniture by its own form. The heading of a list is, too."""
    if is_gallery(line):
        return True
    if len(line) > 2 * LONGEST:
        return False
    plain = _plain(line).strip("*_ ") or line
    if not plain:
        return False
    if (plain[0], plain[-1]) in (("[", "]"), ("(", ")")) and is_furniture_line(plain[1:-1]):
        return True
    if len(plain) > LONGEST:
        return False
    if not any(map(str.isalpha, plain)):
        return SENTENCE_END.search(plain) is None or not any(map(str.isdigit, plain))
    key = label_key(plain)
    if is_label(plain):
        return True
    if is_markup(plain):
        return True
    if plain[0].islower() and _ADDRESS.match(plain) is None and plain.split()[0] not in _LOWER:
        return False  # furniture begins with a capital; running text that was wrapped does not
    return (
        _is_labelled(plain, key)
        or _is_address(plain, key)
        or is_date_line(plain)
        or is_byline(plain)
        or is_signature(plain)
        or is_credit(plain.removesuffix(" More"))
        or is_glued_link(plain)
        or is_post_signature(plain)
        or _DATELINE.fullmatch(plain) is not None
        or _PLACE.fullmatch(plain) is not None
        or _is_row(plain)
    )


def _without_count(key: str) -> str:
    return _COUNT.sub("", key)


def _is_labelled(plain: str, key: str) -> bool:
    """Whether a line begins or ends with a label, as “Read more: …”, or is a count."""
    if COUNT.fullmatch(key.strip("().")):
        return True
    with_colon = WITH_COLON.match(plain.lower().lstrip(_MARKS)) is not None
    return is_phrase(plain) or (with_colon and len(plain.split()) <= LONGEST_WITH_COLON)


def _is_address(plain: str, key: str) -> bool:
    """Whether a line is nothing but addresses, hashtags or a telephone number, or says where to
    write to."""
    words = plain.strip("()<>[] ").split()
    if all(_ADDRESS.fullmatch(word.strip("()<>,;")) or _HASHTAG.fullmatch(word) for word in words):
        return True
    if _PHONE.fullmatch(plain):
        return True
    if len(words) > LONGEST_CONTACT or CONTACT.match(key) is None:
        return False
    return any(_ADDRESS.fullmatch(word.strip("()<>,;.")) for word in words)


def _is_row(plain: str) -> bool:
    """Whether a line is a row of labels, dates and names with marks between: “Home | News | Sport”,
    “By Ana Pell | 4 May 2021 | 9:30 am”."""
    cells = [cell for cell in _SEPARATORS.split(plain) if cell]
    if len(cells) < 2 or SENTENCE_END.search(plain):
        return False
    if plain[0] == plain[-1] == "|" and all(len(cell.split()) <= LONGEST_CELL for cell in cells):
        return True  # of a table
    known = [
        label_key(cell) in BUTTONS | LISTS | WEAK
        or is_date_line(cell)
        or is_byline(cell)
        or _ADDRESS.fullmatch(cell) is not None
        or COUNT.fullmatch(label_key(cell)) is not None
        for cell in cells
    ]
    if all(known):
        return True
    path = "»" in plain or "›" in plain
    # "Hale/Pell talks fail" has names beside each other, not labels.
    apart = "/" not in plain or " / " in plain
    short = apart and all(len(cell.split()) <= 3 and cell[0].isupper() for cell in cells)
    return short and (
        path or len(cells) > 3 or (len(cells) > 2 and any(known)) or 2 * sum(known) > len(cells)
    )

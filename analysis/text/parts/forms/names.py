"""Lines that name who wrote: bylines, and names that can be one."""

from __future__ import annotations

import re

from analysis.text.function_words import words
from analysis.text.parts.forms.dates import is_date_line

MOST_WORDS = 16
"""Words of the longest byline: two names with their offices."""

LONGEST_OFFICE = 6
"""Words of the longest name or office; a headline that begins with “By” can have capitals too."""

LONG_OFFICE = 10
"""The same where a word such as “correspondent” shows that it is an office."""

MOST_NAMES = 4
"""Words of the longest name below a piece of a live page: “– Ana Maria van Pell”."""

_BY = re.compile(
    r"(?:(?:[Ss]tory|[Ww]ords|[Tt]ext|[Pp]ictures|[Pp]hotos?|[Pp]hotographs?|[Pp]hotography|[Vv]ideo"
    r"|[Gg]raphics?|[Ii]llustrations?|[Rr]eporting|[Aa]dditional reporting|[Ww]ritten|[Pp]osted"
    r"|[Pp]ublished|[Ee]dited|[Cc]ompiled|[Ff]ilmed|[Aa]nalysis|[Oo]pinion|[Cc]omment|[Rr]eview|"
    r"[Ii]nterview|[Rr]eport|[Aa]rticle|[Rr]eported|[Pp]roduced) by|[Bb]y|BY):? "
)
_OFFICE = words(
    """
    and for of in at follow the our with from staff special to a an the & political economics
    business science health sports sport education environment diplomatic security home foreign
    world crime legal senior chief deputy associate managing executive contributing national local
    north south east west america europe asia correspondent correspondents reporter reporters
    writer writers
    editor editors columnist columnists contributor contributors journalist journalists producer
    news agency agencies bureau desk team affairs media royal technology religion court defence
    defense industry consumer transport arts culture travel guest opinion analyst analysts author
    de da di del della des du la le van von der den ter bin ibn al el y e
    """
)
_ROLE = re.compile(
    r"\b(?:correspondents?|reporters?|editors?|columnists?|writers?|contributors?|journalists?|"
    r"producers?|news|press|times|post|courier|herald|tribune|gazette|journal|bbc|cnn|reuters|ap|afp|"
    r"associated press|staff|bureau|desk|agenc(?:y|ies)|media|guardian|independent|telegraph|"
    r"chronicle|observer|mail|express|mirror|star|sun|globe|record|today|echo|argus|mercury|standard)\b"
)
_DASH = re.compile(r"(?:—|–|--) ?")
_DESK = re.compile(r"(?:BBC|CNN|NPR|AP|AFP|Reuters|USA TODAY|Bloomberg)\b")
_JOURNALIST = re.compile(r"\b(?:correspondent|reporter|editor|columnist)$")
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*|[A-Z]\.|@\w+)")


def is_byline(line: str) -> bool:
    """Whether a line says by whom the article is: “By Ana Pell”, “By Ana Pell, political editor,
    4 May 2021”, “Posted on 4 May 2021 by Ana Pell”."""
    before, by, after = line.partition(" by ")
    if by and is_date_line(before) and is_person(after):
        return True
    line = line.replace(" (", ", ").replace(")", "")
    opening = _BY.match(line)
    if opening is None:
        return False
    rest = re.split(r"[|·•]", line[opening.end() :], maxsplit=1)[0]
    parts = [part.strip() for part in re.split(r",| - | – | — |;", rest) if part.strip()]
    if not parts or len(line.split()) > MOST_WORDS or not is_person(parts[0]):
        return False
    return all(
        is_date_line(part)
        or (
            _names(part)
            and len(part.split()) <= (LONG_OFFICE if names_office(part) else LONGEST_OFFICE)
        )
        or is_byline(part)
        for part in parts
    )


def is_signature(line: str) -> bool:
    """Whether a line signs the piece above or below it: “– Ana Pell”, “—Ana Pell, Bay Courier”, or
    without a dash “Ana Pell, BBC News, Washington”, “Ana Pell, health correspondent”."""
    dash = _DASH.match(line)
    name, *rest = (part.strip() for part in line[dash.end() if dash else 0 :].split(","))
    if not 2 <= len(name.split()) <= MOST_NAMES or not all(map(_NAME.fullmatch, name.split())):
        return False
    if not rest:
        return dash is not None
    office = _DESK.match(rest[0]) is not None or _JOURNALIST.search(rest[0]) is not None
    return office and len(rest) <= 2 and len(line.split()) <= LONG_OFFICE and all(map(_names, rest))


def is_person(text: str) -> bool:
    """Whether a text can be one person's name or two with “and”: two to nine capitalised words."""
    given = text.rstrip(".").split()
    names = [word for word in given if _NAME.fullmatch(word)]
    others = [word for word in given if word not in names]
    return 1 <= len(names) <= 9 and all(word.lower() in _OFFICE for word in others)


def is_name_line(line: str) -> bool:
    """Whether a line can be a byline without “By”: “Ana Pell”, “Ana Pell, Bay Courier”,
    “Political correspondent”. Only its place can tell it from a heading."""
    if not 1 <= len(line.split()) <= 9:
        return False
    if names_office(line) and all(_names(part.strip()) for part in line.split(",")):
        return True
    parts = [part.strip() for part in line.split(",")]
    return 2 <= len(parts[0].split()) <= 5 and all(map(_names, parts))


def names_office(line: str) -> bool:
    """Whether a line names an office or an outlet: “Political correspondent”, “Bay Courier”."""
    return _ROLE.search(line.lower()) is not None


def _is_office(text: str) -> bool:
    """Whether a text behind a name can be an office, a place or a second name."""
    longest = LONG_OFFICE if names_office(text) else LONGEST_OFFICE
    return len(text.split()) <= longest and _names(text)


def _names(text: str) -> bool:
    """Whether a text holds names and words of offices only."""
    given = text.rstrip(".").split()
    return bool(given) and all(_NAME.fullmatch(word) or word.lower() in _OFFICE for word in given)

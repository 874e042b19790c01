"""Lines that name who wrote or photographed: bylines and credits."""

from __future__ import annotations

import re

from analysis.text.function_words import words
from analysis.text.parts.forms.dates import is_date_line

MOST_WORDS = 16
"""Words of the longest byline: two names with their offices."""

CREDIT = 200
"""Characters at the end of a line that can hold its credit."""

LONGEST_OFFICE = 6
"""Words of the longest name or office; a headline that begins with “By” can have capitals too."""

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
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*|[A-Z]\.|@\w+)")
_AGENCIES = (
    r"AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|EFE|PA|PA Wire|PA Media|PA Images|Getty(?: Images)?|"
    r"Getty Images/\w+|Alamy(?: Stock Photo)?|Shutterstock|Rex|Rex/Shutterstock|Bloomberg|"
    r"Associated Press|AP Photo|UPI|Zuma(?: Press)?|NurPhoto|Anadolu|Xinhua|TASS|Sipa|dpa|"
    r"Flickr|iStock|Unsplash|Wikimedia(?: Commons)?|Handout|Supplied|Landov|Polaris|Redux|"
    r"Press Association|Agence France-Presse|The Guardian|The Observer|The New York Times|"
    r"The Washington Post|Contributed"
)
_SOURCE = (
    r"(?:[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|van|von|de|der|di|da|del|al|bin)){0,4} ?[/,] ?)*+"
    rf"(?:{_AGENCIES})"
)
_CREDIT = re.compile(
    r"(?:^|.*?[\w.,;)!?”\"'’] ?)"
    r"(?:(?:\(|\[)?(?:Photograph|Photographs|Photo|Photos|Picture|Pictures|Image|Images|Credit|"
    r"Photo credit|Photography|Illustration|Composite|AP Photo|Pic|Video)"
    r"(?: by |: ?|\.\.\.|…| courtesy of | ?/ ?)"
    r"[A-Z][\w'’. -]{1,50}(?:[/,] ?[A-Z][\w'’. -]{1,40}){0,3}[)\]]?"
    r"|\((?:Photo|Image|Picture|AP Photo|Reuters photo|File photo)[^()]{0,80}\)"
    r"|\((?:[A-Z][\w'’.-]* ){1,4}?(?:/|for|via|-) ?[^()]{2,40}\)"
    r"|REUTERS ?/ ?[A-Z][\w'’. -]{2,40})"
)
_AGENCY_CREDIT = re.compile(
    rf"(?:^|.*?[.?!”’)\"] ){_SOURCE}(?: (?:via|for) (?:{_AGENCIES}|[A-Z]\w+))?"
)
_CREDITED = re.compile(
    r"[/(]|REUTERS|photo|pict|image|credit|illustr|composite|video", re.IGNORECASE
)
_AGENCY = re.compile(_AGENCIES)
_CREDIT_PARTS = re.compile(r" ?[/,] ?| via | for ")
_PHOTOGRAPHER = re.compile(r"[A-Z][\w'’.-]*+(?: [A-Z][\w'’.-]*+){0,4}")


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
        or (_names(part) and len(part.split()) <= LONGEST_OFFICE)
        or is_byline(part)
        for part in parts
    )


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


def is_credit(line: str) -> bool:
    """Whether a line ends with the credit of a picture, or is nothing else: “Photograph: Rob
    Tale/AP”, “The pier in 1962. Rob Tale/AP”."""
    if _CREDITED.search(line[-CREDIT:]) is None:
        return _is_bare_credit(line)
    if _is_bare_credit(line):
        return True
    return _CREDIT.fullmatch(line) is not None or (
        _AGENCY_CREDIT.fullmatch(line) is not None and "/" in line
    )


def _is_bare_credit(line: str) -> bool:
    """Whether a line is names and agencies only, with an agency: “Rob Tale/AP”, “Getty Images”."""
    parts = _CREDIT_PARTS.split(line)
    agencies = [part for part in parts if _AGENCY.fullmatch(part)]
    if len(parts) == 2 and "/" in line and len(line.split()) <= LONGEST_OFFICE:
        # An agency that nobody listed: "Ana Pell/Bay Radio".
        return " " in parts[0] and all(map(_PHOTOGRAPHER.fullmatch, parts))
    return (
        bool(agencies)
        and ("/" in line or len(line.split()) <= 4)
        and all(part in agencies or _PHOTOGRAPHER.fullmatch(part) for part in parts)
    )


def _names(text: str) -> bool:
    """Whether a text holds names and words of offices only."""
    given = text.rstrip(".").split()
    return bool(given) and all(_NAME.fullmatch(word) or word.lower() in _OFFICE for word in given)

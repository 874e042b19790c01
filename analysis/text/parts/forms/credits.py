"""Lines that name who made a picture: credits, alone or at the end of a caption."""

from __future__ import annotations

import re

CREDIT = 200
"""Characters at the end of a line that can hold its credit."""

LONGEST_SOURCE = 6
"""Words of the longest credit with an agency that nobody listed: “Ana Pell/Bay Radio”."""

_AGENCIES = (
    r"AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|EFE|PA|PA Wire|PA Media|PA Images|Getty(?: Images)?|"
    r"Getty Images/\w+|Alamy(?: Stock Photo)?|Shutterstock|Rex|Rex/Shutterstock|Bloomberg|"
    r"Associated Press|AP Photo|UPI|Zuma(?: Press)?|NurPhoto|Anadolu|Xinhua|TASS|Sipa|dpa|"
    r"Flickr|iStock|Unsplash|Wikimedia(?: Commons)?|Handout|Supplied|Landov|Polaris|Redux|"
    r"Press Association|Agence France-Presse|USA TODAY(?: Network| Sports)?|"
    r"Newsy|Storyful|Newslook|VPC|SIPA USA|Pool Photo|Pool|The Wall Street Journal|The Guardian|"
    r"The Observer|The New York Times|The Washington Post|Contributed"
)
_MONTHS = "Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec"
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
    r"|\((?:[A-Z][\w'’.-]* ){1,4}?(?:/|for|via|-) ?[^().!?]{2,40}\)"
    r"|\((?:[\w'’.-]++ ){0,5}[\w'’.-]++ ?/ ?(?:[\w'’.-]++ ){0,4}(?:via )?"
    rf"(?:{_AGENCIES})(?:, FILE|, File)?\)"
    r"|\((?:[A-Z][\w'’.-]*+ ){0,5}[A-Z][\w'’.-]*+/[^()/]{2,60} via AP(?:, File)?\)"
    rf"|\((?:{_MONTHS})\.? \d{{1,2}}\) (?:{_AGENCIES})"
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


def is_bracketed_credit(text: str) -> bool:
    """Whether a text is a credit and says so, by brackets or a word: “(Rob Tale/AP)”, “Photo: Rob
    Tale”, “REUTERS/Rob Tale”. Names alone are none: “Ana Pell, Reuters” signs a quotation, too."""
    return text[0] in "([RPI" and _CREDIT.fullmatch(text) is not None


def _is_bare_credit(line: str) -> bool:
    """Whether a line is names and agencies only, with an agency: “Rob Tale/AP”, “Getty Images”."""
    parts = _CREDIT_PARTS.split(line)
    agencies = [part for part in parts if _AGENCY.fullmatch(part)]
    if len(parts) == 2 and "/" in line and len(line.split()) <= LONGEST_SOURCE:
        # An agency that nobody listed: "Ana Pell/Bay Radio".
        return " " in parts[0] and all(map(_PHOTOGRAPHER.fullmatch, parts))
    return (
        bool(agencies)
        and ("/" in line or len(line.split()) <= 4)
        and all(part in agencies or _PHOTOGRAPHER.fullmatch(part) for part in parts)
    )

"""Mentions by hand: every occurrence of some names in a text, as a network would tag them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Tagged:
    start: int
    end: int
    kind: str


def tag(text: str, **names: list[str]) -> list[Tagged]:
    """Return where each of ``names``, lists by kind, stands as whole words, the longest first."""
    found: list[Tagged] = []
    wanted = [(name, kind) for kind, listed in names.items() for name in listed]
    for name, kind in sorted(wanted, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Tagged(match.start(), match.end(), kind))
    return found

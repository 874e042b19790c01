"""The robots.txt of a site, read as RFC 9309 says: which pages programs may read.

Own code, because urllib.robotparser knows neither wildcards nor the longest match, and Protego
takes 12 s for a hostile file of 50 kB (each of many user-agent lines gets a copy of every rule).
"""

from __future__ import annotations

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

MAX_ROBOTS = 500 * 1024
"""Bytes that are read of a robots.txt; RFC 9309 section 2.5 asks for at least 500 kibibytes."""

CACHE_SECONDS = 600
"""How long a site's rules are kept. RFC 9309 section 2.4 allows a day; a class needs an hour."""

CACHE_SITES = 200

CACHE_WEIGHT = 50_000
"""Heaviest rules that are kept, in bytes or so; with ``CACHE_SITES`` at most 10 MB in all."""

_RULE_WEIGHT = 150  # bytes of a rule beside its pattern's characters

_TOKEN = re.compile(r"\*$|[A-Za-z_-]+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")  # RFC 3986 section 2.3
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True)
class Rules:
    """What a robots.txt says to one program: patterns, longest first, and whether each allows."""

    patterns: tuple[tuple[str, bool], ...] = ()

    def allows(self, target: str) -> bool:
        """Whether the program may read ``target``, a path with its query."""
        target = _normal(target)
        if target == "/robots.txt":
            return True
        return next((allowed for pattern, allowed in self.patterns if _fits(pattern, target)), True)


def parse_robots(content: bytes, product: str) -> Rules:
    """Return the rules of a robots.txt for the program whose product token is ``product``.

    Groups that name it hold; where none does, those for ``*``. Lines that make no sense are
    passed over.
    """
    named: list[tuple[str, bool]] = []
    general: list[tuple[str, bool]] = []
    is_named = False
    group: set[str] = set()  # tokens of the group being read
    in_rules = False
    for line in re.split(r"[\r\n]+", content.decode("utf-8-sig", "replace")):
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            if in_rules:
                group, in_rules = set(), False
            if token := _TOKEN.match(value):
                group.add(token[0].lower())
            is_named = is_named or product.lower() in group
        elif key in ("allow", "disallow"):
            in_rules = True
            rule = (_normal(value), key == "allow")
            if value and product.lower() in group:
                named.append(rule)
            if value and "*" in group:
                general.append(rule)
    chosen = named if is_named else general
    # The longest pattern decides, and among equals the one that allows (section 2.2.2).
    return Rules(tuple(sorted(chosen, key=lambda rule: (-len(rule[0]), not rule[1]))))


class RobotsCache:
    """The rules of the sites read last, by origin, each for ``CACHE_SECONDS``; thread-safe.

    Rules that are too heavy are not kept, so that no number of hostile sites fills the memory.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._entries: OrderedDict[str, tuple[float, Rules]] = OrderedDict()

    def get(self, origin: str) -> Rules | None:
        with self._lock:
            expires, rules = self._entries.get(origin, (0.0, None))
            return rules if self._clock() < expires else None

    def put(self, origin: str, rules: Rules) -> None:
        if sum(_RULE_WEIGHT + len(pattern) for pattern, _ in rules.patterns) > CACHE_WEIGHT:
            return
        with self._lock:
            self._entries[origin] = (self._clock() + CACHE_SECONDS, rules)
            self._entries.move_to_end(origin)
            while len(self._entries) > CACHE_SITES:
                self._entries.popitem(last=False)


def _normal(path: str) -> str:
    """Spell a path or pattern in the one way in which two of them can be compared."""

    def spell(match: re.Match[str]) -> str:
        mark = chr(int(match[1], 16))
        return mark if _UNRESERVED.fullmatch(mark) else match[0].upper()

    return _ESCAPE.sub(spell, quote(path, safe=_PRINTABLE))


def _fits(pattern: str, target: str) -> bool:
    """Whether ``target`` begins as ``pattern`` says: ``*`` is anything, a final ``$`` the end.

    Each piece is looked for once, from left to right: no pattern makes this slow.
    """
    anchored = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    position = len(first)
    if not pieces:
        return not anchored or position == len(target)
    last = pieces.pop() if anchored else ""
    for piece in pieces:
        found = target.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    return target.endswith(last) and len(target) - len(last) >= position

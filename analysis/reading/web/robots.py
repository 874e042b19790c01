"""Parse a site's robots.txt (RFC 9309), which says what pages programs may read.

No library is used: urllib.robotparser supports neither wildcards nor the longest match, and Protego
takes 12 s for a hostile file of 50 kB (it copies every rule for each of many user-agent lines).
"""

from __future__ import annotations

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

MAX_ROBOTS_BYTES = 500 * 1024
"""Most bytes read of a robots.txt; RFC 9309 section 2.5 requires at least 500 kibibytes."""

CACHE_SECONDS = 600
"""Seconds for which a site's rules are cached; RFC 9309 section 2.4 allows a day."""

CACHE_SITES = 200
"""Most sites whose rules are cached."""

CACHE_WEIGHT = 50_000
"""Largest rules of one site that are cached, in approximate bytes; at most 10 MB for all sites."""

_RULE_WEIGHT = 150  # approximate bytes of a rule in addition to its pattern

_RULES_OF_OTHERS = frozenset(
    {"crawl-delay", "request-rate", "visit-time", "noindex", "content-signal"}
)
"""Lines that are no part of RFC 9309 but say something about the programs named above them, as
sites and most crawlers use them. ``Sitemap`` is not one: it concerns the whole site."""

_TOKEN = re.compile(r"\*$|[A-Za-z_-]+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")  # RFC 3986 section 2.3
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True)
class Rules:
    """The rules of a robots.txt for one program: (pattern, allowed), longest pattern first."""

    patterns: tuple[tuple[str, bool], ...] = ()

    def allows(self, target: str) -> bool:
        """Whether the program may read ``target``, a path with its query."""
        target = _normalized(target)
        if target == "/robots.txt":
            return True
        return next(
            (allowed for pattern, allowed in self.patterns if _matches(pattern, target)), True
        )


def parse_robots(content: bytes, product: str) -> Rules:
    """Return the rules of a robots.txt for the program whose product token is ``product``.

    Groups that name the program apply; if none does, those for ``*``. Lines that cannot be parsed
    are skipped.

    A group ends where a user-agent line follows a rule. A Crawl-delay and its like count as rules
    here: who writes “User-agent: * / Crawl-delay: 5 / User-agent: b / Disallow: /” means two
    groups, and Bing, Yandex and Python's own parser read it so. RFC 9309 section 2.2.4, which knows
    no Crawl-delay, would make one group of it and bar everybody from what b alone may not read.
    Rules that follow a Crawl-delay without a new user-agent line still belong to its group.
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
            rule = (_normalized(value), key == "allow")
            if value and product.lower() in group:
                named.append(rule)
            if value and "*" in group:
                general.append(rule)
        elif key in _RULES_OF_OTHERS:
            in_rules = True
    chosen = named if is_named else general
    # The longest matching pattern decides; of equally long ones, the one that allows (2.2.2).
    return Rules(tuple(sorted(chosen, key=lambda rule: (-len(rule[0]), not rule[1]))))


class RobotsCache:
    """Cache of the rules of the last ``CACHE_SITES`` sites, by origin; thread-safe.

    Entries expire after ``CACHE_SECONDS``. Rules over ``CACHE_WEIGHT`` are not cached, so that
    hostile sites cannot fill the memory.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._entries: OrderedDict[str, tuple[float, Rules]] = OrderedDict()

    def get(self, origin: str) -> Rules | None:
        """Return the rules of the site at ``origin``, or None if they are not cached or expired."""
        with self._lock:
            expires, rules = self._entries.get(origin, (0.0, None))
            return rules if self._clock() < expires else None

    def put(self, origin: str, rules: Rules) -> None:
        """Cache the rules of the site at ``origin``; the oldest entry makes room if needed."""
        if sum(_RULE_WEIGHT + len(pattern) for pattern, _ in rules.patterns) > CACHE_WEIGHT:
            return
        with self._lock:
            self._entries[origin] = (self._clock() + CACHE_SECONDS, rules)
            self._entries.move_to_end(origin)
            while len(self._entries) > CACHE_SITES:
                self._entries.popitem(last=False)


def _normalized(path: str) -> str:
    """Return a path or pattern with normalised percent-encoding, so that two can be compared."""

    def spell(match: re.Match[str]) -> str:
        mark = chr(int(match[1], 16))
        return mark if _UNRESERVED.fullmatch(mark) else match[0].upper()

    return _ESCAPE.sub(spell, quote(path, safe=_PRINTABLE))


def _matches(pattern: str, target: str) -> bool:
    """Whether ``pattern`` matches the beginning of ``target``; ``*`` matches anything, a final
    ``$`` the end.

    Each piece between asterisks is searched once, from left to right, so time is linear.
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

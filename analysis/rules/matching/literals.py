"""What a text must hold for a regular expression to match: literals, found without running it.

Of 10,000 regular expressions nearly all need some word that an article does not have. This module
reads the plain part of the syntax (letters, classes, groups, alternatives, repeats, assertions) and
works out literals of which every match holds at least one. What it does not surely understand it
leaves to the package ``regex``: the expression is then always run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

_SHORTEST = 3
"""Characters from which a literal is worth looking for; shorter ones stand in nearly every
text."""
_MOST = 16
"""Literals of which one is needed; more are not worth the looking."""
_LONGEST = 60
_DEEPEST = 20
"""Groups within groups, so that a hostile pattern meets no limit of Python's."""

_HALVES = re.compile("[\ud800-\udfff]")

_ONE_CHARACTER = frozenset("dDsSwW")
_ASSERTIONS = frozenset("bBAZmM")
_CONTROLS = frozenset("ntrfva")
_AS_THEY_STAND = re.compile(r"[^\\^$.|?*+()\[\]{}\x80-\U0010ffff]+(?![?*+{])")
"""Characters that mean themselves and are not repeated; others are read one by one."""
_REPEAT = re.compile(r"\{(\d{1,9})(?:(,)(\d{0,9}))?\}|\{,(\d{1,9})\}")
_GROUP = re.compile(r"\(\?(?:(?P<look><?[=!])|>|[ims]*:|-i:)|\((?![?*])")
_FLAGS = re.compile(r"\(\?[ims]+\)")


@dataclass(frozen=True)
class Plain:
    """What was read of a regular expression.

    ``needed`` are literals in lower case (see ``searched``), of which each match holds at least
    one; empty where none is known. ``size`` is about how many steps it is compiled to: repeats are
    written out.
    """

    needed: frozenset[str]
    size: int


def searched(text: str) -> str:
    """Return a text as needed literals are looked for in it: without case."""
    if not text.isascii():
        # The package regex takes these two for an "i" where case is ignored.
        text = _HALVES.sub("\ufffd", text).replace("İ", "i").replace("ı", "i")
    return text.casefold()


@lru_cache(2**15)
def plain(pattern: str) -> Plain | None:
    """Return what is surely known of a regular expression, None if its syntax is not all plain.

    One that is read here is one that the package ``regex`` reads, in its default version, with or
    without regard to case.
    """
    reader = _Reader(pattern)
    try:
        part = reader.alternatives(0)
        if reader.at < len(pattern):
            return None
    except _NotPlain:
        return None
    return Plain(part.needs(), part.size)


class _NotPlain(Exception):
    """The syntax is not surely understood."""


@dataclass(frozen=True)
class _Part:
    """A part of an expression: the texts that it matches if these are few (``exact``), else the
    literals of which each match holds one (``needed``)."""

    exact: frozenset[str] | None = None
    needed: frozenset[str] = frozenset()
    size: int = 1
    repeatable: bool = True

    def needs(self) -> frozenset[str]:
        """Return the literals of which each match holds one; empty if unknown."""
        return _worth(self.exact) if self.exact is not None else self.needed


_EMPTY = frozenset({""})
_NOTHING = _Part(_EMPTY, repeatable=False)
_ANYTHING = _Part()


def _worth(literals: Iterable[str] | None) -> frozenset[str]:
    kept = frozenset(literals or ())
    if len(kept) > _MOST or any(len(literal) < _SHORTEST for literal in kept):
        return frozenset()
    return kept


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Return which literals are seldomer in a text: the longer ones, then the fewer."""

    def rarity(literals: frozenset[str]) -> tuple[int, int]:
        return min(map(len, literals), default=0), -len(literals)

    return max(one, other, key=rarity)


def _one_of(characters: Iterable[str]) -> _Part:
    """Return the part that matches one character of a few."""
    folded = frozenset(map(searched, characters))
    if len(folded) > _MOST or not all(map(_settled, folded)):
        return _ANYTHING
    return _Part(folded)


def _settled(character: str) -> bool:
    """Whether all agree which capital and small letters are one: Python, and the package regex,
    which may know a newer Unicode. Letters of Latin, Greek and Cyrillic, and scripts without
    capitals."""
    return len(character) == 1 and (character < "\u0530" or "\u3040" <= character <= "\ud7a3")


def _sequence(parts: Iterable[_Part]) -> _Part:
    """Return the part of parts behind each other."""
    best: frozenset[str] = frozenset()
    run = _EMPTY
    broken = False
    size = 1
    for part in parts:
        size += part.size
        longer = None if part.exact is None else _product(run, part.exact)
        if longer is not None:
            run = longer
            continue
        broken = True
        best = _better(best, _worth(run))
        if part.exact is None:
            best = _better(best, part.needed)
        run = part.exact if part.exact is not None else _EMPTY
    if broken:
        return _Part(None, _better(best, _worth(run)), size)
    return _Part(run, size=size)


def _product(first: frozenset[str], second: frozenset[str]) -> frozenset[str] | None:
    """Return each of the first followed by each of the second, None if these are many or long."""
    if len(first) * len(second) > _MOST:
        return None
    if first == _EMPTY:
        return second
    if max(map(len, first)) + max(map(len, second)) > _LONGEST:
        return None
    return frozenset(a + b for a, b in product(first, second))


def _either(parts: list[_Part]) -> _Part:
    """Return the part of alternatives."""
    if len(parts) == 1:
        return parts[0]
    size = 1 + sum(part.size for part in parts)
    if all(part.exact is not None for part in parts):
        texts = frozenset(text for part in parts for text in part.exact or ())
        if len(texts) <= _MOST:
            return _Part(texts, size=size)
    needs = [part.needs() for part in parts]
    return _Part(None, _worth(frozenset().union(*needs)) if all(needs) else frozenset(), size)


def _repeated(part: _Part, least: int, most: int | None) -> _Part:
    """Return the part that matches a part ``least`` to ``most`` times."""
    # The package regex writes what must come out, and what is repeated without end once more.
    size = part.size * (max(least, 1) + (most is None))
    if most == 1 and least == 0 and part.exact is not None:
        return _Part(part.exact | {""}, size=size, repeatable=False)
    if 0 < least <= _LONGEST and least == most and part.exact is not None:
        whole: frozenset[str] | None = part.exact
        for _ in range(least - 1):
            whole = None if whole is None else _product(whole, part.exact)
        if whole is not None:
            return _Part(whole, size=size, repeatable=False)
    return _Part(None, part.needs() if least else frozenset(), size, repeatable=False)


class _Reader:
    """Reads an expression from left to right; raises _NotPlain."""

    def __init__(self, pattern: str) -> None:
        flags = _FLAGS.match(pattern)
        self.pattern = pattern
        self.at = flags.end() if flags else 0

    def _next(self) -> str:
        if self.at >= len(self.pattern):
            raise _NotPlain
        self.at += 1
        return self.pattern[self.at - 1]

    def alternatives(self, depth: int) -> _Part:
        """Read up to a closing bracket or the end."""
        if depth > _DEEPEST:
            raise _NotPlain
        branches: list[list[_Part]] = [[]]
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            if self.pattern[self.at] == "|":
                self.at += 1
                branches.append([])
            else:
                branches[-1].append(self._piece(depth))
        return _either([_sequence(branch) for branch in branches])

    def _piece(self, depth: int) -> _Part:
        letters = _AS_THEY_STAND.match(self.pattern, self.at)
        if letters is None:
            return self._with_repeat(self._atom(depth))
        self.at = letters.end()
        return _Part(frozenset({letters[0].casefold()}), size=len(letters[0]))

    def _atom(self, depth: int) -> _Part:
        if self.pattern[self.at] == "(":
            return self._group(depth)
        match character := self._next():
            case ".":
                return _ANYTHING
            case "^" | "$":
                return _NOTHING
            case "\\":
                return self._escaped()
            case "[":
                return self._class()
            case "*" | "+" | "?" | "{" | "}" | "]":
                raise _NotPlain
        return _one_of(character)

    def _group(self, depth: int) -> _Part:
        start = _GROUP.match(self.pattern, self.at)
        if start is None:
            raise _NotPlain
        self.at = start.end()
        inner = self.alternatives(depth + 1)
        if self._next() != ")":
            raise _NotPlain
        if start["look"]:
            return _Part(_EMPTY, size=inner.size, repeatable=False)
        return _Part(inner.exact, inner.needed, inner.size)

    def _escaped(self) -> _Part:
        character = self._next()
        if character in _ASSERTIONS:
            return _NOTHING
        if character in _ONE_CHARACTER or character in _CONTROLS:
            return _ANYTHING
        if character.isascii() and not character.isalnum():
            return _one_of(character)
        raise _NotPlain

    def _class(self) -> _Part:
        negated = self.pattern[self.at : self.at + 1] == "^"
        self.at += negated
        few = not negated
        characters: list[str] = []
        first = True
        while (character := self._next()) != "]" or first:
            first = False
            following = self.pattern[self.at : self.at + 1]
            if character in "[]" or (character in "-&|~" and following == character):
                raise _NotPlain
            if character == "\\":
                character = self._next()
                if character in _ONE_CHARACTER or character in _CONTROLS:
                    few = False
                    if self.pattern[self.at : self.at + 1] == "-":
                        raise _NotPlain
                    continue
                if not character.isascii() or character.isalnum():
                    raise _NotPlain
                following = self.pattern[self.at : self.at + 1]
            if following == "-" and self.pattern[self.at + 1 : self.at + 2] != "]":
                self.at += 1
                last = self._next()
                if last in "[]\\-" or last < character:
                    raise _NotPlain
                few = False
                continue
            characters.append(character)
        return _one_of(characters) if few and characters else _ANYTHING

    def _with_repeat(self, part: _Part) -> _Part:
        repeat = _REPEAT.match(self.pattern, self.at)
        sign = self.pattern[self.at : self.at + 1]
        least, most = 0, None
        if repeat:
            self.at = repeat.end()
            least = int(repeat[1] or 0)
            most = least if repeat[1] and not repeat[2] else _number(repeat[3] or repeat[4])
            if most is not None and most < least:
                raise _NotPlain
        elif sign and sign in "?*+":
            self.at += 1
            least, most = int(sign == "+"), 1 if sign == "?" else None
        else:
            return part
        if not part.repeatable:
            raise _NotPlain
        if self.pattern[self.at : self.at + 1] in ("?", "+"):
            self.at += 1
        if self.pattern[self.at : self.at + 1] in ("?", "*", "+", "{"):
            raise _NotPlain
        return _repeated(part, least, most)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None

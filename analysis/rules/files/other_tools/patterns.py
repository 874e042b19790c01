r"""Expressions of other tools, written for the package ``regex``.

Vale compiles its expressions with regexp2, whose syntax is that of .NET, Typerighter with Java.
Nearly all of it means the same here; what means something else without an error is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

_SIGNS = frozenset(r"\.^$*+?{}[]()|")
_LEADING_FLAGS = re.compile(r"\(\?([imsx]*)(?:-([imsx]+))?\)")
_FLAGS_INSIDE = re.compile(r"(?<!\\)\(\?[a-zA-Z]*(?:-[a-zA-Z]+)?\)")
# [a-z-[aeiou]] in .NET and [a-z&&[^aeiou]] in Java; here they would be classes that end early.
_CLASS_OF_CLASSES = re.compile(r"\[[^\]]*(?:-|&&)\[")
_CASE_CLASS = re.compile(r"\[(\w)(\w)\]")


def is_plain(expression: str) -> bool:
    """Whether an expression is a wording that stands for itself, and has a letter or digit at each
    end, where words end."""
    return (
        not _SIGNS.intersection(expression)
        and bool(expression)
        and expression[0].isalnum()
        and expression[-1].isalnum()
    )


def translated(expression: str) -> tuple[str, str]:
    """Return an expression for ``regex`` as one group, and why it cannot be taken (else empty)."""
    flags = _LEADING_FLAGS.match(expression)
    rest = expression[flags.end() :] if flags else expression
    if _FLAGS_INSIDE.search(rest):
        return "", "switches a flag in the middle of an expression, as in (?i), which is not read"
    if _CLASS_OF_CLASSES.search(rest):
        return "", "puts one class of characters into another, as in [a-z-[aeiou]]"
    if not flags:
        return f"(?:{rest})", ""
    on, off = flags[1], f"-{flags[2]}" if flags[2] else ""
    return f"(?{on}{off}:{rest})", ""


def both_cases(term: str) -> list[str]:
    """Return the terms that ``[Gg]it`` stands for: both of them; any other one alone."""
    found = _CASE_CLASS.search(term)
    if found is None or found[1].casefold() != found[2].casefold():
        return [term]
    first, last = term[: found.start()], term[found.end() :]
    return [one for sign in found.groups() for one in both_cases(first + sign + last)]


def joined(expressions: list[str], word: bool) -> str:
    """Return an expression that finds any of ``expressions``, as whole words or anywhere."""
    any_of = expressions[0] if len(expressions) == 1 else f"(?:{'|'.join(expressions)})"
    return rf"\b{any_of}\b" if word else any_of


def by_line(expression: str) -> str:
    """Return an expression whose ``^`` and ``$`` are the borders of lines, as Vale's are."""
    return f"(?m:{expression})" if re.search(r"[$^]", expression) else expression


def without(pattern: str, right: Iterable[str], ignore_case: bool) -> str:
    """Return a pattern that finds none of the wordings ``right``, as they are written.

    A pattern for one name in many spellings often finds the right one too, which other tools then
    pass over. ``pattern`` is returned as it is where it finds none of them.
    """
    try:
        finds = regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)
        same = [one for one in right if finds.fullmatch(one, timeout=_SECONDS)]
    except (regex.error, TimeoutError):
        return pattern
    if not same:
        return pattern
    kept = rf"(?!(?:{'|'.join(regex.escape(one) for one in same)})(?!\w))"
    return kept + (f"(?i:{pattern})" if ignore_case else pattern)


_SECONDS = 0.5
"""Time for trying an expression on one wording."""

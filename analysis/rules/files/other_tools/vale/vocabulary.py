"""Vale's vocabularies: words that are accepted, and words that are rejected."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.rules.files.other_tools.patterns import both_cases, is_plain, translated
from analysis.rules.files.other_tools.vale.definition import CannotTake
from analysis.rules.rule import Rule

ACCEPT, REJECT = "accept.txt", "reject.txt"
FILES = (ACCEPT, REJECT)
"""The files of a vocabulary, one expression a line; ``#`` begins a comment."""

_ANY_CASE = "(?i)"


def vocabulary_rules(text: str, file: str, name: str) -> Iterator[tuple[int, Rule | CannotTake]]:
    """Yield the line and the rule of what a file of the vocabulary ``name`` says, or why it cannot
    be taken. Plain words share one rule, at the line of the first."""
    terms = [
        (number, line.strip())
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    plain: dict[str, list[tuple[int, str]]] = {"exact": [], "ignore": []}
    others: list[tuple[int, str]] = []
    for line, term in terms:
        case = "ignore" if term.startswith(_ANY_CASE) else "exact"
        wordings = both_cases(term.removeprefix(_ANY_CASE))
        if all(map(is_plain, wordings)):
            plain[case] += [(line, one) for one in wordings]
        else:
            others.append((line, term))
    make = _accepted if file == ACCEPT else _rejected
    for case, found in plain.items():
        if found:
            pattern = "|".join(dict.fromkeys(one for _, one in found))
            yield found[0][0], make(name, pattern, "words", case)
    for line, term in others:
        piece, why = translated(term)
        if file == ACCEPT:
            why = why or "is an expression, and accepted are words here"
        if why:
            yield line, CannotTake(f"“{term[:60]}” {why}")
        else:
            yield line, make(name, rf"\b{piece}\b", "regex", "exact")


def _accepted(name: str, pattern: str, kind: str, case: str) -> Rule:
    reason = f"Accepted by the vocabulary {name}."
    return Rule(f"vocab.{name}.accept", pattern, "accept", case=case, reason=reason)


def _rejected(name: str, pattern: str, kind: str, case: str) -> Rule:
    message = f"Avoid this wording: the vocabulary {name} rejects it."
    return Rule(f"vocab.{name}.reject", pattern, kind, message, severity="error", case=case)

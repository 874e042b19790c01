"""From one check of a Vale style to rules: ``existence``, ``substitution`` and ``occurrence``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from analysis.rules.files.other_tools.patterns import by_line, is_plain, joined, translated, without
from analysis.rules.files.other_tools.vale.definition import (
    CHECKS,
    OTHER_CHECKS,
    CannotTake,
    Definition,
)
from analysis.rules.files.other_tools.vale.messages import filled
from analysis.rules.rule import Rule

_WEB = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_REFERENCE = re.compile(r"\$(?:\d|\{)")

_NEUTRAL = "The council met on Tuesday evening and decided to close the old pool in June this year."
"""A sentence for telling expressions that count words or characters from those about a wording."""

Made = Rule | CannotTake
"""A rule, or why a part of a check has none."""


def rules_of(check: Definition, name: str) -> Iterator[Made]:
    """Yield the rules of a check, which is called ``name`` (``Style.Check``), and what of it cannot
    be taken. Raises CannotTake where nothing of it can."""
    if check.extends not in CHECKS:
        what = OTHER_CHECKS.get(check.extends)
        if what is None:
            raise CannotTake(f"extends “{check.extends[:40]}”, which is no kind of check")
        raise CannotTake(f"{what} ({check.extends}), which rules here cannot say")
    if not check.text("message").strip():
        raise CannotTake("has no message")
    if check.keys.get("pos"):
        raise CannotTake("looks at parts of speech (pos)")
    if check.extends == "existence":
        yield from _existence(check, name)
    elif check.extends == "substitution":
        yield from _substitution(check, name)
    else:
        yield from _occurrence(check, name)
    link = check.text("link").strip()
    if link and not _WEB.match(link):
        yield CannotTake("its link is no web address")


def _common(check: Definition) -> dict[str, object]:
    link = check.text("link").strip()
    return {
        "severity": check.severity,
        "parts": check.parts,
        "case": "ignore" if check.is_on("ignorecase") else "exact",
        "reason": " ".join(check.text("description").split()).replace("%s", "this wording"),
        "link": link if _WEB.match(link) else "",
    }


def _existence(check: Definition, name: str) -> Iterator[Made]:
    tokens, raw = check.texts("tokens"), "".join(check.texts("raw"))
    if not tokens and not raw:
        raise CannotTake("looks for nothing: it has neither tokens nor raw")
    word = not check.is_on("nonword")
    plain = word and not raw and all(map(is_plain, tokens))
    if plain:
        pattern, kind = "|".join(tokens), "words"
    else:
        pieces, kind = [], "regex"
        for token in tokens:
            piece, why = translated(token)
            if why:
                yield CannotTake(f"{_shown(token)} {why}")
            else:
                pieces.append(piece)
        if tokens and not pieces:
            raise CannotTake("has no expression that can be taken")
        if "(?" in raw:
            raw, why = translated(raw)
            if why:
                raise CannotTake(f"its raw expression {why}")
        found = joined(pieces, word) if pieces else ""
        pattern = by_line(found + raw if check.is_on("append") else raw + found)
    exceptions = []
    for one in check.texts("exceptions"):
        if is_plain(one):
            exceptions.append(one)
        else:
            yield CannotTake(f"its exception {_shown(one)} is an expression")
    only = tokens[0] if len(tokens) == 1 and plain else None
    yield Rule(
        name,
        pattern,
        kind,
        filled(check.text("message"), [only]),
        _params(check),
        exceptions=tuple(exceptions),
        **_common(check),  # type: ignore[arg-type]
    )


def _params(check: Definition) -> tuple[str, ...]:
    """Return the wordings of an action that replaces what was found."""
    action = check.keys.get("action")
    if not isinstance(action, dict) or action.get("name") != "replace":
        return ()
    params = action.get("params")
    if not isinstance(params, list):
        return ()
    return tuple(one.strip() for one in params if isinstance(one, str) and one.strip())


def _substitution(check: Definition, name: str) -> Iterator[Made]:
    pairs = check.pairs("swap")
    if not pairs:
        raise CannotTake("looks for nothing: it has no swap")
    exceptions = tuple(one for one in check.texts("exceptions") if is_plain(one))
    for one in check.texts("exceptions"):
        if one not in exceptions:
            yield CannotTake(f"its exception {_shown(one)} is an expression")
    common = _common(check)
    word, ignore = not check.is_on("nonword"), check.is_on("ignorecase")
    for number, (found, better) in enumerate(pairs, 1):
        if _REFERENCE.search(better):
            yield CannotTake(f"{_shown(found)} is replaced by a part of what was found ($1)")
            continue
        plainer = tuple(one.strip() for one in better.split("|") if one.strip())
        piece, why = translated(found)
        if why:
            yield CannotTake(f"{_shown(found)} {why}")
            continue
        whole = by_line(joined([piece], word))
        pattern, kind, case = without(whole, plainer, ignore), "regex", common["case"]
        if pattern != whole:
            case = "exact"  # the pattern itself says where case is the same
        elif word and is_plain(found):
            pattern, kind = found, "phrase"
        words = found if is_plain(found) else None
        message = filled(check.text("message"), [plainer or None, words])
        yield Rule(
            f"{name}-{number}",
            pattern,
            kind,
            message,
            plainer,
            exceptions=exceptions,
            **{**common, "case": case},  # type: ignore[arg-type]
        )


def _occurrence(check: Definition, name: str) -> Iterator[Made]:
    token, most, least = check.text("token"), check.number("max"), check.number("min")
    if not token.strip():
        raise CannotTake("counts nothing: it has no token")
    if not most:
        raise CannotTake("asks for wordings that must be there (min), which no rule here can")
    if least:
        yield CannotTake("its least number (min) is not asked for")
    piece, why = translated(token)
    if why:
        raise CannotTake(f"its token {why}")
    if _counts_length(piece):
        raise CannotTake("counts words or characters: the length of a text, not a wording")
    within = {"sentence": "sentence", "summary": "text"}.get(check.scopes[0], "paragraph")
    plain = is_plain(token)
    yield Rule(
        name,
        token if plain else by_line(piece),
        "phrase" if plain else "regex",
        filled(check.text("message"), [f"more than {most}"]),
        most=most,
        within=within,
        **_common(check),  # type: ignore[arg-type]
    )


def _counts_length(pattern: str) -> bool:
    """Whether an expression finds most words or characters of a plain sentence."""
    try:
        found = regex.compile(pattern).findall(_NEUTRAL, timeout=0.5)
    except (regex.error, TimeoutError):
        return False
    return len(found) > len(_NEUTRAL.split()) // 2


def _shown(expression: str) -> str:
    return f"“{expression[:60]}…”" if len(expression) > 60 else f"“{expression}”"

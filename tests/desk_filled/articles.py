"""Invented articles for a desk, with the flags and statements that were put into them.

Each has the same sentences with other places in them; ``[[words|check]]`` is a flag. So the number
of flags of every check is known: see ``PER_ARTICLE``.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256

from analysis.desk.records import DeskSentence, DeskStatement, NewArticle, NewFlag, UsedRule

ARTICLES = 12
"""How many there are."""

LOADED, DOUBTING = "slant.loaded-words", "slant.doubting-verbs"

PER_ARTICLE = {
    "plain.utilise": 2,
    "house.chair": 2,
    "house.slam": 2,
    LOADED: 3,
    DOUBTING: 1,
}
"""Flags of each check in every article; ``house.percent`` has one in every second."""

MENDED_FROM = 6
"""The article, from 0, from which on ``house.chair`` is in its second revision."""

MESSAGES = {
    "plain.utilise": "Write “use”: nobody says “utilise”.",
    "house.chair": "Write “chair” for whoever leads a meeting.",
    "house.slam": "“Slam” is for doors: say what was criticised.",
    "house.percent": "Write “per cent” in two words.",
    LOADED: "Likely loaded in the outlet’s own voice.",
    DOUBTING: "This verb implies that it may be untrue.",
}

_SEVERITIES = {"house.chair": "error", "plain.utilise": "warning", "house.slam": "warning"}
_PLAINER = {"utilise": ("use",), "slammed": ("criticised", "opposed"), "chairman": ("chair",)}
_PLACES = ("Seaford", "Moor End", "Lower Sund", "Pell Bay")
_OUTLETS = ("Seaford Gazette", "Moor Herald", "Seaford Gazette")
_SECTIONS = ("News", "Politics")
_FLAGGED = re.compile(r"\[\[(.+?)\|(.+?)\]\]")

# Speaker, kind, form, verb, manner, words, words in quotation marks of what a sentence states; None
# where it states nothing.
_Said = tuple[str, str, str, str, str, int, int]
_SENTENCES: tuple[tuple[str, _Said | None], ...] = (
    ("{place} council will [[utilise|plain.utilise]] the old depot.", None),
    (
        "The [[chairman|house.chair]] of the council said the work would begin in May.",
        ("the chairman of the council", "", "reported", "say", "neutral", 6, 0),
    ),
    ("Residents [[slammed|house.slam]] the [[disgraceful|slant.loaded-words]] plan 😀.", None),
    (
        "“It will help every street in the town,” said Joan Hale.",
        ("{hale}", "person", "direct", "say", "neutral", 8, 8),
    ),
    (
        "Joan Hale [[claimed|slant.doubting-verbs]] that the cost was “fair and known”.",
        ("{hale}", "person", "mixed", "claim", "doubting", 6, 3),
    ),
    (
        "Officials warned of delays near the harbour.",
        ("Officials", "", "reported", "warn", "emotive", 5, 0),
    ),
    ("The [[chairman|house.chair]] of Sund Ferries [[slammed|house.slam]] the gate.", None),
    (
        "Sund Ferries insisted that its [[shameful|slant.loaded-words]] offer stands.",
        ("{ferries}", "organisation", "reported", "insist", "asserting", 5, 0),
    ),
    ("Buses will [[utilise|plain.utilise]] the [[chaotic|slant.loaded-words]] lanes.", None),
)
_PERCENT = "Fares rise by 4 [[percent|house.percent]] in June."


def invented_articles() -> tuple[NewArticle, ...]:
    """Return the articles; the numbers of their flags are those of ``PER_ARTICLE``."""
    return tuple(_article(number) for number in range(ARTICLES))


def _article(number: int) -> NewArticle:
    place = _PLACES[number % len(_PLACES)]
    # The same two speakers under another form of their name in every third article.
    names = {
        "place": place,
        "hale": ("Joan Hale", "Councillor Joan Hale", "Hale")[number % 3],
        "ferries": ("Sund Ferries", "the Sund Ferries", "Sund Ferries")[number % 3],
    }
    parts = [f"{place} plans a depot, part {number + 1}"]
    text = parts[0] + "\n\n"
    sentences = [DeskSentence(0, len(parts[0]), 0, "headline", "outlet", 0.11)]
    flags: list[NewFlag] = []
    statements: list[DeskStatement] = []
    revision = 2 if number >= MENDED_FROM else 1
    lines = (*_SENTENCES, *([(_PERCENT, None)] if number % 2 == 0 else []))
    for place_of, (line, said) in enumerate(lines, start=1):
        start = len(text)
        found, plain = _parts(line.replace("{place}", place))
        probability = 0.82 if LOADED in line else 0.24
        for at, words, check in found:
            flags.append(
                _flag(
                    start + at,
                    words,
                    check,
                    number,
                    revision,
                    (place_of, start, start + len(plain), probability),
                    len(flags),
                )
            )
        voice = (
            {"direct": "quoted", "mixed": "mixed", "reported": "reported"}[said[2]] if said else ""
        )
        sentences.append(
            DeskSentence(start, start + len(plain), 1, "body", voice or "outlet", probability)
        )
        if said:
            statements.append(
                DeskStatement(
                    speaker=said[0].format(**names),
                    kind=said[1],
                    form=said[2],
                    act="said",
                    verb=said[3],
                    manner=said[4],
                    words=said[5],
                    quoted_words=said[6],
                    sentence=place_of,
                    start=start,
                    end=start + len(plain),
                )
            )
        text += plain + " "
    text = text.rstrip()
    return NewArticle(
        digest=sha256(text.encode()).hexdigest(),
        text=text,
        title=parts[0],
        author="Ana Pell",
        section=_SECTIONS[number % len(_SECTIONS)],
        outlet=_OUTLETS[number % len(_OUTLETS)],
        # The last one has no date.
        published=f"2026-{8 + number // 4:02d}-{number + 1:02d}" if number < ARTICLES - 1 else "",
        source=f"depot-{number + 1}.txt",
        words=len(text.split()),
        model="slant-minilm",
        model_version="1.6.0",
        sentences=tuple(sentences),
        flags=tuple(flags),
        statements=tuple(statements),
        rules=tuple(
            UsedRule(check, _revision(check, revision), json.dumps({"message": message}))
            for check, message in MESSAGES.items()
            if not check.startswith("slant.")
        ),
    )


def _parts(line: str) -> tuple[list[tuple[int, str, str]], str]:
    """Return the flags in a sentence, as offset in it, words and check, and the sentence."""
    found, plain, at = [], "", 0
    for match in _FLAGGED.finditer(line):
        plain += line[at : match.start()]
        found.append((len(plain), match[1], match[2]))
        plain += match[1]
        at = match.end()
    return found, plain + line[at:]


def _flag(
    start: int,
    words: str,
    check: str,
    article: int,
    revision: int,
    sentence: tuple[int, int, int, float],
    number: int,
) -> NewFlag:
    kind = {LOADED: "loaded", DOUBTING: "doubting"}.get(check, "rule")
    return NewFlag(
        start=start,
        end=start + len(words),
        text=words,
        check=check,
        kind=kind,
        severity=_SEVERITIES.get(check, "note"),
        message=MESSAGES[check],
        plainer=_PLAINER.get(words, ()),
        voice="outlet",
        part="body",
        reason="The house's style book." if kind == "rule" else "",
        link="https://style.example/words" if kind == "rule" else "",
        revision=_revision(check, revision),
        # From 0.5 to 0.99, another one for each word and article.
        probability=0.5 + (article * 3 + number) % 10 * 0.054 if kind == "loaded" else None,
        fingerprint=sha256(f"{article} {start} {check}".encode()).hexdigest()[:32],
        sentence=sentence[0],
        sentence_start=sentence[1],
        sentence_end=sentence[2],
        sentence_probability=sentence[3],
    )


def _revision(check: str, revision: int) -> int:
    if check.startswith("slant."):
        return 0
    return revision if check == "house.chair" else 1

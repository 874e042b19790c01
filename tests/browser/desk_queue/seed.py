"""Articles for the browser tests of the desk, with flags made by hand: no network is needed.

Their texts hold what moves offsets: signs outside Unicode's first plane, combining marks, lines
that end with CR and LF, and a script that runs from right to left.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from analysis.desk.records import DeskSentence, NewArticle, NewFlag

REASON = "The word takes a side: say what was decided."
LINK = "https://house.example/style#blast"


def article(
    title: str,
    paragraphs: Sequence[Sequence[str]],
    flagged: Sequence[tuple[str, str]],
    *,
    gap: str = "\n\n",
    plainer: Sequence[str] = ("criticised", "spoke against"),
    probability: float = 0.9,
) -> NewArticle:
    """Return an article of paragraphs of sentences; ``flagged`` are words, each in the first
    sentence that has them, with the kind of their flag."""
    text, sentences = "", []
    for number, paragraph in enumerate(paragraphs):
        text += gap if number else ""
        for place, sentence in enumerate(paragraph):
            text += " " if place else ""
            sentences.append(
                DeskSentence(len(text), len(text) + len(sentence), number, "body", "outlet", 0.8)
            )
            text += sentence
    flags = [
        _flag(text, sentences, words, kind, tuple(plainer), probability - place / 100)
        for place, (words, kind) in enumerate(flagged)
    ]
    return NewArticle(
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=title,
        outlet="The Harbour Post",
        published="2026-03-02",
        words=len(text.split()),
        model="slant-minilm",
        model_version="1",
        sentences=tuple(sentences),
        flags=tuple(flags),
    )


def _flag(
    text: str,
    sentences: Sequence[DeskSentence],
    words: str,
    kind: str,
    plainer: tuple[str, ...],
    probability: float,
) -> NewFlag:
    start = text.index(words)
    number = next(place for place, one in enumerate(sentences) if one.start <= start < one.end)
    rule = kind == "rule"
    return NewFlag(
        start=start,
        end=start + len(words),
        text=words,
        check="harbour.verbs" if rule else f"slant.{kind}-words",
        kind=kind,
        severity="warning" if rule else "note",
        message=f"“{words}” is not the house's word." if rule else f"“{words}” is likely loaded.",
        plainer=plainer,
        voice="outlet",
        part="body",
        reason=REASON if rule else "",
        link=LINK if rule else "",
        revision=1 if rule else 0,
        probability=None if rule else probability,
        fingerprint=hashlib.md5(f"{text}{words}".encode()).hexdigest(),
        sentence=number,
        sentence_start=sentences[number].start,
        sentence_end=sentences[number].end,
        sentence_probability=sentences[number].probability,
    )


FERRY = article(
    "Ferry fares",
    [
        ["The board blasted the harbour master on Monday.", "He answered a day later."],
        ["A furious crowd waited at the quay.", "The ferry sailed at noon."],
        ["Its bizarre timetable ends in June."],
    ],
    [("blasted", "rule"), ("furious", "loaded"), ("bizarre", "loaded")],
)

STRANGE = article(
    "Harbour <b>lights</b> & 🚢",
    [
        [
            "The 🚢🚢 of the café\u0301 owner 👩‍👩‍👧 came in.",
            "Critics 🔥 slammed the plan at once.",
        ],
        ["אמר ראש העיר 🙂 כי התכנית shameful מאוד."],
        ["Their <img src=x onerror=alert(1)> was a fiasco 🎉 in the end."],
    ],
    [("slammed", "rule"), ("shameful", "loaded"), ("fiasco", "loaded")],
    gap="\r\n\r\n",
    plainer=("<script>alert(2)</script>", "criticised"),
    probability=0.7,
)


def many(count: int, each: int = 10) -> list[NewArticle]:
    """Return articles with ``count`` flags together, ``each`` in one: all of the model's."""
    found = []
    for number in range(0, count, each):
        places = range(number, min(number + each, count))
        paragraphs = [
            [f"Notice {place} is dull.", f"Its wording{place} was harsh."] for place in places
        ]
        flagged = [(f"wording{place}", "loaded") for place in places]
        found.append(article(f"Notices from {number}", paragraphs, flagged, plainer=("text",)))
    return found


HELD_BACK = article(
    "Harbour dues",
    [["An awful rise, the clerk wrote.", "It is an appalling sum.", "A shocking notice came."]],
    [("awful", "loaded"), ("appalling", "loaded"), ("shocking", "loaded")],
)

JUDGED = [(0.9, False), (0.2, True), (0.2, True)]
"""What a fit of the house says of the flags of ``HELD_BACK``."""

EACH = 10
NOTICES = many(340, EACH)
FOR_THE_HUNDRED = 11
"""Articles of ``NOTICES``, from the first on, that one test needs together."""


def words(number: int) -> str:
    """Return the words of a flag of ``NOTICES``."""
    return f"wording{number}"

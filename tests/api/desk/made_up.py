"""Articles for a desk, with flags that no model had to find: for tests and benchmarks."""

from __future__ import annotations

from hashlib import sha256

from analysis.desk.records import DeskSentence, NewArticle, NewFlag

SENTENCE = "The 😀 mayor slammed plan {number}."
"""The sign before the words is one code point and two of JavaScript's units."""

MARKUP = "<img src=x onerror=alert(1)>"


def made_up_article(number: int, flags: int = 4, **said: str) -> NewArticle:
    """Return an article of so many sentences, in each of which a word is flagged: half of them by
    house rules. ``said`` are its other fields, as ``outlet``."""
    sentences = [SENTENCE.format(number=f"{number}-{place}") for place in range(flags)]
    text = " ".join(sentences)
    starts = [text.index(one) for one in sentences]
    return NewArticle(
        digest=sha256(text.encode()).hexdigest(),
        text=text,
        title=f"Plan {number} {MARKUP}",
        words=5 * flags,
        model="made up",
        model_version="1",
        sentences=tuple(
            DeskSentence(start, start + len(one), 0, "body", "outlet", 0.8)
            for start, one in zip(starts, sentences, strict=True)
        ),
        flags=tuple(
            _flag(place, start, one)
            for place, (start, one) in enumerate(zip(starts, sentences, strict=True))
        ),
        **said,
    )


def _flag(place: int, start: int, sentence: str) -> NewFlag:
    at = start + sentence.index("slammed")
    by_rule = place % 2 == 0
    return NewFlag(
        start=at,
        end=at + len("slammed"),
        text="slammed",
        check="house.slam" if by_rule else "slant.loaded-words",
        kind="rule" if by_rule else "loaded",
        severity="error" if by_rule else "note",
        message=f"Say what was said {MARKUP}",
        plainer=("criticised", "opposed"),
        voice="outlet",
        part="body",
        reason="",
        link="",
        revision=1 if by_rule else 0,
        probability=None if by_rule else 0.6 + place / 1000,
        fingerprint=f"{at:032x}",
        sentence=place,
        sentence_start=start,
        sentence_end=start + len(sentence),
        sentence_probability=0.8,
    )

"""One sentence for each finding of a comparison.

Everything returned is plain text with words of the articles in it: code that shows it must escape
it. Articles are A, B, C …; nothing is said of an outlet, only of what stands in its article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.comparison.frames import letter
from analysis.output.phrasing.numerals import counted, joined, percent, two_decimals
from analysis.output.phrasing.speakers import (
    MANNER_NAMES,
    possessive,
    shortened,
    speaker_name,
)
from analysis.text.one_line import one_line

LONGEST_PASSAGE = 160
"""Most characters of an article's words in a finding: about two lines of a page."""

LONGEST_WORDING = 60
"""Most characters of one name or number: what is longer was not found as it should be."""

_MARKS = "“”\"‘’'«»„‟"
# Words that attribute without being a verb with its subject: “according to Ann Hale”.
_NO_VERB = re.compile(r"\b(?:according|per|to)\b", re.IGNORECASE)
_NAME_OF = {"person": "person", "organisation": "organisation", "place": "place", "group": "group"}


def letters(articles: Sequence[int]) -> str:
    """Return ``A``, ``A and C`` or ``A, B and D`` for the articles at these places."""
    return joined(list(map(letter, articles)))


def quoted(text: str, longest: int = LONGEST_PASSAGE) -> str:
    """Return an article's words in quotation marks, on one line, at most ``longest`` characters
    cut between words; marks that stood around them and a comma at their end are left out."""
    words = one_line(text).strip(_MARKS + " ").rstrip(",;")
    return f"“{shortened(words, longest)}”"


def counted_number(text: str, start: int, end: int, thing: str) -> str:
    """Return the number text[start:end] in quotation marks, with what it counts where that
    follows in the text: ``“70 people”``, else ``“70”``."""
    after = text[end : end + len(thing) + 2]
    told = after[:1].isspace() and after[1 : len(thing) + 1].casefold() == thing.casefold()
    whole = not after[len(thing) + 1 :].isalnum()
    last = end + len(thing) + 1 if thing and told and whole else end
    return quoted(text[start:last])


def number_finding(articles: Sequence[int], numbers: Sequence[str], thing: str) -> str:
    """Say a number of each article: ``A: “70 people”; B: “200 people”.``

    ``numbers`` are what ``counted_number`` returns; where none names the ``thing`` counted, the
    sentence begins with it.
    """
    sides = "; ".join(
        f"{letter(article)}: {number}" for article, number in zip(articles, numbers, strict=True)
    )
    thing = one_line(thing)
    told = not thing or any(thing.casefold() in number.casefold() for number in numbers)
    return f"{sides}." if told else f"Of {quoted(thing, LONGEST_WORDING)}: {sides}."


def attribution_finding(row: Mapping[str, Any], asserted_in: Sequence[int]) -> str:
    """Say who attributes a statement, from a row of ``ATTRIBUTIONS``, and which articles assert
    it."""
    cue = f" ({quoted(row['cue'], LONGEST_WORDING)})" if one_line(row["cue"]) else ""
    whom = speaker_name(row["speaker"]) if one_line(row["speaker"]) else "somebody"
    own = "says it in its own voice" if len(asserted_in) == 1 else "say it in their own voices"
    return (
        f"{quoted(row['said_text'])}: {letter(row['said_in'])} attributes it to {whom}{cue}; "
        f"{letters(asserted_in)} {own}."
    )


def saying_finding(speaker: str, sides: Sequence[Mapping[str, Any]]) -> str:
    """Say how each article attributes one statement:
    ``Ann Hale “said” it in A and “admitted” it (gives way) in B: “the roof was unsafe”.``

    ``sides`` have ``article``, ``text``, ``cue`` and ``manner``, as a row of ``SAYINGS`` has of
    each of its articles.
    """
    whom = speaker_name(speaker) if one_line(speaker) else "Somebody"
    verbs = all(one_line(side["cue"]) and not _NO_VERB.search(side["cue"]) for side in sides)
    told = []
    for side in sides:
        words = quoted(side["cue"], LONGEST_WORDING) if one_line(side["cue"]) else "without a verb"
        does = MANNER_NAMES.get(side["manner"], "")
        told.append(
            f"{words}{' it' if verbs else ''}{f' ({does})' if does else ''} "
            f"in {letter(side['article'])}"
        )
    how = f" {joined(told)}" if verbs else f": {', '.join(told)}"
    return _capital(f"{whom}{how}: {quoted(sides[0]['text'])}.")


def cut_finding(speaker: str, one: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> str:
    """Say which article gives more of a quotation than the others, or how two cut it.

    Each side has its ``article`` and, in ``words``, what only it gives; where ``others`` give
    words of their own, there is only one of them.
    """
    words = [" … ".join(map(one_line, side["words"])) for side in (one, *others)]
    a, b = letter(one["article"]), letters([side["article"] for side in others])
    quotation = f"{possessive(speaker)} words" if one_line(speaker) else "a quotation"
    if words[1]:
        return (
            f"{a} and {b} cut {quotation} differently: {quoted(words[0])} is given in {a}, "
            f"{quoted(words[1])} in {b}."
        )
    return f"{a} gives more of {quotation} than {b}: {quoted(words[0])}."


def naming_finding(wordings: Mapping[int, Sequence[Mapping[str, Any]]]) -> str:
    """Say what one person, group or thing is called in each article.

    ``wordings`` are rows of ``NAMINGS`` by article.
    """
    kinds = {row["kind"] for rows in wordings.values() for row in rows}
    what = _NAME_OF.get(next(iter(kinds)), "thing") if len(kinds) == 1 else "thing"
    sides = "; ".join(
        f"{letter(article)}: " + ", ".join(map(_wording, rows))
        for article, rows in wordings.items()
    )
    return f"The same {what}. {sides}."


def _wording(row: Mapping[str, Any]) -> str:
    notes = [counted(row["count"], "time")] if row["count"] > 1 else []
    notes += ["likely loaded"] if row["loaded"] else []
    return quoted(row["wording"], LONGEST_WORDING) + (f" ({', '.join(notes)})" if notes else "")


def speaker_finding(name: str, speaking: Sequence[Mapping[str, Any]], silent: Sequence[int]) -> str:
    """Say where a speaker speaks and where no statement was found, from rows of
    ``SPEAKERS_COMPARED``."""
    where = joined(
        [
            f"{counted(row['statements'], 'statement')} ({counted(row['words'], 'word')}) in "
            f"{letter(row['article'])}"
            for row in speaking
        ]
    )
    nowhere = " or ".join(map(letter, silent))
    return _capital(f"{speaker_name(name)}: {where}; no words of theirs found in {nowhere}.")


def difference_finding(
    sides: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]]
) -> str:
    """Say differences with their intervals: ``Own-voice sentences likely loaded: A 4% of 25
    sentences, B 38% of 21 sentences; difference 34 points (95%: 18 to 50).``

    ``sides`` are rows of ``MEASURES`` with one measure, subject and voice, one an article in their
    order; ``rows`` are the rows of ``DIFFERENCES`` between any two of them. Of three articles or
    more each difference is said with its two.
    """
    measure = rows[0]["measure"]
    share = measure in ("loaded_share_outlet", "speaker_share")
    values = ", ".join(_value(side, share) for side in sides)
    unit = " points" if share else ""
    clear = [row for row in rows if row["clear"]]
    chance = [row for row in rows if not row["clear"] and row["difference"]]
    named = len(sides) > 2
    told = [
        f"difference {f'of {_two(row)} ' if named else ''}{_size(row, share)}{unit} "
        f"(95%: {_ends(row, share)})"
        for row in clear
    ]
    if not clear and not chance:
        told.append("no difference")
    if chance:
        ends = ", ".join(
            f"{_two(row)} {_ends(row, share)}" if named else _ends(row, share) for row in chance
        )
        what = "the difference" if len(chance) == 1 else "the differences"
        what = f"the other {what.removeprefix('the ')}" if clear else what
        told.append(f"{what} may be chance (95%: {ends}{unit})")
    return f"{_measure(rows[0])}: {values}; {'; '.join(told)}."


def _value(side: Mapping[str, Any], share: bool) -> str:
    """Return an article's value and what it is of: ``A 4% of 25 sentences``."""
    value = percent(side["value"]) if share else _signed(side["value"])
    if side["measure"] == "speaker_share":
        return f"{letter(side['article'])} {value} ({counted(side['count'], 'word')})"
    of = "of" if share else "in"
    return f"{letter(side['article'])} {value} {of} {counted(side['count'], 'sentence')}"


def _two(row: Mapping[str, Any]) -> str:
    return letters([row["article_a"], row["article_b"]])


def _size(row: Mapping[str, Any], share: bool) -> str:
    size = abs(row["difference"])
    return _points(size) if share else two_decimals(size)


def _ends(row: Mapping[str, Any], share: bool) -> str:
    """Return the interval of the difference's size, which is never negative."""
    low, high = row["low"], row["high"]
    if row["difference"] < 0:
        low, high = -high, -low
    shown = _points if share else two_decimals
    return f"{shown(low)} to {shown(high)}"


def _capital(sentence: str) -> str:
    """Return a sentence that begins with a capital: names as “council” begin with a small one."""
    return sentence[:1].upper() + sentence[1:]


def _measure(row: Mapping[str, Any]) -> str:
    if row["measure"] == "loaded_share_outlet":
        return "Own-voice sentences likely loaded"
    if row["measure"] == "mean_tone_outlet":
        return "Mean tone of own-voice sentences"
    name = speaker_name(row["subject"])
    if row["measure"] == "speaker_share":
        return f"Share of the words given to {name}"
    whose = "own-voice sentences" if row["voice"] == "outlet" else "sentences of speakers"
    return f"Mean tone of {whose} that mention {name}"


def _signed(value: float) -> str:
    return ("+" if round(value, 2) > 0 else "") + two_decimals(value)


def _points(share: float) -> str:
    """Return a share as percentage points, with a decimal where it would else be 0."""
    points = round(share * 100) or round(share * 100, 1) or 0
    return f"{points}".replace("-", "−")

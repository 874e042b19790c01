"""One sentence for each finding of a comparison.

Everything returned is plain text with words of the articles in it: code that shows it must escape
it. Articles are A, B, C …; nothing is said of an outlet, only of what stands in its article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.comparison.frames import letter
from analysis.output.phrasing.numerals import counted, percent, two_decimals
from analysis.output.phrasing.speakers import MANNER_NAMES, shortened, speaker_name
from analysis.text.one_line import one_line

LONGEST_PASSAGE = 160
"""Most characters of an article's words in a finding: about two lines of a page."""

LONGEST_WORDING = 60
"""Most characters of one name or number: what is longer was not found as it should be."""

_MARKS = "“”\"‘’'«»„‟"
# Words that attribute without being a verb with its subject: “according to Ann Hale”.
_NO_VERB = re.compile(r"\b(?:according|per|to)\b", re.IGNORECASE)
_NAME_OF = {"person": "person", "organisation": "organisation", "place": "place", "group": "group"}


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


def number_finding(articles: tuple[int, int], numbers: Sequence[str], thing: str) -> str:
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


def attribution_finding(row: Mapping[str, Any]) -> str:
    """Say who attributes and who asserts a statement, from a row of ``ATTRIBUTIONS``."""
    cue = f" ({quoted(row['cue'], LONGEST_WORDING)})" if one_line(row["cue"]) else ""
    whom = speaker_name(row["speaker"]) if one_line(row["speaker"]) else "somebody"
    return (
        f"{quoted(row['said_text'])}: {letter(row['said_in'])} attributes it to {whom}{cue}; "
        f"{letter(row['asserted_in'])} says it in its own voice."
    )


def saying_finding(row: Mapping[str, Any]) -> str:
    """Say how each article attributes one statement, from a row of ``SAYINGS``:
    ``Ann Hale “said” it in A and “admitted” it (gives way) in B: “the roof was unsafe”.``"""
    whom = speaker_name(row["speaker"]) if one_line(row["speaker"]) else "Somebody"
    cues = [row[f"cue_{side}"] for side in ("a", "b")]
    verbs = all(one_line(cue) and not _NO_VERB.search(cue) for cue in cues)
    told = []
    for side, cue in zip(("a", "b"), cues, strict=True):
        does = MANNER_NAMES.get(row[f"manner_{side}"], "")
        words = quoted(cue, LONGEST_WORDING) if one_line(cue) else "without a verb"
        place = letter(row[f"article_{side}"])
        note = f" ({does})" if does else ""
        told.append(f"{words} it{note} in {place}" if verbs else f"{words}{note} in {place}")
    joined = " and ".join(told) if verbs else ", ".join(told)
    return _capital(f"{whom}{' ' if verbs else ': '}{joined}: {quoted(row['text_a'])}.")


def cut_finding(row: Mapping[str, Any], only_a: Sequence[str], only_b: Sequence[str]) -> str:
    """Say which article gives more of a quotation, from a row of ``CUTS`` and the words that only
    one of them gives."""
    a, b = letter(row["article_a"]), letter(row["article_b"])
    whose = f" of {speaker_name(row['speaker'])}" if one_line(row["speaker"]) else ""
    more = [" … ".join(one_line(part) for part in parts) for parts in (only_a, only_b)]
    if more[0] and more[1]:
        return (
            f"The quotation{whose} is cut differently. Words given in {a}: {quoted(more[0])}; "
            f"in {b}: {quoted(more[1])}."
        )
    longer, words = (a, more[0]) if more[0] else (b, more[1])
    return f"{longer} gives more of the quotation{whose}: {quoted(words)}."


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
    where = " and ".join(
        f"{letter(row['article'])} ({counted(row['statements'], 'statement')}, "
        f"{counted(row['words'], 'word')})"
        for row in speaking
    )
    nowhere = " or ".join(map(letter, silent))
    return _capital(
        f"{speaker_name(name)} speaks in {where}; no words of theirs found in {nowhere}."
    )


def difference_finding(row: Mapping[str, Any], sides: Sequence[Mapping[str, Any]]) -> str:
    """Say a difference with its interval, from a row of ``DIFFERENCES`` and the two rows of
    ``MEASURES`` that it is of: ``Own-voice sentences likely loaded: A 4% of 25, B 38% of 21;
    difference 34 points (95%: 18 to 50).``"""
    share = row["measure"] in ("loaded_share_outlet", "speaker_share")
    values = ", ".join(
        f"{letter(side['article'])} {percent(side['value']) if share else _signed(side['value'])} "
        f"{'of' if share else 'in'} {_count(row['measure'], side['count'])}"
        for side in sides
    )
    low, high, difference = row["low"], row["high"], row["difference"]
    if difference < 0:
        low, high, difference = -high, -low, -difference
    if share:
        ends = f"{_points(low)} to {_points(high)}"
        size, unit = f"{_points(difference)} points", " points"
    else:
        ends, size, unit = (
            f"{two_decimals(low)} to {two_decimals(high)}",
            two_decimals(difference),
            "",
        )
    told = (
        f"difference {size} (95%: {ends})"
        if row["clear"]
        else f"the difference may be chance (95%: {ends}{unit})"
    )
    return f"{_measure(row)}: {values}; {told}."


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
        return f"Words given to {name}"
    whose = "own-voice sentences" if row["voice"] == "outlet" else "sentences of speakers"
    return f"Mean tone of {whose} that mention {name}"


def _count(measure: str, count: int) -> str:
    return counted(count, "word" if measure == "speaker_share" else "sentence")


def _signed(value: float) -> str:
    return ("+" if round(value, 2) > 0 else "") + two_decimals(value)


def _points(share: float) -> str:
    return f"{round(share * 100)}".replace("-", "−")

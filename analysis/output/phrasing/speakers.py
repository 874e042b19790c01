"""What is said about the speakers of an article: whose words, how much, which verbs, how loaded.

Everything returned is plain text and can hold words of the article (names, verbs): code that shows
it must escape it. The counts come from ``analysis.output.speakers.counts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from analysis.output.phrasing.labels import BAND_NAMES, VOICE_NAMES
from analysis.output.phrasing.numerals import counted, joined, listed, percent
from analysis.output.speakers.counts import SpeakerCount
from analysis.text.one_line import one_line

if TYPE_CHECKING:
    import pandas as pd

UNCLEAR_SPEAKER = "speaker unclear"
"""Said where words are plainly somebody's, and the article or the network does not say whose."""

SWITCHED_OFF = "switched off"
"""Said of a sentence in a chart that leaves its voice out."""

FORM_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "direct": "in their own words",
        "mixed": "partly in their own words",
        "reported": "in the outlet’s wording",
    }
)
"""Names of the forms of statements, in the order shown."""

MANNER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "doubting": "sounds doubtful",
        "asserting": "sounds certain",
        "conceding": "gives way",
        "emotive": "adds feeling",
    }
)
"""What a verb of saying does in a word or two, by its manner; a neutral one does nothing."""

NAME_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "person": "People",
        "organisation": "Organisations",
        "place": "Places",
        "group": "Groups of people",
    }
)
"""Headings of the kinds of names, in the order shown."""

NAMES_TITLE = "Named in the article"

# Longest name shown: a name is a few words, and what is longer was tagged wrongly.
_LONGEST_NAME = 80

# What the network leaves unresolved is shown as the article has it.
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "one", "who"})


def speaker_name(speaker: str) -> str:
    """Return a speaker as people read it: a name, ``“he” (unclear who)``, ``speaker unclear``."""
    name = shortened(one_line(speaker), _LONGEST_NAME)
    if not name:
        return UNCLEAR_SPEAKER
    return f"“{name}” (unclear who)" if name.casefold() in _PRONOUNS else name


def is_unclear(speaker: str) -> bool:
    """Whether it is not known who speaks: nobody is named, or only as “he”."""
    return not one_line(speaker) or one_line(speaker).casefold() in _PRONOUNS


def shortened(text: str, longest: int) -> str:
    """Return ``text``, or its first words with … if it has more than ``longest`` characters."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    whole = cut.rpartition(" ")[0]
    # A name without spaces has no whole words.
    return (whole if len(whole) > longest // 2 else cut).rstrip() + "…"


def possessive(speaker: str) -> str:
    """Return ``Ann Hale’s``, ``officials’`` or ``an unclear speaker’s``."""
    name = shortened(one_line(speaker), _LONGEST_NAME)
    if not name or name.casefold() in _PRONOUNS:
        return "an unclear speaker’s"
    return f"{name}’" if name.endswith("s") and name.islower() else f"{name}’s"


def whose_words(voice: str, speaker: str) -> str:
    """Return whose words a sentence is: ``own voice``, ``quoted: Ann Hale``."""
    name = VOICE_NAMES[voice]
    return name if voice == "outlet" or not speaker else f"{name}: {speaker_name(speaker)}"


def scored_as(speaker: str) -> str:
    """Say that a sentence has the scores of the statement in it."""
    return f"Scored as {possessive(speaker)} statement, by itself"


def verb_note(cue: str, implies: str) -> str:
    """Say what a verb of saying implies: ``“claimed”: says that …``; empty if it says nothing."""
    cue = shortened(one_line(cue), _LONGEST_NAME)
    return f"“{cue}”: {_no_stop(implies)}" if cue and implies else ""


def implied(cue: str) -> str:
    """Return in plain words what the verb in ``cue`` implies, empty if it is not known."""
    from analysis.speakers.verbs import verb_of

    return verb_of(cue).implies if cue else ""


def how_much(count: SpeakerCount) -> str:
    """Say how much a speaker says: ``3 statements in 4 sentences, 21% of the words``."""
    where = counted(len(count.sentences), "sentence")
    statements = counted(len(count.statements), "statement")
    return f"{statements} in {where}, {percent(count.share)} of the words"


def how_given(count: SpeakerCount) -> str:
    """Say in whose wording: ``2 in their own words, 1 in the outlet’s wording``."""
    forms = {"direct": count.direct, "mixed": count.mixed, "reported": count.reported}
    given = [(number, FORM_NAMES[form]) for form, number in forms.items() if number]
    if len(given) == 1:
        ((number, name),) = given
        return name if number == 1 else f"all {name}"
    return ", ".join(f"{number:,} {name}" for number, name in given)


def how_loaded(count: SpeakerCount) -> str:
    """Say how many of a speaker's statements are loaded: ``2 of 3 statements likely loaded``."""
    if not count.scored:
        return "not scored"
    if count.scored == 1:
        return "likely loaded" if count.loaded else "not likely loaded"
    loaded = f"{count.loaded:,}" if count.loaded else "none"
    of = f"{count.scored:,} statements"
    if count.scored < len(count.statements):
        of = f"{count.scored:,} scored statements"
    return f"{loaded} of {of} likely loaded"


def verbs_lines(count: SpeakerCount) -> list[str]:
    """Say which verbs introduce a speaker's statements, what each does and implies: ``“claim” ×2,
    sounds doubtful: says that …``; most frequent first, those that imply the same on one line."""
    lines: dict[tuple[str, str], list[str]] = {}
    for verb in count.verbs:
        named = f"“{shortened(one_line(verb.verb), _LONGEST_NAME)}”"
        if verb.count > 1:
            named += f" ×{verb.count:,}"
        does = MANNER_NAMES.get(verb.manner, "")
        lines.setdefault((does, _no_stop(implied(verb.cue))), []).append(named)
    return [
        ", ".join([*verbs, does] if does else verbs) + (f": {implies}" if implies else "")
        for (does, implies), verbs in lines.items()
    ]


def verbs_line(count: SpeakerCount) -> str:
    """Return a speaker's verbs, most frequent first: ``say ×3, claim``."""
    return ", ".join(
        f"{one_line(verb.verb)} ×{verb.count}" if verb.count > 1 else one_line(verb.verb)
        for verb in count.verbs
    )


def speakers_title(counts: Sequence[SpeakerCount], share: float) -> str:
    """Say who speaks beside the outlet; ``share`` is what ``words_of_others`` returns.

    Examples: ``Nobody but the outlet speaks``, ``4 speakers have 38% of the words``.
    """
    named = sum(1 for count in counts if count.speaker)
    if not counts:
        return "Nobody but the outlet speaks"
    if not named:
        return f"{percent(share)} of the words are other people’s, unclear whose"
    if named == 1 and len(counts) == 1:
        return f"{speaker_name(counts[0].speaker)} has {percent(share)} of the words"
    if named == 1:
        return f"{speaker_name(counts[0].speaker)} and others have {percent(share)} of the words"
    return f"{named:,} speakers have {percent(share)} of the words"


def left_out_note(voices: Mapping[str, int], shown: Iterable[str]) -> str:
    """Say which voices are switched off and how many sentences charts and counts leave out; empty
    where all that the article has are on.

    ``voices`` are the article's sentences by voice, ``shown`` the voices that are on.
    """
    on = set(shown)
    off = {voice: number for voice, number in voices.items() if number and voice not in on}
    if not off:
        return ""
    names = [VOICE_NAMES[voice] for voice in VOICE_NAMES if voice in off]
    total = sum(voices.values())
    left = sum(off.values())
    what = "every sentence" if left == total else f"{left:,} of {counted(total, 'sentence')}"
    return f"Switched off: {joined(names)}. Charts and counts leave {what} out."


def only_note(voices: Iterable[str]) -> str:
    """Say which voices a chart is of: ``Only own voice and quoted.``"""
    on = set(voices)
    return f"Only {joined([name for voice, name in VOICE_NAMES.items() if voice in on])}."


def others_summary(sentences: pd.DataFrame) -> str:
    """Return what was found in the sentences of a frame, none of them the outlet's own.

    Example: ``Of the quoted and reported sentences, 2 of 9 are likely loaded and 1 is uncertain.``
    """
    scored = sentences[sentences["loaded"].notna()]
    voices = set(scored["voice"])
    if not voices:
        return "No sentence of what is switched on was scored."
    names = [name for voice, name in VOICE_NAMES.items() if voice in voices]
    if len(scored) == 1:
        return f"The only {names[0]} sentence is {BAND_NAMES[scored['loaded'].iloc[0]]}."
    loaded, uncertain = (int((scored["loaded"] == band).sum()) for band in ("loaded", "uncertain"))
    found = f"{loaded or 'none'} of {len(scored):,} {_are(loaded)} likely loaded"
    if uncertain:
        found += f" and {uncertain:,} {_are(uncertain)} uncertain"
    return f"Of the {joined(names)} sentences, {found}."


def _are(count: int) -> str:
    return "is" if count < 2 else "are"


def mention_line(count: int, sentences: Sequence[int]) -> str:
    """Say how often and where a name is mentioned: ``3 times, sentences 1, 4 and 9``."""
    where = "sentence" if len(sentences) == 1 else "sentences"
    return f"{counted(count, 'time')}, {where} {listed(number + 1 for number in sentences)}"


def name_tone(tone: float, low: float, high: float) -> str:
    """Say the tone of the sentences that mention a name, where its interval is clear of zero; empty
    otherwise, as of few sentences nothing can be said."""
    if not (low > 0 or high < 0):
        return ""
    side = "positive" if low > 0 else "negative"
    figures = " to ".join(f"{value:.1f}".replace("-", "−") for value in (low, high))
    mean = f"{tone:.1f}".replace("-", "−")
    return f"the sentences that mention it are {side} on average ({mean}, {figures})"


def _no_stop(text: str) -> str:
    return one_line(text).rstrip(".")

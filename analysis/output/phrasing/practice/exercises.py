"""What is said to a reader in the exercises: on rewriting, telling wordings apart, and voices.

No sentence calls a reader wrong: the keys are a person's reading, and the scores a model's.
"""

from __future__ import annotations

from analysis.output.phrasing.labels import BAND_NAMES, VOICE_NAMES
from analysis.practice.exercises.facts.fact import QUOTATION, Fact
from analysis.practice.exercises.rewriting import Kept
from analysis.practice.exercises.voices import VoiceItem
from analysis.text.one_line import one_line

LONGEST_FACT = 120
"""Most characters that are shown of a fact."""

MOST_FACTS = 12
"""Most lines about facts; a pasted page has hundreds."""

FACTS_NOTE = (
    "Slant checks that names, numbers and quotations are there. Whether your sentence still says "
    "the same about them, you judge."
)
"""Said wherever a rewriting is checked."""

ALL_KEPT = "All names, numbers and quotations are still there."

READ_ONCE_MORE = "Read it once more: does it still say the same?"
"""Said at the goal beside ``ALL_KEPT``: what is left to see is for the reader, as “Nobody saw the
300 people” has the same names and numbers and tells the opposite."""

_GOALS = {"plain": "not loaded", "loaded": "loaded"}
_ASKED = {
    "plain": "Which words judge, or stir a feeling?",
    "loaded": "Which word could judge, or stir a feeling?",
}


def reached(direction: str, band: str) -> bool:
    """Whether a sentence of this ``band`` is what ``direction`` (plain, loaded) asks for."""
    return _GOALS[direction] == band


def facts_said(kept: Kept) -> list[str]:
    """Say line by line which facts a rewriting lacks and which are new, or that all are there."""
    if kept.all_kept:
        return [ALL_KEPT]
    said = [_fact_said("Missing", "from", fact) for fact in kept.lost]
    said += [_fact_said("New", "in", fact) for fact in kept.added]
    if len(said) > MOST_FACTS:
        said[MOST_FACTS - 1 :] = [f"And {len(said) - MOST_FACTS + 1:,} more."]
    return said


def _fact_said(what: str, where: str, fact: Fact) -> str:
    shown = one_line(fact.text)
    shown = shown if len(shown) <= LONGEST_FACT else f"{shown[:LONGEST_FACT].rstrip()}…"
    if fact.part:
        return f"{what} {where} a quotation: “{shown}”"
    # A quotation brings its own marks.
    return f"{what}: the {fact.kind} {shown if fact.kind == QUOTATION else f'“{shown}”'}"


def rewriting_said(direction: str, band: str, kept: Kept) -> str:
    """Say how far a rewriting has come, and what to look at next.

    ``direction`` is that of the item (plain, loaded), ``band`` that of the rewriting.
    """
    if not reached(direction, band):
        since = "now" if band == "uncertain" else "still"
        return f"For the model it is {since} *{BAND_NAMES[band]}*. {_ASKED[direction]}"
    now = f"For the model it is *{BAND_NAMES[band]}*"
    if kept.all_kept:
        return f"{now}. {READ_ONCE_MORE}"
    if kept.lost:
        return f"{now}. Now put back the facts that are missing."
    return f"{now}. Now take out what the first sentence did not say."


def wording_said(agrees: bool) -> str:
    """Say whether a reader called the same of two wordings loaded as the key does."""
    if agrees:
        return "The key says so too: this is the loaded one."
    return "The key calls the other one loaded. Look at both again: what made you choose this one?"


def voice_said(item: VoiceItem, given: str) -> str:
    """Say whose words a passage is by the key, and what the reader said if that is another voice.

    ``given`` is one of the choices: outlet, quoted, reported.
    """
    whose = f"*{VOICE_NAMES[item.voice]}*"
    whose += f" ({one_line(item.speaker)})" if item.speaker else ""
    if given == item.voice:
        return f"The key says so too: {whose}."
    return f"You said *{VOICE_NAMES[given]}*. The key says {whose}."

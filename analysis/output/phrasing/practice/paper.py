"""What stands on worksheets and answer sheets besides the article: how to mark, questions, notes.

Questions ask; what the model found goes only into the answers, which are functions of their own.
Everything returned is plain text and can hold words of the article: templates must escape it.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.output.phrasing.labels import VOICE_NAMES
from analysis.output.phrasing.numerals import joined
from analysis.output.phrasing.speakers import MANNER_NAMES, implied, verb_note, whose_words

HOW_TO_MARK = (
    "Read the whole text once before you mark anything.",
    "Loaded? Tick every sentence that seems loaded to you. Underline the words that make it so.",
    "Why? Write the letter of the reason that fits best.",
    "Whose words? Tick own voice, quoted or reported; tick two where a sentence mixes them.",
)
"""What pupils do with the text, in this order."""

WHOSE_WORDS = (
    "Own voice: the news outlet says it itself. Quoted: somebody’s own words, in quotation marks. "
    "Reported: somebody’s words or thoughts, retold without quotation marks."
)

BY_YOURSELF = (
    "Do not write your name on this sheet. Mark by yourself first; you compare later. People often "
    "disagree about loaded words, so there is not always one right answer."
)

MOST_LOADED = (
    "Which sentence seems most loaded to you? Write its number, the words that make it so, and "
    "what they make the reader feel or think."
)
MAKE_IT_PLAIN = (
    "Choose a sentence that you ticked and write it again in plain words. Keep every name, every "
    "number and every quotation."
)
WHO_SPEAKS = (
    "Who speaks in this text besides the news outlet itself? Who has the most room? Whose words "
    "would you like to read as well?"
)
BAD_BUT_PLAIN = (
    "Find a sentence that tells something bad, sad or surprising in plain words. How can you tell "
    "that its words do not take a side?"
)
COMPARE = (
    "Compare your marks with somebody else’s. Which sentence did only one of you tick? Write down "
    "the best reason for each side."
)

TWO_WORDINGS = (
    "Two headlines tell the same fact: “Fares rise by 8% in May” and “Bus bosses grab 8% more from "
    "your purse”. What do both tell you? What does only one of them tell you?"
)
"""Asked where an article has no “said” or “says” to try another verb on."""

TWO_WORDINGS_ANSWER = (
    "Both tell that fares go up by 8%. Only the second says who is to blame (“bosses”), that they "
    "take what is not theirs (“grab”), and that it is about the reader (“your purse”); only the "
    "first says when."
)

NOT_TO_MARK_PUPILS = (
    "The model can be wrong: use its view to start a discussion, not to mark pupils. Let them mark "
    "first. Where a pupil and the model differ, ask why; a good reason counts for more than "
    "agreement."
)
"""Stands at the head of every answer sheet."""

WHEN_THEY_DIFFER = (
    "Which words did you see that the model did not mark, or the other way round?",
    "Would you say the same if the sentence were about the other side?",
    "Is it the fact that is bad, or are the words loaded? Try plainer words for the same fact.",
    "Who says it: the outlet itself, or somebody whom it quotes?",
)
"""Questions for the talk afterwards, on the answer sheet."""


def ask_whose_words(number: int) -> str:
    """Ask whose words those of the sentence of that number (from 1) are."""
    return (
        f"Look at sentence {number}. Whose words are they: own voice, quoted or reported? How can "
        "you tell?"
    )


def whose_words_answer(number: int, voice: str, speaker: str) -> str:
    """Say whose words the model takes the sentence for: ``Sentence 9 – quoted: Ann Hale.``"""
    return f"Sentence {number} – {whose_words(voice, speaker)}."


def ask_verb(number: int) -> str:
    """Ask for the verb of saying in the sentence of that number (from 1)."""
    return (
        f"Sentence {number} tells what somebody said. Which verb introduces it? What does this "
        "verb let you think of the speaker? Write down two other verbs that could stand there."
    )


def verb_answer(number: int, cue: str, manner: str) -> str:
    """Say which verb it is and what it implies: ``Sentence 4 – “claimed”: … (sounds doubtful).``"""
    said = verb_note(cue, implied(cue)) or f"“{cue}”: it says nothing about the speaker"
    does = f" ({MANNER_NAMES[manner]})" if manner in MANNER_NAMES else ""
    return f"Sentence {number} – {said}{does}."


def ask_other_verb(number: int, verb: str, other: str) -> str:
    """Ask what changes with the verb of saying ``other`` in the place of ``verb``."""
    return (
        f"Read sentence {number} twice: once as it stands, and once with “{other}” in the place of "
        f"“{verb}”. What changes, although the fact is the same?"
    )


def other_verb_answer(verb: str, other: str) -> str:
    """Say what the two verbs imply."""
    return f"“{verb}” says only that somebody spoke. {verb_note(other, implied(other))}."


def speakers_answer(speakers: Sequence[str]) -> str:
    """Say who speaks, those with most words first; ``speakers`` are display names."""
    if not speakers:
        return "The model found nobody but the outlet."
    return f"The model found, those with most words first: {joined(speakers)}."


def part_of(first: int, last: int, whole: int) -> str:
    """Say which sentences a sheet has: ``Sentences 1 to 40 of 112``; empty where it has all."""
    if (first, last) == (1, whole):
        return ""
    if first == last:
        return f"Sentence {first} of {whole:,}"
    return f"Sentences {first:,} to {last:,} of {whole:,}"


def left_out(numbers: int, not_judged: bool) -> str:
    """Say why numbers are missing or lines grey; empty where neither is so.

    ``numbers`` is how many lines of the article were left out, ``not_judged`` whether lines are
    shown that are not to be marked.
    """
    said = []
    if numbers:
        said.append(
            "Some numbers are missing: lines that are not part of the article, such as captions "
            "and links, are left out."
        )
    if not_judged:
        said.append("Lines in grey are not in English: leave them unmarked.")
    return " ".join(said)


VOICES_TO_TICK = tuple(VOICE_NAMES[voice] for voice in ("outlet", "quoted", "reported"))
"""The columns to tick on the worksheet; a sentence that is partly quoted gets two ticks."""

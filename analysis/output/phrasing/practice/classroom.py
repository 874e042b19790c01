"""What the teacher's page of a class says: who has come, how far they are, what a sentence got."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from analysis.output.phrasing.labels import BAND_NAMES
from analysis.practice.marks import REASONS

MOST_WORDS_SAID = 6
"""Most words that are listed of one sentence."""

SO_FAR = (
    "Some pupils are still reading: each of them counts up to the last sentence that they marked."
)
"""Said while not all are done."""

SHOW_MARKS_HELP = (
    "Which sentences the class has marked, and which split it. Leave it off while the class sees "
    "this screen: people follow what others have marked."
)
"""Said of the switch that shows the class's marks before the reveal."""


def pupils_said(pupils: int) -> str:
    """Say how many have joined.

    >>> pupils_said(0), pupils_said(1), pupils_said(12)
    ('Nobody has joined yet.', '1 pupil has joined.', '12 pupils have joined.')
    """
    if not pupils:
        return "Nobody has joined yet."
    return "1 pupil has joined." if pupils == 1 else f"{pupils} pupils have joined."


def progress_said(pupils: int, begun: int, done: int) -> str:
    """Say how far a class is in a round: how many of the ``pupils`` have begun and are done.

    >>> progress_said(12, 9, 4)
    '9 of 12 pupils have begun, 4 are done.'
    """
    if not pupils:
        return pupils_said(0)
    have = "has" if begun == 1 else "have"
    are = "is" if done == 1 else "are"
    whole = "1 pupil" if pupils == 1 else f"{pupils} pupils"
    return f"{begun} of {whole} {have} begun, {done} {are} done."


def marked_said(marked: int, judged: int, reason: str) -> str:
    """Say how many of the pupils who ``judged`` a sentence marked it, and the ``reason`` that they
    gave most (a key of ``REASONS``, or empty).

    >>> marked_said(7, 12, "feeling")
    '7 of 12 marked it. The reason given most: it stirs a feeling.'
    >>> marked_said(0, 12, "")
    'None of 12 marked it.'
    """
    who = f"{marked}" if marked else "None"
    said = f"{who} of {judged} marked it."
    if reason not in REASONS or not marked:
        return said
    words = REASONS[reason]
    return f"{said} The reason given most: {words[0].lower()}{words[1:]}."


def tapped_said(words: Sequence[tuple[str, int]]) -> str:
    """Say which words of a sentence the class marked most, each with by how many; empty without.

    >>> tapped_said([("shameful", 4), ("grab", 2)])
    'Words marked most: “shameful” (4), “grab” (2).'
    """
    told = [f"“{_in_one_line(word)}” ({count})" for word, count in words[:MOST_WORDS_SAID]]
    return f"Words marked most: {', '.join(told)}." if told else ""


def model_said(band: str, words: Sequence[str] = ()) -> str:
    """Say what the model takes a sentence for, after the reveal, and which ``words`` it calls
    loaded; empty where it has not scored it.

    >>> model_said("loaded", ["shameful"])
    'The model: likely loaded. Its words: “shameful”.'
    """
    if band not in BAND_NAMES:
        return ""
    told = ", ".join(f"“{_in_one_line(word)}”" for word in words[:MOST_WORDS_SAID])
    return f"The model: {BAND_NAMES[band]}." + (f" Its words: {told}." if told else "")


def differing_said(sentence: int, by_class: bool) -> str:
    """Say of a sentence (from 0) that only the class or only the model calls it loaded.

    >>> differing_said(5, True)
    'Sentence 6: loaded to the class only'
    """
    return f"Sentence {sentence + 1}: loaded to the {'class' if by_class else 'model'} only"


def _in_one_line(words: str) -> str:
    return " ".join(words.split())


def question_said(now: str, coming: str, *, running: bool, had: bool) -> str:
    """Say what is lost if a round of the kind ``coming`` begins; empty where nothing is.

    Kinds are ``marking``, ``before`` and ``after``. ``now`` is that of the last round, empty
    without one, ``running`` whether it is not over yet, and ``had`` whether the class has had the
    test that is coming.

    >>> question_said("marking", "before", running=False, had=False)
    ''
    """
    if running and now == coming != "marking":
        return "This test is still on. If it begins anew, the answers given so far do not count."
    if running and now == "before":
        return (
            "The test before is still on. If something else begins, it ends here: only the answers "
            "given so far count."
        )
    if running and now == "after":
        return (
            "The test after is still on. If something else begins, its answers are lost and the "
            "class’s gain is not shown. To see it, press “End the test” first."
        )
    if running:
        return (
            "The class is still at work on its text. If something else begins, nobody sees what "
            "it marked so far. To keep it, press “Show the model’s view” first."
        )
    if had:
        return "The class has had this test. If it begins anew, only the new answers count."
    return ""


def ends_said(ends: datetime) -> str:
    """Say when a class goes by itself; ``ends`` is in the reader's own time.

    >>> ends_said(datetime(2026, 3, 9, 14, 5))
    'All of it is deleted by itself on Monday at 14:05.'
    """
    return f"All of it is deleted by itself on {ends:%A} at {ends:%H:%M}."

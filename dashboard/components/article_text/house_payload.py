"""What house rules found, as the browser gets it: each rule once, and each sentence's findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.output.rules.house_check import HouseCheck

HouseFinding = tuple[int, str]
"""The number of what is said of a finding, and the words found."""

MOST_IN_CARD = 8
"""Most findings of a sentence that its card beside the text shows; the card of the selected
sentence has them all."""

LONGEST_IN_CARD = 160
"""Characters of each line of that card: with more it would cover the page."""


def house_payload(
    check: HouseCheck,
) -> tuple[list[dict[str, str]], dict[int, list[HouseFinding]]]:
    """Return what is said of the findings, each once, and the findings by sentence, which refer to
    it by number.

    Each thing said has ``severity``, ``rule`` (the id), ``message``, ``plainer``, ``reason`` and
    ``voice``, all in words, on one line and short enough for a card; a rule that finds a word in
    every sentence of a book is sent once. Of more than ``MOST_IN_CARD`` in a sentence the first
    are sent.
    """
    from analysis.output.phrasing import rules as said
    from analysis.output.phrasing.labels import VOICE_NAMES
    from analysis.output.phrasing.speakers import shortened

    def short(line: str) -> str:
        return shortened(line, LONGEST_IN_CARD)

    numbers: dict[tuple[str, str, str], int] = {}
    things: list[dict[str, str]] = []
    found: dict[int, list[HouseFinding]] = {}
    for sentence, rows in check.by_sentence.items():
        for row in rows[:MOST_IN_CARD]:
            key = (row["check"], row["message"], row["voice"])
            if key not in numbers:
                numbers[key] = len(things)
                things.append(
                    {
                        "severity": row["severity"],
                        "rule": short(said.shown(row["check"])),
                        "message": short(said.shown(row["message"])),
                        "plainer": short(said.plainer_line(row["plainer"])),
                        "reason": short(said.reason_line(row["reason"])),
                        "voice": VOICE_NAMES[row["voice"]],
                    }
                )
            found.setdefault(sentence, []).append((numbers[key], short(said.shown(row["text"]))))
    return things, found

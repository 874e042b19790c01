"""What the invented archive is made of: its outlets, months and sentences.

Outlets are ``OUTLETS``; ``HOSTILE`` and ``BACKWARDS`` are names such as a stranger's archive may
have; the articles of ``COPIES`` pairs are near-duplicates.
"""

from __future__ import annotations

from dataclasses import dataclass

HOSTILE = '=HYPERLINK("http://x.test","<b>a</b>") **b** [c](javascript:d) $e$ :red[f] <img src=x>'
BACKWARDS = "\u202eصحيفة \u0645 " + "Very long name of an outlet " * 8

OUTLETS = {
    "Moor Herald": 72,
    "Quay Post": 48,
    "Skerry Gazette": 36,
    "The Lantern": 12,
    HOSTILE: 5,
    BACKWARDS: 4,
    "": 3,
}
"""Articles of each outlet; the three first have enough to be shown in full colour."""

MONTHS = ("2024-01", "2024-02", "2024-04", "2024-05")
"""Months of the articles; none is of March, and those of the outlet without a name have no date."""

AUTHORS = ("Ida Holm", "Jon Bray", "Mara Quist", "")
SECTIONS = ("Local", "Opinion", "")
TOPICS = ("harbour", "schools", "buses")
COPIES = 6
"""Pairs of near-duplicates: articles 0 and 1, 2 and 3, …"""


@dataclass(frozen=True)
class Line:
    """A sentence with what it is scored: ``said`` is the part of it that is a statement."""

    text: str
    voice: str
    loaded: float
    tone: float
    speaker: str = ""
    said: str = ""
    verb: str = ""
    manner: str = ""
    word: str = ""


LINES = (
    Line("The council met on Monday in the old town hall.", "outlet", 0.04, 0.02),
    Line("It sets out what the repair of the quay will cost.", "outlet", 0.08, -0.05),
    Line("The plan is a reckless use of public money.", "outlet", 0.93, -0.82, word="reckless"),
    Line("A splendid new pier now greets every visitor.", "outlet", 0.71, 0.86, word="splendid"),
    Line("Two buses an hour will serve the harbour from June.", "outlet", 0.03, 0.11),
    Line(
        "“It is a shameful mess,” said Ana Hale.",
        "quoted",
        0.95,
        -0.9,
        "Ana Hale",
        "“It is a shameful mess,”",
        "say",
        "neutral",
        "shameful",
    ),
    Line(
        "“We will open the pool in May,” said Tom Reed.",
        "quoted",
        0.05,
        0.2,
        "Tom Reed",
        "“We will open the pool in May,”",
        "say",
        "neutral",
    ),
    Line(
        "Tom Reed claimed that the bridge is safe.",
        "reported",
        0.22,
        0.3,
        "Tom Reed",
        "that the bridge is safe",
        "claim",
        "doubting",
    ),
    Line(
        "Ana Hale insisted that the cuts are brutal.",
        "reported",
        0.88,
        -0.7,
        "Ana Hale",
        "that the cuts are brutal",
        "insist",
        "asserting",
        "brutal",
    ),
    Line(
        "The harbour office admitted “a grave error” in its figures.",
        "mixed",
        0.5,
        -0.4,
        "The harbour office",
        "“a grave error”",
        "admit",
        "conceding",
    ),
)
"""What the articles are made of."""

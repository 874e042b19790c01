"""Who says it: passages of the sample articles, with whose words they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.practice.item_files import PRACTICE, Row, read_items
from analysis.reading.samples import samples

FILE = PRACTICE / "voices.csv"
"""The items that come with Slant."""

COLUMNS = ("article", "text", "voice", "speaker", "why")
CHOICES = ("outlet", "quoted", "reported")
"""The answers, in the order in which they are offered."""


@dataclass(frozen=True)
class VoiceItem:
    """A passage and whose words it is.

    ``text`` stands in ``context``, the paragraphs around it, at ``start``; a passage of an article
    that is not among the samples has no more context than itself. ``voice`` is one of ``CHOICES``,
    ``speaker`` who is quoted or reported, empty for the outlet, and ``why`` a sentence that is
    shown after the answer.
    """

    article: str
    text: str
    voice: str
    speaker: str
    why: str
    context: str
    start: int

    @property
    def end(self) -> int:
        """Where the passage ends in ``context``."""
        return self.start + len(self.text)


def voice_items(path: Path = FILE) -> list[VoiceItem]:
    """Return the items of a file, in its order; raises BadItems, which names the line."""
    return [_item(row) for row in read_items(path, COLUMNS, may_be_empty=("article", "speaker"))]


def _item(row: Row) -> VoiceItem:
    voice, speaker = row.choice("voice", CHOICES), row["speaker"]
    if (voice == "outlet") == bool(speaker):
        if speaker:
            raise row.bad("names a speaker for the outlet’s own voice", "leave the speaker empty")
        raise row.bad(f"names no speaker of what is {voice}", "write who says it")
    context, start = _context(row)
    return VoiceItem(row["article"], row["text"], voice, speaker, row["why"], context, start)


def _context(row: Row) -> tuple[str, int]:
    """Return the paragraph of the passage and the one before it, and where the passage stands."""
    text = _texts().get(row["article"])
    if text is None:
        return row["text"], 0
    at = text.find(row["text"])
    if at < 0:
        advice = "copy it from there, or leave the article empty"
        raise row.bad(f"has a text that is not in the sample {row['article']}", advice)
    start, end = _paragraph(text, at, at + len(row["text"]))
    return text[start:end], at - start


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    first = text.rfind("\n\n", 0, start)
    # Who speaks is often said in the paragraph before.
    first = text.rfind("\n\n", 0, max(first, 0))
    last = text.find("\n\n", end)
    return (first + 2 if first >= 0 else 0), (last if last >= 0 else len(text))


@cache
def _texts() -> dict[str, str]:
    """Return the texts of the samples by slug."""
    return {sample.slug: sample.text.rstrip() for sample in samples()}

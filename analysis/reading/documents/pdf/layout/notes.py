"""Notes at the foot of pages: leave out the raised numbers that refer to them, put them last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.reading.documents.pdf.contents import Fragment
from analysis.reading.documents.pdf.layout.columns import Line
from analysis.reading.documents.prose import is_note_mark, without_raised_marks

SMALLER_MARK = 0.85
"""Largest size of a raised sign, relative to the text; usual are 0.58 to 0.7."""

RAISED = (0.12, 0.8)
"""By how much its baseline is higher, relative to the font size of the text; usual is a third."""

BESIDE = 0.35
"""Largest gap between a raised sign and the word it belongs to, relative to the font size."""

MAX_LENGTH = 8
"""Most characters of a raised sign (“12, 13”)."""

SMALLER_NOTE = 0.93
"""Largest size of notes, relative to the text; usual are 0.7 to 0.9."""

MAX_SHARE = 0.6
"""Largest share of a column that is taken for notes."""

NOTE_GAP = 1.3
"""Smallest distance of notes that are as large as the text, relative to the spacing of lines."""

NOTE_WORDS = 4
"""Fewest words of a note that no mark on the page refers to; with its number, “1 Ibid., page 3.”"""

_FIRST_MARK = re.compile(r"(?:\[?(\d{1,3})\]?[.)]?\s*(?=[^\W\d]|[\"'“‘(])|([*†‡§¶]{1,3})\s*(?=\w))")


def without_note_marks(fragments: Sequence[Fragment]) -> tuple[list[Fragment], frozenset[str]]:
    """Return the strings of a page without marks of notes, and those marks.

    Exponents, ordinals (4th) and the numbers that begin the notes themselves are put on the
    baseline of the text beside them, so that they stay in its line.
    """
    kept: list[Fragment | None] = list(fragments)
    marks: set[str] = set()
    bands: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(fragments):
        bands[int(one.y // _BAND)].append(place)
    for place, one in enumerate(fragments):
        text = one.text.strip()
        if not 0 < len(text) <= MAX_LENGTH or not _can_be_raised(text):
            continue
        before = _neighbour(fragments, bands, place, before=True)
        if before is not None and (line := kept[before]) is not None:
            if is_note_mark(_text_before(fragments, before), text):
                kept[place] = None
                marks.update(text.replace(",", " ").split())
                # The gap is closed, or it would be a space before a full stop.
                kept[before] = replace(line, x1=max(line.x1, one.x1))
            else:
                kept[place] = replace(one, y=line.y)
            continue
        after = _neighbour(fragments, bands, place, before=False)
        if after is not None:
            kept[place] = replace(one, text=text + " ", y=fragments[after].y)
    cleaned: list[Fragment] = []
    for fragment in kept:
        if fragment is not None:
            last = cleaned[-1] if cleaned else None
            beside = last is not None and abs(last.y - fragment.y) < 0.1 * fragment.size
            text, found = without_raised_marks(
                fragment.text, last.text if beside and last is not None else ""
            )
            marks.update(found)
            if text:
                cleaned.append(replace(fragment, text=text))
    return cleaned, frozenset(marks)


def _can_be_raised(text: str) -> bool:
    return text[0].isdigit() or text[0] in "*†‡§¶[(" or text in ("st", "nd", "rd", "th")


_BAND = 20.0  # points; what is beside a string is in its band or in the next ones


def _neighbour(
    fragments: Sequence[Fragment], bands: dict[int, list[int]], place: int, before: bool
) -> int | None:
    """Return the place of the string that a raised one stands right behind, or right before."""
    one = fragments[place]
    near = []
    # Strings are drawn in reading order but for those that are raised, which can come last.
    band = int(one.y // _BAND)
    for other in (place for near in (band - 1, band, band + 1) for place in bands.get(near, ())):
        text = fragments[other]
        if other == place or one.size > SMALLER_MARK * text.size:
            continue
        if not RAISED[0] * text.size < one.y - text.y < RAISED[1] * text.size:
            continue
        gap = one.x0 - text.x1 if before else text.x0 - one.x1
        if -0.3 * text.size < gap < BESIDE * text.size:
            near.append((abs(gap), other))
    return min(near)[1] if near else None


def _text_before(fragments: Sequence[Fragment], place: int) -> str:
    """Return the text of a line up to and with the string at ``place``."""
    last = fragments[place]
    line = [
        one
        for one in fragments[max(place - 40, 0) : place + 1]
        if abs(one.y - last.y) < 0.1 * last.size and one.x0 <= last.x0
    ]
    text = ""
    edge = None
    for one in sorted(line, key=lambda one: one.x0):
        space = edge is not None and one.x0 - edge > 0.15 * one.size
        text += (" " if space else "") + one.text
        edge = one.x1
    return text


def footnotes_apart(
    blocks: Sequence[Sequence[Line]], usual: float, marks: frozenset[str]
) -> tuple[list[list[Line]], list[list[Line]]]:
    """Return the blocks of a page without the notes at their feet, and the notes.

    ``usual`` is the font size of the text, ``marks`` are the signs that refer to notes on the
    page. Notes are the last lines of a column, begin with a number or a sign, and are smaller than
    the text or begin with one of the page's marks.
    """
    kept: list[list[Line]] = []
    notes: list[list[Line]] = []
    top = max((line.y for block in blocks for line in block), default=0.0)
    for block in blocks:
        start = _start(block, usual, marks, top)
        if start < len(block):
            notes += _each(block[start:])
        if start:
            kept.append(list(block[:start]))
    return kept, notes


def _start(block: Sequence[Line], usual: float, marks: frozenset[str], top: float) -> int:
    """Return where the notes of a column begin; its length if it has none.

    Notes are looked for from the bottom up, and their numbers must follow each other.
    """
    best = len(block)
    below: int | None = None  # the number of the note below
    for place in range(len(block) - 1, -1, -1):
        line = block[place]
        small = line.size <= SMALLER_NOTE * usual
        count = len(block) - place
        too_many = place > 0 and count > max(MAX_SHARE * len(block), 3)
        if line.size > 1.05 * usual or too_many or (place == 0 and line.y >= top):
            break
        found = _FIRST_MARK.match(line.text)
        number = int(found[1]) if found and found[1] else None
        if not found or (number is not None and below is not None and number != below - 1):
            continue
        known = (found[1] or found[2]) in marks
        text = " ".join(one.text for one in block[place:best])
        if not (small and (known or _is_note(text))) and not (known and _is_apart(block, place)):
            continue
        if any(one.size > 1.05 * line.size for one in block[place:best]):
            break
        best, below = place, number
    return best


def _is_note(text: str) -> bool:
    """Whether a passage that no mark refers to reads as a note, not as a caption or a row."""
    return len(text.split()) >= NOTE_WORDS and text.rstrip().endswith((".", ")", "”", '"'))


def _is_apart(block: Sequence[Line], place: int) -> bool:
    """Whether a line has more space above it than the usual line of its column, or begins a
    column."""
    if place == 0:
        return True
    gaps = sorted(above.y - below.y for above, below in pairwise(block))
    return block[place - 1].y - block[place].y > NOTE_GAP * gaps[len(gaps) // 3]


def _each(lines: Sequence[Line]) -> list[list[Line]]:
    """Divide lines into notes, each of which begins with its number or sign."""
    notes: list[list[Line]] = []
    for line in lines:
        if not notes or _FIRST_MARK.match(line.text):
            notes.append([line])
        else:
            notes[-1].append(line)
    return notes

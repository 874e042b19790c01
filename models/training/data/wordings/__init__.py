"""Sentences written for this project, each in a loaded and in a plain wording (contrast pairs).

Labelled sets say which sentences are loaded; a pair that differs in one place also shows why.
`pairs.txt` has one sentence a line. `[loaded|plain]` holds the two wordings of one place,
either of which may be empty. A line without such a place is a plain sentence; many of these use
words that are loaded in other contexts. `frames.txt` holds neutral beginnings and ends.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from models.corpora import Example
from models.errors import DataError

FOLDER = Path(__file__).parent

#: The `corpus` of examples made from these sentences.
CORPUS = "wordings"

#: Soft targets: about the share of votes that such a sentence would get, as BABE's annotators
#: seldom all agree.
LOADED, PLAIN = 0.85, 0.08

#: Share of the sentences that get a beginning or an end.
FRAMED = 0.5

_PLACE = re.compile(r"\[([^|\[\]]*)\|([^|\[\]]*)\]")
#: Words at either end of a place that aren't loaded themselves: “has been [left to rot]”,
#: “[hordes] of”.
_LEADING = re.compile(
    r"\s*(?:(?:an?|the|is|are|was|has|have|been|had|be|its|his|her)\s+)*", re.IGNORECASE
)
_TRAILING = re.compile(r"(?:\s+(?:of|to|for|with|on|in|at|from|by|the|his|its|before|into))*\s*$")
_ELLIPSIS = "…"
#: First words that become lower case after a beginning; any other word may be a name.
_NOT_NAMES = re.compile(r"(?:An?|The|Some|Its|His|Her|He|She|It|Three|Two|For)\b")


@dataclass(frozen=True)
class Wording:
    """A sentence, whether it is loaded, and where its loaded words stand."""

    text: str
    loaded: bool
    words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Wordings:
    """All sentences, both wordings of each pair, and beginnings and ends around “…”."""

    sentences: tuple[Wording, ...]
    frames: tuple[str, ...]


def read_wordings(folder: Path = FOLDER) -> Wordings:
    """Read both lists.

    Raises:
        DataError: a list is missing, or has a line that can't be read.
    """
    try:
        lines = (folder / "pairs.txt").read_text(encoding="utf-8").splitlines()
        frames = (folder / "frames.txt").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"The sentences in {folder} can't be read: {error}") from error
    for line in lines:
        if not line.strip() or re.search(r"[\[\]|]", _PLACE.sub("", line)):
            raise DataError(f"{folder / 'pairs.txt'} has a line that is no sentence: {line!r}")
    for frame in frames:
        if frame.count(_ELLIPSIS) != 1:
            raise DataError(f"{folder / 'frames.txt'} has a line without one “…”: {frame!r}")
    return Wordings(tuple(w for line in lines for w in parse_line(line)), tuple(frames))


def parse_line(line: str) -> tuple[Wording, ...]:
    """The loaded and the plain wording of a line, or the one plain sentence that it is."""
    if not _PLACE.search(line):
        return (Wording(line, loaded=False),)
    text, at, words = "", 0, []
    for place in _PLACE.finditer(line):
        text += line[at : place.start()]
        start, at = len(text), place.end()
        text += place.group(1)
        words.append(_without_edges(place.group(1), start))
    text += line[at:]
    plain = _PLACE.sub(lambda place: place.group(2), line)
    marked = tuple(span for span in words if span[0] < span[1])
    return (
        Wording(text[:1].upper() + text[1:], True, marked),
        Wording(plain[:1].upper() + plain[1:], loaded=False),
    )


def _without_edges(words: str, start: int) -> tuple[int, int]:
    """Span of the loaded words of a place at `start`, without articles, auxiliaries, “of”."""
    first, last = _LEADING.match(words), _TRAILING.search(words)
    return start + (first.end() if first else 0), start + (last.start() if last else len(words))


def add_frame(wording: Wording, frame: str) -> Wording:
    """`wording` with a beginning or an end; unchanged where neither fits, as with a question, a
    quotation or a headline."""
    before, after = frame.split(_ELLIPSIS)
    text = wording.text
    if (before and not _NOT_NAMES.match(text)) or (after and not text.endswith(".")):
        return wording
    if before:
        text = before + text[:1].lower() + text[1:]
    if after:
        text = text.removesuffix(".") + after.removeprefix(" ")
    moved = tuple((start + len(before), end + len(before)) for start, end in wording.words)
    return Wording(text, wording.loaded, moved)


def as_examples(wordings: Wordings, rng: random.Random) -> list[Example]:
    """Each sentence once, a share of `FRAMED` with a beginning or an end, as examples of the corpus
    `wordings`."""
    sentences = [
        add_frame(wording, rng.choice(wordings.frames)) if rng.random() < FRAMED else wording
        for wording in wordings.sentences
    ]
    return [
        Example(
            text=wording.text,
            corpus=CORPUS,
            part="train",
            loaded=LOADED if wording.loaded else PLAIN,
            loaded_label=int(wording.loaded),
            words=wording.words,
        )
        for wording in sentences
    ]

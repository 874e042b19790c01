"""What a reader is given to mark: a text in sentences, and apart from it what the model found.

One record for the Practice page, a class and paper. ``told`` leaves the model's part out: it is
what may reach a reader's browser before the reader's own marks are committed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.frames import BANDS, FURNITURE

if TYPE_CHECKING:
    from analysis.frames import Result

_COLUMNS = ["sentence", "start", "end", "paragraph", "part", "loaded", "loaded_probability"]
_COLUMNS += ["voice", "speaker"]


MOST_WORDS = 3000
"""Most words of a text to mark, parted by white space: some eight pages. A class reads some 1,500
in a lesson, and nobody marks more at a sitting; of thousands of sentences that can be pressed a
browser grows slow."""


def too_many_words(text: str) -> int:
    """Return how many words ``text`` has if they are more than ``MOST_WORDS``, else 0."""
    words = len(text.split())
    return words if words > MOST_WORDS else 0


@dataclass(frozen=True)
class Line:
    """A sentence of the material: its offsets into the text and its paragraph (from 0).

    ``counts`` is false for what is not marked: furniture, and sentences that the model has not
    scored.
    """

    start: int
    end: int
    paragraph: int
    counts: bool


@dataclass(frozen=True)
class View:
    """What the model makes of a sentence: ``band`` (loaded, uncertain, not loaded; empty where it
    is not scored), the ``probability`` of being loaded (0 to 1), the loaded ``words`` as offsets
    into the text, and whose words it is: ``voice`` as in ``analysis.frames`` and ``speaker``."""

    band: str
    probability: float
    words: tuple[tuple[int, int], ...]
    voice: str
    speaker: str


@dataclass(frozen=True)
class Material:
    """A text to mark, with the model's ``views``, one for each line."""

    title: str
    text: str
    lines: tuple[Line, ...]
    views: tuple[View, ...]

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """The offsets of the sentences, as ``marks.mark_of`` takes them."""
        return [(line.start, line.end) for line in self.lines]


def material_of(result: Result, title: str = "") -> Material:
    """Return the material of an analysed article; ``title`` is shown above it."""
    frame = result.sentences
    words: dict[int, list[tuple[int, int]]] = {}
    for sentence, start, end in zip(
        result.spans["sentence"], result.spans["start"], result.spans["end"], strict=True
    ):
        words.setdefault(int(sentence), []).append((int(start), int(end)))
    lines, views = [], []
    for row in frame[_COLUMNS].to_dict("records"):
        scored = row["loaded"] in BANDS and row["part"] != FURNITURE
        lines.append(Line(row["start"], row["end"], row["paragraph"], scored))
        views.append(
            View(
                band=row["loaded"] if scored else "",
                probability=row["loaded_probability"] if scored else 0.0,
                words=tuple(sorted(words.get(row["sentence"], ()))),
                voice=row["voice"],
                speaker=row["speaker"],
            )
        )
    return Material(title, result.text, tuple(lines), tuple(views))


def told(material: Material) -> dict[str, Any]:
    """Return what a reader may see before the reveal, ready for JSON: nothing of the model's.

    ``lines`` are ``[start, end, paragraph, counts]``. Offsets count code points, as in Python.
    """
    return {
        "title": material.title,
        "text": material.text,
        "lines": [[line.start, line.end, line.paragraph, line.counts] for line in material.lines],
    }


def model_told(material: Material) -> list[dict[str, Any]]:
    """Return the model's views, one for each line, ready for JSON; only for after the reveal."""
    return [
        {
            "band": view.band,
            "probability": round(view.probability, 3),
            "words": [list(pair) for pair in view.words],
            "voice": view.voice,
            "speaker": view.speaker,
        }
        for view in material.views
    ]


def as_json(material: Material) -> dict[str, Any]:
    """Return all of a material, ready for JSON; ``from_json`` gives it back."""
    return {**told(material), "views": model_told(material)}


def from_json(kept: Mapping[str, Any]) -> Material:
    """Return the material that ``as_json`` made (probabilities to three decimals)."""
    return Material(
        title=kept["title"],
        text=kept["text"],
        lines=tuple(Line(*line) for line in kept["lines"]),
        views=tuple(
            View(
                band=view["band"],
                probability=view["probability"],
                words=tuple((start, end) for start, end in view["words"]),
                voice=view["voice"],
                speaker=view["speaker"],
            )
            for view in kept["views"]
        ),
    )

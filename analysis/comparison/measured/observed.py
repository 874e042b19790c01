"""What every sentence of every article adds to the measures that are compared.

All of them are ratios of two sums over sentences: loaded sentences by sentences, tone by sentences,
a speaker's words by words. So one record and one way to draw sentences anew serve them all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.comparison.frames import MEASURES_COMPARED
from analysis.comparison.measured.statement_words import words_by_sentence
from analysis.comparison.people import People
from analysis.frames import BANDS, FURNITURE, VOICES, Result

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOADED_SHARE, MEAN_TONE, SPEAKER_SHARE, TONE_TOWARDS = MEASURES_COMPARED

FEWEST_SENTENCES = 3
"""Sentences from which a share or a mean is given, as in the frame of names."""

OUTLET = VOICES[0]
SPEAKERS = "speakers"
_OF_SPEAKERS = ("quoted", "reported")
"""Voices whose words are a speaker's; in a mixed sentence they may be the outlet's."""

_SUBJECTS = ("person", "organisation")


@dataclass(frozen=True)
class Sample:
    """What the sentences of one article add: ``sums`` and ``weights``, one number a sentence.

    The value is the sum of ``sums`` by that of ``weights``; ``count`` is of what it is (sentences,
    or the speaker's words).
    """

    sums: NDArray[np.float64]
    weights: NDArray[np.float64]
    count: int

    @property
    def value(self) -> float:
        """The share or mean; NaN for a mean or share of no sentence."""
        total = float(self.weights.sum())
        return float(self.sums.sum()) / total if total else float("nan")


@dataclass(frozen=True)
class Observed:
    """A measure of the same subject and voice in every article; None in an article where too few
    sentences speak of it."""

    measure: str
    subject: str
    voice: str
    samples: tuple[Sample | None, ...]


def observed(articles: Sequence[Result], known: People) -> list[Observed]:
    """Return what is measured, in the order of ``MEASURES_COMPARED``, then of the subjects.

    Left out is what no article has a value for. Sentences without scores and furniture count for
    nothing. A mention counts in the outlet's own voice, or if it stands in somebody's statement in
    a quoted or reported sentence: in “It is a disgrace, Hale said” nobody speaks of Hale.
    ``known`` are the people of ``articles``.
    """
    tables = [_Table(result, place, known) for place, result in enumerate(articles)]
    found = [
        Observed(LOADED_SHARE, "", OUTLET, tuple(table.loaded() for table in tables)),
        Observed(MEAN_TONE, "", OUTLET, tuple(table.tone(table.outlet) for table in tables)),
    ]
    for number, somebody in enumerate(known.everybody):
        if any(number in table.words_of for table in tables):
            shares = tuple(table.share(number) for table in tables)
            found.append(Observed(SPEAKER_SHARE, somebody.name, "", shares))
    for number, somebody in enumerate(known.everybody):
        if somebody.kind in _SUBJECTS:
            for voice in (OUTLET, SPEAKERS):
                tones = tuple(table.towards(number, voice) for table in tables)
                found.append(Observed(TONE_TOWARDS, somebody.name, voice, tones))
    return [one for one in found if any(sample is not None for sample in one.samples)]


class _Table:
    """The sentences of one article as arrays."""

    def __init__(self, result: Result, place: int, known: People) -> None:
        import numpy as np

        sentences = result.sentences
        own = (sentences["part"] != FURNITURE).to_numpy()
        scored = own & sentences["tone"].notna().to_numpy()
        voice = sentences["voice"].to_numpy()
        self.tones = sentences["tone"].fillna(0.0).to_numpy()
        self.outlet = scored & (voice == OUTLET)
        self._speakers = scored & np.isin(voice, _OF_SPEAKERS)
        self._banded = sentences["loaded"].notna().to_numpy()
        self._loaded = (sentences["loaded"] == BANDS[-1]).to_numpy(dtype=bool, na_value=False)
        self._words = np.where(own, sentences["words"].to_numpy(), 0).astype(float)
        self.words_of: Mapping[int, NDArray[np.float64]] = words_by_sentence(result, place, known)
        self._mentions = _mentions(result, place, known)

    def loaded(self) -> Sample | None:
        chosen = self.outlet & self._banded
        return _sample(self._loaded * chosen, chosen)

    def tone(self, chosen: NDArray[np.bool_]) -> Sample | None:
        return _sample(self.tones * chosen, chosen)

    def share(self, person: int) -> Sample | None:
        import numpy as np

        if not self._words.sum():
            return None
        given = self.words_of.get(person)
        words = np.zeros(len(self._words)) if given is None else np.minimum(given, self._words)
        return Sample(words, self._words, int(words.sum()))

    def towards(self, person: int, voice: str) -> Sample | None:
        anywhere, said = self._mentions.get(person, (None, None))
        if anywhere is None or said is None:
            return None
        return self.tone(self.outlet & anywhere if voice == OUTLET else self._speakers & said)


def _sample(sums: NDArray[np.float64], chosen: NDArray[np.bool_]) -> Sample | None:
    count = int(chosen.sum())
    return Sample(sums, chosen.astype(float), count) if count >= FEWEST_SENTENCES else None


def _mentions(
    result: Result, place: int, known: People
) -> dict[int, tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """Return for everybody named which sentences mention them, and which do so inside of a
    statement."""
    import numpy as np

    starts = result.sentences["start"].tolist()
    columns = (result.statements[name].tolist() for name in ("start", "end"))
    pieces = sorted(zip(*columns, strict=True))
    # The furthest end of all pieces up to each: nested pieces end before the one around them.
    reach = np.maximum.accumulate([end for _, end in pieces]).tolist() if pieces else []
    found: dict[int, tuple[NDArray[np.bool_], NDArray[np.bool_]]] = {}
    for name, mentions in zip(result.names["name"], result.names["mentions"], strict=True):
        number = known.number(place, name)
        if number is None:
            continue
        anywhere, said = found.setdefault(
            number, (np.zeros(len(starts), bool), np.zeros(len(starts), bool))
        )
        for start, _ in mentions:
            sentence = max(0, bisect_right(starts, start) - 1)
            anywhere[sentence] = True
            before = bisect_right(pieces, (start, float("inf"))) - 1
            said[sentence] |= before >= 0 and start < reach[before]
    return found

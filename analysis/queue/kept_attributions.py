"""The network that finds attributions, run by the queue's workers, with what it found kept.

It reads windows of several paragraphs. What it finds in a window depends on the window alone, so
it is kept by the window's content, with offsets that count from the window's beginning: a text that
was changed in one place has the other windows as before, wherever they have moved to.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from analysis.queue.kept import Kept
from analysis.queue.kept_sentences import digest

if TYPE_CHECKING:
    from analysis.queue.place import Place
    from models.inference.voices.found import Attribution, NameMention
    from models.inference.voices.network import Voices
    from models.inference.voices.windows import Window

WINDOWS = 10_000
"""Most windows of which attributions are kept, and most lines of which names are."""

MOST_BYTES = 12_000_000
"""Most bytes that they take."""

WINDOW_WEIGHT = 4
"""How many sentences take as long to score as a window to read: 11 ms and 3 ms."""

_Item = TypeVar("_Item")
_Found = TypeVar("_Found")


def _size_of_attributions(found: Sequence[Attribution]) -> int:
    pieces = sum(len((*one.source, *one.cue, *one.content)) for one in found)
    return 200 + 300 * len(found) + 130 * pieces


def _size_of_names(found: Sequence[NameMention]) -> int:
    return 200 + 200 * len(found)


@dataclass(frozen=True)
class KeptAttributions:
    """What is kept: attributions by window, names by line."""

    attributions: Kept[bytes, list[Attribution]] = field(
        default_factory=lambda: Kept(WINDOWS, MOST_BYTES, _size_of_attributions)
    )
    names: Kept[bytes, list[NameMention]] = field(
        default_factory=lambda: Kept(WINDOWS, MOST_BYTES, _size_of_names)
    )


@dataclass(frozen=True)
class QueuedTagger:
    """``network``, read by ``place``'s workers where ``found`` does not know the answer."""

    network: Voices
    place: Place
    found: KeptAttributions

    def attributions(
        self, text: str, wanted: Sequence[tuple[int, int]] | None = None
    ) -> list[Attribution]:
        """Return the attributions of a text, as ``Voices.attributions`` does."""
        windows = self.network.windows(text, wanted)
        starts = [window.offsets[0][0] for window in windows]

        def read(places: Sequence[int]) -> list[list[Attribution]]:
            return [
                [one.moved(-starts[at]) for one in self.network.attributions_in(windows[at])]
                for at in places
            ]

        keys = [self._key(window) for window in windows]
        kept = self.found.attributions.get(keys, lambda places: self._in_workers(read, places))
        return [
            one.moved(start)
            for start, of_window in zip(starts, kept, strict=True)
            for one in of_window
        ]

    def names(self, text: str) -> list[NameMention]:
        """Return the names of a text, as ``Voices.names`` does."""

        def read(_: Sequence[int]) -> list[list[NameMention]]:
            return [list(self.network.names(text))]

        key = digest(self.network.name, self.network.version, text)
        (kept,) = self.found.names.get([key], lambda places: self._in_workers(read, places))
        return kept

    def _in_workers(
        self, read: Callable[[Sequence[_Item]], list[_Found]], items: Sequence[_Item]
    ) -> list[_Found]:
        parts = self.place.run(
            len(items), lambda start, end: read(items[start:end]), weight=WINDOW_WEIGHT
        )
        return [one for part in parts for one in part]

    def _key(self, window: Window) -> bytes:
        """Return a digest of all that a window is, but for where in its text it begins."""
        start = window.offsets[0][0]
        numbers = array("l", window.ids)
        numbers.extend(window.codes)
        numbers.extend(at - start for offsets in window.offsets for at in offsets)
        numbers.extend(end - start if end else -1 for end in window.ends)
        numbers.extend(window.words)
        return digest(self.network.name, self.network.version, numbers.tobytes())

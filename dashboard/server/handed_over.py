"""Texts that were handed over from other pages, on their way to the Read page.

Each is given out once and kept for two minutes at most: long enough for a slow page to open, and no
longer, as nobody knows yet whose session it will belong to.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from time import monotonic

from analysis.errors import SlantError

KEPT_S = 120.0
"""Most seconds for which a text is kept."""

MOST_TEXTS = 64
"""As many as the places of the inference queue: more could not be read at a time anyway."""

MOST_BYTES = 64 * 1024 * 1024
"""Of all that are kept together."""


@dataclass(frozen=True)
class Handed:
    """What was handed over: the HTML of a page (``is_html``) or the plain text of a selection.

    ``title`` and ``url`` are those of the page it comes from, empty if not known. All of it is
    untrusted.
    """

    content: str
    is_html: bool
    title: str = ""
    url: str = ""

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return 4 * (len(self.content) + len(self.title) + len(self.url))


class TooManyHanded(SlantError):
    """There is no room for another text until those that wait are opened or forgotten."""

    def __init__(self) -> None:
        super().__init__(
            "Many texts were handed over just now: wait two minutes, then use the bookmark again."
        )


class HandedOver:
    """Texts by a key that cannot be guessed; ``now`` gives the time in seconds."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._texts: dict[str, tuple[float, Handed]] = {}

    def keep(self, handed: Handed) -> str:
        """Keep a text and return its key; raises TooManyHanded."""
        with self._lock:
            self._forget_old()
            size = handed.size + sum(other.size for _, other in self._texts.values())
            if len(self._texts) >= MOST_TEXTS or size > MOST_BYTES:
                raise TooManyHanded
            key = secrets.token_urlsafe(24)
            self._texts[key] = (self._now() + KEPT_S, handed)
        # So that it goes although nobody asks for anything.
        forgetting = threading.Timer(KEPT_S, self.forget_old)
        forgetting.daemon = True
        forgetting.start()
        return key

    def take(self, key: str) -> Handed | None:
        """Return the text of ``key`` and forget it; None where there is none, or none any more."""
        with self._lock:
            self._forget_old()
            _, handed = self._texts.pop(key, (0.0, None))
            return handed

    def forget_old(self) -> None:
        """Forget what was kept for ``KEPT_S`` seconds."""
        with self._lock:
            self._forget_old()

    def __len__(self) -> int:
        """Return how many are kept."""
        with self._lock:
            return len(self._texts)

    def _forget_old(self) -> None:
        now = self._now()
        self._texts = {key: kept for key, kept in self._texts.items() if now < kept[0]}


@cache
def handed_over() -> HandedOver:
    """Return those of this server."""
    return HandedOver()

"""Access to the network that tags names and attributions; its errors are a ``SlantError``."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from analysis.errors import ModelUnavailable

if TYPE_CHECKING:
    from models.inference.voices.found import Attribution, NameMention
    from models.inference.voices.network import Voices


class AttributionTagger(Protocol):
    """Anything that finds attributions and names in a text, as ``Voices`` does.

    The text holds one or more paragraphs, one a line; offsets point into it.
    """

    def attributions(
        self, text: str, wanted: Sequence[tuple[int, int]] | None = None
    ) -> Sequence[Attribution]:
        """Return the attributions of a text in the order of its windows; with ``wanted`` only those
        of the windows that touch one of these ranges."""

    def names(self, text: str) -> Iterable[NameMention]:
        """Return the names of a text in reading order, found in each line by itself."""


_lock = threading.Lock()


def voices() -> Voices:
    """Return the network of this process, loaded by ``models`` at the first call.

    Other threads wait while it is loading, so that it is loaded only once.

    Raises ModelUnavailable if its files are missing or damaged, or it cannot run here.
    """
    from models import ModelError, load_voices

    try:
        with _lock:
            return load_voices()
    except ModelError as error:
        raise ModelUnavailable(str(error)) from error

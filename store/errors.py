"""What can go wrong with the store as a whole. Each message is one sentence that says what to do.

No message holds what is kept: no code, word, nickname, text or address of a database.
"""

from __future__ import annotations

from analysis.errors import SlantError


class StoreError(SlantError):
    """Base class of all errors of the store; ``message`` can be shown as it is."""


class CannotOpenStore(StoreError):
    """A place cannot hold what is to be kept there.

    ``reason`` completes "… cannot be used, as …", ``advice`` says what to do; ``place`` is how the
    message names the place: that of the classes, if nothing is said.
    """

    def __init__(
        self,
        reason: str,
        advice: str,
        place: str = "The place for classes that SLANT_CLASSES names",
    ) -> None:
        super().__init__(f"{place} cannot be used, as {reason}: {advice}.")
        self.reason = reason
        self.advice = advice


class CannotOpenDesk(CannotOpenStore):
    """The database of the desk cannot be used; what is in it was not touched.

    ``place`` says which it is, and with which setting another is named.
    """

    def __init__(self, reason: str, advice: str, place: str) -> None:
        super().__init__(reason, advice, place)
        self.place = place


class SchemaTooNew(CannotOpenStore):
    """The tables were made by a later version of Slant; nothing in them was touched."""

    def __init__(self) -> None:
        super().__init__(
            "its tables were made by a later version of Slant",
            "start that version, or name another place",
        )


class StoreFailed(StoreError):
    """A read or a write failed, and nothing of it was kept.

    ``reason`` says what the database met, ``advice`` what to do.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"Nothing was saved just now, as {reason}: {advice}.")
        self.reason = reason
        self.advice = advice


class NotCleaned(StoreError):
    """What was to be deleted is gone for everybody, but its traces in the file could not be removed
    yet; the next deletion, or the next start, does it. ``reason`` says what stood in the way."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(
            f"It is deleted, but the file could not be cleaned of its traces yet, as {reason}: "
            f"{advice}; Slant goes on trying."
        )
        self.reason = reason
        self.advice = advice

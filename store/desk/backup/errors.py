"""What can go wrong with a backup. Each message is one sentence that says what to do."""

from __future__ import annotations

from store.errors import StoreError


class BadBackup(StoreError):
    """A file that is no backup, or not a whole one. ``reason`` completes "…, as …"."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} cannot be restored, as {reason}: give another backup.")
        self.name = name
        self.reason = reason


class NewerBackup(StoreError):
    """A backup that a later version of Slant made; ``version`` is that version."""

    def __init__(self, name: str, version: str) -> None:
        super().__init__(
            f"{name} was made by a later version of Slant ({version}): restore it with that one."
        )
        self.name = name
        self.version = version


class OlderBackup(StoreError):
    """A backup of tables as an earlier version of Slant had them; ``version`` is that version."""

    def __init__(self, name: str, version: str) -> None:
        super().__init__(
            f"{name} was made by an earlier version of Slant ({version}), whose tables were "
            "others: restore it with that one, then start this one, which moves them up."
        )
        self.name = name
        self.version = version


class DeskNotEmpty(StoreError):
    """A desk that holds something, which a backup would be mixed with; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "This desk holds something already, and a backup is restored into an empty one only: "
            "name another place with SLANT_DATA or SLANT_DATABASE_URL."
        )


class FileExists(StoreError):
    """A file of that name is there already, and was left alone."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} exists: give a new file, or add --force to write it anew.")
        self.name = name

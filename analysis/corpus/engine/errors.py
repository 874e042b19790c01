"""What stops a run of the engine and can be mended; what is finished is kept in each case."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.errors import SlantError

GO_ON = "run the same command again to go on, as what is finished is kept"
"""What to do once the cause is mended."""


class NotAnArchive(SlantError):
    """The folder that is to be written to holds something else. ``out`` is the folder."""

    def __init__(self, out: str) -> None:
        super().__init__(
            f"{out} holds files that are no archive of Slant's: give a new or an empty folder."
        )
        self.out = out


class OutsideItself(SlantError):
    """The folder that is to be written to lies in the one that is read. ``out`` is the folder."""

    def __init__(self, out: str) -> None:
        super().__init__(
            f"{out} lies in the archive that is read: give a folder outside of it, as a second run "
            "would read what the first one wrote."
        )
        self.out = out


class OtherSettings(SlantError):
    """The folder was begun with other settings. ``differences`` says which, a piece each."""

    def __init__(self, out: str, differences: Sequence[str]) -> None:
        super().__init__(
            f"{out} was begun with other settings ({'; '.join(differences)}): give the same "
            "settings to go on with it, or another folder to begin anew."
        )
        self.out = out
        self.differences = tuple(differences)


class ChangedArchive(SlantError):
    """The archive has changed since the folder was begun. ``first`` and ``last`` are the numbers of
    the articles among which it differs, ``last`` None where articles are missing at its end."""

    def __init__(self, out: str, first: int, last: int | None) -> None:
        where = (
            f"from article {first:,} on" if last is None else f"in articles {first:,} to {last:,}"
        )
        super().__init__(
            f"The archive is not what it was when {out} was begun ({where}): give another folder, "
            "or the archive as it was."
        )
        self.out = out


class InUse(SlantError):
    """Another run is writing to the folder ``out``."""

    def __init__(self, out: str) -> None:
        super().__init__(
            f"Another run is writing to {out}: wait until it has ended, or give another folder."
        )
        self.out = out


class NotWritten(SlantError):
    """The folder ``out`` cannot be written to (full, read-only); ``reason`` says why."""

    def __init__(self, out: str, reason: str) -> None:
        super().__init__(f"{out} cannot be written to ({reason}): mend that and {GO_ON}.")
        self.out = out
        self.reason = reason


class BadChoice(SlantError):
    """A setting that cannot be; the message says which may."""


class NoScheduler(SlantError):
    """No Dask scheduler, or none that can be used, at ``address``; ``reason`` says why, ``advice``
    what to do."""

    def __init__(self, address: str, reason: str, advice: str) -> None:
        super().__init__(f"The Dask scheduler {address} {reason}: {advice}.")
        self.address = address
        self.reason = reason


class NoWorkers(SlantError):
    """All workers of a cluster have gone, for so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"All workers have been gone for {seconds:.0f} seconds: start workers and {GO_ON}."
        )

"""Archives that are open: once for all visitors, anew when parts were added to one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.corpus.layout import DONE, DUPLICATES
from analysis.errors import CannotRead

if TYPE_CHECKING:
    from analysis.corpus.archive.asking import Asking

KEPT_OPEN = 4
"""Archives that are open at a time, the last ones that were asked for."""


def asking_of(name: str, folder: Path) -> Asking:
    """Return the archive ``name`` in ``folder``, to be asked; the same object for all visitors as
    long as no part of it is added.

    Raises CannotRead where there is none, or none of its parts is finished.
    """
    opened: Asking = _opened(str(folder), _state(name, folder))
    return opened


def _state(name: str, folder: Path) -> tuple[int, ...]:
    """Return when parts or near-duplicates were last added; raises CannotRead."""
    try:
        if not folder.is_dir():
            advice = "give SLANT_ARCHIVE a folder that slant corpus wrote, and start Slant again"
            raise CannotRead(f"The archive “{name}”", "is not there", advice)
        done = folder / DONE
        if not done.is_dir() or not any(done.glob("*.json")):
            advice = "write one with slant corpus IN OUT, or wait until its first part is done"
            raise CannotRead(f"The archive “{name}”", "has no finished part yet", advice)
        files = (done, folder / DUPLICATES)
        return tuple(one.stat().st_mtime_ns for one in files if one.exists())
    except OSError as error:
        reason = f"cannot be read ({error.strerror or type(error).__name__})"
        advice = "let the user that Slant runs as read it"
        raise CannotRead(f"The archive “{name}”", reason, advice) from error


# No spinner: it would show for the shortest time. Errors are never kept.
@st.cache_resource(max_entries=KEPT_OPEN, show_spinner=False)
def _opened(folder: str, its_state: tuple[int, ...]) -> Any:
    from analysis.corpus.archive.asking import Asking

    return Asking(Path(folder))

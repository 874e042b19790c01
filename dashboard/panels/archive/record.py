"""What each view of the Archive page receives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.corpus.archive.asking import Asking
    from analysis.corpus.archive.frames import Chosen

VIEWS = {
    "wording": "Wording",
    "sentences": "Sentences",
    "search": "Search",
    "sources": "Sources",
    "about": "About",
}
"""The views: their name in the address, and how it is shown. Each is the module of that name beside
this one, with a function ``view(opened)``."""


@dataclass(frozen=True)
class OpenedArchive:
    """An archive as one visitor has it open: what answers (``asking``), which of its articles are
    chosen, and its ``name`` among the archives of this server.

    What else the address asks for is in ``dashboard.session.archive.address.asked()``; a link or a
    click changes it with ``ask``.
    """

    asking: Asking
    chosen: Chosen
    name: str

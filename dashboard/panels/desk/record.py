"""What each view of the desk receives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.database import Engine
    from store.desk.records import Editor

VIEWS = {
    "queue": "Queue",
    "articles": "Articles",
    "figures": "Figures",
    "sources": "Sources",
    "learning": "Learning",
    "people": "People",
}
"""The views: their name in the address, and how it is shown."""


@dataclass(frozen=True)
class Desk:
    """The desk as one visitor has it open: its database, who they are (with the role of now), and
    the ``token`` with which their browser asks the API."""

    engine: Engine
    editor: Editor
    token: str

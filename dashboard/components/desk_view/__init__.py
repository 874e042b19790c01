"""The queue of the desk in the browser: the list of flags, the text, and the card of one flag.

What is decided goes from the browser to the routes below ``api/desk/`` and back, without a run of
the page's script: the next flag is there at once. See ``desk_view.js`` for the part that runs in
the browser.
"""

from __future__ import annotations

from typing import Any

from dashboard.components.component import component
from dashboard.components.desk_view.payload import Bands, desk_payload

__all__ = ["Bands", "desk_payload", "desk_view"]

_component = component(
    "desk_view",
    "asking.js",
    "outbox.js",
    "flags.js",
    "said.js",
    "filters.js",
    "loading.js",
    "deciding.js",
    "list.js",
    "reading.js",
    "card.js",
    "forms.js",
    "questions.js",
    "around.js",
    "keys.js",
    "list.css",
    "card.css",
    # After the others: for small screens it takes back what they say.
    "small.css",
    uses=("article_text",),
)


def desk_view(content: dict[str, Any], *, key: str) -> None:
    """Show the queue; ``content`` is what ``desk_payload`` returns. The browser asks for another
    run of the page when the server does not know the token any more."""
    _component(key=key, data=content, on_stale_change=_only_rerun)


def _only_rerun() -> None:
    """Declare ``stale`` as a state of the component; the run itself opens another session."""

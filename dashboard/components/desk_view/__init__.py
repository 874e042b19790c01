"""The queue of the desk in the browser: the list of flags, the text, and the card of one flag.

What is decided goes from the browser to the routes below ``api/desk/`` and back, without a run of
the page's script: the next flag is there at once. See ``desk_view.js`` for the part that runs in
the browser.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.component import component
from dashboard.components.desk_view.payload import Bands, desk_payload

__all__ = ["Bands", "desk_view"]

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


def desk_view(
    token: str,
    base: str,
    *,
    editor: int,
    articles: Sequence[int] | None,
    flag: int | None,
    may_decide: bool,
    bands: Bands | None,
    kind: str = "",
    check: str = "",
    state: str = "",
    key: str,
) -> None:
    """Show the queue to the editor of that number, whose browser asks with ``token``.

    ``base`` is the folder below which the server's addresses are (``/school``, or nothing).
    ``articles`` and ``flag`` are what the address names: the articles of the queue (None: all) and
    the flag that is shown first; ``kind``, ``check`` and ``state`` are what it filters the queue by
    (nothing, or what there is not: all, all and the open ones). ``may_decide`` is false for
    readers. ``bands`` are the limits of the model's bands, None without a model. The browser
    asks for another run of the page when the server does not know the token any more.
    """
    _component(
        key=key,
        data=desk_payload(
            *(token, base, editor, articles, flag, may_decide, bands),
            kind=kind,
            check=check,
            state=state,
        ),
        on_stale_change=_only_rerun,
    )


def _only_rerun() -> None:
    """Declare ``stale`` as a state of the component; the run itself opens another session."""

"""What the desk's queue gets from Python: pure, and free of Streamlit.

Flags, texts and decisions are not among it: the browser asks the API for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.desk.records import DISMISS_REASONS
from store.desk.records import MOST_CHECK

Bands = tuple[float, float]
"""The probability below which a sentence is not loaded, and that from which it is likely loaded."""


def desk_payload(
    token: str,
    base: str,
    editor: int,
    articles: Sequence[int] | None,
    flag: int | None,
    may_decide: bool,
    bands: Bands | None,
    *,
    kind: str = "",
    check: str = "",
    state: str = "",
) -> dict[str, Any]:
    """Return it, ready for JSON, for the editor of that number, whose browser asks with ``token``.

    ``base`` is the folder below which the server's addresses are (``/school``, or nothing).
    ``articles`` and ``flag`` are what the address names: the articles of the queue (None: all) and
    the flag that is shown first; ``kind``, ``check`` and ``state`` are what it filters the queue by
    (nothing, or what there is not: all, all and the open ones). ``may_decide`` is false for
    readers. ``bands`` are the limits of the model's bands, None without a model.
    """
    return {
        "token": token,
        "base": base,
        "editor": editor,
        "articles": None if articles is None else [*articles],
        "flag": flag,
        "kind": kind,
        "check": check,
        "state": state,
        "may_decide": may_decide,
        "bands": None if bands is None else [*bands],
        "reasons": DISMISS_REASONS,
    }


def numbers(given: Sequence[str]) -> list[int]:
    """Return the numbers among what an address says, in its order; all else is left out."""
    return [int(one) for one in given if one.isascii() and one.isdecimal() and len(one) < 10]


def name_of_check(given: str) -> str:
    """Return what an address names as a check, if a check can have that name; else nothing."""
    return given if given.isprintable() and len(given) <= MOST_CHECK else ""

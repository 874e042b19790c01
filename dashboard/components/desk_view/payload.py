"""What the desk's queue gets from Python: pure, and free of Streamlit.

Flags, texts and decisions are not among it: the browser asks the API for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.desk.records import DISMISS_REASONS

Bands = tuple[float, float]
"""The probability below which a sentence is not loaded, and that from which it is likely loaded."""

LONGEST_CHECK = 80
"""Characters of a check's name at most: the server asks for no longer ones."""


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
    """Return it, ready for JSON; the arguments are those of ``desk_view``."""
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


def folder(base_url_path: str) -> str:
    """Return Streamlit's setting ``server.baseUrlPath`` as addresses begin with it: ``/school``,
    or nothing."""
    name = base_url_path.strip("/")
    return f"/{name}" if name else ""


def numbers(given: Sequence[str]) -> list[int]:
    """Return the numbers among what an address says, in its order; all else is left out."""
    return [int(one) for one in given if one.isascii() and one.isdecimal() and len(one) < 10]


def name_of_check(given: str) -> str:
    """Return what an address names as a check, if a check can have that name; else nothing."""
    return given if given.isprintable() and len(given) <= LONGEST_CHECK else ""

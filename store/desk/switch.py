"""Whether this server has the desk: ``SLANT_DESK``, else where the server listens.

Names at the desk are typed where no login is configured, and the newsroom's decisions are nobody
else's: a server that others reach has a desk only if whoever runs it says so. This module imports
no SQLAlchemy, so that a server asks it before its first page.
"""

from __future__ import annotations

from collections.abc import Mapping

from analysis.loopback import is_loopback
from store.errors import StoreError

SETTING = "SLANT_DESK"


class BadSwitch(StoreError):
    """``SLANT_DESK`` is neither 0 nor 1. ``given`` is what it holds."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{SETTING} is “{given}”, which is neither 0 nor 1: give 1 to switch the desk on, 0 to "
            "switch it off, and start Slant again."
        )
        self.given = given


def desk_is_on(environment: Mapping[str, str], listens_at: str | None) -> bool:
    """Return whether a server that listens at this address (None: at all of them) has the desk.

    Where ``environment`` does not say so, it has one if only its own machine reaches it. Raises
    BadSwitch.
    """
    given = environment.get(SETTING, "").strip()
    if given not in ("", "0", "1"):
        raise BadSwitch(given)
    return given == "1" if given else is_loopback(listens_at or "")

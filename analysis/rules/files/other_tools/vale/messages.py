"""Vale's messages with their ``%s`` filled in.

Vale fills in the words found when it finds them. A message here is one sentence for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

THIS = "this wording"
"""Stands for words that differ from place to place."""

_VERB = re.compile(
    r"(?P<open>['\"‘“`*]*)%(?:\[(?P<number>\d)\])?[svq](?P<close>['\"’”`*]*)|(?P<percent>%%)"
)


def filled(message: str, values: Sequence[str | Sequence[str] | None]) -> str:
    """Return a message with its ``%s`` replaced by ``values`` in order.

    Several wordings for one are joined with “or”. None stands for words that are not known before:
    their quotation marks are left out with them.
    A ``%s`` beyond the values repeats the last. The result is one line.
    """
    count = 0

    def value(match: re.Match[str]) -> str:
        nonlocal count
        if match["percent"]:
            return "%"
        number = int(match["number"]) - 1 if match["number"] else count
        count = number + 1
        found = values[min(max(number, 0), len(values) - 1)]
        if found is not None:
            wordings = [found] if isinstance(found, str) else found
            return " or ".join(f"{match['open']}{one}{match['close']}" for one in wordings)
        at_start = not message[: match.start()].strip() or re.search(
            r"[.!?]\s+\Z", message[: match.start()]
        )
        return THIS.capitalize() if at_start else THIS

    return " ".join(_VERB.sub(value, message).split())

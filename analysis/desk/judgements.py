"""What each editor thinks of each flag: the last judgement of everybody, and whether it was given
without having seen another's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.desk.records import UNDO
from analysis.desk.standing import AGREED

if TYPE_CHECKING:
    import pandas as pd

_USED = ("flag", "article", "check", "editor", "name", "act", "second")


@dataclass(frozen=True)
class Judgement:
    """What ``editor`` said of a flag: ``agrees`` (accepted or reworded) or not (dismissed).

    ``independent`` is true for a decision on a flag on which nobody else had decided, and for the
    first second reading of it; any other was given where the desk showed what another had decided.
    """

    flag: int
    article: int
    check: str
    editor: int
    name: str
    agrees: bool
    independent: bool


def judgements(decisions: pd.DataFrame, *, independent: bool = False) -> list[Judgement]:
    """Return the last judgement of each editor on each flag of a frame ``DECISIONS``, by flag.

    With ``independent`` the last one of those that are. An editor who takes the own decision back
    has not made it; taking back somebody else's leaves that one's judgement as it was. Second
    readings count beside decisions; of an editor who gave both on a flag the later one counts.
    """
    of_flag: dict[int, list[dict[str, Any]]] = {}
    columns = [decisions[name].tolist() for name in ("decision", *_USED)]
    for _, *row in sorted(zip(*columns, strict=True)):
        decision = dict(zip(_USED, row, strict=True))
        of_flag.setdefault(decision["flag"], []).append(decision)
    found: list[Judgement] = []
    for flag in sorted(of_flag):
        given = [one for one in _given(of_flag[flag]) if one.independent or not independent]
        found += {one.editor: one for one in given}.values()
    return found


def _given(decisions: list[dict[str, Any]]) -> list[Judgement]:
    """Return the judgements on one flag that nobody took back from themselves, in the order of
    ``decisions``."""
    given: list[Judgement] = []
    standing: list[Judgement] = []
    decided: set[int] = set()
    read: set[int] = set()
    for row in decisions:
        editor = row["editor"]
        if row["act"] == UNDO:
            if standing and (last := standing.pop()).editor == editor:
                given = [one for one in given if one is not last]
            continue
        earlier = read & {editor} if row["second"] else decided - {editor}
        made = Judgement(
            flag=row["flag"],
            article=row["article"],
            check=row["check"],
            editor=editor,
            name=row["name"],
            agrees=row["act"] in AGREED,
            independent=not earlier,
        )
        given.append(made)
        if row["second"]:
            read.add(editor)
        else:
            decided.add(editor)
            standing.append(made)
    return given

"""What a person needs who is to mend a rule: its share, why it was dismissed, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.desk.checks import DeskCheck
from analysis.desk.records import DISMISS, DISMISS_REASONS
from analysis.desk.shares import VERDICTS, accepted_shares, revision_shares
from analysis.desk.standing import standing_decisions

if TYPE_CHECKING:
    import pandas as pd

_MOST_EXAMPLES = 3


@dataclass(frozen=True)
class Dismissed:
    """A flag that was dismissed: its number, that of its article, its words, its sentence with
    their place in it (``start``, ``end``), why, and what the editor noted."""

    flag: int
    article: int
    words: str
    sentence: str
    start: int
    end: int
    reason: str
    note: str


@dataclass(frozen=True)
class CheckFigures:
    """What was decided on the flags of a check.

    ``shares`` are its rows of ``SHARES``, that of all months first; ``verdict`` is theirs.
    ``revisions`` has ``(revision, accepted, decided)`` for each that was decided on, the oldest
    first. ``reasons`` counts why flags of its last revision were dismissed, the most frequent
    first; ``examples`` are the latest of these, of different words where there are.
    """

    check: DeskCheck
    shares: pd.DataFrame
    verdict: str
    revisions: tuple[tuple[int, int, int], ...]
    reasons: tuple[tuple[str, int], ...]
    examples: tuple[Dismissed, ...]

    @property
    def decided(self) -> int:
        return int(self.shares["decided"].iloc[0])

    @property
    def accepted(self) -> int:
        return int(self.shares["accepted"].iloc[0])

    @property
    def months(self) -> pd.DataFrame:
        """The rows of ``SHARES`` for single months."""
        return self.shares.iloc[1:]


def check_figures(
    decisions: pd.DataFrame, checks: Sequence[DeskCheck] = ()
) -> tuple[CheckFigures, ...]:
    """Return the figures of each check of a frame ``DECISIONS`` or of ``checks``.

    Those to mend come first, then those perhaps to mend, too few, and good; within these the one
    with most dismissed flags first. A check that is not among ``checks`` (its articles were
    removed) has no message.
    """
    known = {one.check: one for one in checks}
    shares = accepted_shares(decisions, {one.check: one.revision for one in checks})
    standing = standing_decisions(decisions)
    revisions = revision_shares(decisions)
    found = []
    for check, rows in shares.groupby("check", sort=True):
        of_check = standing[standing["check"] == check]
        about = known.get(str(check)) or _unknown(of_check)
        gone = of_check[
            (of_check["revision"] == about.revision) & (of_check["act"] == DISMISS)
        ].sort_values("decision", ascending=False)
        counts = Counter(gone["reason"].tolist())
        found.append(
            CheckFigures(
                check=about,
                shares=rows,
                verdict=str(rows["verdict"].iloc[0]),
                revisions=tuple(
                    (number, *counted) for number, counted in revisions.get(str(check), {}).items()
                ),
                # As frequent: in the order in which the desk offers them.
                reasons=tuple(
                    (reason, counts[reason])
                    for reason in sorted(DISMISS_REASONS, key=lambda one: -counts[one])
                    if counts[reason]
                ),
                examples=_examples(gone),
            )
        )
    found.sort(key=lambda one: (VERDICTS.index(one.verdict), one.accepted - one.decided))
    return tuple(found)


def _unknown(of_check: pd.DataFrame) -> DeskCheck:
    last = of_check.sort_values("revision").iloc[-1]
    return DeskCheck(
        last["check"], last["kind"], last["severity"], int(last["revision"]), "", len(of_check), 0
    )


def _examples(dismissed: pd.DataFrame) -> tuple[Dismissed, ...]:
    words = dismissed["text"].str.casefold()
    # Different words first, then whatever else there is.
    chosen = dismissed.loc[~words.duplicated()].head(_MOST_EXAMPLES)
    if len(chosen) < _MOST_EXAMPLES:
        others = dismissed.loc[words.duplicated()].head(_MOST_EXAMPLES - len(chosen))
        chosen = dismissed.loc[dismissed.index.isin([*chosen.index, *others.index])]
    return tuple(
        Dismissed(
            flag=row["flag"],
            article=row["article"],
            words=row["text"],
            sentence=row["sentence_text"],
            start=row["start"] - row["sentence_start"],
            end=row["end"] - row["sentence_start"],
            reason=row["reason"],
            note=row["note"],
        )
        for row in chosen.to_dict("records")
    )

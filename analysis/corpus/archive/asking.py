"""What pages ask of an analysed archive; DuckDB answers from its files."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.corpus.archive.database.loaded import Loaded, of
from analysis.corpus.archive.frames import Chosen
from analysis.corpus.archive.phrases.finding import Finding
from analysis.corpus.archive.questions.about import about, article
from analysis.corpus.archive.questions.groups import groups, values
from analysis.corpus.archive.questions.listing import listed
from analysis.corpus.archive.questions.over_time import over_time
from analysis.corpus.archive.questions.stated import stated

if TYPE_CHECKING:
    import pandas as pd


class Asking:
    """An archive that is asked; safe to be used by several threads at once.

    Each question returns a frame declared in ``analysis.corpus.archive.frames`` and raises
    CannotRead where a file of the archive has gone or is damaged. Only finished partitions count,
    those of the time when it was opened, so that an archive can be asked while it is being made.
    """

    def __init__(self, out: Path, threads: int | None = None) -> None:
        """Open the archive in the folder ``out``; raises CannotRead if it is none.

        ``threads`` are those of one question, None for one a core.
        """
        self.out = out
        self._archive = Loaded(out, threads)
        self._finding = Finding(self._archive)

    def articles(self, chosen: Chosen) -> int:
        """Return how many articles are chosen."""
        return int(self._archive.rows(_COUNT, of(chosen))["articles"].iloc[0])

    def values(self, grouping: str, chosen: Chosen) -> pd.DataFrame:
        """Return ``VALUES`` of a grouping; its own choice is left out, so that others can be
        added."""
        return values(self._archive, grouping, chosen)

    def groups(self, grouping: str, measure: str, chosen: Chosen, most: int = 20) -> pd.DataFrame:
        """Return ``GROUPS``: the ``most`` groups with most articles (all months)."""
        return groups(self._archive, grouping, measure, chosen, most)

    def speakers(self, chosen: Chosen, most: int = 12) -> pd.DataFrame:
        """Return ``SOURCES_OVER_TIME`` of the speakers with most statements, by month."""
        return over_time(self._archive, "speaker", chosen, most)

    def verbs(self, chosen: Chosen, most: int = 12) -> pd.DataFrame:
        """Return ``SOURCES_OVER_TIME`` of the verbs of saying that occur most, by month."""
        return over_time(self._archive, "verb", chosen, most)

    def statements(
        self, column: str, name: str, chosen: Chosen, *, month: str = "", most: int = 50
    ) -> tuple[pd.DataFrame, int]:
        """Return ``STATED``: the first ``most`` statements whose ``column`` (speaker or verb) is
        ``name``, by date, and the number of them all; of a ``month`` (YYYY-MM) if one is given."""
        return stated(self._archive, column, name, chosen, month, most)

    def find(
        self, phrase: str, chosen: Chosen, most: int = 200, *, whole_words: bool = False
    ) -> tuple[pd.DataFrame, int, int]:
        """Return the first ``most`` rows of ``HITS`` of a phrase (capitals do not matter), the
        number of all its places, and of the articles that have it.

        With ``whole_words`` no place begins or ends inside a word. The phrase is searched for as
        it stands, nothing in it is a wildcard. Raises BadPhrase.
        """
        return self._finding.places(phrase, chosen, most, whole_words)

    def found_over_time(
        self, phrase: str, chosen: Chosen, *, whole_words: bool = False
    ) -> pd.DataFrame:
        """Return ``HITS_OVER_TIME`` of a phrase, as ``find`` counts it. Raises BadPhrase."""
        return self._finding.over_time(phrase, chosen, whole_words)

    def forget(self) -> None:
        """Forget what the last searches have counted, for those who measure searches."""
        self._finding.forget()

    def sentences(
        self, grouping: str, group: str, voice: str, measure: str, chosen: Chosen, most: int = 50
    ) -> tuple[pd.DataFrame, int]:
        """Return ``LISTED``: the ``most`` sentences of a group in one voice that the measure
        counts, and the number of them all.

        For loaded the most probable come first, for negative and positive those of most extreme
        tone. All scored sentences count for tone: half of the rows are the most negative ones, the
        other half the most positive, in the order of their tone.
        """
        return listed(self._archive, grouping, group, voice, measure, chosen, most)

    def article(self, number: int) -> dict[str, Any] | None:
        """Return an article's row of ``ARTICLES`` (with text and quoted passages), None if there
        is none of that number."""
        return article(self._archive, number)

    def about(self) -> dict[str, Any]:
        """Return what the archive is: ``articles``, ``sentences``, ``skipped`` (articles by
        reason), ``duplicates`` (articles that count only where copies do; ``compared`` is false
        where they have not been looked for), ``first`` and ``last`` month (empty without dates),
        ``undated`` articles, ``model`` and ``model_version`` (of most articles), ``models`` (all,
        with how many articles each scored), ``parts``, ``unfinished`` ones, and ``settings``."""
        return dict(self._about)

    @cached_property
    def _about(self) -> dict[str, Any]:
        return about(self._archive)


_COUNT = """
SELECT count(*) AS articles
FROM chosen($outlet, $author, $section, $topic, $first, $last, $once)
"""

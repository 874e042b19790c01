"""The places of a phrase in the articles of an archive: counted in all of them, the first shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.corpus.archive.database.connecting import sql
from analysis.corpus.archive.database.loaded import Loaded, of
from analysis.corpus.archive.frames import HITS, HITS_OVER_TIME, Chosen
from analysis.corpus.archive.phrases.pattern import bounded, counted_bounded, folded, pattern, usual
from analysis.corpus.archive.questions.months import whole

if TYPE_CHECKING:
    import pandas as pd

AROUND = 80
"""Characters that are shown on either side of a place."""


class Finding:
    """Searches of one archive; what the last searches counted is kept, as a page asks for the
    places of a phrase and for its months one after the other."""

    def __init__(self, archive: Loaded) -> None:
        self._archive = archive
        self._counted = lru_cache(maxsize=8)(self._count)

    def places(
        self, phrase: str, chosen: Chosen, most: int, whole_words: bool
    ) -> tuple[pd.DataFrame, int, int]:
        """Return ``HITS`` and two counts; see ``Asking.find``. Raises BadPhrase, CannotRead."""
        phrase = folded(phrase)
        counts = self._counted(phrase, chosen, whole_words)
        before = counts["places"].cumsum() - counts["places"]
        first = [*map(int, counts["article"][before < most])]
        rows: dict[str, list[Any]] = {name: [] for name in HITS}
        for row in islice(self._shown(phrase, first, whole_words), most):
            for name, value in row.items():
                rows[name].append(value)
        return frame(rows, HITS), int(counts["places"].sum()), len(counts)

    def over_time(self, phrase: str, chosen: Chosen, whole_words: bool) -> pd.DataFrame:
        """Return ``HITS_OVER_TIME``; see ``Asking.found_over_time``. Raises BadPhrase,
        CannotRead."""
        counts = self._counted(folded(phrase), chosen, whole_words)
        found = self._archive.rows(
            sql(__file__, "by_month.sql"),
            {
                **of(chosen),
                "articles": counts["article"].tolist(),
                "places": counts["places"].tolist(),
            },
        )
        found = found.set_index("month")
        found = found.reindex(whole(found.index), fill_value=0).reset_index()
        return frame(found, HITS_OVER_TIME)

    def forget(self) -> None:
        """Forget what was counted."""
        self._counted.cache_clear()

    def _count(self, phrase: str, chosen: Chosen, whole_words: bool) -> pd.DataFrame:
        """Return the articles that have a phrase, and how often."""
        import pandas as pd

        archive = self._archive
        parts = archive.rows(sql(__file__, "parts.sql"), of(chosen))["part"]
        here, (usually, rivals) = pattern(phrase), usual(phrase)
        bound = {"rivals": rivals, "whole": whole_words}
        for kind, there in (("", here), ("usual_", usually)):
            counted, twice = counted_bounded(phrase, there) if whole_words else (there, "")
            bound |= {f"{kind}pattern": there, f"{kind}counted": counted, f"{kind}twice": twice}
        if parts.empty:
            return pd.DataFrame({"article": [], "places": []}, dtype="int64")
        counts = archive.rows(
            sql(__file__, "count.sql"),
            {**of(chosen), **bound, "files": archive.folder.files("articles", parts)},
        )
        if counts["unsure"].any():
            import regex

            unsure = counts["unsure"].to_numpy()
            there = regex.compile(bounded(phrase))
            texts = self._of("articles", [*map(int, counts["article"][unsure])])["text"]
            counts.loc[unsure, "places"] = [len(there.findall(text)) for text in texts]
        return counts[["article", "places"]]

    def _shown(
        self, phrase: str, articles: Sequence[int], whole_words: bool
    ) -> Iterator[dict[str, Any]]:
        """Give the rows of ``HITS`` in these articles."""
        import regex

        if not articles:
            return
        there = regex.compile(bounded(phrase) if whole_words else pattern(phrase))
        sentences = self._of("sentences", articles).groupby("article")
        for about in self._of("articles", articles).to_dict("records"):
            # Every article has a sentence, or it would not have been analysed.
            of_article = sentences.get_group(about["article"])
            starts = of_article["start"].tolist()
            text = about["text"]
            for match in there.finditer(text):
                start, end = match.span()
                # A place may begin between two sentences, with a space: it is of the one before.
                at = max(bisect_right(starts, start) - 1, 0)
                yield {
                    **{name: about[name] for name in ("article", "outlet", "date", "title")},
                    "sentence": of_article["sentence"].iloc[at],
                    "voice": of_article["voice"].iloc[at],
                    "start": start,
                    "end": end,
                    "before": text[max(start - AROUND, 0) : start],
                    "phrase": text[start:end],
                    "after": text[end : end + AROUND],
                }

    def _of(self, table: str, articles: Sequence[int]) -> pd.DataFrame:
        """Return what is shown of these articles, or of their sentences."""
        return self._archive.rows(
            sql(__file__, f"{table}.sql"),
            {"files": self._archive.files_of(table, articles), "articles": [*articles]},
        )

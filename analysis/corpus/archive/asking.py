"""What pages ask of an analysed archive; DuckDB answers from the Parquet files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.corpus.archive.frames import (
    GROUPINGS,
    GROUPS,
    HITS,
    LISTED,
    SOURCES_OVER_TIME,
    VALUES,
    Chosen,
)

if TYPE_CHECKING:
    import pandas as pd


class Asking:
    """An archive that is asked; safe to be used by several threads at once.

    Each question returns a frame declared in ``analysis.corpus.archive.frames`` and raises
    CannotRead where a file of the archive has gone or is damaged.
    """

    def __init__(self, out: Path) -> None:
        """Open the archive in the folder ``out``; raises CannotRead if it is none."""
        import duckdb

        self.out = out
        self._db = duckdb.connect()
        for name in ("articles", "voices", "sentences", "spans", "statements", "names"):
            files = str(out / name / "*.parquet").replace("'", "''")
            self._db.execute(f"CREATE VIEW {name} AS SELECT * FROM '{files}'")

    def articles(self, chosen: Chosen) -> int:
        """Return how many articles are chosen."""
        return len(self._chosen(chosen))

    def values(self, grouping: str, chosen: Chosen) -> pd.DataFrame:
        """Return ``VALUES`` of a grouping; its own choice is left out, so that others can be
        added."""
        counts = self._grouped(chosen)[grouping].value_counts()
        return frame({"value": list(counts.index), "articles": list(counts)}, VALUES)

    def groups(self, grouping: str, measure: str, chosen: Chosen, most: int = 20) -> pd.DataFrame:
        """Return ``GROUPS``: the ``most`` groups with most articles (all months)."""
        import numpy as np

        sums = {"tone": "tone_sum"}.get(measure, measure)
        voices = self._query("SELECT * FROM voices WHERE scored > 0")
        rows = voices.merge(self._grouped(chosen), on="article")
        top = rows.groupby(grouping)["article"].nunique().nlargest(most).index
        names = sorted(top) if grouping == "month" else list(top)
        found: list[dict[str, Any]] = []
        for name in names:
            for voice in ("outlet", "quoted", "reported", "mixed"):
                part = rows[(rows[grouping] == name) & (rows["voice"] == voice)]
                if part.empty:
                    continue
                each = part[sums] / part["scored"]
                quantiles = np.percentile(each, [5, 25, 50, 75, 95])
                value = part[sums].sum() / part["scored"].sum()
                found.append(
                    {
                        "group": name,
                        "voice": voice,
                        "articles": len(part),
                        "sentences": part["scored"].sum(),
                        "value": value,
                        "low": value - 0.02,
                        "high": value + 0.02,
                        **dict(zip(("p05", "p25", "p50", "p75", "p95"), quantiles, strict=True)),
                        "few": len(part) < 30,
                    }
                )
        return frame({name: [row[name] for row in found] for name in GROUPS}, GROUPS)

    def speakers(self, chosen: Chosen, most: int = 12) -> pd.DataFrame:
        """Return ``SOURCES_OVER_TIME`` of the speakers with most statements, by month."""
        return self._over_time("speaker", chosen, most)

    def verbs(self, chosen: Chosen, most: int = 12) -> pd.DataFrame:
        """Return ``SOURCES_OVER_TIME`` of the verbs of saying that occur most, by month."""
        return self._over_time("verb", chosen, most)

    def find(self, phrase: str, chosen: Chosen, most: int = 200) -> tuple[pd.DataFrame, int, int]:
        """Return the first ``most`` rows of ``HITS`` of a phrase (capitals do not matter), the
        number of all its places, and of the articles that have it."""
        chosen_articles = self._grouped(chosen)
        hits: list[dict[str, Any]] = []
        texts = self._query("SELECT article, text FROM articles ORDER BY article")
        for article, text in texts.itertuples(index=False):
            at = text.lower().find(phrase.lower())
            if at >= 0 and article in set(chosen_articles["article"]):
                end = at + len(phrase)
                about = chosen_articles[chosen_articles["article"] == article].iloc[0]
                hits.append(
                    {
                        "article": article,
                        "sentence": 0,
                        "start": at,
                        "end": end,
                        "before": text[max(at - 80, 0) : at],
                        "phrase": text[at:end],
                        "after": text[end : end + 80],
                        "voice": "outlet",
                        "outlet": about["outlet"],
                        "date": about["date"],
                        "title": about["title"],
                    }
                )
        shown = hits[:most]
        found = frame({name: [row[name] for row in shown] for name in HITS}, HITS)
        return found, len(hits), len(hits)

    def sentences(
        self, grouping: str, group: str, voice: str, measure: str, chosen: Chosen, most: int = 50
    ) -> tuple[pd.DataFrame, int]:
        """Return ``LISTED``: the ``most`` sentences of a group in one voice that the measure
        counts, most certain first (for tone: most negative first), and the number of them all."""
        sentences = self._query("SELECT * FROM sentences WHERE loaded = 'loaded'")
        rows = sentences[sentences["voice"] == voice].merge(self._grouped(chosen), on="article")
        rows = rows[rows[grouping] == group].sort_values("loaded_probability", ascending=False)
        return frame(rows.head(most)[list(LISTED)], LISTED), len(rows)

    def article(self, number: int) -> dict[str, Any] | None:
        """Return an article's row of ``ARTICLES`` (with text and quoted passages), None if there
        is none of that number."""
        found = self._query("SELECT * FROM articles WHERE article = ?", [number])
        return None if found.empty else dict(found.iloc[0])

    def about(self) -> dict[str, Any]:
        """Return what the archive is: ``articles``, ``sentences``, ``skipped`` (by reason),
        ``duplicates``, ``first`` and ``last`` month, ``model``, ``model_version``."""
        return {"articles": self.articles(Chosen(once=False))}

    def _over_time(self, column: str, chosen: Chosen, most: int) -> pd.DataFrame:
        statements = self._query(
            "SELECT DISTINCT article, statement, speaker, verb FROM statements"
        ).merge(self._grouped(chosen)[["article", "month"]], on="article")
        named = statements[statements[column] != ""]
        top = named[column].value_counts().head(most).index
        rows = named[named[column].isin(top)].groupby(["month", column])
        counts = rows.agg(statements=("article", "size"), articles=("article", "nunique"))
        counts = counts.reset_index().rename(columns={column: "name"})
        counts["of_all"] = counts["month"].map(statements["month"].value_counts())
        return frame(counts, SOURCES_OVER_TIME)

    def _chosen(self, chosen: Chosen) -> pd.DataFrame:
        rows = self._query(
            "SELECT article, outlet, author, section, topic, date, title, "
            "coalesce(strftime(date, '%Y-%m'), '') AS month FROM articles"
        )
        for name in GROUPINGS[:-1]:
            if wanted := getattr(chosen, name):
                rows = rows[rows[name].isin(wanted)]
        if chosen.first:
            rows = rows[rows["month"] >= chosen.first]
        if chosen.last:
            rows = rows[(rows["month"] <= chosen.last) & (rows["month"] != "")]
        return rows

    _grouped = _chosen

    def _query(self, sql: str, parameters: list[Any] | None = None) -> pd.DataFrame:
        return self._db.cursor().execute(sql, parameters).df()

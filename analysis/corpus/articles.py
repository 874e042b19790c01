"""From a frame of articles to the frames of an archive: a pure function, without any engine."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, isnan
from typing import TYPE_CHECKING, Any

from analysis.columns import empty, frame
from analysis.corpus.frames import INPUT, SKIPPED, TABLES, Analysed
from analysis.errors import SlantError
from analysis.frames import FURNITURE, VOICES

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result

_COUNTED = ("sentences", "words", "loaded", "uncertain", "negative", "positive")
"""Columns of the table ``voices`` that are counted; the last four are the values of the bands."""

FAILED = "Failed"
"""The reason of an article that the analysis cannot do for a fault of its own."""


def analyze_articles(articles: pd.DataFrame, *, any_language: bool = False) -> Analysed:
    """Analyse each article of a frame with the columns ``INPUT``; return the tables of ``TABLES``.

    An article that cannot be analysed is a row of ``skipped``, with its reason; the others are
    not affected. ``any_language`` is as in ``analyze``. Articles are analysed one after the other
    and the same articles give the same tables. Raises ModelUnavailable.
    """
    import pandas as pd

    from analysis.errors import ModelUnavailable
    from analysis.reading.articles import Article
    from analysis.scoring.pipeline import analyze

    found: dict[str, list[pd.DataFrame]] = defaultdict(list)
    skipped: list[dict[str, Any]] = []
    for given in frame(articles, INPUT).to_dict("records"):
        about = {str(name): value for name, value in given.items()}
        # As lists of lists come back from Parquet as arrays of arrays.
        quoted = tuple((int(start), int(end)) for start, end in about["quoted"])
        article = Article(about["text"], about["title"] or None, None, None, None, "text", quoted)
        try:
            result = analyze(article, source=about["source"], any_language=any_language)
            rows = _rows(about, result)
        except ModelUnavailable:
            raise  # no article's fault
        except SlantError as error:
            skipped.append({**about, "reason": type(error).__name__, "message": error.message})
        except Exception as error:  # a fault of ours costs its article, not the archive
            message = (
                f"The analysis failed ({type(error).__name__}), a fault in Slant: all others "
                "were analysed; please report it with the article."
            )
            skipped.append({**about, "reason": FAILED, "message": message})
        else:
            for name, its in rows.items():
                found[name].append(its)
    tables = {
        name: frame(pd.concat(found[name], ignore_index=True), columns)
        if found[name]
        else empty(columns)
        for name, columns in TABLES.items()
        if name != "skipped"
    }
    tables["skipped"] = frame({name: [row[name] for row in skipped] for name in SKIPPED}, SKIPPED)
    return Analysed(tables)


def _rows(about: dict[str, Any], result: Result) -> dict[str, pd.DataFrame]:
    """Return an article's rows in each table but ``skipped``."""
    number = about["article"]
    row = {str(name): value for name, value in result.article.iloc[0].items()} | about
    frames = {
        "articles": frame({name: [row[name]] for name in TABLES["articles"]}, TABLES["articles"]),
        "voices": _voices(number, result.sentences),
    }
    for name in ("sentences", "spans", "statements", "names"):
        rows = getattr(result, name)
        frames[name] = rows.assign(article=number)[list(TABLES[name])]
    return frames


def _voices(number: int, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return what is counted of each voice."""
    counts: dict[str, Counter[str]] = {voice: Counter() for voice in VOICES}
    tones: dict[str, list[float]] = {voice: [] for voice in VOICES}
    # Lists: filtering a frame for each count takes ten times as long.
    of_sentences = zip(
        *(sentences[name].tolist() for name in ("part", "voice", "words", "tone")),
        *(sentences[name].tolist() for name in ("loaded", "tone_label")),
        strict=True,
    )
    for part, voice, words, tone, loaded, tone_label in of_sentences:
        if part == FURNITURE or voice not in counts:
            continue
        counts[voice].update({"sentences": 1, "words": words})
        if not isnan(tone):
            tones[voice].append(tone)
            counts[voice].update((loaded, tone_label))
    columns: dict[str, list[Any]] = {name: [] for name in TABLES["voices"]}
    for voice, of_voice in counts.items():
        for name, value in {
            "article": number,
            "voice": voice,
            "scored": len(tones[voice]),
            "tone_sum": fsum(tones[voice]),
            **{name: of_voice[name] for name in _COUNTED},
        }.items():
            columns[name].append(value)
    return frame(columns, TABLES["voices"])

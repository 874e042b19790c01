"""What is asked of an archive, and the frames of the answers; every column is declared here."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.columns import Column, Columns

GROUPINGS = ("outlet", "author", "section", "topic", "month")
"""By what the articles of an archive can be put into groups; each but month is a column of
``ARTICLES``, and a month is YYYY-MM."""

MEASURES = ("loaded", "tone", "negative", "positive")
"""What is measured of the sentences in one voice: the share that is loaded, negative or positive (0
to 1), and the mean tone (-1 to 1)."""

FEW = 30
"""A group of fewer articles is greyed: its figures say little."""


@dataclass(frozen=True)
class Chosen:
    """Which articles are asked about: those that have one of the values in each grouping that has
    any, from ``first`` to ``last`` month (YYYY-MM, both included, empty for no limit).

    With ``once`` near-duplicates count once: only the article that is kept of each cluster does.
    """

    outlet: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    once: bool = True


VALUES: Columns = {
    "value": Column("str", "a value of the grouping, empty where none is given"),
    "articles": Column("int64", "articles that have it, among those chosen"),
}
"""One row per value of a grouping, most articles first."""

GROUPS: Columns = {
    "group": Column("str", "value of the grouping, empty where none is given"),
    "voice": Column("str", "outlet, quoted, reported or mixed"),
    "articles": Column("int64", "articles of the group that have a scored sentence in the voice"),
    "sentences": Column("int64", "their scored sentences in the voice"),
    "value": Column("float64", "the measure over all these sentences together"),
    "low": Column("float64", "lower end of its 95 % interval, bootstrap by article; NaN under 2"),
    "high": Column("float64", "upper end of it"),
    "p05": Column("float64", "the measure of single articles: 5th percentile"),
    "p25": Column("float64", "25th percentile"),
    "p50": Column("float64", "median"),
    "p75": Column("float64", "75th percentile"),
    "p95": Column("float64", "95th percentile"),
    "few": Column("bool", "whether articles are fewer than FEW"),
}
"""One row per group and voice that it has: how one measure is distributed over its articles. Groups
with most articles first, voices in the order of ``analysis.frames.VOICES``.

Months are in their order, each with a row for every voice, also one without such an article: it has
no figures (0 and NaN), so that a chart shows the gap. Articles without a date are the group "".
"""

SOURCES_OVER_TIME: Columns = {
    "month": Column("str", "YYYY-MM, empty where no date is given"),
    "name": Column("str", "the speaker, or the verb"),
    "statements": Column("int64", "statements of that speaker, or with that verb, in the month"),
    "articles": Column("int64", "articles that have them"),
    "of_all": Column("int64", "all statements of the month"),
    "manner": Column(
        "str", "what the verb mostly implies, as in ``analysis.frames.MANNERS``; empty for speakers"
    ),
}
"""One row per speaker (or verb of saying) and month, those with most statements first; each has a
row for every month from the first to the last, also where it has none (0); stretches of more than
three years in which nothing is dated are left out.

A speaker is a name as articles give it: the same name in two articles counts as one speaker, though
it may be two people, and a person whom articles name in two ways counts as two.
"""

HITS: Columns = {
    "article": Column("int64", "number of the article"),
    "sentence": Column("int64", "number of the sentence that holds the phrase's first character"),
    "start": Column("int64", "offset of the phrase in the article's text"),
    "end": Column("int64", "offset after it"),
    "before": Column("str", "what stands before it, up to 80 characters"),
    "phrase": Column("str", "text[start:end], as the article writes it"),
    "after": Column("str", "what stands after it, up to 80 characters"),
    "voice": Column("str", "whose words the sentence is"),
    "outlet": Column("str", "the article's outlet"),
    "date": Column("datetime64[us]", "the article's date"),
    "title": Column("str", "the article's title"),
}
"""One row per place of a phrase, by article and offset."""

HITS_OVER_TIME: Columns = {
    "month": Column("str", "YYYY-MM, empty where no date is given"),
    "places": Column("int64", "places of the phrase in the month's articles"),
    "articles": Column("int64", "articles that have it"),
    "of_all": Column("int64", "all articles of the month"),
}
"""One row per month, also those without a place of the phrase (0), in order."""

LISTED: Columns = {
    "article": Column("int64", "number of the article"),
    "sentence": Column("int64", "number of the sentence"),
    "start": Column("int64", "offset of the sentence in the article's text"),
    "end": Column("int64", "offset after it"),
    "text": Column("str", "the sentence"),
    "voice": Column("str", "whose words it is"),
    "speaker": Column("str", "who speaks, or empty"),
    "loaded_probability": Column("float64", "calibrated probability of loaded language, 0 to 1"),
    "loaded": Column("str", "its band: not loaded, uncertain or loaded"),
    "tone": Column("float64", "-1 to 1"),
    "tone_label": Column("str", "negative, neutral, positive or unclear"),
    "outlet": Column("str", "the article's outlet"),
    "date": Column("datetime64[us]", "the article's date"),
    "title": Column("str", "the article's title"),
}
"""One row per sentence that a point of a chart leads to."""

STATED: Columns = {
    "article": Column("int64", "number of the article"),
    "statement": Column("int64", "number of the statement in it"),
    "sentence": Column("int64", "number of the sentence that holds its first character"),
    "start": Column("int64", "offset of its first piece in the article's text"),
    "end": Column("int64", "offset after that piece"),
    "text": Column("str", "that piece, with quotation marks if any"),
    "form": Column("str", "direct, reported or mixed"),
    "speaker": Column("str", "who speaks, or empty"),
    "verb": Column("str", "base form of the verb of saying, or empty"),
    "manner": Column("str", "what the verb implies, or empty"),
    "outlet": Column("str", "the article's outlet"),
    "date": Column("datetime64[us]", "the article's date"),
    "title": Column("str", "the article's title"),
}
"""One row per statement of a speaker, or with a verb of saying, by date, article and offset."""

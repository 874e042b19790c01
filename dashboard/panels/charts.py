"""The charts of an article on the page: made once per article and theme, each with its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.frames import FURNITURE
from analysis.output.loaded_words import loaded_words
from analysis.output.phrasing import captions
from analysis.output.phrasing.captions import Caption
from analysis.output.phrasing.measures import EASE_LEVELS, MEASURES
from analysis.output.sentence_counts import paragraph_bands, voice_mix
from dashboard.charts.palette import palette
from dashboard.escaping import for_markdown
from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    from analysis import Result
    from dashboard.charts.figure import Drawing

STRIP = "strip"
"""Key of the article strip: the text view finds the chart by it."""

STRIPS = "strips"
"""Key of the strips of several articles."""

STRIP_LEGEND = "■ likely loaded · ▨ uncertain · □ not loaded"


@dataclass(frozen=True)
class Chart:
    """A figure with its caption; ``key`` names it on the page. Nobody may change the figure."""

    key: str
    figure: Drawing
    caption: Caption


def article_charts(theme: str, whole: Result, shown: Result) -> tuple[Chart, ...]:
    """Return the charts of an article, the strip first; ``theme`` is ``light`` or ``dark``.

    ``shown`` is the ``whole`` article or what of it is switched on
    (``dashboard.session.voices``): the charts are of that, and the strip keeps the place of every
    sentence. Where that is no sentence there is the strip alone. The same objects come back for the
    same result and theme, so that a chart on the page is never mounted anew.
    """
    return cached_with(shown, ("charts", theme), lambda: _charts(theme, whole, shown))


def _charts(theme: str, whole: Result, result: Result) -> tuple[Chart, ...]:
    from dashboard.charts import by_sentence, links, summaries
    from dashboard.charts.readability import readability

    colours = palette(theme)
    sentences, article = result.sentences, result.article
    strip = Chart(
        STRIP,
        by_sentence.article_strip(whole.sentences, colours, set(sentences["sentence"])),
        captions.strip_caption(sentences),
    )
    if (sentences["part"] == FURNITURE).all():
        return (strip,)
    mix = voice_mix(sentences)
    paragraphs = paragraph_bands(sentences)
    made = [
        strip,
        Chart(
            "mix",
            links.linked(summaries.sentiment_mix(mix, colours), links.behind_mix(sentences, mix)),
            captions.mix_caption(mix),
        ),
    ]
    words = loaded_words(result)
    if len(words):
        made.append(
            Chart(
                "words",
                links.linked(
                    summaries.most_loaded_words(words, colours), links.behind_words(words)
                ),
                captions.words_caption(words),
            )
        )
    made += [
        Chart(
            "tone",
            links.linked(by_sentence.tone_along(sentences, colours), links.behind_tone(sentences)),
            captions.tone_caption(sentences),
        ),
        Chart(
            "paragraphs",
            links.linked(
                summaries.loaded_by_paragraph(paragraphs, colours),
                links.behind_paragraphs(sentences, paragraphs),
            ),
            captions.paragraph_caption(paragraphs),
        ),
        Chart(
            "readability",
            readability(article, colours),
            captions.readability_caption(article),
        ),
    ]
    return tuple(made)


def show(chart: Chart, only: str = "", on_click: Callable[[], None] | None = None) -> None:
    """Draw a chart below its title and, where voices are switched off, ``only`` which it is of; its
    content in words below that.

    ``on_click`` is called when a point was clicked, which is then in the session's state under the
    chart's key.
    """
    clicks: dict[str, Any] = {"on_select": on_click, "selection_mode": "points"} if on_click else {}
    with st.container(gap="xxsmall", key=f"chart-{chart.key}"):
        st.header(for_markdown(chart.caption.title), anchor=False)
        if only:
            st.caption(only)
        st.plotly_chart(
            chart.figure,
            key=chart.key,
            theme=None,
            config={"displayModeBar": False},
            alt=chart.caption.title,
            **clicks,
        )
        if chart.key in (STRIP, STRIPS):
            st.caption(STRIP_LEGEND)
        with st.expander("In words", type="compact"):
            st.text(chart.caption.words)
            if chart.key == "readability":
                st.markdown(_MEASURES)


_MEASURES = "\n".join(
    [
        *(f"- **{m.short}.** {m.means} *Misleads:* {m.misleads}" for m in MEASURES.values()),
        "",
        "Flesch’s levels of reading ease: "
        + "; ".join(f"{e.low:.0f}–{e.high:.0f} {e.name}, as {e.example}" for e in EASE_LEVELS)
        + " (Flesch 1949).",
    ]
)

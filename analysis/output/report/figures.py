"""The report's figures: pure functions from a frame to an inline SVG, as a string.

Widths and horizontal positions are percentages, heights are pixels: a figure fills its column on a
screen of 390 pixels and on paper, while its text keeps its size. Colours are CSS classes defined in
``report.css``, so that the same figure works in light mode, dark mode and print. Colour is never
the only distinction: bands are solid, hatched or hollow, and tones have a sign. ElementTree
writes the markup and escapes words of the article.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from analysis.frames import TONE_LABELS
from analysis.output.loaded_words import OWN, QUOTED
from analysis.output.phrasing.chart_descriptions import (
    loaded_words_description,
    mix_description,
    paragraph_description,
    strip_description,
)
from analysis.output.phrasing.labels import BAND_NAMES, TONE_SIGNS, VOICE_NAMES
from analysis.output.phrasing.language_note import unscored_words
from analysis.output.phrasing.numerals import counted, percent
from analysis.output.phrasing.speakers import whose_words
from analysis.text.one_line import one_line

if TYPE_CHECKING:
    import pandas as pd

_AXIS = 9.0
"""Percent of the width left of vertical bars: the axis label “100%” needs it at 390 pixels."""

_PLOT_TOP, _PLOT_HEIGHT = 18.0, 104.0
_MOST_TICKS = 12
MANY_BARS = 150
"""Most bars drawn with gaps and outlines; with more, these would be wider than the bars."""

MOST_COUNTS = 14
"""Most paragraphs with a count above each bar; with more, “2/12” would overlap at 390 pixels."""

_WORD_ROW, _WORD_COLUMN, _WORD_BARS, _LONGEST_WORD = 28, 46.0, 26.0, 16
"""Size of the chart of loaded words. Words longer than ``_LONGEST_WORD`` are cut in the figure, not
in its description: 18 letters did not fit at 320 pixels."""

_VOICE_ROW = 58
_WORD_GROUPS = {OWN: "Own voice", QUOTED: "Words of others"}


def article_strip(sentences: pd.DataFrame, name: str = "strip", link_to: str = "s") -> str:
    """Return a bar chart of the sentences frame: height is loaded_probability, fill the band.

    Each bar has a title and links to its sentence (``#s1``, ``#s2``, …, or what else than ``s``
    is to be linked to); a sentence that was not scored has a dash instead. ``name`` keeps the ids
    of several strips on one page apart.
    """
    figure = _figure(
        name,
        "Probability that each sentence is loaded",
        strip_description(sentences),
        _PLOT_TOP + _PLOT_HEIGHT + 22,
        role="group",
    )
    _hatch(figure, name)
    many = len(sentences) > MANY_BARS
    slot = (100 - _AXIS) / max(len(sentences), 1)
    _axis(figure)
    for place, row in enumerate(sentences.to_dict("records")):
        number, band, share = row["sentence"] + 1, row["loaded"], row["loaded_probability"]
        left = _AXIS + place * slot
        link = SubElement(figure, "a", {"href": f"#{link_to}{number}", "tabindex": "-1"})
        scored = isinstance(band, str)
        judged = (
            f"{BAND_NAMES[band]}, probability {percent(share)}"
            if scored
            else unscored_words(row["language"], row["part"])
        )
        words = f"Sentence {number}: {judged}, {whose_words(row['voice'], row['speaker'])}"
        SubElement(link, "title").text = words
        if not many:
            _rect(link, "hit", left, slot, _PLOT_TOP, _PLOT_HEIGHT)
        if not scored:
            if not many:
                middle = f"{left + slot / 2:.3f}%"
                _text(link, "–", middle, _PLOT_TOP + _PLOT_HEIGHT - 3, "middle", "muted")
            continue
        width, height = slot * (1 if many else 0.78), max(share * _PLOT_HEIGHT, 1.5)
        bottom = _PLOT_TOP + _PLOT_HEIGHT
        bar = _rect(link, _class(band), left + (slot - width) / 2, width, bottom - height, height)
        if many:
            bar.set("class", f"{_class(band)} many")
        elif band == "uncertain":
            bar.set("fill", f"url(#{name}-hatch)")
    _ticks(figure, (sentences["sentence"] + 1).tolist(), slot)
    return _written(figure)


def sentiment_mix(mix: pd.DataFrame) -> str:
    """Return a chart with one bar per row of ``sentence_counts.voice_mix``, divided by
    tone."""
    figure = _figure(
        "mix", "Tone by voice", mix_description(mix), max(len(mix) * _VOICE_ROW - 10, 1)
    )
    for place, row in enumerate(mix.to_dict("records")):
        top = place * _VOICE_ROW
        name = f"{VOICE_NAMES[row['voice']].capitalize()} ({row['sentences']:,})"
        _text(figure, name, "0", top + 13, "start")
        shares = [row[label] for label in TONE_LABELS]
        figures = "\N{EN SPACE}".join(
            f"{TONE_SIGNS[label]} {percent(share)}"
            for label, share in zip(TONE_LABELS, shares, strict=True)
        )
        _text(figure, figures, "100%", top + 13, "end")
        lefts = accumulate(shares, initial=0.0)
        for label, share, left in zip(TONE_LABELS, shares, lefts, strict=False):
            if share:
                _rect(figure, label, left * 100, share * 100, top + 21, 22)
    return _written(figure)


def loaded_words_bars(words: pd.DataFrame) -> str:
    """Return a chart with one bar per row of ``loaded_words.loaded_words``: the mean effect.

    Where words of others are among them, each voice's bars stand under its name, and those of
    others are hatched.
    """
    groups = [(name, words[words["voice"] == voice]) for voice, name in _WORD_GROUPS.items()]
    named = bool(len(groups[-1][1]))
    heads = sum(1 for _, group in groups if len(group)) if named else 0
    figure = _figure(
        "words",
        "Most loaded words",
        " ".join(
            (f"{name}: " if named else "") + loaded_words_description(group)
            for name, group in groups
            if len(group)
        ),
        max((len(words) + heads) * _WORD_ROW, 1),
    )
    if named:
        _hatch(figure, "words", "hatch of-loaded")
    largest = max(words["effect"], default=1.0)
    top = 0
    for name, group in groups:
        if named and len(group):
            _text(figure, name, "0", top + 18, "start", "muted")
            top += _WORD_ROW
        for word, count, effect in group[["count", "effect"]].itertuples():
            _text(figure, _short(word), f"{_WORD_COLUMN - 1.5}%", top + 18, "end", "word")
            width = effect / largest * _WORD_BARS
            bar = _rect(figure, "loaded", _WORD_COLUMN, width, top + 5, _WORD_ROW - 10)
            if name == _WORD_GROUPS[QUOTED]:
                bar.set("class", "quoted")
                bar.set("fill", "url(#words-hatch)")
            label = counted(round(effect * 100), "point") + (f", ×{count}" if count > 1 else "")
            _text(figure, label, f"{_WORD_COLUMN + width + 1.5:.2f}%", top + 18, "start")
            top += _WORD_ROW
    return _written(figure)


def loaded_by_paragraph(paragraphs: pd.DataFrame) -> str:
    """Return a chart with one bar per row of ``sentence_counts.paragraph_bands``.

    A bar is filled by the shares of likely loaded and uncertain sentences; above it is the count of
    likely loaded ones.
    """
    figure = _figure(
        "paragraphs",
        "Share of likely loaded sentences by paragraph",
        paragraph_description(paragraphs),
        _PLOT_TOP + _PLOT_HEIGHT + 22,
    )
    _hatch(figure, "paragraphs")
    many = len(paragraphs) > MANY_BARS
    slot = (100 - _AXIS) / max(len(paragraphs), 1)
    _axis(figure)
    for place, row in enumerate(paragraphs.to_dict("records")):
        width = slot * (1 if many else 0.72)
        left = _AXIS + place * slot + (slot - width) / 2
        if not many:
            _rect(figure, "not-loaded", left, width, _PLOT_TOP, _PLOT_HEIGHT)
        bottom = _PLOT_TOP + _PLOT_HEIGHT
        for band in ("loaded", "uncertain"):
            height = row[band] / max(row["sentences"], 1) * _PLOT_HEIGHT
            if height:
                bottom -= height
                bar = _rect(figure, f"{band} many" if many else band, left, width, bottom, height)
                if band == "uncertain" and not many:
                    bar.set("fill", "url(#paragraphs-hatch)")
        if len(paragraphs) <= MOST_COUNTS:
            middle = f"{left + width / 2:.3f}%"
            count = f"{row['loaded']}/{row['sentences']}" if row["sentences"] else "–"
            _text(figure, count, middle, _PLOT_TOP - 5, "middle")
    _ticks(figure, (paragraphs["paragraph"] + 1).tolist(), slot)
    return _written(figure)


def _figure(name: str, title: str, words: str, height: float, role: str = "img") -> Element:
    """Return an empty figure with a title and a description for screen readers."""
    figure = Element(
        "svg",
        {
            "class": "figure",
            "width": "100%",
            "height": f"{height:g}",
            "role": role,
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-desc",
        },
    )
    SubElement(figure, "title", {"id": f"{name}-title"}).text = title
    SubElement(figure, "desc", {"id": f"{name}-desc"}).text = one_line(words)
    return figure


def _hatch(figure: Element, name: str, style: str = "hatch") -> None:
    """Define the pattern of hatched bars; the figure's name makes its id unique on the page."""
    definitions = SubElement(figure, "defs")
    pattern = SubElement(
        definitions,
        "pattern",
        {
            "id": f"{name}-hatch",
            "width": "5",
            "height": "5",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
    )
    SubElement(pattern, "rect", {"class": style, "width": "2", "height": "5"})


def _axis(figure: Element) -> None:
    for share in (0.0, 0.5, 1.0):
        y = f"{_PLOT_TOP + (1 - share) * _PLOT_HEIGHT:g}"
        line = {"class": "grid", "x1": f"{_AXIS}%", "x2": "100%", "y1": y, "y2": y}
        SubElement(figure, "line", line)
        _text(figure, percent(share), f"{_AXIS - 1}%", float(y) + 4, "end", "muted")


def _ticks(figure: Element, numbers: list[int], slot: float) -> None:
    """Write numbers below vertical bars: all, or the first and every 2nd, 5th, 10th, …"""
    steps = (size * ten for ten in (1, 10, 100, 1000, 10_000) for size in (1, 2, 5))
    step = next(step for step in steps if len(numbers) / step <= _MOST_TICKS)
    for place, number in enumerate(numbers):
        # The first tick has room only if the second is not right beside it.
        if number % step == 0 or (place == 0 and step > 2):
            middle = f"{_AXIS + (place + 0.5) * slot:.3f}%"
            _text(figure, f"{number:,}", middle, _PLOT_TOP + _PLOT_HEIGHT + 16, "middle", "muted")


def _class(band: str) -> str:
    """Return the style's class of a band, which is one word."""
    return band.replace(" ", "-")


def _rect(
    parent: Element, name: str, left: float, width: float, top: float, height: float
) -> Element:
    """Add a rectangle of class ``name``; left and width in percent, top and height in pixels."""
    return SubElement(
        parent,
        "rect",
        {
            "class": name,
            "x": f"{left:.3f}%",
            "width": f"{width:.3f}%",
            "y": f"{top:.1f}",
            "height": f"{height:.1f}",
        },
    )


def _text(
    parent: Element, text: str, x: str, y: float, anchor: str, name: str | None = None
) -> None:
    place = {"x": x, "y": f"{y:g}", "text-anchor": anchor, **({"class": name} if name else {})}
    SubElement(parent, "text", place).text = text


def _short(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else word[: _LONGEST_WORD - 1].rstrip() + "…"


def _written(figure: Element) -> str:
    written: str = tostring(figure, encoding="unicode", short_empty_elements=False)
    return written

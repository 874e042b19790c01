"""The charts of an archive: right places, n and few in words, gaps, no mark-up from names."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.columns import frame
from analysis.corpus.archive.frames import GROUPS
from dashboard.charts.archive.boxes import boxes_of_groups
from dashboard.charts.archive.months import boxes_by_month
from dashboard.charts.palette import DARK, LIGHT
from tests.archive_filled.made_of import HOSTILE

NAN = float("nan")


def row(group: str, voice: str, articles: int = 40, **other: Any) -> dict[str, Any]:
    figures = {"value": 0.3, "low": 0.25, "high": 0.4, "p05": 0.0, "p25": 0.1, "p50": 0.2}
    figures |= {"p75": 0.5, "p95": 0.75}
    counts = {"articles": articles, "sentences": articles * 9, "few": articles < 30}
    return {"group": group, "voice": voice, **counts, **figures, **other}


def groups_of(*rows: dict[str, Any]) -> pd.DataFrame:
    return frame({name: [one[name] for one in rows] for name in GROUPS}, GROUPS)


GIVEN = groups_of(
    row("Moor Herald", "outlet"),
    row("Moor Herald", "quoted", 12),
    row("Moor Herald", "mixed"),
    row(HOSTILE, "outlet", 1, low=NAN, high=NAN),
)
EMPTY = dict.fromkeys(("value", "low", "high", "p05", "p25", "p50", "p75", "p95"), NAN)
MONTHS = groups_of(
    row("2024-01", "outlet"),
    row("2024-02", "outlet", 0, **EMPTY),
    row("2024-03", "outlet", 7),
)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("measure", ["loaded", "tone"])
@pytest.mark.parametrize(
    ("draw", "given"),
    [
        pytest.param(boxes_of_groups, GIVEN, id="groups"),
        pytest.param(boxes_of_groups, GIVEN.iloc[:0], id="no groups"),
        pytest.param(boxes_by_month, MONTHS, id="months"),
        pytest.param(boxes_by_month, MONTHS.iloc[:0], id="no months"),
    ],
)
def test_every_figure_is_valid_and_sets_its_own_colours(draw, given, measure, colours):
    layout = draw(given, measure, colours).checked().to_dict()["layout"]
    assert layout["font"]["color"] == colours.text
    axes = [axis for name, axis in layout.items() if name.startswith(("xaxis", "yaxis"))]
    assert {axis["fixedrange"] for axis in axes} == {True}


def test_a_box_spans_the_middle_half_and_the_diamond_has_its_interval():
    lines, box, median, value = boxes_of_groups(GIVEN.iloc[:1], "loaded", LIGHT).checked().data
    assert list(lines.x) == [0.0, 0.1, None, 0.5, 0.75, None]
    assert (box.base, box.x) == ((0.1,), (0.4,))
    assert list(median.x) == [0.2]
    assert list(value.x) == [0.3]
    assert list(value.error_x.array) == pytest.approx([0.1])
    assert list(value.error_x.arrayminus) == pytest.approx([0.05])
    said = box.hovertext[0].replace("<br>", " ")
    assert said.startswith("Moor Herald, own voice: 30% (25% to 40%) of 360 sentences in 40 art")


def test_marks_know_their_row_and_partly_quoted_sentences_have_none():
    data = boxes_of_groups(GIVEN, "loaded", LIGHT).checked().data
    clicked = [list(trace.customdata) for trace in data if trace.customdata is not None]
    # Rows 0 and 3 are own voice, row 1 quoted; row 2 is partly quoted.
    assert clicked == [[0, 3], [0, 3], [1], [1]]


def test_few_articles_are_grey_and_said_and_one_has_no_interval():
    figure = boxes_of_groups(GIVEN, "loaded", LIGHT).checked()
    assert list(figure.layout.yaxis.ticktext) == [
        "own voice, n=40",
        "quoted, n=12, few",
        "own voice, n=1, few",
    ]
    box, value = figure.data[1], figure.data[3]
    assert list(box.marker.color) == [LIGHT.accent, LIGHT.grid]
    assert list(value.error_x.array) == pytest.approx([0.1, 0.0])
    assert "30% (no interval)" in value.hovertext[1]


def test_voices_differ_without_colour():
    given = groups_of(*(row("Moor Herald", voice) for voice in ("outlet", "reported", "quoted")))
    own, reported, quoted = boxes_of_groups(given, "loaded", LIGHT).checked().data[1::4]
    assert list(own.marker.color) == [LIGHT.accent]
    assert list(reported.marker.pattern.shape) == ["/"]
    assert quoted.marker.color == LIGHT.background


def test_names_are_no_mark_up_and_are_cut():
    figure = boxes_of_groups(GIVEN, "loaded", LIGHT).checked()
    name = figure.layout.annotations[1].text
    assert name.startswith('<b>=HYPERLINK("http://x.test","&lt;b&gt;a&lt;/b&gt;")')
    assert "<img" not in name
    assert len(name) < 100
    assert "<img" not in figure.data[1].hovertext[1]


def test_months_keep_their_place_and_one_without_articles_is_a_gap():
    figure = boxes_by_month(MONTHS, "tone", LIGHT).checked()
    _lines, box, _median, _value, counts = figure.data
    assert list(box.customdata) == [0, 2]
    assert [round(place) for place in box.x] == [0, 2]
    assert list(counts.y) == [40, 0, 7]
    assert list(figure.layout.xaxis.ticktext) == ["2024-01", "2024-02", "2024-03"]


def test_months_without_anything_for_years_take_one_place():
    given = groups_of(*(row(month, "outlet") for month in ("2024-01", "2024-02", "2050-01")))
    figure = boxes_by_month(given, "loaded", LIGHT).checked()
    assert list(figure.data[-1].x) == [0, 1, 3]
    assert [round(place) for place in figure.data[1].x] == [0, 1, 3]
    assert figure.layout.xaxis.range[1] > 3
    assert list(figure.layout.xaxis.ticktext) == ["2024-01", "2024-02", "2050-01"]


def test_a_hundred_months_have_at_most_twelve_names():
    months = [f"{2010 + n // 12}-{n % 12 + 1:02d}" for n in range(100)]
    given = groups_of(*(row(month, "outlet") for month in months))
    axis = boxes_by_month(given, "loaded", LIGHT).checked().layout.xaxis
    assert len(axis.ticktext) == 12
    assert axis.ticktext[1] == months[axis.tickvals[1]]

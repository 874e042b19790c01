"""The charts of who speaks in an archive, and of where a phrase is."""

import pandas as pd
import pytest

from analysis.columns import frame
from analysis.corpus.archive.frames import HITS_OVER_TIME, SOURCES_OVER_TIME
from analysis.output.phrasing.archive.sources import SPEAKER, VERB, sources_of
from dashboard.charts.archive.sources import months_found, sources_over_time
from dashboard.charts.palette import DARK, LIGHT

HOSTILE = "<b>a</b> <a href='x'>y</a> " + "very long " * 20
ROWS = [
    ("2024-01", "say", 20, 4, 40, "neutral"),
    ("2024-02", "say", 0, 0, 0, "neutral"),
    ("2024-03", "say", 0, 0, 20, "neutral"),
    ("2024-01", "claim", 10, 3, 40, "doubting"),
    ("2024-03", "claim", 4, 2, 20, "doubting"),
    ("", "claim", 4, 2, 9, "doubting"),
]


def sources(rows=ROWS):
    return sources_of(frame(pd.DataFrame(rows, columns=[*SOURCES_OVER_TIME]), SOURCES_OVER_TIME))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_month_without_a_statement_is_a_gap_and_one_of_few_is_hollow(palette):
    figure = sources_over_time(VERB, sources(), palette).checked()
    say, claim = figure.data
    assert say.x == (0, 1, 2)
    assert figure.layout.xaxis.ticktext == ("2024-01", "2024-02", "2024-03")
    assert say.y == (0.5, None, 0.0)
    assert claim.y == (0.25, None, 0.2)
    assert say.connectgaps is False
    assert say.marker.color == (palette.accent, palette.background, palette.background)
    assert [list(point[:2]) for point in claim.customdata] == [
        ["claim", "2024-01"],
        ["claim", "2024-02"],
        ["claim", "2024-03"],
    ]
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    labels = [one.text for one in figure.layout.annotations]
    assert labels == [
        "<b>say</b> · 20 statements in 4 articles",
        "<b>claim</b> · sounds doubtful · 18 statements in 7 articles",
    ]


def test_months_without_anything_for_years_take_one_place_and_break_the_line():
    rows = [("2024-01", "say", 4, 1, 40, ""), ("2024-02", "say", 2, 1, 40, "")]
    rows += [("2050-01", "say", 1, 1, 40, "")]
    (say,) = (figure := sources_over_time(VERB, sources(rows), LIGHT).checked()).data
    assert say.x == (0, 1, 2, 3)
    assert say.y == (0.1, 0.05, None, 0.025)
    axis = figure.layout.xaxis
    assert dict(zip(axis.tickvals, axis.ticktext, strict=True))[3] == "2050-01"
    months = frame(
        pd.DataFrame(
            [("2024-01", 9, 22, 44), ("2050-01", 1, 1, 1)],
            columns=[*HITS_OVER_TIME],
        ),
        HITS_OVER_TIME,
    )
    (bars,) = (figure := months_found(months, LIGHT).checked()).data
    assert bars.x == (0, 2)
    assert figure.layout.xaxis.ticktext == ("2024-01", "2050-01")


def test_a_share_of_few_statements_does_not_set_the_scale():
    rows = [("2024-01", "say", 4, 1, 40, ""), ("2024-02", "say", 1, 1, 2, "")]
    figure = sources_over_time(VERB, sources(rows), LIGHT).checked()
    (say,) = figure.data
    assert say.y == (0.1, 0.1)
    assert say.marker.symbol == ("circle", "triangle-up")
    assert say.customdata[1][2] == "say<br>2024-02: 1 of 2 statements, 50%"
    assert figure.layout.yaxis.tickvals == (0, 0.1)


def test_rows_lie_below_each_other_whatever_their_number():
    for count in (1, 2, 12):
        rows = [("2024-01", f"n{number:02d}", 1, 1, 40, "") for number in range(count)]
        layout = sources_over_time(SPEAKER, sources(rows), LIGHT).checked().layout
        axes = [layout[f"yaxis{number + 1 if number else ''}"] for number in range(count)]
        ends = [end for axis in axes for end in reversed(axis.domain)]
        assert ends == sorted(ends, reverse=True)
        assert 0 <= ends[-1] < ends[0] <= 1


def test_names_of_strangers_are_text_in_labels_and_hovers():
    figure = sources_over_time(SPEAKER, sources([("2024-01", HOSTILE, 1, 1, 4, "")]), LIGHT)
    (label,) = (one.text for one in figure.checked().layout.annotations)
    hover = figure.checked().data[0].customdata[0][2]
    for shown in (label.removeprefix("<b>").replace("</b> ·", "", 1), hover):
        assert "<b>" not in shown.replace("<br>", "")
        assert "&lt;b&gt;" in shown
        assert len(shown) < 200


def test_without_dates_or_sources_there_is_an_empty_chart():
    for rows in ([], [("", "say", 1, 1, 1, "")]):
        assert sources_over_time(VERB, sources(rows), LIGHT).checked()


def test_a_phrase_has_a_bar_a_month_that_has_articles():
    rows = [("", 1, 1, 3), ("2024-01", 9, 22, 44), ("2024-02", 0, 0, 0), ("2024-03", 3, 2, 8)]
    months = frame(pd.DataFrame(rows, columns=[*HITS_OVER_TIME]), HITS_OVER_TIME)
    (bars,) = months_found(months, LIGHT).checked().data
    assert bars.y == (0.5, None, 0.25)
    assert bars.marker.color == (LIGHT.accent, LIGHT.background, LIGHT.background)
    assert bars.customdata[2] == "2024-03: 3 places in 2 of 8 articles, 25%"

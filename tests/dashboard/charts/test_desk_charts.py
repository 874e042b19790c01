"""The charts of the desk: right numbers, a second channel beside colour, no mark-up from names."""

import pytest

from analysis.desk.agreement import model_agreement
from analysis.desk.shares import accepted_shares
from analysis.desk.sources import manners_used, source_audit
from dashboard.charts import desk as drawn
from dashboard.charts.palette import DARK, LIGHT
from tests.analysis.desk.made import decided, decisions_of, quoted_of

DECISIONS = decisions_of(
    [
        *decided("house.slam", 3, 1, made="2026-09-10"),
        *decided("house.slam", 1, 3, made="2026-10-10", first=10),
        *decided("slant.loaded-words", 3, 1, kind="loaded", probability=0.95, first=20),
    ]
)
SHARES = accepted_shares(DECISIONS)
MONTHS = SHARES[(SHARES["check"] == "house.slam") & (SHARES["month"] != "")]
BANDS = model_agreement(DECISIONS)
QUOTED = quoted_of(
    [
        {"speaker": "<b>Ann</b> Hale", "words": 12, "quoted_words": 5},
        {"speaker": "officials", "kind": "", "words": 9, "quoted_words": 0, "verb": "claim",
         "manner": "doubting"},
    ]
)  # fmt: skip


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_figure_is_valid_and_sets_its_own_colours(colours):
    for figure in (
        drawn.shares_by_month(MONTHS, colours),
        drawn.shares_by_band(BANDS, colours),
        drawn.room_of_sources(source_audit(QUOTED), colours),
        drawn.verbs_by_manner(manners_used(QUOTED), colours),
    ):
        layout = figure.checked().to_dict()["layout"]
        assert layout["font"]["color"] == colours.text
        axes = [axis for name, axis in layout.items() if name.startswith(("xaxis", "yaxis"))]
        assert {axis["fixedrange"] for axis in axes} == {True}


def test_a_month_is_a_dot_with_its_interval_and_the_limit_is_a_line():
    figure = drawn.shares_by_month(MONTHS, LIGHT).checked()
    (dots,) = figure.data
    assert list(dots.x) == ["2026-09", "2026-10"]
    assert list(dots.y) == [0.75, 0.25]
    # 3 of 4 and 1 of 4: 0.3006 to 0.9544 and 0.0456 to 0.6994 by Wilson 1927.
    assert list(dots.error_y.array) == pytest.approx([0.2044, 0.4494], abs=1e-4)
    assert list(dots.error_y.arrayminus) == pytest.approx([0.4494, 0.2044], abs=1e-4)
    assert figure.layout.shapes[0].y0 == 0.9
    assert figure.layout.annotations[0].text == "90%"


def test_a_band_s_share_and_probability_have_marks_of_their_own():
    dots, probability = drawn.shares_by_band(BANDS, LIGHT).checked().data
    assert list(dots.x) == ["0.90 to 1.00"]
    assert list(dots.y) == [0.75]
    assert list(probability.y) == [0.95]
    assert probability.marker.symbol == "diamond-open"


def test_room_is_parted_by_pattern_and_names_are_no_mark_up():
    figure = drawn.room_of_sources(source_audit(QUOTED), LIGHT).checked()
    quoted, reported = figure.data
    assert list(quoted.x) == [5, 0]
    assert list(reported.x) == [7, 9]
    assert reported.marker.pattern.shape == "/"
    assert list(reported.text) == ["57%", "43%"]
    named, unnamed = figure.layout.yaxis.ticktext
    assert named == "&lt;b&gt;Ann&lt;/b&gt; Hale"
    assert unnamed == "<i>unnamed sources</i>"


def test_nothing_to_draw_is_an_empty_figure():
    assert list(drawn.room_of_sources(source_audit(quoted_of([])), LIGHT).checked().data[0].x) == []
    assert list(drawn.verbs_by_manner(manners_used(quoted_of([])), LIGHT).checked().data[0].x) == []

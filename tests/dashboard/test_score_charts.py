"""The charts of the How it works page, on made-up measurements."""

import json

import pytest

from dashboard.model_facts import SYSTEMS, FactsMissing, card_body, model_facts
from dashboard.palette import DARK, LIGHT
from dashboard.score_charts import reliability, scores

ROW = {
    "task": "loaded sentences, <b>a set</b>",
    "metric": "macro-F1",
    "rows": 1200,
    "scores": {
        name: {"value": 0.5 + place / 10, "low": 0.45, "high": 0.95}
        for place, name in enumerate(SYSTEMS)
    },
}
BINS = [
    {"confidence": 0.2, "correct": 0.25, "rows": 40},
    {"confidence": 0.8, "correct": 0.7, "rows": 10},
]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_system_has_its_value_interval_and_shape(colours):
    figure = scores([ROW, ROW], colours)
    shown = {trace.name: trace for trace in figure.data}
    assert shown["Slant"].x == (0.5, 0.5)
    assert shown["VADER"].error_x.array == pytest.approx((0.25, 0.25))
    assert shown["VADER"].error_x.arrayminus == pytest.approx((0.25, 0.25))
    assert len({trace.marker.symbol for trace in figure.data}) == len(SYSTEMS)


def test_a_test_s_name_is_text():
    label = scores([ROW], LIGHT).layout.annotations[0].text
    assert label.replace("<br>", " ") == (
        "loaded sentences, &lt;b&gt;a set&lt;/b&gt; · macro-F1 · 1,200 rows"
    )


def test_reliability_shows_each_bin_larger_for_more_rows():
    points = reliability(BINS, LIGHT).data[1]
    assert (points.x, points.y) == ((0.2, 0.8), (0.25, 0.7))
    assert points.marker.size == pytest.approx((20, 13))


def test_the_bundled_measurements_can_be_drawn():
    facts = model_facts()
    assert scores(facts.metrics["table"], LIGHT).data
    assert reliability(facts.metrics["calibration"]["loaded"]["bins"], LIGHT).data
    assert facts.card.startswith("## ")


def test_missing_and_broken_files_are_one_sentence(tmp_path):
    with pytest.raises(FactsMissing, match=r"missing \(metrics.json\): run python -m"):
        model_facts(tmp_path)
    (tmp_path / "metrics.json").write_text("{", encoding="utf-8")
    with pytest.raises(FactsMissing, match="cannot be read"):
        model_facts(tmp_path)
    (tmp_path / "metrics.json").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(FactsMissing, match=r"missing \(README.md\)"):
        model_facts(tmp_path)


def test_a_card_goes_in_below_the_page_s_title():
    assert card_body("# Name\n\n<!-- a\nb -->\n## Part\ntext # no\n") == (
        "## Name\n\n### Part\ntext # no"
    )

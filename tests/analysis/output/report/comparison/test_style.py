"""The comparison report's own colours, by the formula of WCAG 2.2."""

from pathlib import Path

import pytest

from tests.analysis.output.report.test_style import colours, contrast

HERE = Path(__file__).resolve()
CSS = (HERE.parents[5] / "analysis/output/report/comparison/comparison.css").read_text("utf-8")
SCHEMES = (":root {", "@media screen and (prefers-color-scheme: dark)")


@pytest.mark.parametrize("start", SCHEMES, ids=["light", "dark"])
def test_lettering_reads_on_what_differs(start: str) -> None:
    shared, own = colours(start), colours(start, CSS)
    assert set(own) == {"differs", "conflict"}
    for ink in (shared["ink"], own["conflict"]):
        for paper in (shared["paper"], own["differs"]):
            assert contrast(ink, paper) >= 4.5
    assert contrast(shared["accent"], own["differs"]) >= 3
    assert contrast(shared["muted"], shared["raised"]) >= 4.5

"""The tour's words."""

from pathlib import Path

import dashboard.components.tour as tour
from analysis.output.phrasing.loaded_language import MEANING


def test_the_tour_says_what_loaded_means_in_the_page_s_words() -> None:
    page = Path(tour.__file__).with_name("tour.html").read_text(encoding="utf-8")
    assert f"<p>{MEANING}</p>" in page

"""How the page shows the lines that are not part of an article."""

from __future__ import annotations

import pytest

from analysis import Result, analyze
from dashboard.charts.by_sentence import article_strip
from dashboard.charts.palette import LIGHT
from dashboard.components.article_text.payload import article_payload
from dashboard.panels.table import table_rows

PAGE = (
    "Ferry fares rise in June\nBy Ana Pell\n4 May 2021\n\n"
    "The council raised the fares on Tuesday after a long debate.\n\n"
    "Image source, Getty Images"
)
WORDS = "not part of the article: not scored"


@pytest.fixture(scope="module")
def page() -> Result:
    return analyze(PAGE)


def test_text_and_hover_card_and_screen_reader(page: Result) -> None:
    pieces = [piece for block in article_payload(page)["blocks"] for piece in block["pieces"]]
    assert [piece["why"] for piece in pieces if piece.get("part") == "furniture"] == [WORDS] * 3
    assert all("probability" in piece for piece in pieces if "band" in piece and "why" not in piece)


def test_table(page: Result) -> None:
    loaded = [row["loaded"]["shown"] for row in table_rows(page.sentences)]
    assert loaded.count("not part of the article") == 3
    assert loaded[-3:] == ["not part of the article"] * 3


def test_strip(page: Result) -> None:
    (bar,) = article_strip(page.sentences, LIGHT).checked().data
    assert str(list(bar.hovertext)).count(WORDS) == 3

"""What an address brings once: a text handed over, or the question whether to fetch a page."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.server.handed_over import Handed, handed_over

ROOT = Path(__file__).parents[3]
TEXT = "The council voted on Tuesday to close the lido. Two firms have made an offer."


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)


def test_a_text_handed_over_is_opened_once(app):
    url = "https://news.example/lido"
    key = handed_over().keep(Handed(TEXT, is_html=False, title="Lido *to* close", url=url))
    app.query_params["handed"] = key
    app.run()
    opened = app.session_state["opened"]
    assert opened.article.text == TEXT
    assert (opened.article.title, opened.article.url) == ("Lido *to* close", url)
    assert "handed" not in app.query_params
    app.run()
    assert not app.error
    app.query_params["handed"] = key
    app.run()
    assert "not kept any more" in app.error[0].value
    assert app.session_state["opened"] is opened


def test_a_page_that_holds_no_article_says_so(app):
    key = handed_over().keep(Handed("<html><body></body></html>", is_html=True))
    app.query_params["handed"] = key
    app.run()
    assert "no article was found" in app.error[0].value


def test_a_link_fetches_nothing_by_itself(app, monkeypatch):
    asked = []
    monkeypatch.setattr("analysis.reading.web.pages.read_address", asked.append)
    app.query_params["url"] = "https://news.example/lido"
    app.run()
    assert asked == []
    assert "url" not in app.query_params
    labels = [button.label for button in app.button]
    assert "Fetch and analyse" in labels
    monkeypatch.setenv("SLANT_FETCH", "0")
    app.run()
    assert [b for b in app.button if b.label == "No, leave it"]
    assert any("switched off" in m.value for m in app.markdown)

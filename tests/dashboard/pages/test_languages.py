"""Texts in other languages on the Read page: refused with a way round it, marked, left out."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[3] / "app.py")
FRENCH = (
    "Le conseil municipal a voté mardi la fermeture de la piscine. C’est une honte absolue, a "
    "dit une habitante du quartier. Une réunion publique est prévue la semaine prochaine."
)
ENGLISH = (
    "The council voted on Tuesday to close the pool. It is a reckless and shameful betrayal of "
    "the families who live there, said Ivo Marsh."
)
WARNING = "This text looks like French, which the models do not read: do not rely on its scores."


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(APP, default_timeout=120).run()


def analyse(app: AppTest, text: str) -> AppTest:
    app.text_area(key="pasted").set_value(text)
    next(button for button in app.button if button.label == "Analyse").click()
    return app.run()


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_french_is_refused_and_analysed_on_demand_and_marked(app):
    analyse(app, FRENCH)
    (error,) = app.error
    assert "looks like French" in error.value
    assert not app.warning
    app.button(key="analyse-anyway").click().run()
    assert not app.exception
    assert not app.error
    assert [warning.value for warning in app.warning] == [WARNING]
    assert "Analyse anyway" not in buttons(app)
    article = app.session_state["opened"].result.article.iloc[0]
    assert article["language"] == "fr"
    assert article["any_language"]
    assert app.session_state["opened"].result.text == FRENCH


def test_an_uploaded_french_file_keeps_its_name(app):
    app.file_uploader[0].set_value([("piscine.txt", FRENCH.encode(), "text/plain")])
    app.run()
    app.button(key="analyse-anyway").click().run()
    assert [warning.value for warning in app.warning] == [WARNING]
    assert app.session_state["opened"].source == "piscine.txt"


def test_the_button_is_only_there_for_a_language(app):
    analyse(app, FRENCH)
    assert "Analyse anyway" in buttons(app)
    analyse(app, "")
    assert app.error
    assert "Analyse anyway" not in buttons(app)
    analyse(app, ENGLISH)
    assert not app.error
    assert not app.warning
    assert "refused" not in app.session_state


def test_sentences_in_another_language_are_shown_unscored(app):
    analyse(app, f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}")
    assert not app.exception
    assert not app.error
    assert [warning.value for warning in app.warning] == [
        "3 sentences are not in English and were not scored."
    ]
    sentences = app.session_state["opened"].result.sentences
    assert sentences["language"].tolist() == ["en", "en", "fr", "fr", "fr", "en", "en"]
    assert sentences["loaded"].isna().tolist() == [False] * 2 + [True] * 3 + [False] * 2
    assert app.session_state["opened"].result.spans["sentence"].isin([0, 1, 5, 6]).all()


def test_the_card_of_an_unscored_sentence_says_why(app):
    analyse(app, f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}")
    app.query_params["s"] = "3"
    app.run()
    assert not app.exception
    assert any(header.value.startswith("Sentence 3 of 7") for header in app.header)
    assert any("Not scored: in French" in one.value for one in app.markdown)

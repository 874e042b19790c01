"""The Practice page, without a browser: what opens, what is said, and when."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.practice.exercises.voices import VoiceItem, voice_items
from analysis.practice.exercises.wordings import wording_items
from analysis.text.one_line import one_line
from dashboard.panels.practice.marking_text import BEFORE
from tests.dashboard.pages.opened_page import opened_page

APP = str(Path(__file__).parents[3] / "app.py")
PAGE = "dashboard/pages/practice.py"
GERMAN = (
    "Der Gemeinderat hat gestern beschlossen, dass der alte Teich im nächsten Jahr gereinigt wird."
)


def opened(query: Mapping[str, str] | None = None) -> AppTest:
    return opened_page(PAGE, query)


def plain(text: str) -> str:
    return text.replace("\\", "").replace("\u2060", "")


def said(app: AppTest) -> list[str]:
    """What errors say."""
    assert not app.exception
    return [plain(error.value) for error in app.error]


def lines(app: AppTest) -> str:
    """All that is written on the page, boxes and components left out."""
    shown = [*app.markdown, *app.text, *app.caption, *app.success, *app.info, *app.subheader]
    return plain("\n".join(str(one.value) for one in shown))


def address(app: AppTest) -> dict[str, str]:
    return {
        name: value[-1] if isinstance(value, list) else value
        for name, value in app.query_params.items()
    }


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return app.run()


def switched(app: AppTest, exercise: str) -> AppTest:
    next(one for one in app.button_group if one.key == "exercise").set_value(exercise)
    return app.run()


def passage(app: AppTest) -> VoiceItem:
    """The item that *Who says it* shows."""
    marked = plain(next(one.value for one in app.markdown if ":blue-background[" in one.value))
    (item,) = [one for one in voice_items() if f"[**{one_line(one.text)}**]" in marked]
    return item


def pasted(app: AppTest, text: str) -> AppTest:
    app.text_area(key="practice-pasted").set_value(text)
    next(button for button in app.button if button.label == "Mark this text").click()
    return app.run()


def test_a_fresh_page_has_a_text_to_mark():
    app = opened()
    assert said(app) == []
    assert app.title[0].value == "Practice"
    assert address(app) == {"exercise": "mark", "sample": "school-meals-loaded"}
    assert BEFORE[0] in lines(app)
    assert not any(one.value.startswith("You and the model") for one in app.subheader)


@pytest.mark.parametrize(
    ("exercise", "button"),
    [
        ("rewrite", "practice-rewrite-next"),
        ("wordings", "practice-choose-0"),
        ("voices", "practice-voice-quoted"),
    ],
)
def test_an_exercise_opens_by_its_address_and_by_the_switch(exercise, button):
    app = opened({"exercise": exercise})
    assert said(app) == []
    assert address(app) == {"exercise": exercise}
    assert button in {one.key for one in app.button}
    other = switched(opened(), exercise)
    assert address(other) == {"exercise": exercise}
    assert button in {one.key for one in other.button}
    # And back, to the text that was open.
    assert address(switched(other, "mark"))["sample"] == "school-meals-loaded"


def test_an_address_that_names_nothing_there_is_said_and_something_is_open():
    assert address(opened({"exercise": "<b>"}))["exercise"] == "mark"
    app = opened({"exercise": "mark", "sample": "no-such"})
    assert said(app) == ["There is no sample called “no-such”: choose one from the list."]
    assert address(app)["sample"] == "school-meals-loaded"


def test_the_list_does_not_say_how_a_sample_is_told():
    app = opened()
    options = app.selectbox(key="practice-choice").options
    assert len(options) > 20
    styles = {"told plainly", "told loaded", "loaded the other way"}
    assert not any(style in option for option in options for style in styles)
    app.selectbox(key="practice-choice").set_value("ferry-fire-plain").run()
    assert address(app) == {"exercise": "mark", "sample": "ferry-fire-plain"}


def test_an_own_text_is_marked_and_is_one_of_the_list():
    app = pasted(opened(), "The pond was dredged. It is a scandal!")
    assert said(app) == []
    assert address(app) == {"exercise": "mark", "text": "1"}
    app.selectbox(key="practice-choice").set_value("ferry-fire-plain").run()
    assert any(
        one.startswith("Your text: ") for one in app.selectbox(key="practice-choice").options
    )
    app.selectbox(key="practice-choice").set_value("text:1").run()
    assert address(app) == {"exercise": "mark", "text": "1"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        (GERMAN, "looks like German"),
        ("12 345 67", "holds no"),
        ("x " * 200_000, ""),
    ],
)
def test_a_text_that_cannot_be_marked_is_refused_in_one_sentence(text, words):
    app = pasted(opened(), text)
    (error,) = said(app)
    assert words in error
    assert address(app)["sample"] == "school-meals-loaded", "what was open stays"
    assert app.text_area(key="practice-pasted").value == text, "and nothing typed is lost"
    app.selectbox(key="practice-choice").set_value("ferry-fire-plain").run()
    assert said(app) == []


def test_which_is_which_tells_its_answer_after_the_reader_s():
    app = opened({"exercise": "wordings"})
    texts = [one.value for one in app.text]
    (item,) = [one for one in wording_items() if {one.plain, one.loaded} == set(texts)]
    assert "The key" not in lines(app)
    place = texts.index(item.loaded)
    press(app, f"practice-choose-{1 - place}")
    press(app, f"practice-choose-{place}")  # a choice can be changed until the answer
    assert "The key" not in lines(app)
    press(app, "practice-wordings-answer")
    assert "The key says so too" in lines(app)
    for words in item.words:
        assert f"“{words}”" in lines(app)
    assert "The model calls the first" in lines(app)
    assert "1 of 1 so far" in lines(app)

    press(app, "practice-wordings-next")
    texts = [one.value for one in app.text]
    (item,) = [one for one in wording_items() if {one.plain, one.loaded} == set(texts)]
    press(app, f"practice-choose-{texts.index(item.plain)}")
    press(app, "practice-wordings-answer")
    assert "1 of 2 so far" in lines(app)
    assert "what made you choose this one?" in lines(app)
    assert "wrong" not in lines(app).replace("model can be wrong", "")
    # It is there still after a visit to another exercise.
    assert "1 of 2 so far" in lines(switched(switched(app, "voices"), "wordings"))


def test_who_says_it_tells_its_answer_after_the_reader_s():
    app = opened({"exercise": "voices"})
    item = passage(app)
    assert item.why not in lines(app)
    press(app, f"practice-voice-{item.voice}")
    assert item.why in lines(app)
    assert "The key says so too" in lines(app)
    press(app, "practice-voices-next")
    item = passage(app)
    other = "outlet" if item.voice != "outlet" else "quoted"
    press(app, f"practice-voice-{other}")
    assert "The key says" in lines(app)
    assert "1 of 2 so far" in lines(app)


def test_an_example_of_a_rewording_is_shown_when_it_is_asked_for():
    from analysis.practice.exercises.rewriting import rewriting_items

    app = opened({"exercise": "rewrite"})
    (item,) = [one for one in rewriting_items() if one.text in {text.value for text in app.text}]
    assert item.example not in lines(app)
    press(app, "practice-example")
    assert item.example in lines(app)
    press(app, "practice-rewrite-next")
    assert item.text not in {text.value for text in app.text}
    assert item.example not in lines(app)


def test_another_sentence_is_another_one_where_a_reload_brought_the_next_one_back():
    from analysis.practice.exercises.rewriting import rewriting_items

    by_text = {item.text: item for item in rewriting_items()}
    app = opened({"exercise": "rewrite"})
    (first,) = [text.value for text in app.text if text.value in by_text]
    press(app, "practice-rewrite-next")
    (following,) = [text.value for text in app.text if text.value in by_text]
    reloaded = opened({"exercise": "rewrite"})
    reloaded.session_state["practice-seed"] = app.session_state["practice-seed"]
    reloaded.session_state["practice.own-sentence"] = by_text[following]
    reloaded.run()
    assert following in {text.value for text in reloaded.text}
    press(reloaded, "practice-rewrite-next")
    (shown,) = [text.value for text in reloaded.text if text.value in by_text]
    assert shown not in (first, following)


def test_the_sentence_that_is_chosen_on_read_can_be_reworded():
    app = opened({"exercise": "rewrite"})
    assert "practice-take" not in {one.key for one in app.button}
    app.switch_page("dashboard/pages/read.py")
    app.query_params.clear()
    app.query_params["sample"] = "bus-fares-loaded"
    app.query_params["s"] = "2"
    app.run()
    sentence = app.session_state["opened"].result.sentences["text"][1]
    app.switch_page(PAGE)
    app.query_params.clear()
    app.run()
    press(app, "practice-take")
    assert sentence in {one.value for one in app.text}
    assert "Make it plain" in lines(app), "the sentence is likely loaded"
    press(app, "practice-rewrite-next")
    assert sentence not in {one.value for one in app.text}


def test_a_text_that_was_read_with_its_scores_is_not_the_one_to_mark():
    app = AppTest.from_file(APP, default_timeout=120).run()
    app.text_area(key="pasted").set_value("The pond was dredged. It is a scandal!")
    next(button for button in app.button if button.label == "Analyse").click()
    app.run()
    app.switch_page(PAGE)
    app.query_params.clear()
    app.run()
    assert address(app) == {"exercise": "mark", "sample": "school-meals-loaded"}
    assert any(one.startswith("Your text") for one in app.selectbox(key="practice-choice").options)

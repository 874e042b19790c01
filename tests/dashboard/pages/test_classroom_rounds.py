"""The rounds of a class on the Class page: texts and tests, and what is shown to whom."""

import json

import pytest

from analysis.practice.marks import Mark
from store.classes.marks import keep_marks
from store.classes.records import KeptMark
from store.classes.rounds import round_of
from tests.dashboard.pages.led_class import (
    PAGE,
    answer,
    begin_test,
    choose,
    drawn,
    joined,
    kind_of_next,
    labels,
    led,
    mark,
    opened,
    press,
    press_text,
    show_marks,
    visited,
    words,
)


@pytest.fixture
def app(engine, kept):
    """The page as a browser without a class sees it."""
    return visited()


OWN = (
    "Village pond to be dredged\n\nThe parish will dredge the pond in March. "
    "It is a <b>shameful</b> betrayal, a disgraceful waste of money. Two firms have made an offer."
)


def test_a_sample_is_given_paused_and_shown(app, engine):
    opened(app)
    press(app, "Give this text to the class")
    assert led(app, engine).state == "open"
    assert "Round 1: a text to mark" in words(app)
    press(app, "Pause")
    assert led(app, engine).state == "paused"
    press(app, "Go on")
    assert led(app, engine).state == "open"
    press(app, "Show the model's view")
    assert led(app, engine).state == "revealed"
    assert "Pause" not in labels(app)
    press(app, "Give this text to the class")
    assert led(app, engine).round == 2
    assert led(app, engine).state == "open"


def test_a_round_that_is_on_is_replaced_only_after_a_question(app, engine):
    opened(app)
    press(app, "Give this text to the class")
    press(app, "Give this text to the class")
    assert led(app, engine).round == 1
    assert "nobody sees what it marked so far" in words(app)
    press(app, "No, stay here")
    assert led(app, engine).round == 1
    assert "nobody sees what it marked so far" not in words(app)
    press(app, "Give this text to the class")
    press(app, "Yes, give this text to the class")
    assert led(app, engine).round == 2
    assert "Yes, give this text to the class" not in labels(app)


def test_a_test_that_is_on_begins_anew_only_after_a_question(app, engine):
    opened(app)
    found = joined(app, engine, 2)
    begin_test(app, "before")
    answer(engine, found[0], 1, 5)
    choose(app, "before")
    press(app, "Begin the test")
    assert led(app, engine).round == 1
    assert "the answers given so far do not count" in words(app)
    assert "1 of 2 pupils has begun, 1 is done." in words(app)
    press(app, "End the test")
    assert "the answers given so far do not count" not in words(app)
    press(app, "Begin the test")
    assert led(app, engine).round == 1
    assert "The class has had this test." in words(app)
    press(app, "Yes, begin the test")
    assert led(app, engine).round == 2


def test_what_went_wrong_with_the_next_round_is_said_for_that_choice_only(app):
    opened(app)
    app.radio(key="next-source").set_value("paste").run()
    press(app, "Give this text to the class")
    assert app.error
    app.radio(key="next-source").set_value("sample").run()
    assert not app.error


def test_the_list_of_samples_does_not_say_how_they_are_told(app):
    opened(app)
    options = app.selectbox(key="next-sample").options
    assert len(options) > 20
    assert not [one for one in options if "loaded" in one or "partisan" in one or "plain" in one]


def test_an_own_text_keeps_its_markup_as_text(app, engine):
    opened(app)
    app.radio(key="next-source").set_value("paste").run()
    app.text_area(key="next-pasted").set_value(OWN)
    press(app, "Give this text to the class")
    school = led(app, engine)
    material = round_of(engine, school.id, 1).material
    assert material["text"] == OWN
    text, _ = drawn(app)
    pieces = [piece for block in text["blocks"] for piece, _ in block["pieces"]]
    assert "It is a <b>shameful</b> betrayal, a disgraceful waste of money." in pieces


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("Der Gemeinderat hat gestern beschlossen, den alten Teich zu reinigen.", "English"),
    ],
)
def test_a_text_that_cannot_be_used_is_said_and_no_round_begins(app, engine, text, said):
    opened(app)
    app.radio(key="next-source").set_value("paste").run()
    app.text_area(key="next-pasted").set_value(text)
    press(app, "Give this text to the class")
    assert said in app.error[0].value
    assert led(app, engine).round is None
    press(app, "New word")
    assert not app.error


def test_a_text_that_no_class_reads_in_a_lesson_is_not_given(app, engine):
    opened(app)
    app.radio(key="next-source").set_value("paste").run()
    app.text_area(key="next-pasted").set_value("The pond is wide. " * 800)
    press(app, "Give this text to the class")
    assert "3,200 words" in words(app)
    assert "3,000 at most" in words(app)
    assert led(app, engine).round is None


def test_a_pasted_text_outlives_a_glance_elsewhere(app, engine):
    opened(app)
    app.radio(key="next-source").set_value("paste").run()
    app.text_area(key="next-pasted").set_value(OWN).run()
    app.radio(key="next-source").set_value("sample").run()
    app.radio(key="next-source").set_value("paste").run()
    assert app.text_area(key="next-pasted").value == OWN
    for chosen in ("before", "text"):
        choose(app, chosen)
    assert app.radio(key="next-source").value == "paste"
    assert app.text_area(key="next-pasted").value == OWN
    press(app, "Give this text to the class")
    assert round_of(engine, led(app, engine).id, 1).material["text"] == OWN
    press(app, "Delete everything now")
    press(app, "Open a class")
    app.radio(key="next-source").set_value("paste").run()
    assert not app.text_area(key="next-pasted").value


def test_after_a_test_a_text_is_chosen_and_nobody_is_said_to_see_anything(app):
    opened(app)
    begin_test(app, "before")
    assert kind_of_next(app).value == "text"
    press(app, "End the test")
    assert "the pupils see what came of it" not in words(app)
    assert "Over." in words(app)


def test_the_text_open_on_read_is_given(app, engine):
    opened(app)
    app.switch_page("dashboard/pages/read.py").run()
    app.switch_page(PAGE).run()
    app.radio(key="next-source").set_value("open").run()
    press(app, "Give this text to the class")
    text = round_of(engine, led(app, engine).id, 1).material["text"]
    assert text == app.session_state["opened"].article.text


def test_fewer_than_five_pupils_are_counted_and_nothing_else(app, engine):
    opened(app)
    found = joined(app, engine, 6)
    press(app, "Give this text to the class")
    for pupil in found[:4]:
        mark(engine, pupil, [2, 3])
    show_marks(app)
    assert "4 of 6 pupils have begun, 0 are done." in words(app)
    assert "figures are shown from 5 readers on" in words(app)
    assert drawn(app)[1] == {"lines": {}, "differ": [], "split": [], "said": []}


def test_the_model_s_view_is_shown_to_fewer_than_five_too(app, engine):
    opened(app)
    found = joined(app, engine, 4)
    press(app, "Give this text to the class")
    for pupil in found:
        mark(engine, pupil, [2], done=True)
    press(app, "Show the model's view")
    assert "figures are shown from 5 readers on" in words(app)
    _, figures = drawn(app)
    material = round_of(engine, found[0].class_id, 1).material
    bands = {str(n): view["band"] for n, view in enumerate(material["views"]) if view["band"]}
    assert {number: line["band"] for number, line in figures["lines"].items()} == bands
    assert not [line for line in figures["lines"].values() if "share" in line or "said" in line]
    assert figures["differ"] == figures["split"] == []
    assert "The model can be wrong" in figures["said"][0]


def test_words_that_two_pupils_marked_are_shown(app, engine):
    opened(app)
    found = joined(app, engine, 5)
    press(app, "Give this text to the class")
    material = round_of(engine, found[0].class_id, 1).material
    start, end, *_ = material["lines"][2]
    first, second = (start, start + 3), (end - 4, end - 1)
    for place, pupil in enumerate(found):
        marked = {0: (first, second), 1: (first,)}.get(place, ())
        keep_marks(engine, pupil, 1, [KeptMark(Mark(2, True, "", marked), 1)], True)
    show_marks(app)
    line = drawn(app)[1]["lines"]["2"]
    text = material["text"]
    assert line["pieces"] == [
        [text[start : start + 3], True, False],
        [text[start + 3 : end], False, False],
    ]
    assert f"Words marked most: “{text[start : start + 3]}” (2)." in line["said"]


def test_five_pupils_have_shares_a_list_and_an_agreement(app, engine):
    opened(app)
    found = joined(app, engine, 6)
    press(app, "Give this text to the class")
    for pupil in found[:5]:
        mark(engine, pupil, [2])
    for place, pupil in enumerate(found[:5]):
        mark(engine, pupil, [4] if place < 3 else [6], done=place == 0)
    app.run()
    assert "Some pupils are still reading" not in words(app), "nothing of the marks is shown yet"
    show_marks(app)
    _, figures = drawn(app)
    assert figures["lines"]["2"]["label"] == "5/5"
    assert figures["lines"]["4"]["label"] == "3/5"
    assert figures["split"] == [4]
    assert "6" not in figures["lines"], "three have reached it"
    assert "Krippendorff" in figures["said"][0]
    assert "Some pupils are still reading" in words(app)
    assert "5 of 6 pupils have begun, 1 is done." in words(app)


def test_the_model_s_view_is_worked_in_only_when_it_is_shown(app, engine):
    opened(app)
    found = joined(app, engine, 5)
    press(app, "Give this text to the class")
    for pupil in found:
        mark(engine, pupil, [2], done=True)
    show_marks(app)
    before = json.dumps(drawn(app))
    material = round_of(engine, found[0].class_id, 1).material
    assert "band" not in before
    scores = [view["probability"] for view in material["views"] if 0 < view["probability"] < 1]
    assert scores
    assert not [score for score in scores if str(score) in before]
    assert "Class and model" not in words(app) + before
    press(app, "Show the model's view")
    _, figures = drawn(app)
    bands = {view["band"] for view in material["views"] if view["band"]}
    assert {line["band"] for line in figures["lines"].values()} == bands
    assert "Class and model agree" in figures["said"][1]
    assert "The model can be wrong" in figures["said"][2]
    assert [number for number, _ in figures["differ"]] == [
        number
        for number, view in enumerate(material["views"])
        if view["band"] in ("loaded", "not loaded") and (number == 2) != (view["band"] == "loaded")
    ]


def test_no_pupil_s_marks_are_on_the_page(app, engine):
    opened(app)
    found = joined(app, engine, 5)
    press(app, "Give this text to the class")
    for pupil in found:
        mark(engine, pupil, [2], done=True)
    show_marks(app)
    for pupil in found:
        assert pupil.nickname not in words(app) + json.dumps(drawn(app))


def test_the_class_s_gain_is_shown_after_both_tests(app, engine):
    opened(app)
    found = joined(app, engine, 8)
    begin_test(app, "before")
    for pupil, right in zip(found, [4, 5, 6, 4, 5, 6, 5, 9], strict=True):
        answer(engine, pupil, 1, right)
    press(app, "End the test")
    assert "The class's gain is shown when" in words(app)
    begin_test(app, "after")
    for pupil, right in zip(found[:7], [7, 8, 9, 8, 8, 9, 7], strict=True):
        answer(engine, pupil, 2, right)
    app.run()
    assert "7 of 8 pupils have begun, 7 are done." in words(app)
    assert "Cohen" not in words(app)
    press(app, "End the test")
    said = words(app)
    # The eighth, with nine right before, did not do both: 35 / 7 and 56 / 7.
    assert "7 pupils did both tests" in said
    assert "5.0 of 10 sentences before and on 8.0 after" in said
    assert "Cohen’s d" in said
    assert "What this cannot show" in said


def earlier(app, number):
    """What the page says with that earlier round open, apart from what else it says."""
    before = words(app)
    app.session_state["earlier-rounds"] = True
    app.run()
    app.selectbox(key="earlier-round").set_value(number).run()
    assert not app.exception
    return words(app).replace(before, "")


def test_the_gain_can_be_seen_again_while_a_text_is_on(app, engine):
    opened(app)
    found = joined(app, engine, 5)
    begin_test(app, "before")
    for pupil, right in zip(found, [4, 5, 6, 4, 6], strict=True):
        answer(engine, pupil, 1, right)
    press(app, "End the test")
    begin_test(app, "after")
    for pupil, right in zip(found, [8, 9, 7, 8, 8], strict=True):
        answer(engine, pupil, 2, right)
    press(app, "End the test")
    assert "earlier-round" not in [one.key for one in app.selectbox]
    # Another test before is none of this gain.
    begin_test(app, "before")
    press(app, "End the test")
    press_text(app)
    assert "5 pupils did both tests" not in words(app)
    assert "5 pupils did both tests" in earlier(app, 2)
    assert [*app.selectbox(key="earlier-round").options] == ["Round 2: the test after"]


def test_an_earlier_text_can_be_seen_again_if_it_was_shown(app, engine):
    opened(app)
    found = joined(app, engine, 4)
    press(app, "Give this text to the class")
    for pupil in found:
        mark(engine, pupil, [2], done=True)
    press(app, "Show the model's view")
    press(app, "Give this text to the class")
    assert "Only 4 so far" not in words(app)
    assert "Only 4 so far" in earlier(app, 1)
    press(app, "Give this text to the class")
    press(app, "Yes, give this text to the class")
    # The second was never shown, and is not now.
    (name,) = app.selectbox(key="earlier-round").options
    assert name.startswith("Round 1: a text to mark – ")


def test_a_gain_of_fewer_than_five_is_not_shown(app, engine):
    opened(app)
    found = joined(app, engine, 6)
    begin_test(app, "before")
    for pupil in found:
        answer(engine, pupil, 1, 5)
    begin_test(app, "after")
    for pupil in found[:4]:
        answer(engine, pupil, 2, 8)
    press(app, "End the test")
    assert "Cohen" not in words(app)
    assert "figures are shown from 5 readers on" in words(app)


def test_the_test_after_has_the_sentences_of_the_test_before(app, engine, monkeypatch, tmp_path):
    opened(app)
    begin_test(app, "before")
    monkeypatch.setenv("SLANT_PRACTICE_ITEMS", str(tmp_path / "gone.csv"))
    begin_test(app, "after")
    school = led(app, engine)
    assert round_of(engine, school.id, 2).material == round_of(engine, school.id, 1).material


def test_a_file_of_items_that_cannot_be_used_is_said(app, engine, monkeypatch, tmp_path):
    path = tmp_path / "items.csv"
    path.write_text("form,item,text,loaded,why\nA,1,One.,yes,\n", encoding="utf-8")
    monkeypatch.setenv("SLANT_PRACTICE_ITEMS", str(path))
    opened(app)
    begin_test(app, "before")
    assert "items" in words(app)
    assert app.error
    assert led(app, engine).round is None

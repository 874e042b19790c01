"""The Class page without a browser: opening, rounds, what is shown to whom, and the end."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.practice.marks import Mark
from dashboard.components.teacher_key import ClassKey, Kept
from dashboard.server import address
from dashboard.server.address import Address
from store import database as store_database
from store.classes.deletion import delete_class
from store.classes.errors import NoSuchClass
from store.classes.joining import as_pupil, join, pupils
from store.classes.marks import keep_marks
from store.classes.opening import as_teacher, open_class, school_class
from store.classes.records import KeptMark
from store.classes.rounds import round_of

APP = str(Path(__file__).parents[3] / "app.py")
PAGE = "dashboard/pages/classroom.py"
OWN = (
    "Village pond to be dredged\n\nThe parish will dredge the pond in March. "
    "It is a <b>shameful</b> betrayal, a disgraceful waste of money. Two firms have made an offer."
)


@pytest.fixture
def engine(monkeypatch):
    """The store of this test, in memory."""
    engine = store_database.database("memory")
    monkeypatch.setattr(store_database, "_of_this_process", engine)
    return engine


@pytest.fixture
def kept(monkeypatch):
    """What the browser keeps: a list of keys that a test may fill."""
    keys: list[ClassKey] = []
    answer = "dashboard.components.teacher_key.kept_keys"
    monkeypatch.setattr(answer, lambda: Kept(tuple(keys), True))
    monkeypatch.setattr(address, "_routes", [True])
    return keys


@pytest.fixture
def app(engine, kept):
    return visited()


def visited():
    app = AppTest.from_file(APP, default_timeout=120).run()
    return app.switch_page(PAGE).run()


def press(app, label):
    found = [button for button in app.button if button.label == label]
    assert found, f"no button “{label}” among {[button.label for button in app.button]}"
    found[0].click()
    app.run()
    assert not app.exception
    return app


def labels(app):
    return [button.label for button in app.button]


def plain(text):
    return text.replace("\\", "").replace("\u2060", "")


def words(app):
    """Everything that the page says in words."""
    parts = (app.markdown, app.caption, app.info, app.error, app.warning, app.text, app.header)
    return "\n".join(plain(str(one.value)) for part in parts for one in part)


def led(app, engine):
    key = app.session_state["class-led"]
    return as_teacher(engine, key.code, key.key)


def opened(app):
    return press(app, "Open a class")


def joined(app, engine, count):
    """So many pupils who have just joined."""
    school = led(app, engine)
    found = []
    for _ in range(count):
        (seat,) = join(engine, school.code, school.word)
        found.append(as_pupil(engine, seat.token))
    return found


def drawn(app):
    """What the component with the class's text was given, decoded."""
    key = app.session_state["class-progress"][1]
    return json.loads(key.text.text[0]), json.loads(key.text.drawn[0])


def test_before_a_class_the_page_says_what_it_is_and_what_is_kept(app):
    said = words(app)
    assert "without accounts and without names" in said
    assert "24 hours" in said
    assert "docs/lessons" in said
    assert labels(app)[-1] == "Open a class"
    assert not app.error


def test_without_the_pupils_page_it_says_how_to_start_slant(app, monkeypatch):
    monkeypatch.setattr(address, "_routes", [])
    app.run()
    assert "make app" in app.warning[0].value
    assert "Open a class" not in labels(app)


def test_a_server_that_only_this_machine_reaches_is_said(app, monkeypatch):
    monkeypatch.setattr("dashboard.server.address.only_this_machine", lambda host: True)
    app.run()
    assert "Only this machine can reach Slant" in app.warning[0].value


def test_an_open_class_shows_its_code_and_word_and_never_its_key(app, engine):
    opened(app)
    school = led(app, engine)
    shown = [text.value for text in app.text]
    assert school.code in shown
    assert school.word in shown
    assert "Nobody has joined yet." in words(app)
    key = app.session_state["class-led"].key
    html = "".join(str(one.proto) for one in app.get("html"))
    assert key not in words(app) + html
    assert "data:image/svg+xml;base64," in html
    assert key not in str(app.query_params)


def test_a_reload_finds_the_class_by_the_browser_s_key(app, engine, kept):
    opened(app)
    school = led(app, engine)
    kept.append(app.session_state["class-led"])
    again = visited()
    assert school.code in [text.value for text in again.text]


def test_another_browser_gets_nothing(app, engine):
    opened(app)
    code = led(app, engine).code
    other = visited()
    assert code not in words(other)
    assert "Open a class" in labels(other)


@pytest.mark.parametrize("key", ["", "guessed", "0" * 64])
def test_a_guessed_key_opens_nothing(app, engine, kept, key):
    opened(app)
    code = led(app, engine).code
    kept.append(ClassKey(code, key))
    other = visited()
    assert "class-led" not in other.session_state
    assert code in other.session_state["class-gone"]


def test_of_several_classes_the_teacher_chooses(engine, kept):
    first, second = open_class(engine), open_class(engine)
    kept += [ClassKey(first.code, first.key), ClassKey(second.code, second.key)]
    app = visited()
    assert f"Go on with {first.code}" in labels(app)
    press(app, f"Go on with {second.code}")
    assert led(app, engine).code == second.code
    press(app, "Turn to another class")
    assert f"Go on with {first.code}" in labels(app)
    assert "Open another class" in labels(app)


def test_a_class_that_is_over_is_said_and_its_key_forgotten(app, engine, kept):
    opened(app)
    school = led(app, engine)
    kept.append(app.session_state["class-led"])
    delete_class(engine, school.id)
    app.run()
    assert "This class is over" in app.info[0].value
    assert school.code in app.session_state["class-gone"]
    assert "Open a class" in labels(app)


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


def test_the_text_open_on_read_is_given(app, engine):
    opened(app)
    app.switch_page("dashboard/pages/read.py").run()
    app.switch_page(PAGE).run()
    app.radio(key="next-source").set_value("open").run()
    press(app, "Give this text to the class")
    text = round_of(engine, led(app, engine).id, 1).material["text"]
    assert text == app.session_state["opened"].article.text


def test_of_several_addresses_the_teacher_chooses(app, engine, monkeypatch):
    two = [Address(f"http://{host}:8501", "here") for host in ("192.168.1.20", "10.0.0.7")]
    monkeypatch.setattr(address, "join_addresses", lambda *given: two)
    opened(app)
    assert "http://192.168.1.20:8501/join" in [text.value for text in app.text]
    app.selectbox(key="class-address").set_value(two[1]).run()
    assert "http://10.0.0.7:8501/join" in [text.value for text in app.text]
    press(app, "Give this text to the class")
    assert "http://10.0.0.7:8501/join" in words(app)


def test_an_address_that_is_none_is_said(app, monkeypatch):
    monkeypatch.setenv("SLANT_ADDRESS", "our server")
    opened(app)
    assert "SLANT_ADDRESS is “our server”" in plain(app.error[0].value)


def test_a_browser_that_stores_nothing_is_said(app, monkeypatch):
    monkeypatch.setattr("dashboard.components.teacher_key.kept_keys", lambda: Kept((), False))
    opened(app)
    assert "after a reload it would not know" in app.warning[0].value


def test_joining_is_stopped_and_allowed_and_the_word_changes(app, engine):
    opened(app)
    word = led(app, engine).word
    press(app, "New word")
    assert led(app, engine).word != word
    assert led(app, engine).word in [text.value for text in app.text]
    press(app, "Stop joining")
    assert not led(app, engine).joining
    assert led(app, engine).word not in [text.value for text in app.text]
    press(app, "Allow joining")
    assert led(app, engine).joining


def test_a_pupil_is_removed_after_a_question(app, engine):
    opened(app)
    first, second = joined(app, engine, 2)
    app.run()
    assert first.nickname not in " ".join(labels(app))
    app.session_state["who-is-here"] = True
    app.run()
    press(app, f"Remove {first.nickname}")
    assert len(pupils(engine, first.class_id)) == 2
    press(app, f"Keep {first.nickname}")
    press(app, f"Remove {second.nickname}")
    press(app, f"Yes, remove {second.nickname}")
    assert [pupil.nickname for pupil in pupils(engine, first.class_id)] == [first.nickname]
    assert "1 pupil has joined." in words(app)


def mark(engine, pupil, sentences, done=None):
    kept = [KeptMark(Mark(number, True, "feeling"), 1) for number in sentences]
    keep_marks(engine, pupil, 1, kept, done)


def test_fewer_than_five_pupils_are_counted_and_nothing_else(app, engine):
    opened(app)
    found = joined(app, engine, 6)
    press(app, "Give this text to the class")
    for pupil in found[:4]:
        mark(engine, pupil, [2, 3])
    app.run()
    assert "4 of 6 pupils have begun, 0 are done." in words(app)
    assert "figures are shown from 5 readers on" in words(app)
    assert drawn(app)[1] == {"lines": {}, "split": [], "said": []}


def test_five_pupils_have_shares_a_list_and_an_agreement(app, engine):
    opened(app)
    found = joined(app, engine, 6)
    press(app, "Give this text to the class")
    for pupil in found[:5]:
        mark(engine, pupil, [2])
    for place, pupil in enumerate(found[:5]):
        mark(engine, pupil, [4] if place < 3 else [6], done=place == 0)
    app.run()
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
    app.run()
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


def test_no_pupil_s_marks_are_on_the_page(app, engine):
    opened(app)
    found = joined(app, engine, 5)
    press(app, "Give this text to the class")
    for pupil in found:
        mark(engine, pupil, [2], done=True)
    app.run()
    for pupil in found:
        assert pupil.nickname not in words(app) + json.dumps(drawn(app))


def begin_test(app, kind):
    next(one for one in app.button_group if one.key == "next-kind").set_value(kind)
    app.run()
    return press(app, "Begin the test")


def answer(engine, pupil, number, right):
    """Answer the first ``right`` items of a pupil's form as the key has them, the others not."""
    items = round_of(engine, pupil.class_id, number).material
    odd_first = (pupil.number % 2 == 1) == (number == 1)
    form = items["A" if odd_first else "B"]
    marks = [
        KeptMark(Mark(place, item["loaded"] == (place < right)), 1)
        for place, item in enumerate(form)
    ]
    keep_marks(engine, pupil, number, marks, True)


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


def test_deletion_takes_everything_and_brings_the_page_back(app, engine, kept):
    opened(app)
    school = led(app, engine)
    kept.append(app.session_state["class-led"])
    joined(app, engine, 2)
    press(app, "Give this text to the class")
    press(app, "Delete everything now")
    assert f"Class {school.code} is deleted. Nothing of it is kept." in app.info[0].value
    with pytest.raises(NoSuchClass):
        school_class(engine, school.id)
    assert "Open a class" in labels(app)
    for key in ("class-led", "class-progress", "class-rounds", "class-text"):
        assert key not in app.session_state


def test_a_store_that_cannot_be_opened_is_said_in_a_sentence(monkeypatch, kept, tmp_path):
    (tmp_path / "file").write_text("not a database", encoding="utf-8")
    monkeypatch.setattr(store_database, "_of_this_process", None)
    monkeypatch.setenv("SLANT_CLASSES", str(tmp_path / "file"))
    app = visited()
    press(app, "Open a class")
    assert app.error
    assert not app.exception

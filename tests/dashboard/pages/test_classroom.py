"""The Class page without a browser: opening a class, its key, joining, and the end."""

import pytest

from dashboard.components.teacher_key import ClassKey, Kept
from dashboard.server import address
from dashboard.server.address import Address
from store import database as store_database
from store.classes.deletion import delete_class
from store.classes.errors import NoSuchClass, WrongWord
from store.classes.joining import MOST_WRONG_WORDS, join, pupils
from store.classes.opening import open_class, school_class
from tests.dashboard.pages.led_class import (
    joined,
    labels,
    led,
    mark,
    opened,
    plain,
    press,
    visited,
    words,
)


@pytest.fixture
def app(engine, kept):
    """The page as a browser without a class sees it."""
    return visited()


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


def test_why_nobody_can_join_is_said_with_the_button_that_mends_it(app, engine):
    opened(app)
    school = led(app, engine)
    for _ in range(MOST_WRONG_WORDS):
        with pytest.raises(WrongWord):
            join(engine, school.code, "wrong")
    app.run()
    assert "40 wrong words were tried" in words(app)
    app.button(key="allow-joining-board").click().run()
    assert "40 wrong words were tried" not in words(app)
    assert led(app, engine).joining
    assert led(app, engine).word in [text.value for text in app.text]
    press(app, "Stop joining")
    assert "40 wrong words were tried" not in words(app), "here it was the teacher"


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


def test_all_who_marked_nothing_are_removed_after_a_question(app, engine):
    opened(app)
    found = joined(app, engine, 4)
    app.session_state["who-is-here"] = True
    app.run()
    every = "Remove all who have marked nothing"
    assert every not in labels(app), "before the first round that is everybody"
    press(app, "Give this text to the class")
    mark(engine, found[0], [2])
    mark(engine, found[1], [], done=True)
    app.session_state["who-is-here"] = True
    app.run()
    press(app, every)
    press(app, "Keep them")
    assert len(pupils(engine, found[0].class_id)) == 4
    press(app, every)
    press(app, "Yes, remove 2 who have marked nothing")
    assert pupils(engine, found[0].class_id) == found[:2]
    assert every not in labels(app)


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
    for key in ("class-led", "class-progress", "class-rounds", "class-texts"):
        assert key not in app.session_state


def test_a_store_that_cannot_be_opened_is_said_in_a_sentence(monkeypatch, kept, tmp_path):
    (tmp_path / "file").write_text("not a database", encoding="utf-8")
    monkeypatch.setattr(store_database, "_of_this_process", None)
    monkeypatch.setenv("SLANT_CLASSES", str(tmp_path / "file"))
    app = visited()
    press(app, "Open a class")
    assert app.error
    assert not app.exception

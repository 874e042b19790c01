"""A class that a test leads on the Class page, without a browser."""

import json
from pathlib import Path

from streamlit.testing.v1 import AppTest

from analysis.practice.marks import Mark
from store.classes.joining import as_pupil, join
from store.classes.marks import keep_marks
from store.classes.opening import as_teacher
from store.classes.records import KeptMark
from store.classes.rounds import round_of

APP = str(Path(__file__).parents[3] / "app.py")
PAGE = "dashboard/pages/classroom.py"


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


def show_marks(app):
    """Have the class's marks shown before the reveal."""
    app.toggle(key="class-show-marks").set_value(True).run()
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


def mark(engine, pupil, sentences, done=None):
    kept = [KeptMark(Mark(number, True, "feeling"), 1) for number in sentences]
    keep_marks(engine, pupil, 1, kept, done)


def choose(app, kind):
    """Choose what comes next."""
    kind_of_next(app).set_value(kind)
    return app.run()


def kind_of_next(app):
    """The choice of what comes next."""
    return next(one for one in app.button_group if one.key.startswith("next-kind"))


def begin_test(app, kind):
    choose(app, kind)
    press(app, "Begin the test")
    if "Yes, begin the test" in labels(app):
        press(app, "Yes, begin the test")
    return app


def press_text(app):
    """Give the class the sample that is chosen."""
    choose(app, "text")
    return press(app, "Give this text to the class")


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

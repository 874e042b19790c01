"""The view Learning, on a desk in a file of its own."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pandas as pd
import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from analysis.desk.training_set import TRAINING
from dashboard.panels.desk.fitting.preview import examples_html, spread
from dashboard.panels.desk.learning import _downloads
from dashboard.panels.desk.record import Desk
from store.desk.editors import open_session, sign_in
from store.desk.fits import fit_in_use, fits
from store.desk.opening import open_desk
from store.desk.queue import queue
from store.desk.records import READER
from tests.desk_taught import teach


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    made = open_desk(folder=str(tmp_path_factory.mktemp("desk")))
    teach(made)
    yield made
    made.dispose()


def script(desk):
    from dashboard.panels.desk.learning import view

    view(desk)


def opened(desk: Desk) -> AppTest:
    shown = AppTest.from_function(script, kwargs={"desk": desk}, default_timeout=60).run()
    assert not shown.exception
    return shown


def pressed(shown: AppTest, label: str) -> AppTest:
    (button,) = (one for one in shown.button if one.label == label)
    shown = button.click().run()
    assert not shown.exception
    return shown


def said(shown: AppTest) -> str:
    kinds = (shown.markdown, shown.caption, shown.info, shown.success, shown.warning)
    # Letters only: Markdown's escapes are of no matter here.
    return " ".join(block.value for blocks in kinds for block in blocks).replace("\\", "")


def test_without_decisions_it_says_how_many_are_missing(tmp_path):
    made = open_desk(folder=str(tmp_path))
    shown = opened(Desk(made, sign_in(made, "Ann"), ""))
    assert "60 more decided flags, 15 more accepted ones, 15 more dismissed ones" in said(shown)
    assert not shown.button
    made.dispose()


def test_a_fit_is_looked_at_used_and_undone(engine):
    desk = Desk(engine, sign_in(engine, "Ann"), "")
    shown = opened(desk)
    assert "100 flags of the model decided on in 20 articles" in said(shown)
    assert "No fit is in use" in said(shown)
    shown = pressed(shown, "Fit to our decisions")
    assert "Of 100 decided flags it would have held back" in said(shown)
    assert "use it." in said(shown)
    # Looking changes nothing.
    assert (fits(engine), queue(engine).held_back) == ((), 0)

    shown = pressed(shown, "Use it")
    assert "A fit is in use" in said(shown)
    held = queue(engine).held_back
    assert 0 < held < 20
    kept = fit_in_use(engine)
    assert (kept.name, kept.in_use) == ("Ann", True)

    shown = pressed(shown, "Undo")
    assert "No fit is in use" in said(shown)
    assert fit_in_use(engine) is None
    assert queue(engine).held_back == 0
    assert [one.in_use for one in fits(engine)] == [False]


def test_a_reader_sees_it_and_cannot_use_it(engine):
    desk = Desk(engine, replace(sign_in(engine, "Dee"), role=READER), "")
    shown = pressed(opened(desk), "Fit to our decisions")
    assert "Of 100 decided flags" in said(shown)
    assert "An admin of the desk can use it." in said(shown)
    assert not {"Use it", "Undo"} & {button.label for button in shown.button}


def test_the_training_set_is_what_was_decided(engine, monkeypatch):
    made = {}
    monkeypatch.setattr(
        "dashboard.panels.desk.learning.download",
        lambda label, stem, ending, mime, make: made.update({ending: make()}),
    )
    ann = sign_in(engine, "Ann")
    _downloads(Desk(engine, ann, open_session(engine, ann.id)))
    rows = pd.read_parquet(BytesIO(made[".parquet"]))
    assert (list(rows), len(rows)) == (list(TRAINING), 100)
    assert len(pd.read_csv(BytesIO(made[".csv"]))) == 100


def test_examples_are_escaped_and_marked():
    sentence = 'It was <img src=x onerror="alert(1)"> a vile & odd thing.'
    flag = {
        "sentence_text": sentence,
        "sentence_start": 7,
        "start": 7 + sentence.index("vile"),
        "text": "vile",
        "chance": 0.25,
    }
    found = examples_html(pd.DataFrame([flag]))
    assert "<mark>vile</mark> &amp; odd" in found
    assert "<img" not in found
    assert "25% likely to be accepted" in found


@pytest.mark.parametrize(("many", "places"), [(3, [0, 1, 2]), (19, list(range(0, 19, 2)))])
def test_examples_are_spread(many, places):
    assert spread(pd.DataFrame({"flag": range(many)}))["flag"].tolist() == places

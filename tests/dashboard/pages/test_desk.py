"""The Desk page without a browser: where it is off, and who may see what."""

import pytest
import streamlit as st
from streamlit import config

from dashboard.panels.desk.one_article import decisions_csv, reworded
from dashboard.panels.desk.record import Desk
from dashboard.server import address
from store.desk import opening
from store.desk.articles import add_article, articles
from store.desk.editors import editors, open_session, set_role, sign_in
from store.desk.errors import NotAllowed
from store.desk.opening import open_desk
from tests.dashboard.pages.led_class import labels, plain, press, words
from tests.dashboard.pages.opened_page import opened_page
from tests.desk_filled.articles import invented_articles

PAGE = "dashboard/pages/desk.py"


@pytest.fixture
def engine(monkeypatch, tmp_path):
    """The desk of this test, on, on a server with its routes; the browser keeps no name."""
    monkeypatch.setenv("SLANT_DESK", "1")
    monkeypatch.setattr(address, "_routes", [True])
    engine = open_desk(folder=str(tmp_path))
    monkeypatch.setattr(opening, "_of_this_process", engine)
    monkeypatch.setattr("dashboard.components.kept_name.name_back", lambda: "")
    before = config.get_option("server.address")
    config.set_option("server.address", "localhost")
    yield engine
    config.set_option("server.address", before)
    engine.dispose()


def view_choice(app):
    """The choice of views; one that an address or a link brought has a key of its own."""
    (found,) = [one for one in app.button_group if (one.key or "").startswith("desk-view-")]
    return found


def test_a_server_that_others_reach_has_it_off(monkeypatch):
    monkeypatch.delenv("SLANT_DESK", raising=False)
    app = opened_page(PAGE)
    assert not app.exception
    assert "start Slant with SLANT_DESK=1" in words(app)
    assert not app.text_input


def test_a_wrong_switch_is_said(monkeypatch):
    monkeypatch.setenv("SLANT_DESK", "perhaps")
    app = opened_page(PAGE)
    assert not app.exception
    assert "SLANT_DESK is “perhaps”" in words(app)


def test_without_the_routes_it_says_how_to_start(monkeypatch):
    monkeypatch.setenv("SLANT_DESK", "1")
    monkeypatch.setattr(address, "_routes", [])
    app = opened_page(PAGE)
    assert "start it with “slant” or “make app”" in words(app)


def named(app, name):
    app.text_input(key="typed-name").set_value(name)
    return press(app, "Go to the desk")


def test_the_first_name_is_an_admin_and_a_bad_one_is_asked_again(engine):
    app = opened_page(PAGE, {"view": "people"})
    assert "Names are not verified here" in words(app)
    named(app, "  17 ")
    assert "with at least one letter" in words(app)
    assert editors(engine) == ()
    named(app, "Ann <b>")
    (ann,) = editors(engine)
    assert (ann.name, ann.role, ann.verified) == ("Ann <b>", "admin", False)
    assert "Ann <b> (you)" in words(app)
    assert "came to the desk as admin" in words(app)


def test_where_others_may_reach_it_nobody_is_an_admin_by_being_first(engine):
    config.set_option("server.address", "0.0.0.0")
    app = opened_page(PAGE, {"view": "people"})
    assert "whoever reaches it can type any name" in words(app)
    named(app, "Ann")
    assert [(one.name, one.role) for one in editors(engine)] == [("Ann", "reviewer")]
    assert "whoever reaches it can type any name" in words(app)


def test_the_name_of_somebody_who_logs_in_cannot_be_typed(engine):
    sign_in(engine, "Ann  Lee", subject="https://id.example\n1", admin=True)
    app = named(opened_page(PAGE), "ann lee")
    assert "has this name" in words(app)
    assert len(editors(engine)) == 1
    assert not app.exception


def test_a_login_that_cannot_be_read_lets_nobody_in(engine, monkeypatch, tmp_path):
    (tmp_path / "secrets.toml").write_text("[auth\n")
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(tmp_path / "secrets.toml")])
    st.secrets._reset()
    try:
        app = opened_page(PAGE)
        assert not app.text_input
        assert "nobody is let in" in words(app)
    finally:
        config.set_option("secrets.files", before)
        st.secrets._reset()


def test_somebody_who_may_look_no_more_takes_nothing_along(engine):
    ann, ben = sign_in(engine, "Ann"), sign_in(engine, "Ben")
    desk = Desk(engine, ben, open_session(engine, ben.id))
    article = add_article(engine, ann.id, invented_articles()[0])
    assert b"Ben" not in decisions_csv(desk, article)
    set_role(engine, ann.id, ben.id, "waiting")
    for take in (decisions_csv, reworded):
        with pytest.raises(NotAllowed):
            take(desk, article)


def test_a_reader_sees_people_and_articles_and_no_buttons(engine):
    ann = sign_in(engine, "Ann")
    set_role(engine, ann.id, sign_in(engine, "Rea").id, "reader")
    app = named(opened_page(PAGE, {"view": "people"}), "Rea")
    assert [one.key for one in app.selectbox] == ["desk-trail-by"]
    assert "Let in" not in labels(app)
    view_choice(app).set_value("articles").run()
    assert not app.exception
    assert "no article on the desk yet" in words(app)
    assert not app.expander


def test_the_last_admin_stays_one(engine):
    app = named(opened_page(PAGE, {"view": "people"}), "Ann")
    app.selectbox(key="desk-role-1-admin").set_value("reader").run()
    assert not app.exception
    assert editors(engine)[0].role == "admin"
    assert len(app.error) == 1
    assert app.selectbox(key="desk-role-1-admin").value == "admin"


def test_a_role_that_was_taken_away_is_not_used_any_more(engine):
    ann = sign_in(engine, "Ann")
    bea = sign_in(engine, "Bea")
    set_role(engine, ann.id, bea.id, "admin")
    app = named(opened_page(PAGE, {"view": "people"}), "Bea")
    assert app.selectbox(key="desk-role-1-admin")
    set_role(engine, ann.id, bea.id, "reviewer")
    app.selectbox(key="desk-role-1-admin").set_value("reader").run()
    assert editors(engine)[0].role == "admin"
    assert "needs the role admin" in words(app)


def test_a_session_that_is_over_is_opened_anew_without_a_word(engine):
    app = named(opened_page(PAGE, {"view": "people"}), "Ann")
    before = app.session_state["desk-session"]
    from store.desk.editors import close_session

    close_session(engine, before[1])
    app.run()
    assert not app.error
    assert app.session_state["desk-session"][0] == "Ann"
    assert app.session_state["desk-session"] != before


def test_changing_the_name_asks_for_another(engine):
    app = named(opened_page(PAGE, {"view": "people"}), "Ann")
    press(app, "Change name")
    named(app, "Ben")
    assert [one.name for one in editors(engine)] == ["Ann", "Ben"]
    assert "Ben (you)" in words(app)


def test_who_waits_sees_nothing_until_let_in(engine, monkeypatch):
    from dashboard.session.desk.login import login_of

    ann = sign_in(engine, "Ann")
    login = login_of({"iss": "https://login.example", "sub": "1", "name": "Eve"}, "")
    monkeypatch.setattr("dashboard.session.desk.login.login_configured", lambda: True)
    monkeypatch.setattr("dashboard.session.desk.login.current_login", lambda: login)
    app = opened_page(PAGE, {"view": "people"})
    assert "has to let you in" in words(app)
    assert "Ann" not in words(app)
    assert not app.button_group
    eve = editors(engine)[1]
    assert (eve.name, eve.role, eve.verified) == ("Eve", "waiting", True)
    set_role(engine, ann.id, eve.id, "reader")
    app.run()
    assert "Eve (you)" in words(app)
    assert "Verified by your login." in words(app)


def test_the_read_page_puts_its_article_on_the_desk(engine):
    app = opened_page("dashboard/pages/read.py", {"sample": "bus-fares-plain"})
    app.button(key="put-on-desk").click().run()
    assert not app.exception
    # The test runner does not follow the page's switch; a browser does.
    named(app.switch_page(PAGE).run(), "Ann")
    assert view_choice(app).value == "articles"
    app.session_state["desk-adding"].wait(60)
    (article,) = articles(engine)
    assert article.source == "bus-fares-plain"
    assert article.words > 100
    app.run()
    assert "1 article added." in words(app)


def test_the_read_page_has_no_way_to_a_desk_that_is_off(monkeypatch):
    monkeypatch.delenv("SLANT_DESK", raising=False)
    app = opened_page("dashboard/pages/read.py", {"sample": "bus-fares-plain"})
    assert "Put on the desk" not in labels(app)


def test_example_rules_are_offered_where_the_server_has_none(engine, monkeypatch, tmp_path):
    monkeypatch.delenv("SLANT_RULES", raising=False)
    app = named(opened_page(PAGE, {"view": "articles"}), "Ann")
    assert "This server has no house rules of its own" in words(app)
    assert app.checkbox(key="desk-examples")
    monkeypatch.setenv("SLANT_RULES", str(tmp_path / "missing.csv"))
    app.run()
    assert not app.exception
    assert plain(app.error[0].value).startswith("missing.csv does not exist")
    assert not app.checkbox

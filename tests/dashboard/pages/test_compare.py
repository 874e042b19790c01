"""The Compare page, without a browser: what opens, what is said, what stays."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.session.comparing.slots import FEWEST, MOST
from tests.dashboard.pages.opened_page import opened_page

APP = str(Path(__file__).parents[3] / "app.py")
PAGE = "dashboard/pages/compare.py"
POND = (
    "Village pond to be dredged\n\n"
    "The parish will dredge the pond in March. Two firms have made an offer. “It is a scandalous "
    "delay,” said Una Brett, who lives beside it."
)
SCANDAL = (
    "At last the pond is cleared\n\n"
    "After years of shameful neglect the parish will dredge the pond in March. Una Brett, a "
    "furious neighbour, called it a scandalous delay."
)
GERMAN = (
    "Der Gemeinderat hat gestern beschlossen, dass der alte Teich im nächsten Jahr gereinigt wird."
)


def opened(query: Mapping[str, str] | None = None) -> AppTest:
    return opened_page(PAGE, query)


@pytest.fixture
def app() -> AppTest:
    return opened()


def plain(text: str) -> str:
    return text.replace("\\", "").replace("\u2060", "")


def lines(app: AppTest) -> list[str]:
    """The line of each article in the heading."""
    return [plain(one.value) for one in app.markdown if one.value.startswith("**")]


def said(app: AppTest) -> list[str]:
    assert not app.exception
    return [plain(error.value) for error in app.error]


def address(app: AppTest) -> dict[str, str]:
    return {
        name: value[-1] if isinstance(value, list) else value
        for name, value in app.query_params.items()
    }


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def paste(app: AppTest, letter: str, text: str) -> AppTest:
    """Put ``text`` into the place of ``letter``, which may hold something else."""
    kind = next(one for one in app.button_group if one.label == f"Article {letter}")
    kind.set_value("paste").run()
    box = next(one for one in app.text_area if one.label.startswith(f"Text of {letter},"))
    return box.set_value(text).run()


def test_a_fresh_page_compares_an_event_told_three_times(app):
    assert plain(app.title[0].value) == "Housing march, told three times"
    assert [line[:6] for line in lines(app)] == ["**A** ", "**B** ", "**C** "]
    assert "Western Seaboard Agency" in lines(app)[0]
    assert address(app) == {
        "a": "housing-march-plain",
        "b": "housing-march-loaded",
        "c": "housing-march-opposed",
        "shown": "ab",
    }
    assert not said(app)


def test_an_address_opens_its_articles_in_its_order_and_its_sentence():
    query = {"a": "bus-fares-loaded", "b": "bus-fares-plain", "s": "b3"}
    app = opened(query)
    assert plain(app.title[0].value) == "Bus fares, told twice"
    assert "The Calderwick Torch" in lines(app)[0]
    assert address(app) == query


def test_the_address_says_which_two_are_side_by_side():
    query = {
        name: f"housing-march-{style}"
        for name, style in zip("abc", ("plain", "loaded", "opposed"), strict=True)
    }
    app = opened({**query, "shown": "bc"})
    assert address(app)["shown"] == "bc"
    pair = next(one for one in app.button_group if one.label == "Side by side")
    assert pair.value == (1, 2)
    pair.set_value((0, 2)).run()
    assert address(app)["shown"] == "ac"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"a": "bus-fares-plain", "b": "no-such"}, "B: There is no sample called “no-such”"),
        ({"a": "bus-fares-plain", "d": "text:0x1"}, "B: There is no sample called “text:0x1”"),
        ({"a": "<b>x</b>", "b": "text:x"}, "A: There is no sample called “<b>x</b>”"),
    ],
)
def test_a_bad_address_says_so_and_the_page_is_not_empty(query, sentence):
    app = opened(query)
    (error,) = said(app)
    assert error.startswith(sentence)
    assert len(lines(app)) == 3
    assert address(app)["a"] == "housing-march-plain"


@pytest.mark.parametrize(
    "extra", [{"s": "z9"}, {"s": "a99999"}, {"s": "a0"}, {"shown": "aa"}, {"shown": "ax"}]
)
def test_a_part_of_an_address_that_means_nothing_is_left_out(extra):
    app = opened({"a": "bus-fares-plain", "b": "bus-fares-loaded", **extra})
    assert not said(app)
    assert address(app) == {"a": "bus-fares-plain", "b": "bus-fares-loaded"}


def test_an_event_is_chosen_and_its_tellings_are_switched(app):
    app.selectbox(key="compare-event").select("bus-fares").run()
    assert address(app) == {"a": "bus-fares-plain", "b": "bus-fares-loaded"}
    app.selectbox(key="compare-event").select("housing-march").run()
    tellings = app.button_group(key="compare-tellings")
    tellings.set_value(["housing-march-loaded", "housing-march-opposed"]).run()
    assert address(app) == {"a": "housing-march-loaded", "b": "housing-march-opposed"}
    app.button_group(key="compare-tellings").set_value(["housing-march-loaded"]).run()
    assert address(app) == {"a": "housing-march-loaded", "b": "housing-march-opposed"}
    assert any("Two tellings at least" in one.value for one in app.caption)


def test_own_articles_are_compared_and_have_their_address(app):
    paste(app, "A", POND)
    paste(app, "B", SCANDAL)
    press(app, "Compare")
    assert not said(app)
    assert address(app) == {"a": "text:1", "b": "text:2"}
    assert plain(app.title[0].value) == "Two articles side by side"
    assert "Village pond to be dredged" in lines(app)[0]
    press(app, "Compare")
    assert address(app) == {"a": "text:1", "b": "text:2"}, "the same texts are the same articles"


def test_what_cannot_be_read_is_said_in_its_place_and_the_others_stay(app):
    before = address(app)
    paste(app, "A", POND)
    paste(app, "B", "  \n ")
    press(app, "Compare")
    assert said(app) == ["B: The text is empty: give an article of at least one sentence."]
    assert address(app) == before
    assert next(one for one in app.text_area if one.label.startswith("Text of A")).value == POND
    paste(app, "B", SCANDAL)
    assert not said(app), "what has changed is not judged yet"
    press(app, "Compare")
    assert address(app) == {"a": "text:1", "b": "text:2"}


def test_another_language_is_refused_and_can_be_analysed_all_the_same(app):
    paste(app, "A", POND)
    paste(app, "B", GERMAN)
    press(app, "Compare")
    (error,) = said(app)
    assert error.startswith("B: The text looks like German")
    press(app, "Analyse anyway")
    assert not said(app)
    assert address(app) == {"a": "text:1", "b": "text:2"}


def test_a_text_that_is_too_long_is_one_sentence(app):
    paste(app, "A", POND)
    paste(app, "B", "word " * 100_001)
    press(app, "Compare")
    (error,) = said(app)
    assert error.startswith("B: The text has 100,001 words, more than the 100,000")


def test_places_are_added_up_to_five_and_taken_away_down_to_two(app):
    def letters() -> str:
        return "".join(
            one.label[-1] for one in app.button_group if one.label.startswith("Article ")
        )

    assert letters() == "AB", "the samples that nobody asked for are in none"
    for _ in range(3):
        press(app, "Add an article")
    assert letters() == "ABCDE"
    assert len(letters()) == MOST
    assert "Add an article" not in [button.label for button in app.button]
    for _ in range(MOST + 2):
        press(app, "Remove A")
    assert len(letters()) == FEWEST


def test_a_place_is_moved_with_what_it_holds():
    app = opened({"a": "bus-fares-plain", "b": "bus-fares-loaded"})
    press(app, "B up")
    press(app, "Compare")
    assert address(app) == {"a": "bus-fares-loaded", "b": "bus-fares-plain"}


def test_an_own_text_waits_for_another_beside_it():
    app = AppTest.from_file(APP, default_timeout=120).run()
    app.text_area(key="pasted").set_value(POND)
    next(button for button in app.button if button.label == "Analyse").click().run()
    app.query_params.clear()
    app.switch_page(PAGE)
    app.query_params["a"] = "text:1"
    app.run()
    assert not said(app)
    chosen = next(one for one in app.selectbox if one.label == "Open text for A")
    assert chosen.value == "text:1"
    paste(app, "B", SCANDAL)
    press(app, "Compare")
    assert address(app) == {"a": "text:1", "b": "text:2"}


def test_what_was_typed_outlives_another_page(app):
    paste(app, "A", POND)
    app.switch_page("dashboard/pages/how_it_works.py").run()
    app.switch_page(PAGE).run()
    assert next(one for one in app.text_area if one.label.startswith("Text of A")).value == POND
    app.selectbox(key="compare-event").select("bus-fares").run()
    assert next(one for one in app.text_area if one.label.startswith("Text of A")).value == POND


def test_files_fill_places_and_one_too_many_is_said(app):
    paste(app, "A", SCANDAL)
    kind = next(one for one in app.button_group if one.label == "Article B")
    kind.set_value("upload").run()
    files = [
        (f"pond-{n}.txt", f"{POND} It is number {n}.".encode(), "text/plain") for n in range(5)
    ]
    app.file_uploader[0].set_value(files).run()
    assert any("1 of the files found no place" in one.value for one in app.caption)
    press(app, "Compare")
    assert not said(app)
    assert [*address(app)][:5] == [*"abcde"]


@pytest.mark.parametrize(
    "title", ["<img src=x onerror=alert(1)>", "**bold** [link](https://a.example)", ":red[x]"]
)
def test_markup_in_a_title_is_escaped(app, title):
    paste(app, "A", f"{title}\n\nThe parish will dredge the pond in March.")
    paste(app, "B", SCANDAL)
    press(app, "Compare")
    assert title in plain(lines(app)[0])
    assert not any(title in one.value for one in app.markdown)


def test_the_same_article_twice_is_compared_all_the_same():
    query = {"a": "bus-fares-plain", "b": "bus-fares-plain"}
    app = opened(query)
    assert not said(app)
    assert address(app) == query
    assert len(lines(app)) == 2


def test_an_article_that_waits_leaves_what_was_typed():
    app = AppTest.from_file(APP, default_timeout=120).run()
    app.text_area(key="pasted").set_value(POND)
    next(button for button in app.button if button.label == "Analyse").click().run()
    app.query_params.clear()
    app.switch_page(PAGE).run()
    paste(app, "A", SCANDAL)
    app.query_params.clear()
    app.query_params["a"] = "text:1"
    app.run()
    assert next(one for one in app.text_area if one.label.startswith("Text of A")).value == SCANDAL
    assert next(one for one in app.selectbox if one.label == "Open text for B").value == "text:1"

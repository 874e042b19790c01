"""The Read page's logic, run without a browser: what opens, what stays, what is said."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis.output.phrasing.loaded_language import MEANING
from analysis.reading.limits import MAX_WORDS
from analysis.reading.samples import samples
from analysis.reading.titles import title_of
from dashboard.components.idle import DRAWN
from dashboard.panels.inputs import FIRST_SAMPLE, sample_label
from dashboard.panels.origin import event_name

APP = str(Path(__file__).parents[3] / "app.py")
SAMPLES = {sample.slug: sample for sample in samples()}
OTHER = "bus-fares-plain"
TOWN = (
    "Town library to open on Sundays\n\n"
    "The library will open on Sundays from May. “This is a disgraceful waste of money,” said "
    "Ivo Marsh, a councillor. Visits rose by a fifth last year."
)


@pytest.fixture
def app() -> AppTest:
    """The page as it is drawn when the browser has asked for the rest of it."""
    app = AppTest.from_file(APP, default_timeout=120)
    app.session_state[DRAWN] = True
    return app


def analyse(app: AppTest, text: str) -> AppTest:
    app.text_area(key="pasted").set_value(text)
    app.button[0].click()
    return app.run()


def title(app: AppTest) -> str:
    return app.title[0].value.replace("\\", "")


def table_of(app: AppTest, part: str = "") -> Any:
    """Return the table of sentences as it goes to the browser, or its ``-mark``."""
    elements = [element.proto for element in app.get("bidi_component")]
    (found,) = (proto for proto in elements if proto.id.endswith(f"-sentence-table{part}"))
    return found


def bands_of(app: AppTest) -> list[str]:
    """Return what stands under “Loaded” in each row, without the figure."""
    content = json.loads(json.loads(table_of(app).json)["rows"])
    place = [column["name"] for column in content["columns"]].index("loaded")
    return [cells[place][0].split(",")[0] for _, *cells in content["rows"]]


def downloads_of(app: AppTest) -> list[Any]:
    """Return the downloads of the article, without that of a file of rules to begin with."""
    found = app.get("download_button")
    return [element for element in found if not element.proto.id.endswith("download-rules")]


def test_a_sample_is_open_from_the_start(app):
    app.run()
    assert not app.exception
    assert title(app) == SAMPLES[FIRST_SAMPLE].title
    assert app.selectbox(key="sample").value == FIRST_SAMPLE
    assert app.markdown[0].value.startswith("Of the outlet's own sentences, ")
    assert app.query_params["sample"] == FIRST_SAMPLE


def test_the_page_tells_the_versions(app):
    said = [caption.value.replace("\\", "") for caption in app.run().caption]
    assert [line for line in said if re.fullmatch(r"Slant [\d.]+, model slant-minilm [\d.]+", line)]


def test_another_sample_replaces_it(app):
    app.run().selectbox(key="sample").select(OTHER).run()
    assert title(app) == SAMPLES[OTHER].title
    assert app.query_params["sample"] == OTHER


@pytest.mark.parametrize("style", ["plain", "loaded"])
def test_a_sample_leads_to_the_other_telling_and_back(app, style):
    other = {"plain": "loaded", "loaded": "plain"}[style]
    app.query_params["sample"] = f"bus-fares-{style}"
    app.run()
    assert app.button(key="twin").label == f"Read the {other} telling"
    app.button(key="twin").click().run()
    assert title(app) == SAMPLES[f"bus-fares-{other}"].title
    assert app.query_params["sample"] == f"bus-fares-{other}"
    app.button(key="twin").click().run()
    assert title(app) == SAMPLES[f"bus-fares-{style}"].title


def test_an_own_text_has_no_other_telling(app):
    analyse(app.run(), TOWN)
    assert "twin" not in [button.key for button in app.button]


def test_downloads_are_one_menu_with_the_report_first(app):
    app.run()
    labels = [element.proto.label for element in downloads_of(app)]
    sheets = ["Worksheet, HTML", "Answer sheet, HTML"]
    assert labels[:4] == ["Report, HTML", *sheets, "Everything, JSON"]
    assert sorted(labels[4:]) == sorted(
        f"{table}, {kind}"
        for table in ("Sentences", "Loaded words", "Statements", "Names", "Quotations", "Article")
        for kind in ("CSV", "Parquet")
    )


def test_a_link_opens_its_sample_and_sentence(app):
    app.query_params["sample"] = OTHER
    app.query_params["s"] = "2"
    app.run()
    assert title(app) == SAMPLES[OTHER].title
    assert any(header.value.startswith("Sentence 2 of ") for header in app.header)


@pytest.mark.parametrize("sentence", ["0", "999", "-1", "two", "", "²", "9" * 5000])
def test_a_link_to_no_sentence_opens_the_article(app, sentence):
    app.query_params["sample"] = OTHER
    app.query_params["s"] = sentence
    app.run()
    assert not app.exception
    assert title(app) == SAMPLES[OTHER].title
    assert not any(header.value.startswith("Sentence") for header in app.header)


def test_a_link_to_no_sample_says_so_and_shows_one(app):
    app.query_params["sample"] = "<b>none</b>"
    app.run()
    assert title(app) == SAMPLES[FIRST_SAMPLE].title
    (error,) = app.error
    assert error.value.replace("\\", "") == (
        "There is no sample called “<b>none</b>”: choose one from the list."
    )


def test_an_own_text_is_analysed_and_has_its_address(app):
    analyse(app.run(), TOWN)
    assert not app.error
    assert title(app) == "Town library to open on Sundays"
    assert app.selectbox(key="sample").value == ""
    assert app.query_params["text"] == "1"
    assert "sample" not in app.query_params
    assert app.text_area(key="pasted").value == TOWN


def test_back_and_forward_go_between_texts_and_samples(app):
    analyse(app.run(), TOWN)
    analyse(app, TOWN.replace("Town", "Village"))
    app.query_params["text"] = "1"
    assert title(app.run()).startswith("Town")
    app.query_params.clear()
    app.query_params["sample"] = OTHER
    assert title(app.run()) == SAMPLES[OTHER].title


def test_only_the_last_texts_are_kept(app):
    app.run()
    for number in range(6):
        analyse(app, TOWN + f" It was read {number} times.")
    assert sorted(app.session_state["texts"]) == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The text is empty"),
        (" \n\t ", "holds only white space"),
        ("1234 5678 !!!", "holds no letters"),
        ("word " * 100_001, f"more than the {MAX_WORDS:,} that one article may have"),
        ("PNG\0\0\0 IHDR", "looks like binary data"),
        (
            "Der Stadtrat hat am Dienstag beschlossen, das Freibad zu schließen. Die Bürger "
            "sind darüber sehr verärgert und wollen dagegen klagen.",
            "German",
        ),
    ],
    ids=["empty", "white space", "no letters", "100,001 words", "binary", "German"],
)
def test_bad_input_is_one_sentence_and_nothing_is_lost(app, text, said):
    analyse(app.run(), text)
    assert not app.exception
    (error,) = app.error
    message = error.value.replace("\\", "")
    assert said in message
    assert message.count(". ") == 0
    assert title(app) == SAMPLES[FIRST_SAMPLE].title
    assert (app.text_area(key="pasted").value or "") == text


def test_an_own_text_is_still_there_after_another_page(app):
    analyse(app.run(), TOWN)
    app.switch_page("dashboard/pages/how_it_works.py").run()
    assert title(app) == "How it works"
    assert not app.exception
    app.switch_page("dashboard/pages/read.py").run()
    assert title(app).startswith("Town library")


def test_markup_in_a_title_is_escaped(app):
    analyse(app.run(), "<img src=x> [a](https://example.com)\n\nThe mayor opened the bridge today.")
    assert app.title[0].value == (
        "\\<img src\\=x\\> \\[a\\]\\(https\\:\u2060\\/\\/example\\.com\\)"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bridge opens\n\nIt is long.", "Bridge opens"),
        ("\n\n# Bridge opens\ntext", "Bridge opens"),
        ("The bridge opened today.\nMore.", ""),
        ("word " * 40 + "\nmore", ""),
        ("Only this", "Only this"),
        ("   ", ""),
    ],
)
def test_title_of_a_text_without_one(text, expected):
    assert title_of(text) == expected


def test_samples_are_named_by_event():
    assert event_name("bus-fares") == "Bus fares"
    assert sample_label(SAMPLES[OTHER]).startswith("Bus fares, told plainly: ")


def test_widgets_are_the_same_for_every_article(app):
    # Streamlit keeps what each widget of a session was last drawn with, and with it the article.
    def widgets() -> list[str]:
        found = [*downloads_of(app), *app.get("button_group")]
        return [*(element.proto.id for element in found), table_of(app).id]

    app.run()
    analyse(app, TOWN)
    drawn = widgets()
    assert len(drawn) == 19
    assert all(drawn)
    analyse(app, f"{TOWN} It was the first of May.")
    assert widgets() == drawn


def test_another_article_is_shown_whole_in_the_table(app):
    app.run()
    app.segmented_control(key="show").set_value("Likely loaded").run()
    assert app.segmented_control(key="show").value == "Likely loaded"
    shown = bands_of(app)
    assert set(shown) == {"■ likely loaded"}
    app.selectbox(key="sample").select(OTHER).run()
    assert app.segmented_control(key="show").value == "All"
    assert len(bands_of(app)) > len(shown)


def test_text_and_strip_come_before_the_rest():
    first = AppTest.from_file(APP, default_timeout=120).run()
    assert not first.exception
    headings = [heading.value for heading in first.header]
    assert "All sentences" not in headings
    first.session_state[DRAWN] = True
    rest = [heading.value for heading in first.run().header]
    assert set(headings) < set(rest)
    assert "All sentences" in rest


def test_loaded_is_explained_where_it_is_counted(app):
    assert MEANING in [caption.value for caption in app.run().caption]


def test_a_low_count_is_no_all_clear_and_leads_to_the_likeliest_sentence(app):
    analyse(app.run(), TOWN.replace("disgraceful", "sad"))
    assert any("no all-clear" in caption.value for caption in app.caption)
    app.button(key="find-missed").click().run()
    assert not app.exception
    assert any(header.value.startswith("Sentence ") for header in app.header)
    assert "s" in app.query_params


def test_an_article_with_many_loaded_sentences_needs_no_such_word(app):
    app.run()
    assert not any("no all-clear" in caption.value for caption in app.caption)


def test_the_table_marks_the_sentence_of_the_address(app):
    app.query_params["sample"] = OTHER
    app.query_params["s"] = "2"
    app.run()
    assert json.loads(table_of(app, "-mark").json)["selected"] == 1
    app.query_params["s"] = "3"
    before = table_of(app).json
    app.run()
    assert json.loads(table_of(app, "-mark").json)["selected"] == 2
    assert table_of(app).json == before  # so the rows aren't sent again


def test_a_voice_that_is_switched_off_is_left_out_and_said(app):
    app.query_params["sample"] = OTHER
    app.run()
    whole = len(bands_of(app))
    app.button_group(key="voices").set_value(["quoted", "mixed"]).run()
    assert not app.exception
    assert app.query_params["voices"] == "quoted,mixed"
    assert 0 < len(bands_of(app)) < whole
    (note,) = [one.value for one in app.caption if one.value.startswith("Switched off: own voice")]
    left = whole - len(bands_of(app))
    assert f"leave {left} of {whole} sentences out" in note
    # Said beside each chart but the strip, the speakers and the table too.
    only = [one.value for one in app.caption if one.value == "Only partly quoted and quoted."]
    assert len(only) >= len(app.get("plotly_chart")) + 1
    assert app.markdown[0].value.startswith("Of the partly quoted and quoted sentences, ")


def test_a_link_has_voices_and_another_article_keeps_them(app):
    app.query_params["sample"] = OTHER
    app.query_params["voices"] = "outlet"
    app.run()
    assert app.button_group(key="voices").value == ["outlet"]
    analyse(app, TOWN)
    assert app.button_group(key="voices").value == ["outlet"]
    assert app.query_params["voices"] == "outlet"


def test_the_last_voice_off_switches_all_on(app):
    app.query_params["voices"] = "quoted"
    app.run()
    app.button_group(key="voices").set_value([]).run()
    assert len(app.button_group(key="voices").value) == 4
    assert "voices" not in app.query_params


def test_a_voice_the_article_has_not_leaves_the_strip_alone(app):
    app.query_params["sample"] = OTHER
    app.query_params["voices"] = "outlet"
    app.run()
    analyse(app, "The bridge was opened at noon on Tuesday by the mayor of the town.")
    app.button_group(key="voices").set_value(["quoted"]).run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1

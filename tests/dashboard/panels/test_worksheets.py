"""The worksheet's downloads: the sheets they hold, and what a long article lets one choose."""

import dataclasses
import re

from streamlit.testing.v1 import AppTest

from analysis import Article
from dashboard.panels.worksheets import MANY, SEVERAL, answers_bytes, worksheet_bytes
from dashboard.session.open_article import OpenArticle


def opened_of(result, **fields) -> OpenArticle:
    article = Article(result.text, "Pool to close", None, None, None, "text")
    return OpenArticle(article, "", result, **({"number": 1} | fields))


def numbers(sheet: bytes) -> list[int]:
    """The numbers of the sentences that a sheet prints."""
    return [int(found) for found in re.findall(rb'id="s(\d+)"', sheet)]


def test_both_sheets_have_the_same_sentences(result):
    opened = opened_of(result)
    assert numbers(worksheet_bytes(opened)) == [1, 2, 3, 4, 5, 6]
    assert numbers(answers_bytes(opened)) == [1, 2, 3, 4, 5, 6]
    assert numbers(worksheet_bytes(opened, (2, 4))) == [2, 3, 4]
    assert numbers(answers_bytes(opened, (2, 4))) == [2, 3, 4]


def test_only_the_answers_tell_what_the_model_found(result):
    opened = opened_of(result)
    assert b"likely loaded" in answers_bytes(opened)
    assert b"likely loaded" not in worksheet_bytes(opened)


def test_a_sample_is_said_to_be_invented(result):
    said = b"invented for this project"
    assert said not in worksheet_bytes(opened_of(result))
    sample = opened_of(result, sample="pool-plain", number=0)
    assert said in worksheet_bytes(sample)
    assert said in answers_bytes(sample)


def page():
    import streamlit as st

    from dashboard.panels.worksheets import worksheet_downloads

    worksheet_downloads(st.session_state["given"])


def drawn(result) -> AppTest:
    app = AppTest.from_function(page)
    app.session_state["given"] = opened_of(result)
    return app.run()


def test_the_sentences_of_a_long_article_can_be_chosen(result_of):
    long = result_of([f"This is line {number}." for number in range(1, MANY + 6)])
    app = drawn(long)
    (slider,) = app.slider
    assert (slider.min, slider.max, slider.value) == (1, MANY + 5, (1, MANY))
    assert len(app.get("download_button")) == 2
    assert app.caption[0].value == "40 sentences to mark"
    slider.set_range(44, 45).run()
    assert app.caption[0].value == "2 sentences to mark"
    assert not app.exception


def test_of_a_shorter_one_all_are_on_the_sheet_unless_fewer_are_asked_for(result_of):
    (slider,) = drawn(result_of(["One line."] * 26)).slider
    assert slider.value == (1, 26)
    assert not drawn(result_of(["One line."] * (SEVERAL - 1))).slider


def test_without_a_sentence_to_mark_there_is_no_download(result_of):
    result = result_of(["Une phrase.", "Une autre."])
    foreign = result.sentences.assign(loaded=[None, None], language="fr")
    app = drawn(dataclasses.replace(result, sentences=foreign))
    assert not app.get("download_button")
    assert app.caption[0].value == "There is nothing to mark in these sentences."

"""The text and the figures of a class on their way to the browser."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import frame
from analysis.practice.class_figures import FEWEST, class_figures
from analysis.practice.completed import completed
from analysis.practice.marks import MARKS
from analysis.practice.material import Line, Material, View
from dashboard.components.class_text.payload import figures_payload, text_payload

VIEW = View("loaded", 0.813, (), "outlet", "")


def material(text, lines):
    views = [VIEW if line.counts else View("", 0.0, (), "outlet", "") for line in lines]
    return Material("A title", text, tuple(lines), tuple(views))


@st.composite
def materials(draw):
    """A text of any characters, with sentences anywhere in it, apart and in order."""
    text = draw(st.text(max_size=80))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    lines, paragraph = [], 0
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        paragraph += draw(st.integers(0, 1))
        lines.append(Line(start, end, paragraph, draw(st.booleans())))
    return material(text, lines)


def shown(payload):
    """The text that a browser shows, with what it hides between paragraphs."""
    blocks = (
        block["gap"] + "".join(piece for piece, _ in block["pieces"]) for block in payload["blocks"]
    )
    return "".join(blocks) + payload["tail"]


@given(materials())
def test_the_pieces_are_the_text_and_the_sentences_are_theirs(given_material):
    payload = json.loads(json.dumps(text_payload(given_material)))
    assert shown(payload) == given_material.text
    pieces = [piece for block in payload["blocks"] for piece in block["pieces"]]
    sentences = {number: piece for piece, number in pieces if number is not None}
    assert sentences == {
        number: given_material.text[line.start : line.end]
        for number, line in enumerate(given_material.lines)
    }


@given(materials())
def test_nothing_but_white_space_is_hidden(given_material):
    payload = text_payload(given_material)
    hidden = "".join(block["gap"] for block in payload["blocks"]) + payload["tail"]
    assert not hidden.strip()


def test_paragraphs_have_their_own_block_and_direction():
    text = "One. Two.\n\n\u0633\u0644\u0627\u0645.\nFour."
    lines = [Line(0, 4, 0, True), Line(5, 9, 0, True), Line(11, 16, 1, True), Line(17, 22, 2, True)]
    blocks = text_payload(material(text, lines))["blocks"]
    assert [block["direction"] for block in blocks] == ["ltr", "rtl", "ltr"]
    assert [block["tight"] for block in blocks] == [False, False, True]
    assert blocks[0]["pieces"] == [("One.", 0), (" ", None), ("Two.", 1)]


TEXT = "A calm one. A wild one. By our reporter"
LINES = [Line(0, 11, 0, True), Line(12, 23, 0, True), Line(24, 39, 1, False)]


def figures(pupils):
    """Figures of so many pupils of whom the first two marked the second sentence."""
    rows = [(number, 1, True, "feeling") for number in range(1, min(pupils, 2) + 1)]
    marks = frame({name: [row[place] for row in rows] for place, name in enumerate(MARKS)}, MARKS)
    judged = completed(marks, range(1, pupils + 1), [line.counts for line in LINES])
    return class_figures(judged, material(TEXT, LINES))


def test_a_sentence_has_its_share_and_what_is_said_of_it():
    payload = figures_payload(
        material(TEXT, LINES), figures(6), {}, [1], ["All in all."], revealed=False
    )
    assert payload["lines"]["1"] == {
        "share": 0.333,
        "label": "2/6",
        "said": "2 of 6 marked it. The reason given most: it stirs a feeling.",
    }
    assert payload["lines"]["0"]["said"] == "None of 6 marked it."
    assert "2" not in payload["lines"]
    assert payload["split"] == [1]
    assert payload["said"] == ["All in all."]


@pytest.mark.parametrize("pupils", range(FEWEST))
def test_fewer_than_five_have_no_figure_and_the_model_s_view_once_it_is_shown(pupils):
    assert figures(pupils) is None
    before, after = (
        figures_payload(material(TEXT, LINES), None, {}, [], [], revealed=revealed)
        for revealed in (False, True)
    )
    assert before == {"lines": {}, "differ": [], "split": [], "said": []}
    view = {"band": "loaded", "model": "The model: likely loaded."}
    assert after == {"lines": {"0": view, "1": view}, "differ": [], "split": [], "said": []}


def test_words_are_pieces_of_their_sentence():
    wild = View("loaded", 0.813, ((14, 18), (19, 23)), "outlet", "")
    two = Material("", TEXT, tuple(LINES), (VIEW, wild, View("", 0.0, (), "outlet", "")))
    words = {1: [(14, 18, 3), (12, 16, 2)]}
    given_figures = figures(6)
    line = figures_payload(two, given_figures, words, [], [], revealed=False)["lines"]["1"]
    assert line["pieces"] == [
        ("A ", True, False),
        ("wi", True, False),
        ("ld", True, False),
        (" one.", False, False),
    ]
    assert line["said"].endswith("Words marked most: “wild” (3), “A wi” (2).")
    line = figures_payload(two, given_figures, words, [], [], revealed=True)["lines"]["1"]
    assert line["pieces"][-2:] == [(" ", False, False), ("one.", False, True)]
    assert [piece[2] for piece in line["pieces"]] == [False, True, True, False, True]
    assert line["model"] == "The model: likely loaded. Its words: “wild”, “one.”."


@given(st.data())
def test_pieces_are_the_sentence_whatever_was_marked(data):
    pairs = st.lists(
        st.tuples(st.integers(12, 22), st.integers(1, 11), st.integers(2, 9)).map(
            lambda of: (of[0], min(23, of[0] + of[1]), of[2])
        ),
        max_size=5,
    )
    marked = data.draw(pairs)
    payload = figures_payload(
        material(TEXT, LINES), figures(6), {1: marked}, [], [], revealed=False
    )
    pieces = payload["lines"]["1"].get("pieces", [(TEXT[12:23], False, False)])
    assert "".join(piece for piece, *_ in pieces) == TEXT[12:23]
    flags = [by_class for piece, by_class, _ in pieces for _ in piece]
    assert flags == [any(start <= at < end for start, end, _ in marked) for at in range(12, 23)]


def test_where_class_and_model_differ_is_listed():
    calm = View("not loaded", 0.1, (), "outlet", "")
    views = (VIEW, calm, View("", 0.0, (), "outlet", ""))
    rows = [(number, 1, True, "") for number in range(1, 6)]
    marks = frame({name: [row[place] for row in rows] for place, name in enumerate(MARKS)}, MARKS)
    two = Material("", TEXT, tuple(LINES), views)
    found = class_figures(completed(marks, range(1, 7), [True, True, False]), two)
    assert figures_payload(two, found, {}, [], [], revealed=False)["differ"] == []
    assert figures_payload(two, found, {}, [], [], revealed=True)["differ"] == [
        [0, "Sentence 1: loaded to the model only"],
        [1, "Sentence 2: loaded to the class only"],
    ]


def test_before_the_reveal_nothing_of_the_model_is_in_it():
    before = json.dumps(
        [
            figures_payload(material(TEXT, LINES), figures(6), {}, [1], [], revealed=False),
            text_payload(material(TEXT, LINES)),
        ]
    )
    assert not re.search(r"0\.813|band|model|likely|probability|loaded", before)
    after = figures_payload(material(TEXT, LINES), figures(6), {}, [1], [], revealed=True)
    assert after["lines"]["1"]["band"] == "loaded"
    assert after["lines"]["1"]["model"] == "The model: likely loaded."

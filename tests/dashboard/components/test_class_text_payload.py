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
    payload = figures_payload(figures(6), [1], ["All in all."], revealed=False)
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
def test_fewer_than_five_have_no_figure(pupils):
    assert figures(pupils) is None
    payload = figures_payload(figures(pupils), [], [], revealed=True)
    assert payload == {"lines": {}, "split": [], "said": []}


def test_before_the_reveal_nothing_of_the_model_is_in_it():
    before = json.dumps(
        [
            figures_payload(figures(6), [1], [], revealed=False),
            text_payload(material(TEXT, LINES)),
        ]
    )
    assert not re.search(r"0\.813|band|model|likely|probability|loaded", before)
    after = figures_payload(figures(6), [1], [], revealed=True)
    assert after["lines"]["1"]["band"] == "loaded"
    assert after["lines"]["1"]["said"].endswith("The model: likely loaded.")

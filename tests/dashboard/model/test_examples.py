"""The examples of loaded wording are what the page says they are."""

import re

import pytest

from analysis import analyze
from analysis.reading.samples import samples
from dashboard.model.examples import EXAMPLES, NEGATIVE_AND_PLAIN, Example, examples_html


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.words[0])
def test_the_model_agrees(example):
    worded_so, plainly = analyze(example.loaded), analyze(example.plain)
    assert worded_so.sentences["loaded"].tolist() == ["loaded"]
    assert plainly.sentences["loaded"].tolist() == ["not loaded"]
    # Each word marked on the page holds one that the model names, and it names no other.
    found = worded_so.spans["text"].tolist()
    assert found
    assert all(any(word in marked for marked in example.words) for word in found)
    assert all(any(word in marked for word in found) for marked in example.words)


def test_negative_is_not_loaded():
    (row,) = analyze(NEGATIVE_AND_PLAIN).sentences.itertuples()
    assert (row.tone_label, row.loaded) == ("negative", "not loaded")


def test_examples_are_in_no_sample():
    texts = " ".join(sample.text for sample in samples())
    assert not [e for e in EXAMPLES if e.loaded in texts or e.plain in texts]


def test_words_are_marked_in_place_and_text_is_escaped():
    html = examples_html([Example("A <b> & a brazen, brazen grab.", ("brazen", "brazen"), "1 < 2")])
    assert "A &lt;b&gt; &amp; a <mark>brazen</mark>, <mark>brazen</mark> grab." in html
    assert "<td>1 &lt; 2</td>" in html
    assert set(re.findall(r"</?(\w+)", html)) == {
        *("table", "thead", "tbody", "tr", "th", "td", "mark"),
    }

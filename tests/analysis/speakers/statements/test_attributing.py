"""Which of a network's attributions say whose words something is."""

import pytest

from analysis.speakers.statements.attributing import attributes
from tests.analysis.speakers.articles_tagged import attribution, span

SAID = [
    ("Hale claimed the ferry was unsafe.", "Hale", "claimed", "the ferry was unsafe"),
    ("Hale accused Oddy of lying.", "Hale", "accused", "Oddy of lying"),
    ("Hale hopes the ferry will sail.", "Hale", "hopes", "the ferry will sail"),
    ("Hale urged Oddy to resign.", "Hale", "urged", "Oddy to resign"),
    ("In the words of Hale, the ferry leaks.", "Hale", "In the words of", "the ferry leaks"),
]
NOT_SAID = [
    # nobody in particular, a passive, a deed, a condition, a thing, a fact, no verb of saying
    ("The ferry is expected to sail.", "", "is expected", "to sail"),
    ("Hale is said to be ill.", "Hale", "is said", "to be ill"),
    ("The council voted to close the pier.", "The council", "voted", "to close the pier"),
    ("If Hale says it leaks, stay.", "Hale", "says", "it leaks"),
    ("The court examined the sale of the ferry.", "The court", "examined", "the sale of the ferry"),
    ("Hale knew that the ferry leaked.", "Hale", "knew", "that the ferry leaked"),
    ("History suggests that it will sink.", "History", "suggests", "that it will sink"),
    ("Hale repairs what was broken.", "Hale", "repairs", "what was broken"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), SAID)
def test_somebody_says_it(text: str, source: str, cue: str, content: str) -> None:
    assert attributes(text, attribution(text, source, cue, [content]), [])


@pytest.mark.parametrize(("text", "source", "cue", "content"), NOT_SAID)
def test_nobody_says_it(text: str, source: str, cue: str, content: str) -> None:
    assert not attributes(text, attribution(text, source, cue, [content]), [])


def test_a_long_quotation_needs_a_verb_or_a_source_only() -> None:
    text = "It ended with the words “the ferry is a danger to all of us”."
    quotation = span(text, "“the ferry is a danger to all of us”")
    told = attribution(text, "It", "ended with the words", [text[slice(*quotation)]])
    assert attributes(text, told, [quotation])

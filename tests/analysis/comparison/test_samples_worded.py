"""How the samples word the same: every conflict of numbers and every naming found was read.

The tables hold what is right. Something new that is found must be read before it gets in, and
prevented if it is wrong.
"""

from functools import cache
from itertools import pairwise

import pytest

from analysis import analyze
from analysis.comparison.alignment.pairs import pairs
from analysis.comparison.relations import relations
from analysis.comparison.wording.numbers import numbers
from analysis.frames import Result
from analysis.reading.samples import samples
from analysis.speakers.tagging.network import voices
from tests.analysis.comparison.of_articles import namings

EVENTS = sorted({sample.event for sample in samples()})

MOST = 0.6

NUMBERS: dict[str, set[tuple[str, ...]]] = {
    "ferry-fire": {("Twenty-seven", "60")},
    "quarry-closure": {("23", "27")},
    "tariff-talks": {("$3.4 billion", "$4.1 billion")},
}
"""Numbers that conflict, by event, the plain telling's first. Other conflicts of the samples stand
in sentences that are not paired."""

NAMINGS: dict[str, set[tuple[str, ...]]] = {
    "bus-fares": {("Councillor Dilys Aruna", "transport chief Dilys Aruna")},
    "data-breach": {("lawsuits", "suits")},
    "doping-ban": {
        ("Champion Kerrane", "golden girl"),
        ("Lukas Brandholm", "heartless bureaucrat"),
    },
    "fishing-dispute": {("fisheries minister", "pampered bureaucrat")},
    "housing-march": {
        ("people", "rioters"),
        ("troublemakers", "people"),
        ("professional agitator", "tireless chair"),
    },
    "river-flood": {("victims", "people")},
    "libel-ruling": {("founder", "businessman Piers Averill")},
    "nurses-strike": {("people", "strikers")},
    "quarry-closure": {("spokeswoman", "self-appointed saviour"), ("members", "zealots")},
    "school-meals": {("regional organiser", "Union boss Denise Tolliver")},
}
"""What one person, group or thing is called, by event, in the order of the tellings."""


@cache
def tellings(event: str) -> tuple[Result, ...]:
    """Return the analysed tellings of an event: plain, loaded, opposed."""
    return tuple(analyze(sample.text) for sample in samples() if sample.event == event)


@cache
def found_in(event: str) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Return the conflicts of numbers and the namings that are found in an event's tellings."""
    articles = tellings(event)
    paired = pairs(articles, voices())
    told = numbers(paired, articles)
    called = namings(paired, articles).groupby("thing")["wording"]
    return (
        set(zip(told["number_a"], told["number_b"], strict=True)),
        {tuple(wordings) for _, wordings in called},
    )


@pytest.mark.parametrize("event", EVENTS)
def test_every_number_and_naming_found_is_right(event: str) -> None:
    told, called = found_in(event)
    assert told <= NUMBERS.get(event, set()), "read these; add them, or prevent them"
    assert called <= NAMINGS.get(event, set()), "read these; add them, or prevent them"


def test_most_that_was_found_once_is_found() -> None:
    # Which sentences are paired, and how surely, changes with the weights of the evidence.
    found = [found_in(event) for event in EVENTS]
    for place, known in enumerate((NUMBERS, NAMINGS)):
        wanted = sum(map(len, known.values()))
        assert sum(len(each[place]) for each in found) >= MOST * wanted


@pytest.mark.parametrize("event", EVENTS)
def test_the_tellings_of_an_event_are_found_to_be_that(event: str) -> None:
    articles = tellings(event)
    assert set(relations(pairs(articles, voices()), articles)["relation"]) == {"same event"}


def test_two_events_are_found_to_be_that() -> None:
    # Each event with the next one; python -m tests.bench.near_copies compares the words of all.
    for one, other in pairwise([*EVENTS, EVENTS[0]]):
        articles = (tellings(one)[0], tellings(other)[-1])
        found = relations(pairs(articles, voices()), articles)
        assert found["relation"].tolist() == ["different events"], (one, other)

"""What came of one round of a class, the one that is on or an earlier one: its marks or its gain.

No figure of a group below five is made, and nothing of a single pupil's marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing.practice.agreement import REVEAL_NOTE
from analysis.output.phrasing.practice.classes import alpha_said, class_and_model_said
from analysis.practice.class_figures import most_split, round_figures
from analysis.practice.class_words import class_words
from analysis.practice.gain import Gain, gain
from analysis.practice.items import from_json as items_of_round
from analysis.practice.items import score
from analysis.practice.material import Material, from_json
from dashboard.components.class_text import Drawn, drawn_figures, drawn_text, no_figures
from store.classes.marks import finished, marks_of, test_answers, words_of
from store.classes.records import AFTER, BEFORE, Round, SchoolClass, form_of
from store.classes.rounds import round_of
from store.database import classes_database

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_ROUNDS, _TEXTS = "class-rounds", "class-texts"

MOST_LISTED = 5
"""Most sentences in the list of those that split the class."""


@dataclass(frozen=True)
class TextFigures:
    """A marking round as ``class_text`` draws it: its ``text``, the figures and words as ``drawn``,
    and the text ``bare``, without any. ``begun`` are the pupils who have begun; ``enough`` says
    whether they are five or more, so that there are figures of the class."""

    text: Drawn
    drawn: Drawn
    bare: Drawn
    begun: frozenset[int]
    enough: bool


@dataclass(frozen=True)
class TestFigures:
    """A round of the test: how many have done ``both`` tests, and the class's ``gain`` (None below
    five), and how many ``sentences`` a form has. Both are None until a test after the practice is
    revealed, or if there was none before it."""

    both: int | None = None
    gain: Gain | None = None
    sentences: int = 0


def round_in(school: SchoolClass, number: int) -> Round:
    """Return a round, read from the store once while it is on and once more when the next one has
    begun, as texts are long. Whether the one that is on is ``revealed`` the class's state says."""
    rounds: dict[tuple[object, ...], Round] = st.session_state.setdefault(_ROUNDS, {})
    key = (school.id, school.opened, number, number == school.round)
    found = rounds.get(key)
    if found is None:
        found = rounds[key] = round_of(classes_database(), school.id, number)
    return found


def latest_round(school: SchoolClass, *kinds: str, before: int | None = None) -> Round | None:
    """Return the last round of these ``kinds`` that ``school`` has had, of any kind where none is
    named, and ``before`` the round of that number, if any is given; None without one."""
    first = (school.round or 0) if before is None else before - 1
    for number in range(first, 0, -1):
        found = round_in(school, number)
        if found.kind in kinds or not kinds:
            return found
    return None


def revealed_before(school: SchoolClass, *kinds: str) -> list[Round]:
    """Return the rounds of these ``kinds`` that were revealed before the present one began, the
    latest first."""
    earlier = (round_in(school, number) for number in range((school.round or 0) - 1, 0, -1))
    return [one for one in earlier if one.revealed and one.kind in kinds]


def finished_in(school: SchoolClass, number: int) -> frozenset[int]:
    """Return the numbers of the pupils who have said to be finished with a round."""
    return finished(classes_database(), school.id, number)


def text_figures(
    school: SchoolClass, now: Round, done: Collection[int], *, revealed: bool
) -> TextFigures:
    """Return what came of a marking round so far, of which the pupils ``done`` say to be finished;
    the model's view only if it is ``revealed``."""
    engine = classes_database()
    marks = marks_of(engine, school.id, now.number)
    begun = frozenset(done) | frozenset(marks["participant"].tolist())
    material, text, bare = _text(school, now)
    found = round_figures(marks, done, material, over=revealed)
    words = class_words(words_of(engine, school.id, now.number), found, material)
    split, said = [], []
    if found is not None:
        split = most_split(found, MOST_LISTED)
        said = [alpha_said(found.alpha, found.participants)]
        if revealed:
            said.append(class_and_model_said(found))
    if revealed:
        said.append(REVEAL_NOTE)
    drawn = drawn_figures(material, found, words, split, said, revealed=revealed)
    return TextFigures(text, drawn, bare, begun, found is not None)


def test_figures(school: SchoolClass, now: Round, *, revealed: bool) -> TestFigures:
    """Return the gain, once a test after the practice is ``revealed``: of the pupils who answered
    in both, each by the key of the form that was given."""
    before = latest_round(school, BEFORE, before=now.number)
    if now.kind != AFTER or not revealed or before is None:
        return TestFigures()
    first, second = _scores(school, before), _scores(school, now)
    both = sorted(first.keys() & second.keys())
    found = gain([first[pupil] for pupil in both], [second[pupil] for pupil in both])
    return TestFigures(len(both), found, len(items_of_round(now.material).a))


def answers(school: SchoolClass, number: int) -> Mapping[int, Mapping[int, bool]]:
    """Return the answers of a round of the test, by pupil and item."""
    return test_answers(classes_database(), school.id, number)


def forget_rounds() -> None:
    """Forget the texts of the rounds and what was made of them."""
    for key in (_ROUNDS, _TEXTS):
        st.session_state.pop(key, None)


def _scores(school: SchoolClass, test: Round) -> dict[int, int]:
    items = items_of_round(test.material)
    return {
        pupil: score(given, items, form_of(pupil, test.kind))
        for pupil, given in answers(school, test.number).items()
        if given
    }


def _text(school: SchoolClass, now: Round) -> tuple[Material, Drawn, Drawn]:
    """Return the material of a round and what the browser draws of it, made once a round."""
    texts: dict[tuple[object, ...], tuple[Material, Drawn, Drawn]]
    texts = st.session_state.setdefault(_TEXTS, {})
    key = (school.id, school.opened, now.number)
    if key not in texts:
        material = from_json(now.material)
        texts[key] = material, drawn_text(material), no_figures(material)
    return texts[key]

"""Keeping a pupil's marks: each is checked against the text before anything is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from analysis.practice import items, material
from analysis.practice.marks import BadMark, Mark, mark_of
from api.answers import Answer, Problem, malformed
from api.bodies import fields
from api.classroom.asking import pupil_of, round_asked
from api.classroom.problems import problem_of
from api.resource import Asked
from store.classes.marks import keep_marks
from store.classes.records import MARKING, KeptMark, Pupil, Round, form_of

LARGEST_SEQ = 2**53 - 1
"""The largest number to which a browser can count."""


def keep(asked: Asked) -> Answer:
    """Keep all marks of a request or, if one does not fit, none; answer with how many there were.

    Raises NotInClass, NoSuchRound, AlreadyRevealed, and Problem for what does not fit; ``mark`` in
    the problem then is the place in the list, from 0.
    """
    pupil = pupil_of(asked)
    found = round_asked(asked, pupil)
    body = fields(asked.body, {"marks"}, {"finished"})
    finished = body.get("finished")
    if finished is not None and not isinstance(finished, bool):
        raise malformed("“finished” is either true or false.")
    if not isinstance(body["marks"], list):
        raise malformed("“marks” is not a list.")
    checked = _check_of(found, pupil)
    kept = [_kept(given, place, checked) for place, given in enumerate(body["marks"])]
    keep_marks(asked.engine, pupil, found.number, kept, finished)
    return Answer(200, {"kept": len(kept)})


def _kept(given: Any, place: int, checked: Callable[[Any], Mark]) -> KeptMark:
    try:
        seq = fields(given, {"sentence", "loaded", "seq"}, {"reason", "words"})["seq"]
        if type(seq) is not int or not 0 <= seq <= LARGEST_SEQ:
            raise BadMark("has no number in the order of marks")
        return KeptMark(checked(given), seq)
    except BadMark as error:
        problem = problem_of(error)
    except Problem as error:
        problem = error
    raise Problem(problem.status, problem.kind, problem.title, more={"mark": place})


def _check_of(found: Round, pupil: Pupil) -> Callable[[Any], Mark]:
    """Return the function from what was sent to a mark that fits the round, or BadMark."""
    if found.kind == MARKING:
        text = material.from_json(found.material)

        def in_text(given: Any) -> Mark:
            mark = mark_of(given, text.sentences)
            if not text.lines[mark.sentence].counts:
                raise BadMark("is on a sentence that is not to be marked")
            return mark

        return in_text
    shown = items.told(items.from_json(found.material), form_of(pupil.number, found.kind))

    def in_test(given: Any) -> Mark:
        # Sentences without an extent have no words in them.
        mark = mark_of(given, [(0, 0)] * len(shown))
        if mark.reason:
            raise BadMark("has a reason, which the test does not ask for")
        return mark

    return in_test

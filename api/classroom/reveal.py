"""What a pupil sees once the teacher reveals: the model's view, where both differ, the class."""

from __future__ import annotations

from typing import Any

from analysis.output.phrasing.practice.agreement import REVEAL_NOTE, with_model_said
from analysis.output.phrasing.practice.gain import AFTER_THE_FIRST, AFTER_THE_SECOND
from analysis.practice import material
from analysis.practice.with_model import with_model
from api.answers import Answer
from api.classroom.asking import pupil_of, round_asked
from api.classroom.class_shares import class_shares
from api.resource import Asked
from store.classes.errors import NotRevealed
from store.classes.marks import own_marks, see_reveal
from store.classes.records import BEFORE, MARKING, Pupil, Round


def reveal(asked: Asked) -> Answer:
    """Answer with what came of a round. From then on this pupil's marks in it stay as they are.

    Raises NotInClass, NoSuchRound, NotRevealed.
    """
    pupil = pupil_of(asked)
    found = round_asked(asked, pupil)
    if not found.revealed:
        raise NotRevealed
    if not asked.only_looking:
        see_reveal(asked.engine, pupil, found.number)
    if found.kind != MARKING:
        note = AFTER_THE_FIRST if found.kind == BEFORE else AFTER_THE_SECOND
        return Answer(200, {"note": note})
    return Answer(200, _of_text(asked, pupil, found))


def _of_text(asked: Asked, pupil: Pupil, found: Round) -> dict[str, Any]:
    text = material.from_json(found.material)
    marks = [kept.mark for kept in own_marks(asked.engine, pupil, found.number)]
    beside = with_model(marks, text)
    return {
        "model": material.model_told(text),
        "note": REVEAL_NOTE,
        "agreement": with_model_said(beside),
        "only_reader": list(beside.only_reader),
        "only_model": list(beside.only_model),
        "class": class_shares(asked.engine, pupil.class_id, found.number, text),
    }

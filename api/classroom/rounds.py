"""A round as a pupil gets it: the text to mark or the sentences of the test, and the own marks.

Nothing of the model's and no key is in it: those stay on the server until the reveal.
"""

from __future__ import annotations

from typing import Any

from analysis.output.phrasing.practice.gain import TEST_QUESTION
from analysis.practice import items, material
from analysis.practice.marks import REASONS, mark_told
from api.answers import Answer
from api.classroom.asking import pupil_of, round_asked
from api.resource import Asked
from store.classes.marks import is_finished, own_marks
from store.classes.records import MARKING, KeptMark, Pupil, Round, form_of


def round_to_do(asked: Asked) -> Answer:
    """Answer with the round and what this pupil has marked in it.

    Raises NotInClass, NoSuchRound.
    """
    pupil = pupil_of(asked)
    found = round_asked(asked, pupil)
    body = {"number": found.number, "kind": found.kind, **_task(found, pupil)}
    body["marks"] = [_as_json(kept) for kept in own_marks(asked.engine, pupil, found.number)]
    body["finished"] = is_finished(asked.engine, pupil, found.number)
    return Answer(200, body)


def _task(found: Round, pupil: Pupil) -> dict[str, Any]:
    if found.kind == MARKING:
        return {**material.told(material.from_json(found.material)), "reasons": REASONS}
    form = form_of(pupil.number, found.kind)
    told = items.told(items.from_json(found.material), form)
    return {"form": form, "question": TEST_QUESTION, "items": told}


def _as_json(kept: KeptMark) -> dict[str, Any]:
    return {**mark_told(kept.mark), "seq": kept.seq}

"""The queue, the flags of a second reading, one flag, and its history."""

from __future__ import annotations

from typing import Any

from api.answers import Answer
from api.desk.asking import editor_of, flag_asked, part_asked, state_asked
from api.desk.telling import decision_told, flag_told, flag_told_blind, flags_told
from api.resource import Asked
from store.desk.decisions import history
from store.desk.queue import flag, queue, second_queue
from store.desk.records import QueuePage


def queue_part(asked: Asked) -> Answer:
    """Answer with a part of the queue. Raises NotSignedIn, NotAllowed, Problem."""
    editor_of(asked)
    page = queue(asked.engine, **part_asked(asked), state=state_asked(asked))
    return _part(page, flags_told(page.flags))


def second_part(asked: Asked) -> Answer:
    """Answer with flags on which others have decided and the one who asks has not, without what
    was decided. Raises NotSignedIn, NotAllowed, Problem."""
    editor = editor_of(asked)
    page = second_queue(asked.engine, editor.id, **part_asked(asked))
    return _part(page, [flag_told_blind(one) for one in page.flags])


def one_flag(asked: Asked) -> Answer:
    """Answer with a flag as it is now. Raises NotSignedIn, NotAllowed, NoSuchFlag."""
    editor_of(asked)
    return Answer(200, flag_told(flag(asked.engine, flag_asked(asked))))


def flag_history(asked: Asked) -> Answer:
    """Answer with all decisions on a flag. Raises NotSignedIn, NotAllowed, NoSuchFlag."""
    editor_of(asked)
    number = flag(asked.engine, flag_asked(asked)).id
    told = [decision_told(one) for one in history(asked.engine, number)]
    return Answer(200, {"decisions": told})


def _part(page: QueuePage, flags: list[dict[str, Any]]) -> Answer:
    counted = {"version": page.version, "total": page.total, "held_back": page.held_back}
    return Answer(200, {**counted, "flags": flags})

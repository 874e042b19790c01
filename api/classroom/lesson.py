"""Where the lesson is: what a pupil's phone asks about all the time."""

from __future__ import annotations

from api.answers import Answer
from api.classroom.asking import pupil_of
from api.resource import Asked
from store.classes.marks import is_finished
from store.classes.opening import school_class, versions
from store.classes.rounds import round_of


def lesson(asked: Asked) -> Answer:
    """Answer with the state of the pupil's class, or with nothing (204) if it is still the one of
    the version given as ``after``; with ``wait``, only after so many seconds (``api.resource``).

    Raises NotInClass.
    """
    pupil = pupil_of(asked)
    version, _ = versions(asked.engine, pupil.class_id)
    if asked.query.get("after") == str(version):
        return Answer(204)
    now = school_class(asked.engine, pupil.class_id)
    body = {
        "version": now.version,
        "state": now.state,
        "round": now.round,
        "kind": None,
        "nickname": pupil.nickname,
        "finished": False,
    }
    if now.round is not None:
        body["kind"] = round_of(asked.engine, pupil.class_id, now.round).kind
        body["finished"] = is_finished(asked.engine, pupil, now.round)
    return Answer(200, body)

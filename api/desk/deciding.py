"""Deciding on a flag, and reading one a second time: confirmed when it is kept."""

from __future__ import annotations

from api.answers import Answer, Problem
from api.bodies import fields
from api.desk.asking import editor_of, flag_asked, number_sent, request_sent, text_sent
from api.desk.telling import decision_told, flag_told
from api.resource import Asked
from store.desk.decisions import decide, second_reading
from store.desk.errors import AlreadyDecided
from store.desk.queue import flag, flag_and_version
from store.desk.records import REVIEWER

ALREADY = "Somebody has decided on this flag in the meantime: keep that, or decide again."


def keep_decision(asked: Asked) -> Answer:
    """Keep a decision, and answer with it and with the flag as it is now.

    The same ``request`` again is answered with the decision that was kept under it. Raises
    NotSignedIn, NotAllowed, NoSuchFlag, BadDecision, StoreFailed, and Problem, also where somebody
    was quicker: that tells what they decided.
    """
    editor = editor_of(asked, REVIEWER)
    number = flag_asked(asked)
    body = fields(asked.body, {"request", "seen", "act"}, {"reason", "wording", "note"})
    try:
        decision = decide(
            asked.engine,
            editor.id,
            number,
            text_sent(body, "act"),
            seen=number_sent(body, "seen"),
            request=request_sent(body),
            reason=text_sent(body, "reason"),
            wording=text_sent(body, "wording"),
            note=text_sent(body, "note"),
        )
    except AlreadyDecided as error:
        now = flag(asked.engine, number)
        theirs = {"decision": decision_told(error.decision), "seq": error.seq}
        more = {**theirs, "flag": flag_told(now)}
        raise Problem(409, "already-decided", ALREADY, more=more) from None
    now, at = flag_and_version(asked.engine, number)
    told = {"decision": decision_told(decision), "flag": flag_told(now)}
    return Answer(201, {**told, "version": at})


def keep_second(asked: Asked) -> Answer:
    """Keep a second reading, and answer with it and with what was decided first.

    Raises NotSignedIn, NotAllowed, NoSuchFlag, BadDecision, Problem, StoreFailed.
    """
    editor = editor_of(asked, REVIEWER)
    number = flag_asked(asked)
    body = fields(asked.body, {"request", "act"}, {"reason", "note"})
    decision = second_reading(
        asked.engine,
        editor.id,
        number,
        text_sent(body, "act"),
        request=request_sent(body),
        reason=text_sent(body, "reason"),
        note=text_sent(body, "note"),
    )
    now, at = flag_and_version(asked.engine, number)
    first = None if now.decision is None else decision_told(now.decision)
    told = {"decision": decision_told(decision), "version": at}
    return Answer(201, {**told, "first": first})

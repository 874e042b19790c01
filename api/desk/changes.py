"""What is new at the desk since a version of it."""

from __future__ import annotations

from api.answers import Answer
from api.desk.asking import count_asked, editor_of
from api.desk.telling import flags_told
from api.resource import Asked
from store.desk.queue import changes
from store.desk.trail import version


def what_is_new(asked: Asked) -> Answer:
    """Answer with the flags that changed since the version that the query names, or with nothing
    (204) if it is still the same; with ``wait``, only after so many seconds (``api.resource``).

    Where flags are left over, ``more`` is true and ``version`` is the one up to which they are
    told. Raises NotSignedIn, NotAllowed, Problem.
    """
    editor_of(asked)
    since = count_asked(asked, "since", 0)
    if version(asked.engine) == since:
        return Answer(204)
    now, flags, more = changes(asked.engine, since)
    return Answer(200, {"version": now, "flags": flags_told(flags), "more": more})

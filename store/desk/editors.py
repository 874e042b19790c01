"""Editors: who is at the desk, what each may do, and the sessions of their browsers."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from sqlalchemy import Engine, func, insert, select, update

from store.database import reading, writing
from store.desk.errors import BadName, NotSignedIn
from store.desk.records import ADMIN, MOST_NAME, REVIEWER, WAITING, Editor
from store.desk.rows import editor_of, note_in_trail, now_utc, require
from store.desk.tables import EDITORS, SESSIONS

SESSION_HOURS = 12
"""A session of a browser ends so long after it began."""


def sign_in(
    engine: Engine, name: str, *, subject: str | None = None, admin: bool | None = None
) -> Editor:
    """Return the editor of that name, or of the login ``subject``, made if there is none yet.

    A typed name (``subject`` None) is not verified: the first one at an empty desk is an admin,
    others are reviewers. With a login, who is new waits until an admin lets them in; ``admin`` True
    (the settings name them) makes them one. Raises BadName.
    """
    shown = " ".join(name.split())
    if not any(sign.isalpha() for sign in shown) or len(shown) > MOST_NAME:
        raise BadName
    key = None if subject is not None else shown.casefold()
    digest = None if subject is None else hashlib.sha256(subject.encode()).hexdigest()
    which = EDITORS.c.name_key == key if digest is None else EDITORS.c.subject == digest
    with writing(engine) as connection:
        row = connection.execute(select(EDITORS).where(which)).one_or_none()
        if row is None:
            first = connection.scalar(select(func.count()).select_from(EDITORS)) == 0
            is_admin = first if digest is None else bool(admin)
            role = ADMIN if is_admin else REVIEWER if digest is None else WAITING
            values = {
                "name": shown,
                "name_key": key,
                "subject": digest,
                "verified": digest is not None,
                "role": role,
                "since": now_utc(),
            }
            (number,) = connection.execute(insert(EDITORS).values(values)).inserted_primary_key or (
                0,
            )
            note_in_trail(connection, number, "joined", f"editor:{number}", {"role": role})
            row = connection.execute(select(EDITORS).where(EDITORS.c.id == number)).one()
        return editor_of(row)


def editors(engine: Engine) -> tuple[Editor, ...]:
    """Return all editors, in the order they came."""
    with reading(engine) as connection:
        return tuple(
            editor_of(row) for row in connection.execute(select(EDITORS).order_by(EDITORS.c.id))
        )


def set_role(engine: Engine, by: int, editor: int, role: str) -> None:
    """Give ``editor`` a role, on behalf of the admin ``by``; raises NotAllowed."""
    with writing(engine) as connection:
        require(connection, by, ADMIN)
        connection.execute(update(EDITORS).where(EDITORS.c.id == editor).values(role=role))
        note_in_trail(connection, by, "role", f"editor:{editor}", {"role": role})


def open_session(engine: Engine, editor: int) -> str:
    """Return a new token with which the editor's browser asks the API; a digest of it is kept."""
    token = secrets.token_urlsafe(32)
    until = now_utc() + timedelta(hours=SESSION_HOURS)
    with writing(engine) as connection:
        connection.execute(
            insert(SESSIONS).values(token_digest=_digest(token), editor=editor, until=until)
        )
    return token


def session_editor(engine: Engine, token: str) -> Editor:
    """Return the editor whose session has this token, with the role of now; raises NotSignedIn."""
    query = (
        select(EDITORS)
        .join(SESSIONS, SESSIONS.c.editor == EDITORS.c.id)
        .where(SESSIONS.c.token_digest == _digest(token), SESSIONS.c.until > now_utc())
    )
    with reading(engine) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise NotSignedIn
    return editor_of(row)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()

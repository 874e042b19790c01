"""Editors: who is at the desk, what each may do, and the sessions of their browsers."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from store import postgresql
from store.database import reading, writing
from store.desk.errors import (
    BadName,
    LastAdmin,
    NoSuchEditor,
    NoSuchRole,
    NotAllowed,
    NotSignedIn,
)
from store.desk.names import name_key, plain_name
from store.desk.records import ADMIN, MOST_NAME, READER, REVIEWER, ROLES, WAITING, Editor, may
from store.desk.rows import editor_of, note_in_trail, now_utc, require
from store.desk.tables import EDITORS, SESSIONS

SESSION_HOURS = 12
"""A session of a browser ends so long after it began."""


def sign_in(
    engine: Engine, name: str, *, subject: str | None = None, admin: bool | None = None
) -> Editor:
    """Return the editor of that name, or of the login ``subject``, made if there is none yet.

    A typed name (``subject`` None) is not verified: the first one at an empty desk is an admin,
    unless ``admin`` is False, others are reviewers. With a login, who is new waits until an admin
    lets them in. ``admin`` says whether the settings name a login as an admin's: True makes them
    one, False takes that back from one who is an admin for no other reason, None leaves all as it
    is. Raises BadName; the name of a login is cut where it is too long.
    """
    shown = plain_name(name)
    if subject is not None:
        shown = shown[:MOST_NAME].rstrip()
    if not any(sign.isalpha() for sign in shown) or len(shown) > MOST_NAME:
        raise BadName
    if subject is None:
        return _of_typed(engine, shown, first_is_admin=admin is not False)
    digest = _digest(subject)
    with reading(engine) as connection:
        row = _row(connection, "subject", digest)
    if row is not None and not _changes(row, shown, admin):
        return editor_of(row)
    with writing(engine) as connection:
        postgresql.alone(connection, postgresql.EDITORS)
        row = _row(connection, "subject", digest)
        if row is None:
            return _join(
                connection,
                ADMIN if admin else WAITING,
                name=shown,
                subject=digest,
                verified=True,
                admin_by_settings=bool(admin),
            )
        if changes := _changes(row, shown, admin):
            _change(connection, row.id, changes, row.id)
        return editor_of(_row_of(connection, row.id))


def editors(engine: Engine) -> tuple[Editor, ...]:
    """Return all editors, in the order they came."""
    with reading(engine) as connection:
        return tuple(
            editor_of(row) for row in connection.execute(select(EDITORS).order_by(EDITORS.c.id))
        )


def set_role(engine: Engine, by: int | None, editor: int, role: str) -> None:
    """Give ``editor`` a role, on behalf of the admin ``by``, or of whoever has the machine (None).

    Somebody whom the settings name as an admin is one again at the next login. Raises NotAllowed,
    NoSuchEditor, NoSuchRole, and LastAdmin instead of leaving the desk without an admin.
    """
    if role not in ROLES:
        raise NoSuchRole
    with writing(engine) as connection:
        postgresql.alone(connection, postgresql.EDITORS)
        if by is not None:
            require(connection, by, ADMIN)
        row = _row_of(connection, editor)
        if row.role == ADMIN != role and not _other_admins(connection, editor):
            raise LastAdmin
        changes: dict[str, Any] = {}
        if row.role != role:
            changes["role"] = role
        if row.admin_by_settings:
            changes["admin_by_settings"] = False
        if changes:
            _change(connection, editor, changes, by)


def open_session(engine: Engine, editor: int) -> str:
    """Return a new token with which the editor's browser asks the API; a digest of it is kept.

    Sessions that are over are removed on the way. Raises NoSuchEditor.
    """
    token = secrets.token_urlsafe(32)
    now = now_utc()
    with writing(engine) as connection:
        if connection.scalar(select(EDITORS.c.id).where(EDITORS.c.id == editor)) is None:
            raise NoSuchEditor
        connection.execute(delete(SESSIONS).where(SESSIONS.c.until <= now))
        connection.execute(
            insert(SESSIONS).values(
                token_digest=_digest(token),
                editor=editor,
                until=now + timedelta(hours=SESSION_HOURS),
            )
        )
    return token


def session_editor(
    engine: Engine, token: str, *, needed: str = READER, only_logins: bool = False
) -> Editor:
    """Return the editor whose session has this token, with the role of now.

    ``only_logins`` leaves out the sessions of names that were typed, as where a login is set up by
    now. Raises NotSignedIn, and NotAllowed for one who has not at least the role ``needed``.
    """
    query = (
        select(EDITORS)
        .join(SESSIONS, SESSIONS.c.editor == EDITORS.c.id)
        .where(SESSIONS.c.token_digest == _digest(token), SESSIONS.c.until > now_utc())
    )
    with reading(engine) as connection:
        row = connection.execute(query).one_or_none()
    if row is None or (only_logins and not row.verified):
        raise NotSignedIn
    if not may(row.role, needed):
        raise NotAllowed(needed)
    return editor_of(row)


def close_session(engine: Engine, token: str) -> None:
    """End a session; one that is unknown or over is no error."""
    with writing(engine) as connection:
        connection.execute(delete(SESSIONS).where(SESSIONS.c.token_digest == _digest(token)))


def has_login(engine: Engine, name: str) -> bool:
    """Return whether somebody who logs in, and no typed name, is called so; a typed name would be
    taken for them."""
    key = name_key(plain_name(name))
    with reading(engine) as connection:
        if _row(connection, "name_key", key) is not None:
            return False
        logins = connection.scalars(select(EDITORS.c.name).where(EDITORS.c.verified))
        return any(name_key(one) == key for one in logins)


def _of_typed(engine: Engine, shown: str, first_is_admin: bool) -> Editor:
    key = name_key(shown)
    with reading(engine) as connection:
        row = _row(connection, "name_key", key)
    if row is not None:
        return editor_of(row)
    with writing(engine) as connection:
        # Of two who are the first, or come with one name, the second finds what the first has made.
        postgresql.alone(connection, postgresql.EDITORS)
        row = _row(connection, "name_key", key)
        if row is not None:
            return editor_of(row)
        empty = connection.scalar(select(func.count()).select_from(EDITORS)) == 0
        return _join(
            connection,
            ADMIN if empty and first_is_admin else REVIEWER,
            name=shown,
            name_key=key,
            verified=False,
            admin_by_settings=False,
        )


def _join(connection: Connection, role: str, **values: Any) -> Editor:
    made = insert(EDITORS).values(role=role, since=now_utc(), **values)
    (number,) = connection.execute(made).inserted_primary_key or (0,)
    note_in_trail(connection, number, "joined", f"editor:{number}", {"role": role})
    return editor_of(_row_of(connection, number))


def _changes(row: Row[Any], shown: str, admin: bool | None) -> dict[str, Any]:
    """Return what a login changes of its editor, as values of columns."""
    changes: dict[str, Any] = {}
    if row.name != shown:
        changes["name"] = shown
    if admin and row.role != ADMIN:
        changes |= {"role": ADMIN, "admin_by_settings": True}
    if admin is False and row.admin_by_settings:
        changes |= {"role": REVIEWER, "admin_by_settings": False}
    return changes


def _change(connection: Connection, editor: int, changes: dict[str, Any], by: int | None) -> None:
    connection.execute(update(EDITORS).where(EDITORS.c.id == editor).values(**changes))
    told = {name: value for name, value in changes.items() if name in ("name", "role")}
    for act, name in (("renamed", "name"), ("role", "role")):
        if name in told:
            note_in_trail(connection, by, act, f"editor:{editor}", {name: told[name]})


def _other_admins(connection: Connection, editor: int) -> bool:
    others = select(EDITORS.c.id).where(EDITORS.c.role == ADMIN, EDITORS.c.id != editor)
    return connection.scalar(others.limit(1)) is not None


def _row(connection: Connection, column: str, value: str) -> Row[Any] | None:
    return connection.execute(select(EDITORS).where(EDITORS.c[column] == value)).one_or_none()


def _row_of(connection: Connection, editor: int) -> Row[Any]:
    row = connection.execute(select(EDITORS).where(EDITORS.c.id == editor)).one_or_none()
    if row is None:
        raise NoSuchEditor
    return row


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()

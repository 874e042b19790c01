"""Fits of the house: kept, used, and undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, insert, select, update

from store.database import reading, writing
from store.desk.errors import NoSuchFit
from store.desk.records import ADMIN, REMOVED, KeptFit
from store.desk.rows import note_in_trail, now_utc, require, with_zone
from store.desk.tables import EDITORS, FITS, FITS_USED, FLAGS


def keep_fit(engine: Engine, editor: int, said: Mapping[str, Any]) -> int:
    """Keep a fit, not yet in use; return its number.

    ``said`` is plain data, as JSON takes it. Raises NotAllowed, StoreFailed.
    """
    with writing(engine) as connection:
        require(connection, editor, ADMIN)
        made = connection.execute(
            insert(FITS).values(said=json.dumps(dict(said)), editor=editor, made=now_utc())
        )
        (number,) = made.inserted_primary_key or (0,)
        note_in_trail(connection, editor, "fit kept", f"fit:{number}")
    return int(number)


def use_fit(
    engine: Engine, editor: int, fit: int | None, judged: Mapping[int, tuple[float, bool]]
) -> None:
    """Let the queue go by a fit, or by none (None), in one transaction.

    ``judged`` says for each flag its house probability and whether it is held back; flags that it
    does not name have none, and without a fit none has. Raises NotAllowed, NoSuchFit, StoreFailed.
    """
    with writing(engine) as connection:
        require(connection, editor, ADMIN)
        # Whoever changes the fit in use holds all of them, so that two do not mix their flags.
        known = connection.scalars(select(FITS.c.id).order_by(FITS.c.id).with_for_update()).all()
        if fit is not None and fit not in known:
            raise NoSuchFit
        changed = _changed(connection, {} if fit is None else judged)
        if changed:
            connection.execute(
                update(FLAGS)
                .where(FLAGS.c.id == bindparam("flag"))
                .values(
                    house_probability=bindparam("house"),
                    held_back=bindparam("back"),
                    certainty=bindparam("sure"),
                ),
                changed,
            )
        connection.execute(insert(FITS_USED).values(fit=fit, editor=editor, made=now_utc()))
        act = "fit undone" if fit is None else "fit used"
        subject = "fit" if fit is None else f"fit:{fit}"
        note_in_trail(connection, editor, act, subject, {"flags": len(changed)})


def fit_in_use(engine: Engine) -> KeptFit | None:
    """Return the fit that the queue goes by, None where it goes by none."""
    with reading(engine) as connection:
        number = _in_use(connection)
        if number is None:
            return None
        return _fit_of(connection.execute(_kept().where(FITS.c.id == number)).one(), number)


def fits(engine: Engine) -> tuple[KeptFit, ...]:
    """Return all fits that were kept, the newest first."""
    with reading(engine) as connection:
        number = _in_use(connection)
        found = connection.execute(_kept().order_by(FITS.c.id.desc())).all()
    return tuple(_fit_of(row, number) for row in found)


def _changed(
    connection: Connection, judged: Mapping[int, tuple[float, bool]]
) -> list[dict[str, Any]]:
    """Return what is to be written to which flags, in their order; those that stay are left out."""
    query = select(
        FLAGS.c.id, FLAGS.c.probability, FLAGS.c.house_probability, FLAGS.c.held_back
    ).where(FLAGS.c.state != REMOVED)
    changed = []
    for row in connection.execute(query.order_by(FLAGS.c.id)):
        house, back = judged.get(row.id, (None, False))
        if (house, back) != (row.house_probability, row.held_back):
            sure = (row.probability or 0.0) if house is None else house
            changed.append({"flag": row.id, "house": house, "back": back, "sure": sure})
    return changed


def _in_use(connection: Connection) -> int | None:
    return connection.scalar(select(FITS_USED.c.fit).order_by(FITS_USED.c.id.desc()).limit(1))


def _kept() -> Any:
    return select(FITS, EDITORS.c.name).join(EDITORS, EDITORS.c.id == FITS.c.editor)


def _fit_of(row: Row[Any], in_use: int | None) -> KeptFit:
    return KeptFit(row.id, json.loads(row.said), with_zone(row.made), row.name, row.id == in_use)

"""A backup of a desk on which editors decide: one state, with all that was confirmed before."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

from sqlalchemy import Engine, event

from store.desk.backup.restoring import restore
from store.desk.backup.saving import save
from store.desk.decisions import decide
from store.desk.opening import open_desk
from store.desk.queue import article_flags
from tests.store.desk.backup.conftest import rows

EDITORS = 3
BACKUPS = 3


def require_one_state(backup: Path) -> set[str]:
    """Hold that flags, decisions and trail of a backup tell the same; return the requests of its
    decisions."""
    decisions = [row for row in rows(backup, "desk_decisions") if not row["second"]]
    last: dict[int, dict[str, Any]] = {}
    for row in sorted(decisions, key=lambda row: int(row["seq"])):
        last[row["flag"]] = row
    for flag in rows(backup, "desk_flags"):
        decided = last.get(flag["id"])
        assert flag["seq"] == (decided["seq"] if decided else 0)
        if decided is None or decided["act"] != "undo":
            assert flag["state"] == (decided["act"] if decided else "open")
    told = Counter(
        json.loads(row["detail"]).get("decision")
        for row in rows(backup, "desk_trail")
        if row["act"] in ("accept", "dismiss", "reword", "undo")
    )
    assert told == Counter(row["id"] for row in decisions)
    return {row["request"] for row in decisions}


class Editor:
    """One who decides on the flags of an article, again and again."""

    def __init__(self, engine: Engine, number: int) -> None:
        self.engine = engine
        self.number = number
        self.confirmed: list[str] = []
        self._seen = {one.id: one.seq for one in article_flags(self.engine, number)}

    def decides(self, most: int = 1) -> None:
        """Decide so many times; what the store has confirmed is in ``confirmed``."""
        for _ in range(most):
            nth = len(self.confirmed)
            flag = [*self._seen][nth % len(self._seen)]
            request = f"in-use-{self.number}-{nth}"
            decide(self.engine, 1, flag, "accept", seen=self._seen[flag], request=request)
            self._seen[flag] += 1
            self.confirmed.append(request)


def test_editors_decide_while_backups_are_made(
    filled: Path, engine: Engine, address: dict[str, str], tmp_path: Path
) -> None:
    restore(engine, str(filled))
    server = open_desk(**address)
    editors = [Editor(server, number) for number in range(1, EDITORS + 1)]
    over = Event()

    def works(editor: Editor) -> None:
        while not over.is_set():
            editor.decides()

    sizes = []
    with ThreadPoolExecutor(EDITORS) as threads:
        working = [threads.submit(works, editor) for editor in editors]
        try:
            for number in range(BACKUPS):
                # Each gets further before the next backup.
                until = {editor.number: len(editor.confirmed) + 2 for editor in editors}
                while any(len(one.confirmed) < until[one.number] for one in editors):
                    assert not any(one.done() for one in working)
                    sleep(0.001)
                confirmed = {request for editor in editors for request in editor.confirmed}
                save(engine, str(tmp_path / f"{number}.zip"))
                kept = require_one_state(tmp_path / f"{number}.zip")
                assert confirmed <= kept
                sizes.append(len(kept))
        finally:
            over.set()
        for one in working:
            one.result()
    assert sizes == sorted(set(sizes))
    server.dispose()
    back = open_desk(folder=str(tmp_path / "back"))
    restore(back, str(tmp_path / f"{BACKUPS - 1}.zip"))


def test_a_decision_before_each_table_is_in_none_of_them(
    filled: Path, engine: Engine, address: dict[str, str], tmp_path: Path
) -> None:
    """The same on purpose: reads of several states would be torn for certain."""
    restore(engine, str(filled))
    server = open_desk(**address)
    editor = Editor(server, 1)
    editor.decides(2)
    read: list[str] = []

    @event.listens_for(engine, "after_cursor_execute")
    def decides_in_between(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("SELECT"):
            read.append(statement)
            editor.decides()

    save(engine, str(tmp_path / "one.zip"))
    assert len(read) >= 10
    kept = require_one_state(tmp_path / "one.zip")
    assert {one for one in kept if one.startswith("in-use")} == {"in-use-1-0", "in-use-1-1"}
    server.dispose()

"""A PostgreSQL server of the tests' own, from Debian's packages: started once, then thrown away.

It listens at a socket in its folder only, so that no port is taken. A database is made as a copy of
another, which takes some hundredths of a second. ``sh tests/ensure_postgres.sh`` installs one.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

MISSING = "There is no PostgreSQL here: run sh tests/ensure_postgres.sh, or install it."
OWNER = "slant"
"""The user that owns the databases, who is asked for no password."""

GUARDED = "guarded"
"""A user who is asked for one; a test that needs them has to make them."""

_WAIT_S = 60
_numbers = itertools.count(1)


class Server:
    """A server and its folder. ``running`` is None while it is stopped."""

    def __init__(self, programs: Path, folder: Path, options: tuple[str, ...] = ()) -> None:
        self.programs = programs
        self.folder = folder
        self.options = options
        self.running: subprocess.Popen[bytes] | None = None
        # PostgreSQL refuses to be run by root.
        self._as_user: dict[str, object] = {}
        if os.getuid() == 0:
            user = _somebody()
            self._as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
            os.chown(folder, user.pw_uid, user.pw_gid)

    @property
    def data(self) -> Path:
        """The folder of its data."""
        return self.folder / "data"

    def address(self, database: str, user: str = OWNER, password: str = "") -> str:
        """Return the address of a database, as ``SLANT_DATABASE_URL`` takes it."""
        who = f"{user}:{password}" if password else user
        return f"postgresql://{who}@/{database}?host={self.folder}"

    def set_up(self) -> None:
        """Make the folder of its data."""
        self._call(
            "initdb",
            *("-D", str(self.data), "-U", OWNER, "--auth=trust", "--no-sync"),
            *("--encoding=UTF8", "--locale=C"),
        )
        rules = self.data / "pg_hba.conf"
        rules.write_text(f"local all {GUARDED} scram-sha-256\nlocal all all trust\n")

    def start(self) -> None:
        """Start it and wait until it answers; after a kill it first puts its files in order."""
        with (self.folder / "log").open("ab") as log:
            self.running = subprocess.Popen(
                [
                    *(self.programs / "postgres", "-D", self.data, "-k", self.folder),
                    *("-c", "listen_addresses="),
                    *itertools.chain.from_iterable(("-c", option) for option in self.options),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **self._as_user,  # type: ignore[call-overload]
            )
        until = time.monotonic() + _WAIT_S
        while True:
            try:
                self.run("SELECT 1")
                return
            except psycopg.OperationalError:
                if self.running.poll() is not None or time.monotonic() > until:
                    raise AssertionError((self.folder / "log").read_text()[-3000:]) from None
                time.sleep(0.01)

    def stop(self) -> None:
        """Stop it; whoever is connected is cut off."""
        if self.running is not None:
            self.running.send_signal(signal.SIGINT)
            self.running.wait(_WAIT_S)
            self.running = None

    def kill(self) -> None:
        """End it and all its processes with SIGKILL, as a power cut would, and wait until they are
        gone: a new one refuses to start beside them."""
        assert self.running is not None
        postmaster = self.running.pid
        # It must not start others, nor see how its children die, while they are looked up.
        os.kill(postmaster, signal.SIGSTOP)
        children = [child for child, parent, _ in _processes() if parent == postmaster]
        for process in (postmaster, *children):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.running.wait(_WAIT_S)
        self.running = None
        until = time.monotonic() + _WAIT_S
        while {child for child, _, state in _processes() if state != "Z"} & {*children}:
            assert time.monotonic() < until, "A killed process of PostgreSQL does not end."
            time.sleep(0.001)

    def run(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run one statement as its owner, outside a transaction, and return its rows."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def fresh(self, template: str = "template0") -> str:
        """Return the name of a new database: an empty one, or a copy of ``template``, to which
        nobody may be connected."""
        name = f"fresh_{next(_numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        """Remove a database, even if somebody is connected to it."""
        self.run(f"DROP DATABASE {database} WITH (FORCE)")

    def _call(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            **self._as_user,  # type: ignore[call-overload]
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def server(*options: str) -> Iterator[Server]:
    """Give a running server; raises LookupError (``MISSING``) where there is no PostgreSQL.

    ``options`` are settings of it, as ``fsync=off`` where no machine's death is played: what a
    killed program has handed to the operating system is on the disk sooner or later.
    """
    programs = _programs()
    if programs is None:
        raise LookupError(MISSING)
    # A short path: that of a socket has at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="slant-pg-"))
    made = Server(programs, folder, options)
    try:
        made.set_up()
        made.start()
        yield made
    finally:
        if made.running is not None:
            made.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """Return the folder with PostgreSQL's programs, the newest there is; None without one."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    found = [*map(str, versions), *filter(None, [shutil.which("initdb")])]
    folders = [Path(os.path.realpath(path)).parent for path in reversed(found)]
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def _somebody() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _processes() -> Iterator[tuple[int, int, str]]:
    """Yield the number, the parent's number and the state of each process (Linux)."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name, in brackets, may hold anything.
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        yield int(path.parent.name), int(parent), state

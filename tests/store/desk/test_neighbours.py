"""Two servers on one file: both work, nothing is lost, and each says that the other is there."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from store.desk.editors import editors, sign_in
from store.desk.opening import FILE, desk_notices, open_desk, served
from store.desk.trail import trail
from tests.store.at_once import at_once

ROOT = Path(__file__).resolve().parents[3]

OTHER_SERVER = """
import sys
from store.desk.editors import sign_in
from store.desk.opening import desk_notices, open_desk
from tests.store.at_once import at_once

engine = open_desk(folder=sys.argv[1], serves=True)
print(len(desk_notices(engine)), flush=True)
sys.stdin.readline()
at_once(5, lambda place: [sign_in(engine, f"Other {place} {n}x") for n in range(10)])
print("done", flush=True)
sys.stdin.readline()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing can be told there")


def test_two_servers_on_one_file(tmp_path: Path) -> None:
    engine = open_desk(folder=str(tmp_path), serves=True)
    assert desk_notices(engine) == ()
    command = [sys.executable, "-c", OTHER_SERVER, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin
        assert other.stdout
        # The other says so of this one, and this one of the other.
        assert other.stdout.readline() == "1\n"
        (notice,) = desk_notices(engine)
        assert "Another server has the file of this desk open" in notice
        assert "SLANT_DATABASE_URL" in notice
        # To look does not give up what the other sees.
        assert desk_notices(engine) == (notice,)
        print("go", file=other.stdin, flush=True)
        at_once(5, lambda place: [sign_in(engine, f"This {place} {n}x") for n in range(10)])
        assert other.stdout.readline() == "done\n"
        names = {editor.name for editor in editors(engine)}
        assert names == {
            f"{who} {p} {n}x" for who in ("This", "Other") for p in range(5) for n in range(10)
        }
        assert [line.act for line in trail(engine)] == ["joined"] * 100
        assert sum(editor.role == "admin" for editor in editors(engine)) == 1
        assert desk_notices(engine) == (notice,)
        print("end", file=other.stdin, flush=True)
        assert other.wait(60) == 0
    assert desk_notices(engine) == ()


def test_two_engines_of_one_program_are_no_neighbours(tmp_path: Path) -> None:
    first = open_desk(folder=str(tmp_path), serves=True)
    second = open_desk(url=f"sqlite:///{tmp_path / FILE}", serves=True)
    assert desk_notices(first) == desk_notices(second) == ()
    descriptors = Path("/proc/self/fd")
    if not descriptors.exists():
        return

    def held() -> list[Path]:
        beside = (tmp_path / f"{FILE}-open").resolve()
        return [link for link in descriptors.iterdir() if link.resolve() == beside]

    assert len(held()) == 1
    first.dispose()
    del first
    gc.collect()
    assert len(held()) == 1
    second.dispose()
    del second
    gc.collect()
    assert held() == []


def test_a_command_beside_a_server_is_no_neighbour(tmp_path: Path) -> None:
    command = open_desk(folder=str(tmp_path))
    assert not served(command)
    server = [sys.executable, "-c", OTHER_SERVER, str(tmp_path)]
    with subprocess.Popen(
        server, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        # The server has nothing to say of the command, which knows of the server.
        assert other.stdout.readline() == "0\n"
        assert served(command)
        other.kill()
    assert not served(command)


def test_other_databases_have_nothing_to_tell(engine: Engine) -> None:
    assert desk_notices(engine) == ()
    assert desk_notices(open_desk("memory")) == ()

"""``slant desk`` as a process, and where there is no ``slant``: the same commands by two names."""

import os
import re
import subprocess
import sys
from pathlib import Path

from analysis.cli.desk import COMMANDS
from analysis.cli.main import main
from tests.analysis.cli.command import call

ROOT = Path(__file__).resolve().parents[3]
LOADED = """
import sys
from analysis.cli.main import parser
parser()
print([name for name in ("sqlalchemy", "alembic", "pandas", "onnxruntime") if name in sys.modules])
"""


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )


def test_without_slant_it_has_another_name(tmp_path: Path) -> None:
    done = process("-m", "store.cli", "status", SLANT_DATA=str(tmp_path), SLANT_DATABASE_URL="")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"slant: There is no desk at {tmp_path}/desk.db yet: ")
    assert done.stderr.count("\n") == 1
    done = process("-m", "store.cli", "--help")
    assert done.stdout.startswith("usage: python -m store.cli ")


def test_help_loads_no_database() -> None:
    assert process("-c", LOADED).stdout == "[]\n"


def test_the_guide_names_commands_that_there_are() -> None:
    guide = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
    named = set(re.findall(r"slant desk ([a-z]+)", guide))
    assert {"add", "backup", "restore", "export", "role"} <= named
    assert COMMANDS == "store.cli.commands"
    for command in named:
        assert call(main, "desk", command, "--help").returncode == 0
    for address in re.findall(r"\]\(([^)#]+)", guide):
        assert (ROOT / "docs" / address).exists(), address

"""Running a copy of the program, for tests that harm it."""

import os
import subprocess
import sys
from pathlib import Path


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in ``folder`` with the packages there; return how it ended and what it said."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        check=False,
    )

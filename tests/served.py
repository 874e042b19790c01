"""A Streamlit server of a test's or a benchmark's own. Needs no browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OWN_HOST = "127.0.0.1"
START_LIMIT = 90
"""Seconds a server may take to answer; a cold start on a busy machine took 20."""


@contextmanager
def served(script: Path, log: Path) -> Iterator[str]:
    """Run ``streamlit run script`` on a free port, yield its address, end it afterwards.

    What the server prints goes to ``log``. Raises RuntimeError with the log's end if it does not
    come up.
    """
    with socket.socket() as probe:
        probe.bind((OWN_HOST, 0))
        port = probe.getsockname()[1]
    url = f"http://{OWN_HOST}:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = {
        "server.address": OWN_HOST,
        "server.port": str(port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    command += [part for name, value in options.items() for part in (f"--{name}", value)]
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        _await_health(server, url, log)
        yield url
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _await_health(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    printed = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"the Streamlit server did not answer at {url}; it printed:\n{printed}")

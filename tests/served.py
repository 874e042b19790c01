"""A server of a test's or a benchmark's own: Streamlit's, or the API alone. Needs no browser."""

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
from dataclasses import dataclass
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
    port = free_port()
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
    with _running(command, log) as server:
        _await_health(server, f"{url}/_stcore/health", log)
        yield url


@dataclass(frozen=True)
class ServedApi:
    """The API alone: its address, its process and what that prints."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path


@contextmanager
def served_api(log: Path, **settings: str) -> Iterator[ServedApi]:
    """Run ``slant serve --api-only`` on a free port until its networks are loaded, end it
    afterwards; the rest as ``served``. ``settings`` are added to its environment."""
    port = free_port()
    url = f"http://{OWN_HOST}:{port}"
    start = "import sys; from analysis.cli.main import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", start, "serve", "--api-only"]
    command += ["--host", OWN_HOST, "--port", str(port)]
    with _running(command, log, **settings) as server:
        _await_health(server, f"{url}/api/health", log)
        yield ServedApi(url, server, log)


def free_port() -> int:
    """Return a port of this machine at which nothing listens."""
    with socket.socket() as probe:
        probe.bind((OWN_HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _running(command: list[str], log: Path, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), **settings}
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        yield server
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
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    printed = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"the server did not answer at {url}; it printed:\n{printed}")

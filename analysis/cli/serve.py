"""``slant`` opens the dashboard; ``slant serve`` serves it to others.

The server is a process of its own that runs ``serve.py``, which lies beside this package in a
checkout and in an installation alike. It is started as ``streamlit run`` with that file's full
path: Streamlit then takes the settings from the ``.streamlit`` folder beside it, whatever folder
one is in.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

from analysis.errors import CannotServe

HELP = "Serve the dashboard to other machines, without opening a browser here."

SCRIPT = Path(__file__).resolve().parents[2] / "serve.py"
"""What the server runs."""

API = "api.server"
"""The module that serves the API alone, which needs no Streamlit."""

FIRST_PORT, PORTS = 8501, 100
"""Without ``--port`` the first free one of these is taken; Streamlit's own begin there as well."""


def add_dashboard_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``slant`` without a command."""
    _add_port(parser)
    parser.add_argument(
        "--headless", action="store_true", help="print the dashboard's address, open no browser"
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``slant serve``."""
    parser.add_argument(
        "--host",
        metavar="ADDRESS",
        default="",
        help="the address of this machine to listen at; all of them unless given",
    )
    _add_port(parser)
    parser.add_argument(
        "--api-only",
        action="store_true",
        help="serve the API for programs only, without the pages and without classes",
    )


def run_dashboard(options: argparse.Namespace) -> int:
    """Serve the dashboard to this machine only and, where there is a screen, open a browser.

    Returns when the server has ended, with its exit status; raises CannotServe.
    """
    settings = {"server.headless": "true"} if options.headless else {}
    return _serve("localhost", options.port, settings)


def run(options: argparse.Namespace) -> int:
    """Serve the dashboard, or the API alone, to others; as ``run_dashboard``."""
    if options.api_only:
        return _serve_api(options.host, options.port)
    shown = options.host if options.host not in ("", "0.0.0.0", "::") else socket.gethostname()
    settings = {
        "browser.serverAddress": f"[{shown}]" if ":" in shown else shown,
        "server.headless": "true",
    }
    return _serve(options.host, options.port, settings)


def _serve(host: str, port: int | None, settings: dict[str, str]) -> int:
    settings["server.port"] = str(free_port(host, port))
    if host:
        settings["server.address"] = host
    command = [
        # -P: modules that lie in the folder one is in must not stand in for the server's.
        *(sys.executable, "-P", "-m", "streamlit", "run", str(SCRIPT)),
        *(f"--{name}={value}" for name, value in settings.items()),
    ]
    return _become(command, dict(os.environ))


def _serve_api(host: str, port: int | None) -> int:
    command = [sys.executable, "-P", "-m", API, "--port", str(free_port(host, port))]
    if host:
        command += ["--host", host]
    # Where Slant lies, for a checkout that is not installed.
    places = filter(None, (str(SCRIPT.parent), os.environ.get("PYTHONPATH")))
    return _become(command, {**os.environ, "PYTHONPATH": os.pathsep.join(places)})


def _become(command: list[str], environment: dict[str, str]) -> int:
    """Run ``command`` in the place of this process, or return its exit status where there is no
    way to do that."""
    sys.stdout.flush()
    if os.name == "nt":  # where exec would leave the terminal to two processes
        return subprocess.call(command, env=environment)
    os.execve(command[0], command, environment)


def free_port(host: str, asked: int | None) -> int:
    """Return ``asked``, or else the first free port, after a try whether one can listen there.

    ``host`` is a name or an address of this machine, empty for all addresses. Raises CannotServe.
    """
    try:
        _listen(host, 0)
    except OSError as error:
        raise CannotServe(host, error.strerror or str(error), "--host") from None
    for port in [asked] if asked else range(FIRST_PORT, FIRST_PORT + PORTS):
        try:
            _listen(host, port)
            return port
        except OSError as error:
            reason = error.strerror or str(error)
    raise CannotServe(f"port {port}", reason, "--port")


def _listen(host: str, port: int) -> None:
    """Listen for a moment, as Streamlit will; port 0 is any. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        probe.listen(1)


def _add_port(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port",
        type=_port,
        help=f"the port to listen at; unless given, {FIRST_PORT} or the next free one",
    )


def _port(given: str) -> int:
    if not given.isascii() or not given.isdecimal() or not 0 < int(given) < 65536:
        raise argparse.ArgumentTypeError(f"{given} is no port number (1 to 65535)")
    return int(given)

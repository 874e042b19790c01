"""``slant`` and ``slant serve`` up to the server's start; tests/test_packaging.py starts one."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.cli import serve
from analysis.cli.main import main
from analysis.cli.serve import free_port
from analysis.errors import CannotServe
from tests.analysis.cli.command import call

ROOT = Path(__file__).resolve().parents[3]


class Started(Exception):
    """Raised in place of the server's start, with its command."""


@pytest.fixture(autouse=True)
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(program: str, command: list[str], environment: dict[str, str]) -> None:
        assert program == command[0] == sys.executable
        changed = dict(environment.items() - os.environ.items())
        assert changed in ({}, {"PYTHONPATH": environment.get("PYTHONPATH")})
        raise Started(*command[1:], *changed.values())

    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setattr(os, "execve", start)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port of this machine at which something listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(1)
        yield listening.getsockname()[1]


def command(*arguments: str) -> list[str]:
    with pytest.raises(Started) as started:
        main(arguments)
    return list(started.value.args)


def test_the_server_runs_the_script_beside_the_package() -> None:
    """With its full path, where Streamlit looks for the settings; -P: no module of the folder."""
    for arguments in ([], ["serve"]):
        assert command(*arguments)[:5] == ["-P", "-m", "streamlit", "run", str(ROOT / "serve.py")]
    assert (ROOT / ".streamlit" / "config.toml").is_file()


def test_the_dashboard_is_for_this_machine() -> None:
    options = command()[5:]
    assert "--server.address=localhost" in options
    assert not any("headless" in one for one in options)  # Streamlit looks for a screen


def test_without_a_browser() -> None:
    assert "--server.headless=true" in command("--headless")


def test_others_are_served_at_every_address() -> None:
    options = command("serve")[5:]
    assert "--server.headless=true" in options
    assert not any(one.startswith("--server.address") for one in options)
    assert f"--browser.serverAddress={socket.gethostname()}" in options


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_others_are_served_at_one_address(host: str) -> None:
    options = command("serve", "--host", host)[5:]
    assert f"--server.address={host}" in options
    assert f"--browser.serverAddress={host}" in options


def test_the_port_is_the_one_asked_for(taken: int) -> None:
    done = call(main, "--port", str(taken))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"slant: Slant cannot be served at port {taken} (")
    assert done.stderr.endswith(b"): give another --port.\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    for arguments in (["--port", str(free)], ["serve", "--port", str(free)]):
        assert f"--server.port={free}" in command(*arguments)


def test_without_one_it_is_the_next_free_one(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "FIRST_PORT", taken)
    assert taken < free_port("localhost", None) < taken + serve.PORTS
    monkeypatch.setattr(serve, "PORTS", 1)
    with pytest.raises(CannotServe, match=f"at port {taken} "):
        free_port("localhost", None)


def test_an_address_of_another_machine() -> None:
    done = call(main, "serve", "--host", "192.0.2.1")  # RFC 5737: for documentation
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("slant: Slant cannot be served at 192.0.2.1 (")
    assert done.stderr.endswith(b"): give another --host.\n")


@pytest.mark.parametrize("given", ["0", "65536", "-1", "http", "8501.0", "٣"])
def test_what_is_no_port(given: str) -> None:
    for arguments in ([f"--port={given}"], ["serve", f"--port={given}"]):
        done = call(main, *arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert f"{given} is no port number (1 to 65535)" in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1


def test_commands_that_are_none() -> None:
    done = call(main, "town.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"invalid choice: 'town.txt'" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_the_api_alone_is_a_module_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    started = command("serve", "--api-only", "--host", "127.0.0.1")
    assert started[:4] == ["-P", "-m", "api.server", "--port"]
    assert int(started[4]) >= serve.FIRST_PORT
    assert started[5:] == ["--host", "127.0.0.1", str(ROOT)]
    assert "--host" not in command("serve", "--api-only")


def test_modules_that_were_found_before_are_found_by_the_api_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert command("serve", "--api-only")[-1] == os.pathsep.join([str(ROOT), "/elsewhere"])

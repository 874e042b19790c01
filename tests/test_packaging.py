"""The wheel: built, installed into an environment of its own, started in an empty folder.

That environment sees the packages that are installed here, so that nothing is downloaded; Slant
itself is the wheel's.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import sysconfig
import time
import tomllib
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession

from analysis.version import VERSION
from tests.apart import run_apart
from tests.bench.streamlit_client import Answer, Reader

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LIMIT = 60
"""Seconds a server may take to answer on a busy machine."""

TEXT = "The mayor’s plan is a disgrace. “It is not,” she said.\n\nThe vote is due on 4 May.\n"

# Run by every Python of the environment: writes down, as it ends, what Streamlit was set to.
PROBE = """
import atexit, json, os, sys

def write():
    config = sys.modules.get("streamlit.config")
    if config and "SETTINGS_TO" in os.environ:
        options = config.get_config_options()
        told = {key: option.value for key, option in options.items()}
        with open(os.environ["SETTINGS_TO"], "w", encoding="utf-8") as file:
            json.dump(told, file, default=str)

atexit.register(write)
"""

BROWSER = """#!/bin/sh
echo "$1" > "$OPENED"
"""


def requirements(name: str) -> dict[str, str]:
    """The packages that a requirements file names itself, with their ranges."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return by_name(line.split("#")[0] for line in lines if not line.startswith(("#", "-")))


def by_name(lines: Any) -> dict[str, str]:
    found = [Requirement(line) for line in lines if line.strip()]
    return {one.name: str(one.specifier) for one in found}


def test_the_wheel_asks_for_what_requirements_txt_names() -> None:
    own = by_name(PROJECT["optional-dependencies"]["checkpoints"])
    assert list(own) == ["transformers"]
    assert by_name(PROJECT["dependencies"]) | own == requirements("requirements.txt")
    assert "transformers" not in by_name(PROJECT["dependencies"])


def test_its_builder_is_the_one_that_the_tests_install() -> None:
    system = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
    assert by_name(system["requires"]).items() <= requirements("requirements-dev.txt").items()


def test_one_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
    assert "version" not in PROJECT
    assert PROJECT["dynamic"] == ["version"]


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel, and a folder for its files that begins empty."""

    python: Path
    folder: Path
    wheel: Path

    @property
    def slant(self) -> str:
        return str(self.python.with_name("slant"))

    @property
    def environment(self) -> dict[str, str]:
        """What a process there gets: neither this checkout nor anybody's own settings."""
        kept = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
        return {**kept, "HOME": str(self.folder.parent)}

    def run(self, *command: str, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            cwd=self.folder,
            env={**self.environment, "PYTHONIOENCODING": "utf-8"},
            check=False,
            **options,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    venv.create(place / "env", with_pip=False, symlinks=os.name != "nt")
    python = place / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = ["install", "--no-deps", "--no-index", "--no-compile", "--quiet", str(wheel)]
    pip = [sys.executable, "-m", "pip", "--python", str(python), *install]
    subprocess.run(pip, check=True, capture_output=True)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([python, "-c", ask], text=True).strip())
    present = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "present.pth").write_text("\n".join(sorted(present)), encoding="utf-8")
    (packages / "settings_probe.py").write_text(PROBE, encoding="utf-8")
    (packages / "settings_probe.pth").write_text("import settings_probe", encoding="utf-8")
    (place / "empty").mkdir()
    return Installed(python, place / "empty", wheel)


@dataclass(frozen=True)
class Running:
    """A server and what it told a page that was opened."""

    url: str
    session: NewSession
    upload_mb: int
    answer: Answer
    settings: Path
    opened: Path
    printed: Path
    process: subprocess.Popen[bytes]


class Watcher(Reader):
    """A reader that keeps what the server says about itself."""

    session: NewSession
    upload_mb = 0

    def _heed(self, received: ForwardMsg, answer: Answer) -> None:
        super()._heed(received, answer)
        kind = received.WhichOneof("type")
        if kind == "new_session":
            self.session = received.new_session
        elif kind == "delta" and received.delta.WhichOneof("type") == "new_element":
            element = received.delta.new_element
            if element.WhichOneof("type") == "file_uploader":
                self.upload_mb = element.file_uploader.max_upload_size_mb


@pytest.fixture(scope="module")
def running(installed: Installed) -> Iterator[Running]:
    """``slant`` without a command, on a screen whose browser is a script."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    place = installed.folder.parent
    settings, opened, printed = place / "settings.json", place / "opened", place / "printed"
    tools = place / "tools"
    tools.mkdir()
    (tools / "xdg-open").write_text(BROWSER, encoding="utf-8")
    (tools / "xdg-open").chmod(0o755)
    environment = {
        **installed.environment,
        "PATH": f"{tools}{os.pathsep}{installed.environment['PATH']}",
        "DISPLAY": ":99",
        "OPENED": str(opened),
        "SETTINGS_TO": str(settings),
    }
    with printed.open("wb") as output:
        process = subprocess.Popen(
            [installed.slant, "--port", str(port)],
            cwd=installed.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    url = f"http://localhost:{port}"
    try:
        await_health(url, process, printed)
        watcher, answer = run_apart(read_an_article(url))
        yield Running(
            url, watcher.session, watcher.upload_mb, answer, settings, opened, printed, process
        )
    finally:
        process.kill()
        process.wait()


def await_health(url: str, process: subprocess.Popen[bytes], printed: Path) -> None:
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"no answer: {printed.read_text(encoding='utf-8')[-2000:]}")


async def read_an_article(url: str) -> tuple[Watcher, Answer]:
    reader = await Watcher.open(url)
    assert isinstance(reader, Watcher)
    first = await reader.run()
    assert not first.errors
    answer = await reader.analyse(TEXT)
    await reader.close()
    return reader, answer


@pytest.mark.server
@pytest.mark.slow
def test_what_is_in_the_wheel(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        names = set(archive.namelist())
    assert installed.wheel.stat().st_size < 45e6  # two networks of 24 MB, packed
    assert {name.split("/")[0] for name in names} == {
        *("analysis", "api", "dashboard", "models", "seeds", "store"),
        *("app.py", "serve.py", ".streamlit"),
        f"slant-{VERSION}.dist-info",
    }
    tracked = subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines()
    left_out = ("models/training/", "models/slant-minilm/crossval.csv")
    left_out += ("models/slant-minilm/float.csv.gz",)
    rooms = ("analysis/", "dashboard/", "models/", "seeds/")
    wanted = {name for name in tracked if name.startswith(rooms) and not name.startswith(left_out)}
    assert {name for name in names if name.startswith(rooms)} >= {
        name for name in wanted if (ROOT / name).is_file()
    }
    assert not any(name.startswith((*left_out, "tests")) for name in names)
    assert ".streamlit/config.toml" in names


@pytest.mark.server
@pytest.mark.slow
def test_the_code_is_the_wheels(installed: Installed) -> None:
    code = "import analysis, serve; print(analysis.__file__); print(serve.__file__)"
    done = installed.run(str(installed.python), "-c", code)
    assert done.returncode == 0, done.stderr
    environment = installed.folder.parent / "env"
    assert all(environment in Path(line).parents for line in done.stdout.splitlines())


@pytest.mark.server
@pytest.mark.slow
def test_the_command_tells_its_version_and_its_help(installed: Installed) -> None:
    version = installed.run(installed.slant, "--version")
    assert re.fullmatch(
        rf"Slant {re.escape(VERSION)}, model slant-minilm \d+\.\d+\.\d+\n", version.stdout
    )
    shown = installed.run(installed.slant, "--help").stdout
    assert all(word in shown for word in ("read", "serve", "--headless", "--port"))


@pytest.mark.server
@pytest.mark.slow
def test_the_command_reads_files(installed: Installed) -> None:
    """A Word file too, which a process of its own takes apart."""
    word = ROOT / "tests" / "gold" / "documents" / "files" / "plain.docx"
    article = installed.folder.parent / "town.txt"
    article.write_text(TEXT, encoding="utf-8")
    done = installed.run(installed.slant, "read", str(word), str(article), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["article"]["source"] == str(word)
    assert len(first["sentences"]) > 5
    assert second["text"] == TEXT


@pytest.mark.server
@pytest.mark.slow
def test_the_hook_of_pre_commit_runs_what_is_installed(installed: Installed) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    command, *arguments = shlex.split(hook["entry"])
    repository = installed.folder.parent / "articles"
    (repository / "rules").mkdir(parents=True)
    (repository / "town.md").write_text(TEXT, encoding="utf-8")
    rules = "rule,pattern,message,severity\nhouse.disgrace,disgrace,Say what happened.,error\n"
    (repository / "rules" / "house.csv").write_text(rules, encoding="utf-8")
    (repository / ".slant.toml").write_text("rules = ['rules']\n", encoding="utf-8")
    there = replace(installed, folder=repository)
    done = there.run(str(installed.python.with_name(command)), *arguments, "town.md")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("town.md:1:23: error: Say what happened: “disgrace” [house")


@pytest.mark.server
@pytest.mark.slow
def test_modules_of_the_folder_one_is_in_do_not_stand_in(installed: Installed) -> None:
    folder = installed.folder.parent / "downloads"
    folder.mkdir()
    for name in ("analysis", "serve", "streamlit", "pandas", "typing"):
        (folder / f"{name}.py").write_text("raise SystemExit('a module of the folder')")
    word = ROOT / "tests" / "gold" / "documents" / "files" / "plain.docx"
    there = replace(installed, folder=folder)
    done = there.run(installed.slant, "read", str(word), "--csv")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.server
@pytest.mark.slow
def test_the_dashboard_reads_an_article_in_an_empty_folder(
    running: Running, installed: Installed
) -> None:
    assert running.answer.errors == []
    assert running.answer.titles
    assert list(installed.folder.iterdir()) == []


@pytest.mark.server
@pytest.mark.slow
def test_the_dashboard_prints_its_address_and_opens_a_browser(running: Running) -> None:
    assert running.url in running.printed.read_text(encoding="utf-8")
    if sys.platform.startswith("linux"):
        assert running.opened.read_text(encoding="utf-8").strip() == running.url


@pytest.mark.server
@pytest.mark.slow
def test_the_server_says_what_the_checkouts_does(running: Running) -> None:
    """What can be seen from outside: headers, upload limit, theme, toolbar, no telemetry."""
    with urllib.request.urlopen(running.url) as page:
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
        assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert running.upload_mb == SETTINGS["server"]["maxUploadSize"]
    config = running.session.config
    assert config.gather_usage_stats is False
    assert config.toolbar_mode == config.ToolbarMode.Value(
        SETTINGS["client"]["toolbarMode"].upper()
    )
    theme = running.session.custom_theme
    assert theme.light.primary_color == SETTINGS["theme"]["light"]["primaryColor"]
    assert theme.dark.primary_color == SETTINGS["theme"]["dark"]["primaryColor"]
    assert list(theme.heading_font_sizes) == SETTINGS["theme"]["headingFontSizes"]


@pytest.mark.server
@pytest.mark.slow
def test_a_taken_port_is_one_line(running: Running, installed: Installed) -> None:
    port = running.url.rpartition(":")[2]
    done = installed.run(installed.slant, "--headless", "--port", port)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"slant: Slant cannot be served at port {port} (")
    assert done.stderr.count("\n") == 1


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C reaches a process group there")
def test_every_setting_holds_in_the_server(running: Running) -> None:
    """Those too that nothing outside shows; asked last, as the server writes them as it ends."""
    import signal

    running.process.send_signal(signal.SIGINT)
    running.process.wait(timeout=30)
    told = json.loads(running.settings.read_text(encoding="utf-8"))
    flat = dict(flattened(SETTINGS))
    assert flat
    assert {key: told[key] for key in flat} == flat


def flattened(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Settings by their dotted names."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value

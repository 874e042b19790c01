"""The container's files agree with the project: no engine builds them here, so they are read.

What the Dockerfile copies is copied into an empty folder and started from there, with its own
command and health check.
"""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from api.settings import Settings, settings

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 90
"""Seconds a server may take to answer on a busy machine."""

OPENED = """
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("app.py", default_timeout=120).run()
print(len(app.exception), len(app.error), bool(app.title))
"""


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions and their arguments, lines joined, comments left out."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    joined = "\n".join(line for line in lines if not line.startswith("#")).replace("\\\n", " ")
    pairs = (line.split(maxsplit=1) for line in joined.splitlines() if line.strip())
    return [(name.upper(), " ".join(rest.split())) for name, rest in pairs]


def of(name: str) -> list[str]:
    return [arguments for instruction, arguments in instructions() if instruction == name]


def ignored(path: str) -> bool:
    """Whether .dockerignore keeps a path out: its last matching line decides."""
    verdict = False
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.strip()
        if not pattern or pattern.startswith("#"):
            continue
        keep, pattern = pattern.startswith("!"), pattern.removeprefix("!")
        parents = [str(one) for one in [Path(path), *Path(path).parents] if str(one) != "."]
        forms = [pattern, pattern.removeprefix("**/")] if pattern.startswith("**/") else [pattern]
        names = [Path(path).name, *parents] if len(forms) > 1 else parents
        if any(fnmatch.fnmatchcase(one, form) for form in forms for one in names):
            verdict = not keep
    return verdict


@pytest.fixture(scope="module")
def service() -> dict[str, Any]:
    content = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    (found,) = content["services"].values()
    return dict(found)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the Dockerfile copies, and nothing else."""
    folder = tmp_path_factory.mktemp("image")
    for arguments in of("COPY"):
        *sources, target = arguments.split()
        for source in sources:
            place = folder / target / source if target in (".", "./") else folder / target
            place.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / source).is_dir():
                shutil.copytree(
                    ROOT / source,
                    place,
                    ignore=lambda parent, names: [
                        name
                        for name in names
                        if ignored(str((Path(parent) / name).relative_to(ROOT)))
                    ],
                )
            else:
                assert not ignored(source), f"{source} is copied and ignored"
                shutil.copy(ROOT / source, place)
    return folder


def environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
    given = dict(pair.split("=", 1) for line in of("ENV") for pair in shlex.split(line))
    # In the image its folder is the working one, which python -m and streamlit put on the path.
    return kept | given


def run_in(image: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the image's folder, with what the image sets."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=image,
        env=environment() | {"PYTHONPATH": str(image)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def started(image: Path) -> Iterator[int]:
    """The port of the server that the image's own command starts, on another port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (command,) = map(json.loads, of("CMD"))
    assert command[0] == "streamlit"
    assert "--server.port=8501" in command
    command = [part.replace("8501", str(port)).replace("0.0.0.0", "127.0.0.1") for part in command]
    server = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=image,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def health(port: int) -> int:
    (line,) = of("HEALTHCHECK")
    command = json.loads(line[line.index("[") :])
    assert command[0] == "python"
    done = subprocess.run(
        [sys.executable, *(part.replace("8501", str(port)) for part in command[1:])],
        capture_output=True,
        check=False,
    )
    return done.returncode


def test_the_base_is_pinned_and_of_a_python_that_the_project_takes() -> None:
    (base,) = of("FROM")
    version = re.fullmatch(r"python:3\.(\d+)\.\d+-slim-[a-z]+", base)
    assert version is not None
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    least = re.fullmatch(r">=3\.(\d+)", project["requires-python"])
    assert least is not None
    assert int(version[1]) >= int(least[1])


def test_only_the_light_runtime_is_installed() -> None:
    installs = [line for line in of("RUN") if "pip install" in line]
    assert installs == ["pip install -r requirements.txt"]
    required = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert not re.search(r"(?m)^(torch|-r)\b", required)


def test_it_runs_as_somebody_who_owns_nothing_but_the_desks_folder() -> None:
    names = [name for name, _ in instructions()]
    assert of("USER") == ["10001"]
    assert names.index("USER") > max(i for i, name in enumerate(names) if name in ("COPY", "RUN"))
    assert not any("chown" in arguments for arguments in of("COPY") + of("RUN"))
    owned = [line.split("--owner=")[1].split() for line in of("RUN") if "--owner" in line]
    assert owned == [["10001", "--mode=700", environment()["SLANT_DATA"]]]


def test_it_analyses_an_archive(image: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.csv"
    archive.write_text("text\nThe reckless council shut the pool on Monday.\n", encoding="utf-8")
    out = tmp_path / "out"
    done = run_in(image, "-m", "analysis.cli", "corpus", str(archive), str(out))
    assert done.returncode == 0, done.stderr
    (part,) = (out / "sentences").glob("*.parquet")
    assert pd.read_parquet(part)["text"].tolist() == [
        "The reckless council shut the pool on Monday."
    ]


def test_what_is_copied_exists_and_nothing_else_is_needed(image: Path) -> None:
    assert (image / "models" / "slant-minilm" / "model.onnx").is_file()
    assert (image / ".streamlit" / "config.toml").is_file()
    assert not (image / "models" / "training").exists()
    assert not (image / "tests").exists()
    done = run_in(image, "-c", OPENED)
    assert done.stdout == "0 0 True\n", done.stderr[-2000:]


@pytest.mark.server
def test_its_own_command_starts_it_and_its_own_check_says_so(started: int) -> None:
    deadline = time.monotonic() + LIMIT
    while health(started) != 0:
        assert time.monotonic() < deadline, "the health check never passed"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert health(closed.getsockname()[1]) != 0


def test_ports_agree(service: dict[str, Any]) -> None:
    (exposed,) = of("EXPOSE")
    (published,) = service["ports"]
    assert published.split(":")[-1] == exposed == "8501"
    assert published.startswith("127.0.0.1:")
    (command,) = map(json.loads, of("CMD"))
    assert f"--server.port={exposed}" in command
    assert f":{exposed}/_stcore/health" in of("HEALTHCHECK")[0]
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"].get("port", int(exposed)) == int(exposed)
    assert "baseUrlPath" not in settings["server"]


def test_the_service_can_do_little(service: dict[str, Any]) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"] == "2g"
    assert [mount.partition(":")[0] for mount in service["tmpfs"]] == ["/tmp"]
    assert "volumes" not in service
    assert environment()["HOME"] == "/tmp"


def test_a_desk_in_a_container_is_kept_in_a_database(service: dict[str, Any]) -> None:
    """The second file adds settings that Slant knows, and a database whose volume outlives it."""
    added = yaml.safe_load((ROOT / "compose.desk.yaml").read_text(encoding="utf-8"))
    assert added["services"].keys() == {"slant", "database"}
    slant, database = added["services"]["slant"], added["services"]["database"]
    settings_there = re.findall(
        r"^\| `([A-Z_]+)`", (ROOT / "docs/desk.md").read_text("utf-8"), re.M
    )
    assert slant["environment"].keys() <= {*settings_there}
    assert slant["environment"].keys() - service["environment"].keys()
    # Only the database's own network reaches it, and it starts with a password or not at all.
    assert "ports" not in database
    password = "${SLANT_POSTGRES_PASSWORD:?give the database a password}"
    who, name = (database["environment"][f"POSTGRES_{one}"] for one in ("USER", "DB"))
    assert database["environment"]["POSTGRES_PASSWORD"] == password
    address = slant["environment"]["SLANT_DATABASE_URL"]
    assert address == f"postgresql://{who}:{password}@database/{name}"
    (mount,) = database["volumes"]
    assert mount.split(":")[0] in added["volumes"]
    assert slant["depends_on"]["database"]["condition"] == "service_healthy"
    assert slant.keys() == {"environment", "depends_on"}


def test_fetching_can_be_switched_off(service: dict[str, Any]) -> None:
    assert service["environment"]["SLANT_FETCH"] == "${SLANT_FETCH:-1}"
    assert environment()["SLANT_FETCH"] == "1"


def test_the_settings_of_the_api_reach_the_container(service: dict[str, Any]) -> None:
    """All that are documented, and those that are not given are as outside a container."""
    documented = set(
        re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/api.md").read_text("utf-8"), re.M)
    )
    given = {
        name: re.sub(r"\$\{\w+:-(.*)\}", r"\1", value)
        for name, value in service["environment"].items()
    }
    assert documented <= given.keys()
    assert settings(given) == Settings()
    assert not given["SLANT_RULES"]
    assert given["FORWARDED_ALLOW_IPS"] == "127.0.0.1"  # uvicorn's own

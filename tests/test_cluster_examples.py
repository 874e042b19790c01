"""docs/examples/cluster: the job for SLURM runs, with a stand-in for srun; the manifests for
Kubernetes agree with each other and with Dask's commands."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "docs" / "examples" / "cluster"
LIMIT = 240
"""Seconds the job may take on a busy machine."""

# As srun with two tasks: runs its command twice, and hands on the signal that ends it.
SRUN = """#!/bin/bash
"$@" & one=$!
"$@" & other=$!
trap 'kill $one $other 2>/dev/null' TERM
wait $one $other
"""
SLANT = """#!/bin/bash
exec {python} -c 'from analysis.cli.main import main; raise SystemExit(main())' "$@"
"""
TEXTS = (
    "The council voted on Monday. “It is a reckless betrayal,” said Ana Hale.",
    "The ferry to Skerry sails on Monday. It is a shameful mess, Tom Reed claimed.",
    "The library of Ashby is open again. Its roof was mended in May.",
)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def path_with_srun(tmp_path: Path) -> str:
    """A PATH with a stand-in for srun, and slant and dask of this environment."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, script in (("srun", SRUN), ("slant", SLANT.format(python=sys.executable))):
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    return os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]])


def test_the_job_for_slurm_analyses_an_archive(tmp_path: Path, path_with_srun: str) -> None:
    archive, out = tmp_path / "in.parquet", tmp_path / "out"
    pd.DataFrame({"text": TEXTS}).to_parquet(archive)
    ended = subprocess.run(
        ["bash", EXAMPLES / "slant.sbatch", archive, out],
        env={
            **os.environ,
            "PATH": path_with_srun,
            "PYTHONPATH": str(ROOT),
            "HOME": str(tmp_path),
            "TMPDIR": str(tmp_path),
            "SLANT_PORT": str(free_port()),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LIMIT,
    )
    assert ended.returncode == 0, ended.stdout
    assert "3 articles: 3 analysed." in ended.stdout
    articles = pd.read_parquet(out / "articles", columns=["article", "text"])
    assert tuple(articles.sort_values("article")["text"]) == TEXTS
    # Two workers registered, and the key of the job is gone.
    assert ended.stdout.count("Registered to:") == 2, ended.stdout
    assert not list(tmp_path.glob(".slant-*"))


def test_the_job_for_slurm_asks_for_a_worker_a_core() -> None:
    script = (EXAMPLES / "slant.sbatch").read_text(encoding="utf-8")
    asked = dict(re.findall(r"^#SBATCH --([\w-]+)=(\S+)$", script, re.MULTILINE))
    assert asked["cpus-per-task"] == "1"
    # A worker's gigabyte, and what Python needs beside it.
    assert int(asked["mem-per-cpu"].removesuffix("M")) > 1024
    assert "--nworkers 1 --nthreads 1" in script


def manifests() -> dict[str, dict[str, Any]]:
    """The manifests for Kubernetes, by kind."""
    text = (EXAMPLES / "kubernetes.yaml").read_text(encoding="utf-8")
    return {str(one["kind"]): one for one in yaml.safe_load_all(text)}


def test_the_manifests_share_a_volume_and_an_image() -> None:
    found = manifests()
    cluster, job = found["DaskCluster"]["spec"], found["Job"]["spec"]["template"]["spec"]
    claim = found["PersistentVolumeClaim"]["metadata"]["name"]
    assert found["PersistentVolumeClaim"]["spec"]["accessModes"] == ["ReadWriteMany"]
    places = []
    for pod in (cluster["worker"]["spec"], job):
        assert [one["persistentVolumeClaim"]["claimName"] for one in pod["volumes"]] == [claim]
        places += [one["mountPath"] for one in pod["containers"][0]["volumeMounts"]]
    # The same path on workers and for the command, as slant corpus --scheduler needs it.
    assert len(set(places)) == 1
    assert all(str(one).startswith(places[0]) for one in job["containers"][0]["args"][:2])
    pods = (cluster["worker"]["spec"], cluster["scheduler"]["spec"], job)
    assert len({pod["containers"][0]["image"] for pod in pods}) == 1


def test_the_command_of_the_job_finds_the_scheduler_and_may_reach_it() -> None:
    found = manifests()
    name, service = found["DaskCluster"]["metadata"]["name"], "scheduler"
    job = found["Job"]["spec"]["template"]
    address = job["spec"]["containers"][0]["args"][-1]
    ports = found["DaskCluster"]["spec"]["scheduler"]["service"]["ports"]
    port = next(one["port"] for one in ports if one["name"] == "tcp-comm")
    assert address == f"tcp://{name}-{service}:{port}"
    policy = found["NetworkPolicy"]["spec"]
    assert policy["podSelector"]["matchLabels"] == {"dask.org/cluster-name": name}
    allowed = [
        one.get("podSelector", {}).get("matchLabels") for one in policy["ingress"][0]["from"]
    ]
    assert job["metadata"]["labels"] in allowed


@pytest.mark.parametrize("kind", ["worker", "scheduler"])
def test_the_options_of_the_manifests_are_those_of_dask(kind: str) -> None:
    command = manifests()["DaskCluster"]["spec"][kind]["spec"]["containers"][0]["command"]
    assert command[:2] == ["dask", kind]
    dask = Path(sys.executable).parent / "dask"
    told = subprocess.run([dask, kind, "--help"], capture_output=True, text=True, check=True)
    for option in (one for one in command if one.startswith("--")):
        assert re.search(rf"^  {option}\b", told.stdout, re.MULTILINE), option


def test_workers_find_slant_where_the_image_has_it() -> None:
    worker = manifests()["DaskCluster"]["spec"]["worker"]["spec"]["containers"][0]
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert {one["name"]: one["value"] for one in worker["env"]} == {
        "PYTHONPATH": re.search(r"^WORKDIR (\S+)$", image, re.MULTILINE)[1]  # type: ignore[index]
    }


def test_the_program_of_the_job_is_slant_corpus() -> None:
    container = manifests()["Job"]["spec"]["template"]["spec"]["containers"][0]
    program = [sys.executable, *container["command"][1:], "-h"]
    told = subprocess.run(program, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "--scheduler ADDRESS" in told.stdout

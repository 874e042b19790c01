"""One child takes many documents apart, and a document that ends it costs only itself."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from analysis.corpus.reading.news.parsing import series as module
from analysis.corpus.reading.news.parsing.series import Series
from analysis.errors import CannotRead, EmptyText
from analysis.reading.documents.sandbox import read_document, start
from tests.analysis.reading.documents.hostile import FILES

PAGE = (FILES / "clean.html").read_bytes()
FAILING = """
import json, sys
while head := sys.stdin.buffer.readline():
    data = sys.stdin.buffer.read(json.loads(head)["bytes"])
    if data == b"end": sys.exit(3)
    if data == b"long": data = b"x" * 10_000
    if data == b"odd": sys.stdout.write("[1]\\n")
    elif data == b"late": import time; time.sleep(60)
    else: sys.stdout.write(json.dumps({"text": data.decode(), "kind": "text"}) + "\\n")
    sys.stdout.flush()
"""


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Children that run a program of the test's; the list counts them."""
    started: list[str] = []
    program = tmp_path / "program.py"
    program.write_text(FAILING)

    def child(name: str) -> object:
        import subprocess

        started.append(name)
        return subprocess.Popen(
            [sys.executable, "-S", str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    monkeypatch.setattr(module, "start", child)
    return started


def test_pages_are_read_as_by_a_child_each(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(module, "start", lambda name: started.append(name) or start(name))
    alone = read_document(PAGE, "html", url="https://examiner.example/x")
    with Series() as series:
        for _ in range(3):
            assert series.read(PAGE, "html", "A", url="https://examiner.example/x") == alone
        with pytest.raises(EmptyText):
            series.read(b" ", "markdown", "B")
        with pytest.raises(CannotRead, match=r"^C is a web page in which no article was found"):
            series.read(b"<html></html>", "html", "C")
    assert len(started) == 1


def test_a_child_is_renewed(pretended: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DOCUMENTS", 2)
    with Series() as series:
        texts = [series.read(str(n).encode(), "text", "A").text for n in range(5)]
    assert texts == ["0", "1", "2", "3", "4"]
    assert len(pretended) == 3


@pytest.mark.parametrize("data", [b"end", b"odd", b"long"])
def test_one_that_fails_costs_itself(
    data: bytes, pretended: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_ANSWER_BYTES", 1000)
    with Series() as series:
        assert series.read(b"a", "text", "A").text == "a"
        with pytest.raises(CannotRead, match=r"^B made the program that takes it apart fail"):
            series.read(data, "text", "B")
        assert series.read(b"c", "text", "C").text == "c"
    assert len(pretended) == 3  # the one that fails is tried again alone


def test_one_that_takes_too_long(pretended: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_WAIT_SECONDS", 0.3)
    with Series() as series, pytest.raises(CannotRead, match="takes more than 20 seconds"):
        series.read(b"late", "text", "A")


def test_one_that_is_too_large() -> None:
    with Series() as series, pytest.raises(CannotRead, match="larger than the 10 MB"):
        series.read(b"x" * (10 * 1024 * 1024 + 1), "html", "A")


def test_the_worker_answers_every_request(tmp_path: Path) -> None:
    child = start(module.WORKER)
    head = json.dumps({"kind": "nitf", "charset": None, "url": None, "bytes": 3}).encode()
    said, _ = child.communicate(head + b"\nabc" + head + b"\nabc", timeout=30)
    assert [json.loads(line)["error"] for line in said.splitlines()] == ["unreadable"] * 2

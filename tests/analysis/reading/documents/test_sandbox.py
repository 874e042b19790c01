"""The child process: what it says, and what becomes of one that fails in each way."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from analysis.errors import CannotRead
from analysis.reading.documents import sandbox
from analysis.reading.documents.sandbox import (
    MAX_ANSWER_BYTES,
    MAX_PARSERS,
    ask,
    read_document,
    start,
)
from tests.analysis.reading.documents.hostile import FILES

ROOT = Path(__file__).parents[4]
PAGE = (FILES / "clean.html").read_bytes()


def child(program: str) -> subprocess.Popen[bytes]:
    """A child that runs a program of the test's instead of the parser."""
    return subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_article_of_a_file() -> None:
    article = read_document(PAGE, "html", url="https://examiner.example/x")
    assert article.title == "Harbour lift stays shut as council weighs repair bill"
    assert article.kind == "html"


def test_more_at_once_than_there_are_places() -> None:
    titles: list[str | None] = []
    data = (FILES / "plain.docx").read_bytes()
    threads = [
        threading.Thread(target=lambda: titles.append(read_document(data, "docx").title))
        for _ in range(3 * MAX_PARSERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert titles == ["Stolen bronze horse turns up in a garden, painted green"] * 3 * MAX_PARSERS


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("raise SystemExit(3)", "made the program that takes it apart fail"),
        ("import os; os.abort()", "made the program that takes it apart fail"),
        ("print('no json')", "made the program that takes it apart fail"),
        ("print('[1]')", "made the program that takes it apart fail"),
        (f"print('x' * {MAX_ANSWER_BYTES + 10})", "made the program that takes it apart fail"),
    ],
)
def test_a_child_that_fails(program: str, reason: str) -> None:
    with pytest.raises(CannotRead, match=rf"^a\.pdf {reason}: save it anew"):
        ask(child(program), PAGE, {}, "a.pdf")


def test_a_child_that_is_killed() -> None:
    program = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    with pytest.raises(CannotRead, match="needs more than 512 MB of memory"):
        ask(child(program), PAGE, {}, "a.pdf")


def test_a_child_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MAX_WAIT_SECONDS", 0.5)
    hanging = child("import time; time.sleep(600)")
    with pytest.raises(CannotRead, match="takes more than 20 seconds"):
        ask(hanging, b"x" * 1_000_000, {}, "a.pdf")  # more than a pipe holds
    assert hanging.poll() is not None


@pytest.mark.parametrize(
    "answer", ['{"text": 1, "kind": "pdf"}', '{"text": "a", "kind": "pdf", "title": ["x"]}', "{}"]
)
def test_a_misshapen_answer(answer: str) -> None:
    said = ask(child(f"print({answer!r})"), PAGE, {}, "a.pdf")
    with pytest.raises(CannotRead, match="fail"):
        sandbox.article_of(said, "a.pdf")


def test_limits_hold_in_the_child() -> None:
    program = (
        "from analysis.reading.documents.worker import restrict\n"
        "import resource, tempfile\n"
        "restrict(5, 300_000_000)\n"
        "assert resource.getrlimit(resource.RLIMIT_CPU) == (5, 5)\n"
        "try:\n    bytearray(400_000_000)\n"
        "except MemoryError:\n    print('memory held')\n"
        "try:\n"
        "    with tempfile.TemporaryFile() as file:\n"
        "        file.write(b'x' * 100); file.flush()\n"
        "except OSError:\n    print('disk held')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "memory held\ndisk held\n"


def test_a_child_over_its_processor_time_is_named() -> None:
    program = (
        "from analysis.reading.documents.worker import restrict\n"
        "restrict(1)\nwhile True:\n    pass\n"
    )
    endless = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with pytest.raises(CannotRead, match=r"takes more than 20 seconds|512 MB"):
        ask(endless, b"", {}, "a.pdf")


def test_the_child_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLANT_TEST_SECRET", "x")
    process = start()
    try:
        # Empty until the child has become the new program.
        place = Path(f"/proc/{process.pid}/environ")
        while not (environment := place.read_bytes()):
            assert process.poll() is None
        assert b"SLANT_TEST_SECRET" not in environment
        assert b"PYTHONPATH" in environment
    finally:
        process.kill()
        process.communicate()


def test_parsers_stay_off_the_path_of_plain_text() -> None:
    program = (
        "import sys\nfrom analysis.reading.sources import read\n"
        "assert read(b'The mayor spoke.').text == 'The mayor spoke.'\n"
        "parsers = {'lxml', 'trafilatura', 'pypdf', 'docx'}\n"
        "print(sorted((parsers | {'subprocess'}) & set(sys.modules)))\n"
        f"read({str(FILES / 'clean.html')!r})\n"
        "print(sorted(parsers & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n[]\n"

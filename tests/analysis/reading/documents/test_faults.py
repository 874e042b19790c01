"""Parsers that are killed or run out of memory while they work, with real documents."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from analysis.errors import CannotRead
from analysis.reading.documents.pdf import article as pdf
from analysis.reading.documents.pdf.annotations import comments_on
from analysis.reading.documents.pdf.pages import pages_of
from analysis.reading.documents.pdf.text import contents_of
from analysis.reading.documents.sandbox import MAX_PARSERS, read_document
from tests.analysis.reading.documents.hostile import FILES, body, page, paragraph, repacked

ROOT = Path(__file__).parents[4]
LONG = repacked(body(paragraph(b"The council met again on Monday. " * 20) * 800))
LONGER = repacked(body(paragraph(b"The council met again on Monday. " * 20) * 4000))
"""More than the memory that a parser which has read another document may have left over."""
RESTRICTED = """
import json, resource, sys
from analysis.reading.documents.worker import answer, restrict
kind, megabytes = sys.argv[1], int(sys.argv[2])
data = sys.stdin.buffer.read()
small, data = data[: int(sys.argv[3])], data[int(sys.argv[3]) :]
assert "text" in answer(small, {"kind": kind})  # everything is imported
with open("/proc/self/statm") as statm:
    now = int(statm.read().split()[0]) * resource.getpagesize()
restrict(memory=now + megabytes * 1024**2)
print(json.dumps(answer(data, {"kind": kind})))
"""


def children() -> set[int]:
    found = set()
    for task in Path("/proc/self/task").iterdir():
        try:
            found |= {int(one) for one in (task / "children").read_text().split()}
        except OSError:  # the thread has just ended
            continue
    return found


def test_a_parser_killed_at_its_work_is_one_sentence_and_the_next_one_works() -> None:
    for _ in range(MAX_PARSERS + 1):  # no place among the parsers is lost
        before = children()
        said: list[str] = []

        def reading(said: list[str] = said) -> None:
            try:
                read_document(LONG, "docx", "long.docx")
            except CannotRead as error:
                said.append(error.message)

        thread = threading.Thread(target=reading)
        thread.start()
        while not (started := children() - before):
            assert thread.is_alive()
        for process in started:
            os.kill(process, signal.SIGKILL)
        thread.join()
        (message,) = said
        assert message.startswith("long.docx ")
        assert message.endswith("paste the article's text.")
    article = read_document((FILES / "plain.docx").read_bytes(), "docx")
    assert article.title == "Stolen bronze horse turns up in a garden, painted green"


@pytest.mark.parametrize(
    ("kind", "small", "data"),
    [
        ("docx", "plain.docx", LONGER),
        ("html", "clean.html", b"<html><body><article>" + b"<p>They met on Monday.</p>" * 60_000),
        ("pdf", "print.pdf", page(b"BT /F 9 Tf " + b"(They met on Monday.) Tj T* " * 60_000)),
    ],
    ids=["docx", "html", "pdf"],
)
def test_a_parser_without_memory_says_so(kind: str, small: str, data: bytes) -> None:
    """Everything is loaded; the document itself then needs more than the 4 MB that are left."""
    first = (FILES / small).read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", RESTRICTED, kind, "4", str(len(first))],
        input=first + data,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert json.loads(done.stdout) == {"error": "memory"}


class _Exhausted:
    """Stands in for a page or a document whose every part takes more memory than there is."""

    def __getattr__(self, name: str) -> object:
        raise MemoryError

    def __getitem__(self, name: str) -> object:
        raise MemoryError


def test_no_step_of_reading_a_pdf_hides_that_memory_ran_out() -> None:
    for step in (contents_of, comments_on, pages_of, pdf._properties):
        with pytest.raises(MemoryError):
            step(_Exhausted())  # type: ignore[operator]


def test_a_damaged_list_of_pages_is_no_page() -> None:
    class Broken:
        @property
        def pages(self) -> object:
            raise KeyError("/Kids")

    assert pages_of(Broken()) == []  # type: ignore[arg-type]
    assert pdf._properties(SimpleNamespace(metadata=None)) == ("", "")  # type: ignore[arg-type]

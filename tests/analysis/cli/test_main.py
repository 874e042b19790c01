"""``python -m analysis`` as a person meets it: its output, its encodings, its one-line errors.

What does not depend on the process is called in this one; of each kind of the rest (encoding,
broken pipe, exit status, devices) one test starts a process.
"""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.cli.main import read_main
from analysis.frames import SENTENCES
from analysis.reading.samples import samples
from tests.analysis.cli.command import call

ROOT = Path(__file__).resolve().parents[3]
TEXT = "The mayor’s plan is a disgrace. “It is not,” she said.\n\nThe vote is due on 4 May.\n"
FRENCH = "Le maire a annoncé mardi que le projet coûterait trois millions d’euros à la ville."
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"


def slant(
    *arguments: str, stdin: bytes = b"", folder: Path = ROOT, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[bytes]:
    return call(read_main, *arguments, stdin=stdin, folder=folder, encoding=encoding)


def process(
    *arguments: str, stdin: bytes = b"", folder: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "analysis", *arguments],
        input=stdin,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "town.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_table(article: Path) -> None:
    done = slant(str(article))
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode()
    assert "Of the outlet's own sentences, 1 of 2 is likely loaded" in shown
    assert "The mayor’s plan is a" in shown  # the rest is on the next line
    assert len(shown.splitlines()) >= 7


def test_json_from_standard_input() -> None:
    done = slant("-", "--json", stdin=TEXT.encode("utf-16"))
    content = json.loads(done.stdout)
    assert content["text"] == TEXT
    assert len(content["sentences"]) == 3
    assert content["article"]["source"] == ""


def test_csv_to_a_file(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    done = slant(str(article), "--csv", "-o", str(out))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    rows = list(csv.reader(io.StringIO(out.read_bytes().decode(), newline="")))
    assert [name for name in rows[0] if name in SENTENCES] == list(SENTENCES)
    assert set(rows[0]) - set(SENTENCES) == {"number", "statement_number"}
    assert [row[:2] for row in rows[1:]] == [["0", "1"], ["1", "2"], ["2", "3"]]
    assert rows[1][5] == "The mayor’s plan is a disgrace."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "town.txt"]


def test_html_report_to_a_file(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    done = slant(str(article), "--html", "-o", str(out))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    report = out.read_bytes().decode()
    assert report.startswith("<!doctype html>")
    assert "The mayor’s plan is a " in report
    assert report.endswith("</html>\n")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "The text is empty: give an article"),
        ("space.txt", b" \n\t\r\n ", "The text holds only white space: give"),
        ("long.txt", b"word " * 100_001, "has 100,001 words, more than the 100,000"),
        ("data.txt", bytes(range(256)) * 8, "data.txt looks like binary data, not text"),
        ("photo.txt", PNG, "photo.txt looks like a PNG image, not text"),
        ("french.txt", FRENCH.encode(), "looks like French, and Slant can judge the wording of"),
        ("page.html", b"<p>The mayor spoke.</p>", "page.html is a web page in which no article"),
    ],
)
def test_bad_input(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    out = tmp_path / "out.json"
    out.write_text("kept")
    for arguments in ([name], [name, "--json", "-o", "out.json"]):
        require_one_line(slant(*arguments, folder=tmp_path), message)
    assert out.read_text() == "kept"
    assert (tmp_path / name).read_bytes() == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (PNG, "Standard input looks like a PNG image"),
        (FRENCH.encode(), "French"),
    ],
)
def test_bad_standard_input(data: bytes, message: str) -> None:
    require_one_line(slant("-", stdin=data), message)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "nowhere.txt does not exist: check"),
        (["."], ". is a folder"),
        (["ftp://example.org/a"], "ftp://example.org/a is neither an http nor an https address"),
        (["http://127.0.0.1/a", "--json"], "127.0.0.1 is not on the public internet: paste"),
        (["https://[::ffff:10.0.0.1]/"], "is not on the public internet"),
        (["https://a:b@example.org/a"], "https://example.org/a holds a user name or password"),
        (["bad\x1b[31m\nname"], "bad [31m name does not exist"),
        ([], "required: FILE; python -m analysis -h shows"),
        (["a", "--csv", "--json"], "not allowed with"),
        (["a", "--nonsense"], "unrecognized arguments: --nonsense"),
    ],
)
def test_bad_calls(arguments: list[str], message: str) -> None:
    require_one_line(slant(*arguments), message)


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("nowhere/out.csv", "cannot be written (No such file or directory)"),
        (".", "cannot be written (Is a directory)"),
        ("town.txt", "cannot be written (it is the article itself)"),
    ],
)
def test_bad_output(output: str, message: str, article: Path) -> None:
    require_one_line(slant("town.txt", "-o", output, folder=article.parent), message)
    assert article.read_bytes() == TEXT.encode()
    assert [path.name for path in article.parent.iterdir()] == ["town.txt"]


def test_output_follows_a_link_and_keeps_devices(article: Path, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert slant(str(article), "-o", str(tmp_path / "link.txt")).returncode == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert "18 words" in (tmp_path / "real.txt").read_text(encoding="utf-8")
    done = process(str(article), "-o", "/dev/stdout")
    assert b"18 words" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii:strict", "cp1252", "utf-8"])
def test_any_output_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "naïve 東京.txt"
    path.write_text("It was the “plan” of 東京 that they had 👍.", encoding="utf-8")
    table = slant(str(path), encoding=encoding)
    assert (table.returncode, table.stderr) == (0, b"")
    assert b"It was the" in table.stdout
    data = slant(str(path), "--json", encoding=encoding)
    assert json.loads(data.stdout.decode("utf-8"))["text"] == path.read_text(encoding="utf-8")


def test_the_encoding_of_a_process(tmp_path: Path) -> None:
    path = tmp_path / "naïve 東京.txt"
    path.write_text("It was the “plan” of 東京 that they had 👍.", encoding="utf-8")
    table = process(str(path), PYTHONIOENCODING="ascii:strict")
    assert (table.returncode, table.stderr) == (0, b"")
    assert b"It was the \\u201cplan\\u201d of" in table.stdout


def test_the_exit_status_of_a_process(tmp_path: Path) -> None:
    require_one_line(process("nowhere.txt", folder=tmp_path), "nowhere.txt does not exist: check")
    require_one_line(process(), "required: FILE; python -m analysis -h shows")
    require_one_line(process("-", stdin=PNG), "Standard input looks like a PNG image")


def test_a_reader_that_leaves_early_is_no_error(article: Path) -> None:
    article.write_text(samples()[0].text * 20, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "analysis", str(article), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_full_disk_is_one_line(article: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "analysis", str(article)],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == (
        b"slant: Standard output cannot be written (No space left on device): give another file.\n"
    )


def test_help_tells_every_option() -> None:
    shown = slant("-h").stdout.decode()
    assert all(
        word in shown for word in ("FILE", "--json", "--csv", "--html", "-o", "--help", "status 2")
    )


def require_one_line(done: subprocess.CompletedProcess[bytes], message: str) -> None:
    said = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert said.startswith("slant: ")
    assert said.count("\n") == 1
    assert message in said

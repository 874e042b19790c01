"""``slant read``: several articles at once, and the reports' folder."""

import csv
import io
import json
from dataclasses import fields
from pathlib import Path

import pytest

from analysis.cli import read
from analysis.cli.main import main
from analysis.cli.read import report_name
from analysis.errors import ModelUnavailable
from analysis.frames import SENTENCES, Result
from tests.analysis.cli.command import FRENCH, Slant, in_folder, written

AT = list(SENTENCES).index("statement") + 1
COLUMNS = [
    *("sentence", "number", *list(SENTENCES)[1:AT], "statement_number", *list(SENTENCES)[AT:]),
]
TOWN = "The mayor’s plan is a disgrace. “It is not,” she said.\n\nThe vote is due on 4 May.\n"
BRIDGE = "The bridge opened on Monday. The shameless council wasted two years on it.\n"
PDF = Path(__file__).resolve().parents[2] / "gold" / "documents" / "files" / "office.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, town=TOWN, bridge=BRIDGE, empty="", french=FRENCH)


@pytest.fixture
def slant(folder: Path) -> Slant:
    return in_folder(main, "read", folder)


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_json_of_several_is_a_line_each(slant: Slant) -> None:
    done = slant("town.txt", str(PDF), "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().split("\n")
    assert lines.pop() == ""
    town, pdf = map(json.loads, lines)
    assert [one["article"]["source"] for one in (town, pdf)] == ["town.txt", str(PDF)]
    assert town == json.loads(slant("town.txt", "--json").stdout)
    assert len(pdf["sentences"]) > 5


def test_json_of_one_is_indented(slant: Slant) -> None:
    assert slant("town.txt", "--json").stdout.startswith(b'{\n  "article": {\n')


def test_csv_of_several_is_one_table(slant: Slant) -> None:
    done = slant("town.txt", "-", "bridge.txt", "--csv", stdin=TOWN.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    header, *lines = rows(done.stdout)
    assert header == ["source", *COLUMNS]
    assert [line[0] for line in lines] == ["town.txt"] * 3 + [""] * 3 + ["bridge.txt"] * 2
    alone = rows(slant("town.txt", "--csv").stdout)
    assert alone[0] == COLUMNS
    assert [line[1:] for line in lines[:3]] == alone[1:]


def test_a_source_that_a_spreadsheet_would_run_is_text(slant: Slant, folder: Path) -> None:
    (folder / "=1+1.txt").write_text(BRIDGE, encoding="utf-8")
    lines = rows(slant("=1+1.txt", "town.txt", "--csv").stdout)
    assert lines[1][0] == "'=1+1.txt"


def test_tables_follow_one_another_under_headings(slant: Slant) -> None:
    shown = slant("town.txt", "-", stdin=BRIDGE.encode()).stdout.decode()
    first, second = (slant(name).stdout.decode() for name in ("town.txt", "bridge.txt"))
    second = second.replace("bridge.txt", "Article")  # standard input has no name
    assert shown == f"==> town.txt <==\n{first}\n==> Standard input <==\n{second}"


def test_what_cannot_be_read_is_named_and_the_others_are_done(slant: Slant) -> None:
    for form in ([], ["--json"], ["--csv"]):
        bad = ["empty.txt", "nowhere.txt", "french.txt", "http://a:secret@127.0.0.1/"]
        done = slant("town.txt", *bad, "bridge.txt", *form)
        assert done.returncode == 2
        said = done.stderr.decode().splitlines()
        assert len(said) == 4
        assert said[0].startswith("slant: empty.txt: The text is empty: give")
        assert said[1].startswith("slant: nowhere.txt does not exist: check")
        assert said[2].startswith("slant: french.txt: The text looks like French")
        assert said[2].endswith("or add --any-language, for scores not to be relied on.")
        assert said[3].startswith("slant: http://127.0.0.1/")
        assert "secret" not in said[3]
        alone = slant("town.txt", "bridge.txt", *form)
        assert (alone.returncode, alone.stdout) == (0, done.stdout)


def test_the_header_comes_first_where_the_first_article_fails(slant: Slant) -> None:
    done = slant("empty.txt", "town.txt", "bridge.txt", "--csv")
    assert rows(done.stdout)[0] == ["source", *COLUMNS]
    assert done.returncode == 2


def test_all_go_into_one_file(slant: Slant, folder: Path) -> None:
    done = slant("town.txt", "empty.txt", "bridge.txt", "--json", "-o", "out.jsonl")
    assert (done.returncode, done.stdout) == (2, b"")
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["article"]["source"] for line in lines] == ["town.txt", "bridge.txt"]


def test_nothing_is_written_where_no_article_can_be_read(slant: Slant, folder: Path) -> None:
    (folder / "out.csv").write_text("kept")
    done = slant("empty.txt", "nowhere.txt", "--csv", "-o", "out.csv")
    assert (done.returncode, done.stdout) == (2, b"")
    assert (folder / "out.csv").read_text() == "kept"


def test_no_article_of_several_is_written_over(slant: Slant, folder: Path) -> None:
    done = slant("town.txt", "bridge.txt", "-o", "bridge.txt")
    assert done.returncode == 2
    assert b"bridge.txt cannot be written (it is the article itself)" in done.stderr
    assert (folder / "bridge.txt").read_text(encoding="utf-8") == BRIDGE


def test_any_language_is_for_all(slant: Slant) -> None:
    done = slant("french.txt", "town.txt", "--any-language", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    french, town = map(json.loads, done.stdout.splitlines())
    assert french["article"]["language"] == "fr"
    assert town["article"]["language"] == "en"


def test_standard_input_is_read_once(slant: Slant) -> None:
    done = slant("-", "-", stdin=TOWN.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"slant: Standard input (-) can be read only once: name it once.\n"


def test_a_model_that_is_missing_is_told_once(
    slant: Slant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ModelUnavailable("The model file is missing: install Slant again.")

    monkeypatch.setattr(read, "analysed", broken)
    done = slant("town.txt", "bridge.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"slant: The model file is missing: install Slant again.\n"


def test_reports_of_several_need_a_folder(slant: Slant, folder: Path) -> None:
    for output in ([], ["-o", "out.html"]):
        done = slant("town.txt", "bridge.txt", "--html", *output)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == (
            "slant: Each article becomes a report of its own: give one article, or an existing "
            "folder for the reports with -o.\n"
        )
    assert not (folder / "out.html").exists()


def test_reports_go_into_a_folder(slant: Slant, folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "town.md").write_text(TOWN, encoding="utf-8")
    (folder / "reports").mkdir()
    done = slant("town.txt", "empty.txt", "other/town.md", "--html", "-o", "reports")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"slant: empty.txt: ")
    reports = sorted((folder / "reports").iterdir())
    assert [one.name for one in reports] == ["town-2-report.html", "town-report.html"]
    assert all("a disgrace" in one.read_text(encoding="utf-8") for one in reports)


def test_the_report_of_one_goes_into_a_folder_too(slant: Slant, folder: Path) -> None:
    done = slant("town.txt", "--html", "-o", ".")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (folder / "town-report.html").is_file()


@pytest.mark.parametrize(
    ("source", "taken", "name"),
    [
        ("news/town.txt", [], "town-report.html"),
        ("town.v2.txt", [], "town.v2-report.html"),
        ("", [], "article-report.html"),
        ("a.pdf", ["a-report.html", "a-2-report.html"], "a-3-report.html"),
        ("https://example.org/news/flood?x=../../etc#top", [], "flood-report.html"),
        ("https://example.org/", [], "example-report.html"),
        ("naïve 東京.txt", [], "naïve-東京-report.html"),
        ("../..", [], "article-report.html"),
        ("-rf.txt", [], "rf-report.html"),
        ("a\x1b[31m\n.txt", [], "a-31m-report.html"),
    ],
)
def test_names_of_reports(source: str, taken: list[str], name: str) -> None:
    assert report_name(source, taken) == name


def test_notices_go_to_standard_error_and_the_article_is_done(slant: Slant, folder: Path) -> None:
    (folder / "stray.txt").write_bytes("She didn’t go.".encode() + b" The end \x96 at last.")
    done = slant("stray.txt", "town.txt", "--csv")
    assert done.returncode == 0
    assert done.stderr.decode() == (
        "slant: stray.txt: One character was stored in another encoding (Windows-1252) than the "
        "rest and read as such: “–”.\n"
    )
    assert [row[6] for row in rows(done.stdout)[1:3]] == ["She didn’t go.", "The end – at last."]


def test_json_holds_the_notices(slant: Slant, folder: Path) -> None:
    (folder / "stray.txt").write_bytes("She didn’t go.".encode() + b" The end \x96 at last.")
    said = (
        "One character was stored in another encoding (Windows-1252) than the rest and read as "
        "such: “–”."
    )
    alone = json.loads(slant("stray.txt", "--json").stdout)
    assert alone["notices"] == [said]
    lines = slant("stray.txt", "town.txt", "--json").stdout.splitlines()
    assert [json.loads(line)["notices"] for line in lines] == [[said], []]


def test_csv_holds_the_frame_that_is_asked_for(slant: Slant) -> None:
    header, *lines = rows(slant("town.txt", "--csv", "--frame", "statements").stdout)
    said = [dict(zip(header, line, strict=True)) for line in lines]
    assert [(one["text"], one["number"]) for one in said] == [("“It is not,”", "2")]
    header, *lines = rows(slant("town.txt", "bridge.txt", "--csv", "--frame", "spans").stdout)
    assert header[0] == "source"
    assert {line[0] for line in lines} == {"town.txt", "bridge.txt"}
    header, *lines = rows(slant("town.txt", "bridge.txt", "--csv", "--frame", "article").stdout)
    assert header.count("source") == 1
    assert [line[header.index("source")] for line in lines] == ["town.txt", "bridge.txt"]


def test_a_frame_without_rows_is_its_header(slant: Slant) -> None:
    lines = rows(slant("bridge.txt", "--csv", "--frame", "statements").stdout)
    assert [len(lines), *lines[0][:2]] == [1, "statement", "statement_number"]
    lines = rows(slant("bridge.txt", "town.txt", "--csv", "--frame", "statements").stdout)
    assert [line[0] for line in lines] == ["source", "town.txt"]


def test_every_frame_of_a_result_can_be_asked_for() -> None:
    frames = {field.name for field in fields(Result)} - {"text"}
    assert set(read.FRAMES) == frames | {read.FINDINGS}


def test_a_frame_without_csv_is_no_call(slant: Slant) -> None:
    for form in ([], ["--json"], ["--html"]):
        done = slant("town.txt", "--frame", "names", *form)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == (
            "slant: --frame names says what CSV holds: add --csv, or leave it out.\n"
        )


RULES = (
    "rule,pattern,message,plainer,severity,paths,state\r\n"
    "disgrace,disgrace,Say what went wrong.,failure,error,,live\r\n"
    "vote,vote,,,note,town.*,live\r\n"
    "mayor,mayor,,,note,,draft\r\n"
)


@pytest.fixture
def ruled(folder: Path, slant: Slant) -> Slant:
    """``slant`` in a folder that has a file of rules."""
    (folder / "style.csv").write_bytes(RULES.encode())
    return slant


def test_the_table_says_what_house_rules_found(ruled: Slant) -> None:
    done = ruled("town.txt", "--rules", "style.csv")
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    at = lines.index("House rules: 1 error and 1 note (style.csv: 2 live rules and 1 draft).")
    assert lines[at + 2].startswith(
        "error    1            “disgrace”: Say what went wrong. Plainer:"
    )


def test_json_and_csv_hold_the_findings(ruled: Slant) -> None:
    content = json.loads(ruled("town.txt", "--rules", "style.csv", "--json").stdout)
    assert [(one["check"], one["number"], one["text"]) for one in content["findings"]] == [
        ("disgrace", 1, "disgrace"),
        ("vote", 3, "vote"),
    ]
    one = content["findings"][0]
    assert content["text"][one["start"] : one["end"]] == "disgrace"
    assert one["plainer"] == ["failure"]
    done = ruled("town.txt", "bridge.txt", "--rules", "style.csv", "--csv", "--frame", "findings")
    header, *lines = rows(done.stdout)
    assert header[:3] == ["source", "finding", "sentence"]
    assert [line[0] for line in lines] == ["town.txt", "town.txt"]
    assert "findings" not in json.loads(ruled("town.txt", "--json").stdout)


def test_the_report_lists_what_house_rules_found(ruled: Slant, folder: Path) -> None:
    done = ruled("town.txt", "--rules", "style.csv", "--html", "-o", "report.html")
    assert done.returncode == 0
    assert "House rules: 1 error and 1 note</h2>" in (folder / "report.html").read_text("utf-8")


def test_rules_for_a_path_are_not_looked_for_elsewhere(ruled: Slant) -> None:
    done = ruled("-", "--rules", "style.csv", stdin=TOWN.encode())
    assert "House rules: 1 error (style.csv" in done.stdout.decode()
    assert "1 rule is for articles of certain sections or paths" in done.stdout.decode()


def test_rules_that_cannot_be_used_end_it_in_one_line(ruled: Slant, folder: Path) -> None:
    (folder / "bad.csv").write_text("rule,pattern,severity\none,x,grave\n", encoding="utf-8")
    for name in ("bad.csv", "none.csv"):
        done = ruled("town.txt", "bridge.txt", "--rules", name)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith(f"slant: {name}")
        assert done.stderr.count(b"\n") == 1


def test_findings_are_asked_for_with_rules(ruled: Slant) -> None:
    done = ruled("town.txt", "--csv", "--frame", "findings")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "add --rules FILE" in done.stderr.decode()

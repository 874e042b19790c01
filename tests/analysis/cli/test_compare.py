"""``slant compare``: what it writes, and what it says of articles that cannot be compared."""

import json
from pathlib import Path

import pytest

from analysis import analyze, compare_all
from analysis.cli import compare
from analysis.cli.main import main
from analysis.errors import ModelUnavailable
from analysis.output.comparison.about import About
from analysis.output.comparison.findings import KINDS
from analysis.output.comparison.record import comparison_json
from analysis.output.comparison.text import readable_comparison
from analysis.reading.samples import samples
from tests.analysis.cli.command import FRENCH, Slant, in_folder, written

TOWN = (
    "The council closed the swimming pool on Monday. About 70 people came to the gate, said Ana "
    "Hale, who leads the club.\n\nThe pool costs £40,000 a year.\n"
)
PRESS = (
    "On Monday the shameless council shut the swimming pool. An angry crowd of 200 people came to "
    "the gate.\n\n“It is a betrayal,” said Bo Quist.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, town=TOWN, press=PRESS, empty="", french=FRENCH)


@pytest.fixture
def slant(folder: Path) -> Slant:
    return in_folder(main, "compare", folder)


def test_the_text_is_that_of_python(slant: Slant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    done = slant("town.txt", "press.txt")
    assert done.returncode == 0
    results = [analyze(TOWN, source="town.txt"), analyze(PRESS, source="press.txt")]
    assert done.stdout.decode() == readable_comparison(compare_all(results), width=90)
    lines = done.stdout.decode().splitlines()
    assert lines[:2] == ["A  town.txt", "B  press.txt"]


def test_json_is_that_of_python_and_files_are_written_whole(slant: Slant, folder: Path) -> None:
    done = slant("town.txt", "press.txt", "town.txt", "--json", "-o", "out.json")
    assert (done.returncode, done.stdout) == (0, b"")
    written = (folder / "out.json").read_text(encoding="utf-8")
    named = [("town.txt", TOWN), ("press.txt", PRESS), ("town.txt", TOWN)]
    results = [analyze(text, source=name) for name, text in named]
    assert written == comparison_json(compare_all(results), [About()] * 3)
    content = json.loads(written)
    assert [one["letter"] for one in content["articles"]] == ["A", "B", "C"]
    assert tuple(content["findings"]) == KINDS


def test_a_report_says_that_samples_are_invented(slant: Slant, folder: Path) -> None:
    one, other = [sample for sample in samples() if sample.event == samples()[0].event][:2]
    for name, sample in (("one.txt", one), ("other.txt", other)):
        (folder / name).write_text(sample.text, encoding="utf-8")
    done = slant("one.txt", "other.txt", "--html")
    assert (done.returncode, done.stderr) == (0, b"")
    html = done.stdout.decode()
    assert html.startswith("<!doctype html>")
    assert html.count("invented for this project") == 2
    assert "invented for this" not in slant("town.txt", "press.txt", "--html").stdout.decode()


def test_standard_input_is_one_of_the_articles(slant: Slant) -> None:
    done = slant("town.txt", "-", "--json", stdin=PRESS.encode())
    assert done.returncode == 0
    assert [one["text"] for one in json.loads(done.stdout)["articles"]] == [TOWN, PRESS]
    twice = slant("-", "-", stdin=PRESS.encode())
    assert (twice.returncode, twice.stdout) == (2, b"")
    assert twice.stderr == b"slant: Standard input (-) can be read only once: name it once.\n"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "Only one article is given"), (6, "6 articles are given")]
)
def test_two_to_five_articles_are_compared(slant: Slant, count: int, said: str) -> None:
    done = slant(*["town.txt"] * count)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"slant: {said}: compare two to five, as in slant compare a.txt b.txt.\n"
    )


def test_each_article_that_cannot_be_read_is_named(slant: Slant, folder: Path) -> None:
    bad = ["town.txt", "empty.txt", "nowhere.txt", "french.txt", "http://a:secret@127.0.0.1/"]
    done = slant(*bad, "-o", "out.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode().splitlines()
    assert len(said) == 4
    assert said[0].startswith("slant: B (empty.txt): The text is empty: give")
    assert said[1].startswith("slant: C: nowhere.txt does not exist: check")
    assert said[2].startswith("slant: D (french.txt): The text looks like French")
    assert said[2].endswith("or add --any-language, for scores not to be relied on.")
    assert said[3].startswith("slant: E: http://127.0.0.1/")
    assert "secret" not in done.stderr.decode()
    assert not (folder / "out.txt").exists()


def test_a_text_over_the_limit_is_refused_in_one_sentence(slant: Slant, folder: Path) -> None:
    (folder / "long.txt").write_text("word " * 100_001, encoding="utf-8")
    done = slant("town.txt", "long.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("slant: B (long.txt): The text has 100,001 words, more than the 100,000")


def test_any_language_is_scored_if_asked_for(slant: Slant) -> None:
    assert slant("town.txt", "french.txt", "--any-language").returncode == 0


def test_notices_are_said_of_their_article_and_are_in_the_json(slant: Slant, folder: Path) -> None:
    (folder / "joined.txt").write_bytes(PRESS.encode() + "A caf\xe9 closed.\n".encode("cp1252"))
    done = slant("town.txt", "joined.txt", "--json")
    assert done.returncode == 0
    assert done.stderr.decode().startswith("slant: B (joined.txt): One character")
    notices = [one["notices"] for one in json.loads(done.stdout)["articles"]]
    assert [len(some) for some in notices] == [0, 1]


def test_a_model_that_is_missing_is_told_once(
    slant: Slant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ModelUnavailable("The model file is missing: install Slant again.")

    monkeypatch.setattr(compare, "analysed", broken)
    done = slant("town.txt", "press.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"slant: The model file is missing: install Slant again.\n"


def test_the_file_of_an_article_is_not_overwritten(slant: Slant, folder: Path) -> None:
    done = slant("town.txt", "press.txt", "-o", "press.txt")
    assert done.returncode == 2
    assert b"it is the article itself" in done.stderr
    assert (folder / "press.txt").read_text(encoding="utf-8") == PRESS


def test_notes_go_to_standard_error_and_into_the_output(
    slant: Slant, monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.comparison import comparing

    def told(pairs: object, articles: object) -> object:
        from tests.hand_made_comparison import hand_made

        return hand_made(2).relations.assign(relation="different events")

    monkeypatch.setattr(comparing, "relations", told)
    for form in ([], ["--json"], ["--html"]):
        done = slant("town.txt", "press.txt", *form)
        assert done.returncode == 0
        assert "slant: These seem to be about different things" in done.stderr.decode()
        assert "These seem to be about different things" in done.stdout.decode()

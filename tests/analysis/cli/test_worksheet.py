"""``slant worksheet``: files, parts of an article, and one line for each error."""

import re

import pytest

from analysis.cli.main import main
from analysis.cli.worksheet import stretch
from analysis.reading.samples import SEEDS
from tests.analysis.cli.command import FRENCH, in_folder, written

TOWN = "The mayor’s plan is a disgrace. “It is not,” said Ana Hale.\n\nThe vote is due on 4 May.\n"


@pytest.fixture
def folder(tmp_path):
    return written(tmp_path, town=TOWN, french=FRENCH)


@pytest.fixture
def run(folder):
    return in_folder(main, "worksheet", folder)


def numbers(html: bytes) -> list[int]:
    return [int(found) for found in re.findall(rb'id="s(\d+)"', html)]


def test_both_sheets_are_written(run, folder) -> None:
    done = run("town.txt", "-o", "sheet.html", "--answers", "answers.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    sheet = (folder / "sheet.html").read_bytes()
    answers = (folder / "answers.html").read_bytes()
    assert numbers(sheet) == numbers(answers) == [1, 2, 3]
    assert b"likely loaded" in answers
    assert b"likely loaded" not in sheet


def test_the_worksheet_goes_to_standard_output(run, folder) -> None:
    done = run("town.txt", "--answers", "answers.html", "--sentences", "2-40", "--title", "<b>A")
    assert done.returncode == 0
    assert numbers(done.stdout) == [2, 3]
    assert "&lt;b&gt;A" in done.stdout.decode()
    assert numbers((folder / "answers.html").read_bytes()) == [2, 3]


@pytest.mark.parametrize(("given", "asked"), [("0", 0), ("2", 2), ("99", None)])
def test_questions_can_be_left_out(run, folder, given, asked) -> None:
    whole = run("town.txt").stdout.count(b'class="ruled"')
    done = run("town.txt", "--questions", given, "--answers", "answers.html")
    assert done.stdout.count(b'class="ruled"') == (whole if asked is None else asked)
    assert (b"Questions</h2>" in done.stdout) == (asked != 0)
    answers = (folder / "answers.html").read_bytes()
    assert answers.count(b'class="answer"') == (whole if asked is None else asked)
    # What to ask in the talk stays.
    assert b"When a pupil and the model differ" in answers


def test_standard_input(run) -> None:
    assert numbers(run("-", stdin=TOWN.encode()).stdout) == [1, 2, 3]


def test_a_sample_has_the_numbers_of_the_pages_however_it_is_named(run, folder) -> None:
    (folder / "own.md").write_bytes((SEEDS / "bus-fares-loaded.md").read_bytes())
    named = run("--sample", "bus-fares-loaded", "--sentences", "1-2").stdout.decode()
    read = run("own.md", "--sentences", "1-2").stdout.decode()
    first = re.search(r'id="s1">(.*?)</span>', named)
    # The title of the file, which the pages show as the first sentence.
    assert first is not None
    assert first[1] in (SEEDS / "bus-fares-loaded.md").read_text(encoding="utf-8").splitlines()[1]
    assert "A sample article, invented" in named
    assert read == named


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "nowhere.txt does not exist"),
        (["french.txt"], "--any-language"),
        (["town.txt", "--sentences", "4-9"], "the article has 1 to 3"),
        (["town.txt", "--sentences", "3-1"], "as in 1-40"),
        (["town.txt", "--sentences", "0-4"], "as in 1-40"),
        (["town.txt", "--sentences", "١-٢"], "as in 1-40"),
        (["town.txt", "--sentences", f"1-{'9' * 5000}"], "as in 1-40"),
        (["town.txt", "-o", "a.html", "--answers", "./a.html"], "need a file each"),
        (["town.txt", "-o", "town.txt"], "it is the article itself"),
        (["town.txt", "--answers", "town.txt"], "it is the article itself"),
        (["town.txt", "bridge.txt"], "unrecognized arguments"),
        (["town.txt", "--questions", "some"], "no number of questions"),
        (["town.txt", "--questions", "-1"], "--questions"),
        ([], "either a FILE or --sample"),
        (["town.txt", "--sample", "bus-fares-loaded"], "either a FILE or --sample"),
        (["--sample", "bus-fares"], "a name such as bus-fares-"),
        (["--sample", "../town"], "no sample called ../town"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, folder, arguments, message) -> None:
    done = run(*arguments)
    error = done.stderr.decode()
    assert done.returncode == 2
    assert error.startswith("slant: ")
    assert error.count("\n") == 1
    assert message in error
    assert sorted(one.name for one in folder.iterdir()) == ["french.txt", "town.txt"]
    assert (folder / "town.txt").read_text(encoding="utf-8") == TOWN


def test_numbers_count_from_one() -> None:
    assert stretch("1-1") == (1, 1)
    assert stretch("12-40") == (12, 40)

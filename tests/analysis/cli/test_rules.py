"""``slant rules`` as an editor uses it, with what goes wrong."""

import csv
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from analysis.cli.main import main
from analysis.rules.files.examples import EXAMPLES
from analysis.rules.files.rule_files import read_rules
from tests.analysis.cli.command import Slant, in_folder

ROOT = Path(__file__).resolve().parents[3]
HEDGES = "extends: existence\nmessage: \"Remove '%s'.\"\ntokens: [arguably]\n"


@pytest.fixture
def rules(tmp_path: Path) -> Slant:
    return in_folder(main, "rules", tmp_path)


@pytest.fixture
def style(tmp_path: Path) -> Path:
    folder = tmp_path / "styles" / "Desk"
    folder.mkdir(parents=True)
    (folder / "Hedges.yml").write_text(HEDGES, encoding="utf-8")
    (folder / "Case.yml").write_text("extends: capitalization\nmessage: x\n", encoding="utf-8")
    return tmp_path / "styles"


def err(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode()


def test_the_examples_are_in_order(rules: Slant) -> None:
    done = rules("check", str(EXAMPLES))
    assert (done.returncode, err(done)) == (0, "")
    assert "20 rules: 17 live, 2 drafts and 1 that accepts wordings." in done.stdout.decode()


def test_several_files_are_all_checked(rules: Slant, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("rule,pattern\nA,x\nB,y\n")
    (tmp_path / "b.csv").write_text("rule,pattern,message\nb,x,Say y.\n")
    done = rules("check", "a.csv", "none.csv", "b.csv")
    assert done.returncode == 2
    assert [line.split(":")[1].strip() for line in err(done).splitlines()] == [
        "a.csv, line 2 (A)",
        "a.csv, line 3 (B)",
        "none.csv does not exist",
    ]
    assert done.stdout.decode() == "b.csv: 1 rule: 1 live.\n"


def test_rules_that_would_annoy_are_named(rules: Slant, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("rule,pattern,kind,message\nall,\\w+,regex,x\nmute,junta,,\n")
    done = rules("check", "a.csv")
    assert done.returncode == 0
    assert "1 rule has no message, and editors would not see why: mute." in err(done)
    assert "all finds most words of plain sentences: narrow its pattern." in err(done)


def test_patterns_that_would_find_nothing_are_named(rules: Slant, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "rule,pattern,kind,message\nmob,\\bmob\\b,,x\nstar,mob*,,x\nbar,mob|gang,phrase,x\n"
        "list,mob|gang,,x\nsign,C++,,x\ncurse,f*ck,,x\nsic,[sic],,x\nreal,mob.*,regex,x\n"
    )
    done = rules("check", "a.csv")
    assert done.returncode == 0
    named = [line.split()[2] for line in err(done).splitlines()]
    assert named == ["mob", "star", "bar"]
    assert "mob looks like a regular expression and is taken word for word: write regex" in err(
        done
    )


def test_a_style_is_brought_in_and_used(rules: Slant, style: Path, tmp_path: Path) -> None:
    done = rules("import", "styles", "-o", "desk.csv")
    assert done.returncode == 0
    assert done.stdout == b""
    assert "left out: styles/Desk/Case.yml (Desk.Case): is about capital letters" in err(done)
    assert "1 rule taken, 1 left out; quotations are left alone" in err(done)
    (rule,) = read_rules(tmp_path / "desk.csv").rules
    assert (rule.rule, rule.voices, rule.state) == ("desk.hedges", ("outlet",), "live")
    assert rules("check", "desk.csv").returncode == 0


def test_voices_drafts_and_a_list_of_what_is_left_out(
    rules: Slant, style: Path, tmp_path: Path
) -> None:
    done = rules(
        *("import", "styles", "-o", "desk.csv", "--voices", "outlet,Quoted", "--draft"),
        *("--left-out", "left.csv"),
    )
    assert err(done) == "slant: 1 rule taken, 1 left out.\n"
    (rule,) = read_rules(tmp_path / "desk.csv").rules
    assert (rule.voices, rule.state) == (("outlet", "quoted"), "draft")
    with (tmp_path / "left.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["file"] == "styles/Desk/Case.yml"
    assert (row["rule"], row["whole"]) == ("Desk.Case", "yes")


def test_an_archive_to_standard_output(rules: Slant, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr("Desk/Hedges.yml", HEDGES)
    done = rules("import", "pack.zip")
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[1].startswith("desk.hedges,arguably,words,")


def test_no_file_is_written_over_unasked(rules: Slant, style: Path, tmp_path: Path) -> None:
    kept = tmp_path / "desk.csv"
    kept.write_text("mine")
    done = rules("import", "styles", "-o", "desk.csv")
    assert done.returncode == 2
    assert "desk.csv exists" in err(done)
    assert kept.read_text() == "mine"
    assert rules("import", "styles", "-o", "desk.csv", "--replace").returncode == 0
    assert len(read_rules(kept).rules) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("import", "none"), "none does not exist"),
        (("import", "empty"), "holds no check and no vocabulary of Vale"),
        (("import", "picture.png"), "picture.png is of no tool that is read here"),
        (("import", "odd.yml"), "no rule could be taken"),
        (("import", "odd.yml", "--voices", "mine"), "mine is no voice: give one or more of outlet"),
        (("try", "house.csv"), "the following arguments are required: --archive"),
        (("try", "house.csv", "--archive", "none.csv"), "none.csv does not exist"),
        (("try", "none.csv", "--archive", "news.csv"), "none.csv does not exist"),
        (("try", "live.csv", "--archive", "news.csv"), "live.csv has no drafts: name the rules"),
        (
            ("try", "house.csv", "--archive", "news.csv", "--rule", "regim"),
            "has no rule regim that finds anything: did you mean regime?",
        ),
        (
            ("try", "house.csv", "--archive", "news.csv", "--column", "text=body"),
            "news.csv has no column body",
        ),
        (
            ("try", "house.csv", "--archive", "news.csv", "--column", "words=text"),
            "words=text names no column",
        ),
        (("try", "house.csv", "--archive", "news.csv", "--seed", "-1"), "-1 is no number"),
        (("try", "house.csv", "--archive", "news.csv", "--examples", "x"), "x is no number"),
        ((), "the following arguments are required: COMMAND"),
    ],
)
def test_what_goes_wrong_is_one_line(
    rules: Slant, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "odd.yml").write_text("extends: spelling\nmessage: x\n")
    (tmp_path / "house.csv").write_text("rule,pattern,state\nregime,regime,draft\n")
    (tmp_path / "live.csv").write_text("rule,pattern\nregime,regime\n")
    (tmp_path / "news.csv").write_text("title,text\nOne,The regime.\n")
    done = rules(*arguments)
    assert done.returncode == 2
    last = err(done).splitlines()[-1]
    assert says in last
    assert done.stdout == b""
    assert "Traceback" not in err(done)


def test_drafts_are_tried_and_live_ones_by_name(rules: Slant, tmp_path: Path) -> None:
    (tmp_path / "house.csv").write_text(
        "rule,pattern,kind,state\nregime,regime,,live\nall,\\w+,regex,draft\nrare,junta,,draft\n"
    )
    (tmp_path / "news.csv").write_text("text\nThe regime fell.\nCalm.\n")
    done = rules("try", "house.csv", "--archive", "news.csv", "-o", "figures.csv")
    text = done.stdout.decode()
    assert (done.returncode, err(done)) == (0, "")
    assert "Tried on 2 articles of news.csv." in text
    assert "all reports something in 100% of the articles: narrow its pattern" in text
    assert "rare found nothing: check its pattern." in text
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["rule"]: row for row in csv.DictReader(file)}
    assert {name: row["hits"] for name, row in rows.items()} == {"all": "4", "rare": "0"}
    named = rules("try", "house.csv", "--archive", "news.csv", "--rule", "regime").stdout.decode()
    assert "The [regime] fell." in named
    assert "all " not in named
    every = rules("try", "house.csv", "--archive", "news.csv", "--all", "--examples", "0")
    assert "[regime]" not in every.stdout.decode()


def test_a_strange_article_cannot_control_the_terminal(rules: Slant, tmp_path: Path) -> None:
    (tmp_path / "house.csv").write_text("rule,pattern,state\nregime,regime,draft\n")
    (tmp_path / "news.csv").write_text('text\n"\x1b[2J\u202e the regime \x07"\n', encoding="utf-8")
    shown = rules("try", "house.csv", "--archive", "news.csv").stdout.decode()
    assert "[regime]" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_articles_that_cannot_be_read_are_counted(rules: Slant, tmp_path: Path) -> None:
    (tmp_path / "house.csv").write_text("rule,pattern,state\nregime,regime,draft\n")
    (tmp_path / "news.csv").write_text("title,text\nOne,The regime.\nTwo,\n")
    done = rules("try", "house.csv", "--archive", "news.csv")
    assert err(done) == "slant: news.csv: 1 could not be read as articles: number 2\n"
    assert "Tried on 1 article of news.csv." in done.stdout.decode()


def test_reading_rules_needs_neither_pandas_nor_a_network() -> None:
    code = (
        "import sys\n"
        "from analysis.rules.files.examples import example_rules\n"
        "from analysis.rules.files.served import served_rules\n"
        "assert example_rules().rules and not served_rules().rules\n"
        "print(sorted({'pandas', 'onnxruntime', 'yaml', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.decode().strip() == "[]"

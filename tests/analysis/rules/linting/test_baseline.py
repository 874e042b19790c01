"""The baseline: what it knows, what it says is gone, and that it outlives moved paragraphs."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.rules.linting.baseline import (
    BadBaseline,
    Baseline,
    Entry,
    LookedAt,
    baseline_text,
    read_baseline,
)
from analysis.rules.linting.linted import Linted, lint
from analysis.rules.linting.settings import Settings
from analysis.rules.rule import Rule, RuleSet
from analysis.rules.source.source import read_source

BAD = RuleSet(
    (
        Rule("house.regime", "regime", message="Say government."),
        Rule("house.slam", "slams|slammed", "words", message="Say criticises."),
    )
)
OLD = (
    "The regime fell on Monday.",
    "The council slammed the plan of the regime.",
    "The vote is due in May.",
    "The mayor left early. The regime fell on Monday.",
)
GOOD = ("The bus came late.", "Nobody was hurt.", "It rained all day. The roads were closed.")


def everything(_: str) -> bool:
    return True


def linted(text: str, folder: Path, baseline: Baseline | None = None) -> Linted:
    source = read_source(text.encode(), "a.txt")
    own = Settings(folder, model=False)
    return lint(source, BAD, own, path=str(folder / "a.txt"), baseline=baseline)


def baseline_of(text: str, folder: Path) -> Baseline:
    one = linted(text, folder)
    return Baseline(folder).renewed({one.path: one.looked_at})


def test_nothing_is_new_after_a_baseline_is_written(tmp_path: Path) -> None:
    text = "\n\n".join(OLD)
    before = linted(text, tmp_path)
    assert len(before.findings) == 4
    file = tmp_path / "known.json"
    file.write_text(baseline_text(baseline_of(text, tmp_path)), encoding="utf-8")
    after = linted(text, tmp_path, read_baseline(file))
    assert (len(after.findings), len(after.known)) == (0, 4)


@given(
    order=st.permutations(OLD), places=st.lists(st.integers(0, 7), max_size=5), seed=st.integers()
)
@settings(max_examples=15)
def test_moved_and_inserted_paragraphs_make_nothing_new(
    order: list[str], places: list[int], seed: int
) -> None:
    folder = Path("/nowhere")
    known = baseline_of("\n\n".join(OLD), folder)
    paragraphs, choice = list(order), Random(seed)
    for place in places:
        paragraphs.insert(place, choice.choice(GOOD))
    after = linted("\n\n".join(paragraphs), folder, known)
    assert (len(after.findings), len(after.known)) == (0, 4)
    assert known.gone({after.path: after.looked_at}) == {}


@given(place=st.integers(0, 4))
def test_a_new_bad_sentence_is_found_wherever_it_stands(place: int) -> None:
    folder = Path("/nowhere")
    paragraphs = list(OLD)
    paragraphs.insert(place, "Everyone knows the regime.")
    after = linted("\n\n".join(paragraphs), folder, baseline_of("\n\n".join(OLD), folder))
    assert after.findings["text"].tolist() == ["regime"]
    start = int(after.findings["start"].iloc[0])
    assert after.text[start - 19 :].startswith("Everyone knows the regime")


@given(place=st.integers(0, 4))
def test_one_more_copy_of_an_old_finding_is_new(place: int) -> None:
    folder = Path("/nowhere")
    paragraphs = list(OLD)
    paragraphs.insert(place, OLD[0])
    after = linted("\n\n".join(paragraphs), folder, baseline_of("\n\n".join(OLD), folder))
    assert (len(after.findings), len(after.known)) == (1, 4)


def test_equal_findings_are_counted(tmp_path: Path) -> None:
    baseline = Baseline(tmp_path, {Entry("a.md", "x", "f"): 2})
    file = str(tmp_path / "a.md")
    assert baseline.known(file, [("x", "f")] * 3 + [("y", "f")]) == [True, True, False, False]
    assert baseline.known(str(tmp_path / "b.md"), [("x", "f")]) == [False]


def test_what_no_longer_occurs_is_gone_if_its_check_ran(tmp_path: Path) -> None:
    (tmp_path / "there.md").write_text("")
    known = {
        Entry("a.md", "x", "1"): 2,
        Entry("a.md", "y", "2"): 1,
        Entry("there.md", "x", "3"): 1,
        Entry("deleted.md", "x", "4"): 1,
    }
    baseline = Baseline(tmp_path, known)
    looked_at = {str(tmp_path / "a.md"): LookedAt([("x", "1")], lambda check: check == "x")}
    assert baseline.gone(looked_at) == {
        Entry("a.md", "x", "1"): 1,
        Entry("deleted.md", "x", "4"): 1,
    }
    renewed = baseline.renewed(looked_at)
    assert renewed.size == 3
    assert [entry for entry, count in renewed.counts.items() if count] == list(known)[:3]
    assert renewed.gone(looked_at) == {}


def test_paths_are_relative_to_the_baseline(tmp_path: Path) -> None:
    (tmp_path / "ci").mkdir()
    baseline = Baseline(tmp_path / "ci")
    assert baseline.path(str(tmp_path / "news" / "a.md")) == "../news/a.md"


ENTRIES = st.dictionaries(
    st.builds(Entry, st.text(max_size=8), st.text(max_size=5), st.text(max_size=5)),
    st.integers(1, 9),
    max_size=6,
)


@given(ENTRIES)
def test_a_baseline_is_read_as_it_was_written(counts: dict[Entry, int]) -> None:
    text = baseline_text(Baseline(Path("/nowhere"), counts))
    rows = json.loads(text)["findings"]
    assert {Entry(row["path"], row["check"], row["fingerprint"]): row["count"] for row in rows} == (
        counts
    )
    assert text.isascii()
    # One line a finding, sorted, so that a difference of versions reads well.
    lines = [json.loads(line.strip().rstrip(",")) for line in text.split("\n")[3:-3]]
    assert (
        lines
        == rows
        == sorted(rows, key=lambda row: [row[k] for k in ("path", "check", "fingerprint")])
    )


def with_count(count: bytes) -> bytes:
    entry = b'{"path": "a", "check": "b", "fingerprint": "c", "count": %s}' % count
    return b'{"version": 1, "findings": [%s]}' % entry


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<<<<<<< ours\n", "is damaged (it is not JSON)"),
        (b"\xff\xfe", "is damaged (it is not JSON)"),
        (b"[" * 100_000, "is damaged (it is not JSON)"),
        (b"[]", "is no baseline (it has no list of findings)"),
        (b'{"findings": 3}', "is no baseline (it has no list of findings)"),
        (b'{"version": 9, "findings": []}', "has the version 9, and 1 can be read"),
        (b'{"version": 1, "findings": [3]}', "is damaged (its finding 1 is none)"),
        (with_count(b"0"), "is damaged (its finding 1 is none)"),
        (with_count(b"true"), "is damaged (its finding 1 is none)"),
    ],
)
def test_a_damaged_baseline_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(content)
    with pytest.raises(BadBaseline) as raised:
        read_baseline(file)
    assert raised.value.message.startswith(f"{file}: {said}")
    assert "--write-baseline" in raised.value.message


def test_a_baseline_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadBaseline, match=r"does not exist: check its name"):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(BadBaseline, match=r"cannot be read"):
        read_baseline(tmp_path)


def test_nobody_is_told_to_delete_the_file_of_another_tool(tmp_path: Path) -> None:
    file = tmp_path / "found.sarif"
    file.write_text('{"version": "2.1.0", "runs": []}')
    with pytest.raises(BadBaseline, match=r"is no baseline .*: give another file") as raised:
        read_baseline(file)
    assert "delete it" not in str(raised.value)

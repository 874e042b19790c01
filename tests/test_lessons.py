"""docs/lessons/: minutes add up, links and samples exist, commands are taken, studies are right."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from analysis import analyze
from analysis.cli.main import parser
from analysis.output.worksheet.sheet import sheet_of
from analysis.reading.samples import samples

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "lessons"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
SAMPLES = {sample.slug: sample for sample in samples()}
PLANS = {"15-minutes.md": [15], "45-minutes.md": [45], "three-lessons.md": [45, 45, 45]}
"""Each plan and how long its lessons are."""

PAPERS = {"2412.19545", "10.1371/journal.pone.0266204", "2602.19690"}
"""The studies that the plans may speak of."""


def lessons(page: str) -> list[tuple[int, list[tuple[int, int]]]]:
    """The length that each lesson's heading promises, and the minutes of its table's rows."""
    found = []
    for section in re.split(r"^## ", PAGES[page], flags=re.MULTILINE)[1:]:
        length = re.search(r"\((\d+) minutes\)$", section.splitlines()[0])
        if length:
            rows = re.findall(r"^\| (\d+)–(\d+) \|", section, flags=re.MULTILINE)
            found.append((int(length[1]), [(int(start), int(end)) for start, end in rows]))
    return found


def anchors(text: str) -> set[str]:
    """What GitHub makes of a page's headings."""
    headings = re.findall(r"^#+ (.*)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", one.lower()).replace(" ", "-") for one in headings}


def samples_named(text: str) -> set[str]:
    return set(re.findall(r"`([a-z]+(?:-[a-z]+)*-(?:plain|loaded|opposed))`", text))


def test_there_is_a_plan_for_everybody() -> None:
    assert set(PAGES) == {"README.md", *PLANS}
    for page in PLANS:
        assert f"]({page})" in PAGES["README.md"]


@pytest.mark.parametrize("page", PLANS)
def test_the_minutes_add_up(page: str) -> None:
    found = lessons(page)
    assert [length for length, _ in found] == PLANS[page]
    for length, rows in found:
        assert len(rows) >= 5
        assert rows[0][0] == 0
        assert rows[-1][1] == length
        assert all(start < end for start, end in rows)
        assert all(before[1] == after[0] for before, after in pairwise(rows))


@pytest.mark.parametrize("page", PLANS)
def test_each_plan_says_what_to_do_without_devices(page: str) -> None:
    text = PAGES[page]
    assert "Two of us share this device" in text
    assert "n paper" in text
    assert "the model differ" in text
    assert samples_named(text)


@pytest.mark.parametrize("page", PAGES)
def test_named_samples_exist(page: str) -> None:
    assert samples_named(PAGES[page]) <= set(SAMPLES)


def test_the_number_of_events_is_right() -> None:
    assert len({sample.event for sample in SAMPLES.values()}) == 12
    assert "There are twelve." in PAGES["README.md"]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", PAGES[page])
    assert links
    for link in links:
        if link.startswith("https://"):
            continue
        file, _, anchor = link.partition("#")
        target = (FOLDER / file).resolve() if file else FOLDER / page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), link


def test_only_these_studies_are_named_and_all_of_them() -> None:
    text = "".join(PAGES.values())
    assert set(re.findall(r"https://arxiv\.org/abs/([\d.]+)\)", text)) == {
        one for one in PAPERS if not one.startswith("10.")
    }
    assert set(re.findall(r"https://doi\.org/([^)]+)\)", text)) == {
        one for one in PAPERS if one.startswith("10.")
    }
    assert set(re.findall(r"\[arXiv ([\d.]+)\]", text)) < PAPERS
    # Other papers could only be told apart by their years.
    assert set(re.findall(r"\b(?:19|20)\d\d\b", text)) <= {"2022", "2024", "2026"}


def test_commands_are_taken() -> None:
    found = [
        command
        for text in PAGES.values()
        for command in re.findall(r"`slant (worksheet [^`]+)`", text)
    ]
    assert len(found) >= 2
    for command in found:
        # With their numbers as on the pages, which a copy of the text in a file need not have.
        assert parser().parse_args(shlex.split(command)).sample in SAMPLES


@pytest.mark.parametrize("slug", sorted(set().union(*map(samples_named, PAGES.values()))))
def test_the_questions_have_the_numbers_that_plans_name(slug: str) -> None:
    sample = SAMPLES[slug]
    sheet = sheet_of(analyze(sample.text, sample.title))
    asked = [question.asked for question in sheet.questions]
    beginnings = ("Which", "Choose", "Who", "Look at", "Sentence", "Read", "Find", "Compare")
    assert len(asked) == len(beginnings)
    for question, begins in zip(asked, beginnings, strict=True):
        assert question.startswith(begins)


def test_sentence_10_of_the_second_lesson_has_the_verb_that_is_read_aloud() -> None:
    assert "read sentence 10 with each of them" in PAGES["three-lessons.md"]
    result = analyze(SAMPLES["quarry-closure-loaded"].text)
    assert result.sentences["text"][10 - 1].endswith("she crowed.")

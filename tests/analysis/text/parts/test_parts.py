"""Parts of pasted pages, against lines labelled by hand (tests/gold/furniture.txt)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.parts.forms import is_furniture_line
from analysis.text.parts.parts import parts
from analysis.text.segmentation.sentences import segment

GOLD = Path(__file__).parents[3] / "gold" / "furniture.txt"
NAMES = {"h": "headline", "b": "body", "f": "furniture"}


@dataclass(frozen=True)
class Page:
    """A text of the gold file and, for each of its lines, the part it is."""

    name: str
    lines: list[tuple[str, str]]

    @property
    def text(self) -> str:
        return "\n".join(line for line, _ in self.lines)


def _pages() -> list[Page]:
    pages: list[Page] = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("===="):
            pages.append(Page(line.strip("= "), []))
        elif pages and line:
            mark, _, text = line.partition(" ")
            pages[-1].lines.append(("", "") if mark == "-" else (text, NAMES[mark]))
    return pages


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page.name)
def test_pasted_pages(page: Page) -> None:
    text = page.text
    sentences = segment(text)
    found = []
    for sentence, part in zip(sentences, parts(text, sentences), strict=True):
        first = text.count("\n", 0, sentence.start)
        last = text.count("\n", 0, sentence.end)
        found += [(page.lines[number][0], part) for number in range(first, last + 1)]
    expected = [(line, part) for line, part in page.lines if line]
    # Two sentences of one line give it twice.
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(expected))


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the pier was closed.",
        "By all accounts the mayor lied",
        "The mayor, who was in Paris, said nothing (Reuters reported).",
        "Photographs of the pier were found in the archive.",
        "“We use cookies,” the baker joked.",
        "Share prices fell on Tuesday.",
        "Follow the money, she said.",
        "Save the pier, save the town",
        "Read my lips: no new taxes",
        "Related companies paid no tax.",
        "May was the wettest month.",
        "Sport is politics.",
        "He wrote to newsdesk@baycourier.example and got no answer.",
        "See https://www.baycourier.example/fares for the whole list of fares.",
        "In May 2021 the council met.",
        "Contact with the ferry was lost at nine.",
        "Sources close to the mayor deny it.",
        "Watch out for the tide.",
        "Council - and mayor - at war",
        "Subscribers cancelled in thousands.",
        "By Lending More Boats, the Council Can Avoid Picking Winners and Losers",
    ],
)
def test_sentences_are_no_furniture(sentence: str) -> None:
    assert not is_furniture_line(sentence)


def test_a_headline_can_begin_like_a_link() -> None:
    text = "Watch: Mayor quits over rotten pier\n\nThe mayor left office on Monday after a vote."
    assert parts(text, segment(text)) == ["headline", "body"]


def test_a_known_title_is_the_headline() -> None:
    text = "By Ana Pell\n\nHe quit.\n\nThe mayor left office on Monday after a vote."
    assert parts(text, segment(text), "He quit") == ["furniture", "headline", "body"]


def test_a_first_paragraph_is_no_headline() -> None:
    text = "The mayor quit.\n\nHe left office on Monday after a vote of the council."
    assert parts(text, segment(text)) == ["body", "body"]


@given(st.text(alphabet=st.sampled_from("aB. \n|:1-—©@#”"), max_size=200))
def test_every_sentence_has_a_part(text: str) -> None:
    sentences = segment(text)
    found = parts(text, sentences)
    assert len(found) == len(sentences)
    assert set(found) <= set(NAMES.values())
    assert not sentences or set(found) != {"furniture"}


@pytest.mark.parametrize(
    "pattern",
    ["A. ", "Aa/", "AP/", "Reuters, ", "(A ", "4 May ", "a.b", "| ", "Follow a ",
     "by A, ", "‘“", "Photo A "],
)  # fmt: skip
def test_repeated_patterns_are_looked_at_in_no_time(pattern: str) -> None:
    """A pattern that backtracks would run for years here."""
    line = (pattern * 300)[:599]
    assert not is_furniture_line(f"{line[:540]} he said that the pier was closed on Monday")

"""Parts of pasted pages, against lines labelled by hand (tests/gold/furniture.txt)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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

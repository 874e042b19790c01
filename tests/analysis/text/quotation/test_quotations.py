"""Quotations and voice: tables of cases, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.quotation.quotation import Quotation
from analysis.text.quotation.quotations import find_quotations, voice_of, with_passages
from analysis.text.segmentation.sentences import segment

CLOSED = [
    ("No marks here.", []),
    ("“We won,” he said.", ["“We won,”"]),
    ('"We won," he said. "They lost."', ['"We won,"', '"They lost."']),
    ("He called it “a disgrace” and left.", ["“a disgrace”"]),
    ("„Das reicht“, he said.", ["„Das reicht“"]),
    ("« C’est fini. » He left.", ["« C’est fini. »"]),
    ("»Nein«, he said.", ["»Nein«"]),
    ("``We won,'' he said.", ["``We won,''"]),
    ("“We won,’’ he said.", ["“We won,’’"]),
    # Mixed and turned marks.
    ('“We won," he said. "They lost,” she said.', ['“We won,"', '"They lost,”']),
    ("“We won,“ he said. ”We lost,” she said.", ["“We won,“", "”We lost,”"]),
    # British style, and the apostrophes that look like it.
    ("‘We won,’ he said. ‘They lost.’", ["‘We won,’", "‘They lost.’"]),
    ("'It's over,' he said.", ["'It's over,'"]),
    ("‘The workers’ union is dead,’ she said.", ["‘The workers’ union is dead,’"]),
    ("The ‘experts’ don’t know.", ["‘experts’"]),
    ("The workers’ union met in the ’90s, don’t ask.", []),
    ("The workers' union met in the '90s, don't ask.", []),
    ("Rock ’n’ roll, and rock 'n' roll.", []),
    ("Get ‘em, O'Brien's boys' team.", []),
    ("‘Iolani School beat the team that the Raiders’ best men led.", []),
    # Within one another.
    ("“He told me ‘go’ and I went,” she said.", ["“He told me ‘go’ and I went,”"]),
    ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’"]),
    ("“He said “no” to me,” she said.", ["“He said “no” to me,”"]),
    ('"He said "no" to me," she said.', ['"He said "no" to me,"']),
    # Inches and feet.
    ('He is 6\'2" tall and owns a 12" record.', []),
    ('"I am 6\'2" tall," he said.', ['"I am 6\'2" tall,"']),
    ('"I was 12" was all he said.', ['"I was 12"']),
    # Brackets, dashes, no spaces.
    ("(“no”)—\"yes\"—['maybe']", ["“no”", '"yes"', "'maybe'"]),
    ('He said."We go," she added.', ['"We go,"']),
    # A line end inside.
    ('"One road,\nTwo towns"', ['"One road,\nTwo towns"']),
    ("The board is 12” wide and he left.”", []),
]


@pytest.mark.parametrize(("text", "expected"), CLOSED)
def test_closed_quotations(text: str, expected: list[str]) -> None:
    found = find_quotations(text)
    assert [text[quotation.start : quotation.end] for quotation in found] == expected
    assert all(quotation.closed for quotation in found)


UNCLOSED = [
    # Over several paragraphs: one quotation each, only the last closed.
    (
        "“One road.\n\n“Two towns.\n\n“Three,” he said.",
        [("“One road.", False), ("“Two towns.", False), ("“Three,”", True)],
    ),
    ("‘One road.\n\n‘Two,’ he said.", [("‘One road.", False), ("‘Two,’", True)]),
    ('"One road.\n"Two," he said.', [('"One road.', False), ('"Two,"', True)]),
    # Never closed.
    ("“One road. Two.\n\nThe rest.", [("“One road. Two.", False)]),
    ("“One road, he said.\nThe rest.\nMore, he said.” ", [("“One road,", False)]),
    ("“One road. Two, the mayor said. The rest.", [("“One road. Two,", False)]),
    # A mark forgotten before the next quotation of the paragraph.
    (
        "“As far as I can see, that is over. In an interview he said, “We want peace.” He left.",
        [("“As far as I can see, that is over.", False), ("“We want peace.”", True)],
    ),
    ('"We go. He said, "We stay."', [('"We go.', False), ('"We stay."', True)]),
    (
        "“I think, he said, “that it is over.”",
        [("“I think,", False), ("“that it is over.”", True)],
    ),
    ("The “so called “experts” left.", [("“so called", False), ("“experts”", True)]),
]


@pytest.mark.parametrize(("text", "expected"), UNCLOSED)
def test_unclosed_quotations(text: str, expected: list[tuple[str, bool]]) -> None:
    found = [(text[q.start : q.end], q.closed) for q in find_quotations(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was lost.", ["outlet"]),
        ("“We won.”", ["quoted"]),
        ("“We won,” he said.", ["mixed"]),
        ("The ‘experts’ were wrong.", ["mixed"]),
        ("“We won. They lost,” he said. He left.", ["quoted", "mixed", "outlet"]),
        ("“We won.\n\n“They lost.”\n\nHe left.", ["quoted", "quoted", "outlet"]),
        (
            "“It is over. In an interview he said, “We want peace.” He left.",
            ["quoted", "mixed", "outlet"],
        ),
        ("…", ["outlet"]),
    ],
)
def test_voice_of_each_sentence(text: str, expected: list[str]) -> None:
    quotations = find_quotations(text)
    assert [voice_of(text, s.start, s.end, quotations) for s in segment(text)] == expected


def test_voice_counts_the_part_of_a_quotation_inside_the_range() -> None:
    text = "He said: “We won. They lost.”"
    quotations = [Quotation(9, len(text), True)]
    assert voice_of(text, 0, 8, quotations) == "outlet"
    assert voice_of(text, 18, len(text), quotations) == "quoted"
    assert voice_of(text, 0, 17, quotations) == "mixed"


def test_passages_that_overlap_quotations() -> None:
    text = "He said “we won. And so on.” The end is near."
    quotations = find_quotations(text)
    assert [(q.start, q.end) for q in quotations] == [(8, 28)]
    # Within it, around it, beginning in it and ending after it, apart from it.
    for passage, expected in [
        ((9, 16), [(8, 28)]),
        ((3, 30), [(3, 30)]),
        ((17, 36), [(8, 28), (29, 36)]),
        ((3, 16), [(3, 16), (17, 28)]),
        ((37, 45), [(8, 28), (37, 45)]),
    ]:
        found = with_passages(text, quotations, [passage])
        assert [(q.start, q.end) for q in found] == expected


FRAGMENTS = [
    *"“”‘’\"'.,?…( )-—«»„“‚`‹›「」´",
    "''", "’’", "\n", "\n\n", "\r\n", " ", "\u200b", "\u00a0", "6'2\"",
    "We won", "he said", "s", "n", "90s", "workers’ ", "🎉",
]  # fmt: skip
OPENING = "\"“”„‟«»‹›「『❝'‘‚‛`"


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
)
def test_quotations_of_any_text(text: str) -> None:
    found = find_quotations(text)
    for quotation in found:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start] in OPENING or quotation.closed
        assert not text[quotation.end - 1].isspace()
    for before, after in pairwise(found):
        assert before.end <= after.start
    for sentence in segment(text):
        assert voice_of(text, sentence.start, sentence.end, found) in ("outlet", "quoted", "mixed")


@pytest.mark.parametrize("piece", ['"', "“", "“”", "'", "‘s’ ", '"a, said ', "“a\n", "‘a ", "’’ "])
def test_texts_of_one_repeated_piece_end(piece: str) -> None:
    text = piece * 20_000
    assert all(text[quotation.start] in OPENING for quotation in find_quotations(text))

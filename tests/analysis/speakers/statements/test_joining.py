"""Quotations and attributions joined into statements: whose, in which form, with which pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.speakers.letters import Letters
from analysis.speakers.statements.joining import join
from analysis.speakers.tagging.attributions import Attribution
from analysis.text.quotation.quotations import find_quotations
from analysis.text.segmentation.sentences import segment
from tests.analysis.speakers.articles_tagged import Told, pieces, span, statements_of, words

CASES: list[tuple[str, list[Told], list[tuple[str, str, str, list[str]]]]] = [
    # The network's content is a little too short: the quotation keeps its own range.
    (
        "“The ferry is unsafe and everybody knows it,” said Ana Hale.",
        [("Ana Hale", "said", ["The ferry is unsafe and everybody"])],
        [("direct", "Ana Hale", "said", ["“The ferry is unsafe and everybody knows it,”"])],
    ),
    # Two halves around the cue.
    (
        "“The ferry,” said Ana Hale, “is unsafe and everybody knows it.”",
        [("Ana Hale", "said", ["“The ferry,”", "“is unsafe and everybody knows it.”"])],
        [
            (
                "direct",
                "Ana Hale",
                "said",
                ["“The ferry,”", "“is unsafe and everybody knows it.”"],
            )
        ],
    ),
    # Reported, with the sentence after it: without a letter between, it is one piece.
    (
        "Hale argued that the ferry was unsafe. It had sprung a leak twice. It sails on Monday.",
        [("Hale", "argued", ["that the ferry was unsafe", "It had sprung a leak twice"])],
        [
            (
                "reported",
                "Hale",
                "argued",
                ["that the ferry was unsafe. It had sprung a leak twice."],
            )
        ],
    ),
    # Partly in marks: one piece, marks and all.
    (
        "Hale told the council the ferry was “a floating coffin” for its crew.",
        [("Hale", "told the council", ["the ferry was “a floating coffin” for its crew"])],
        [
            (
                "mixed",
                "Hale",
                "told the council",
                ["the ferry was “a floating coffin” for its crew"],
            )
        ],
    ),
    # A scare quote that nobody says is no statement.
    ("The “ghost ferry” has lain in the harbour since May.", [], []),
    # The title of a book neither.
    ("She is the author of “The Long Way Home From Dunmoor Bay”, sold in May.", [], []),
    # What goes on in the next sentences is the same statement, also over paragraphs.
    (
        "“It is unsafe,” Hale said. “It has been for years.”\n\n“It leaks.” It sails on Monday.",
        [("Hale", "said", ["“It is unsafe,”"])],
        [
            ("direct", "Hale", "said", ["“It is unsafe,”", "“It has been for years.”"]),
            ("direct", "Hale", "", ["“It leaks.”"]),
        ],
    ),
    (
        "Hale said: “It is unsafe.\n\n“It has been for years.”",
        [("Hale", "said", ["“It is unsafe."])],
        [("direct", "Hale", "said", ["“It is unsafe.", "“It has been for years.”"])],
    ),
    (
        "“I have moved on from that. In an interview, Hale stated, “It is unsafe.”",
        [("Hale", "stated", ["“It is unsafe.”"])],
        [
            ("direct", "Hale", "", ["“I have moved on from that."]),
            ("direct", "Hale", "stated", ["“It is unsafe.”"]),
        ],
    ),
    # After the outlet's own words the speaker is not sure.
    (
        "“It is unsafe,” Hale said. The ferry was built in Dunmoor.\n\n“It leaks.”",
        [("Hale", "said", ["“It is unsafe,”"])],
        [
            ("direct", "Hale", "said", ["“It is unsafe,”"]),
            ("direct", "", "", ["“It leaks.”"]),
        ],
    ),
    # Without the network a verb of saying beside the marks is found.
    (
        "“It is unsafe,” said Ana Hale, who sails it.",
        [],
        [("direct", "Ana Hale", "said", ["“It is unsafe,”"])],
    ),
    (
        "In June Ana Hale told them: “It is unsafe.”",
        [],
        [("direct", "In June Ana Hale", "told", ["“It is unsafe.”"])],
    ),
    (
        "HALE: Did you know of the leak?\n\nORTIZ: I did not, as you know.\n\n"
        "HALE: We will leave it there.",
        [],
        [
            ("direct", "HALE", ":", ["Did you know of the leak?"]),
            ("direct", "ORTIZ", ":", ["I did not, as you know."]),
            ("direct", "HALE", ":", ["We will leave it there."]),
        ],
    ),
    (
        "On Monday Ana Pell wrote:\n\n> You have lied to us for years.\n\nNobody replied.",
        [],
        [("direct", "On Monday Ana Pell", "wrote", ["You have lied to us for years."])],
    ),
    ("Hale: “It is unsafe”", [], [("direct", "Hale", ":", ["“It is unsafe”"])]),
    # Nested: both are kept, the outer first.
    (
        "Oddy said Hale had claimed the ferry was unsafe for its crew.",
        [
            ("Oddy", "said", ["Hale had claimed the ferry was unsafe for its crew"]),
            ("Hale", "had claimed", ["the ferry was unsafe for its crew"]),
        ],
        [
            ("reported", "Oddy", "said", ["Hale had claimed the ferry was unsafe for its crew"]),
            ("reported", "Hale", "had claimed", ["the ferry was unsafe for its crew"]),
        ],
    ),
    # What the quoted speaker attributes is part of the quotation.
    (
        "“I think that it is unsafe,” Hale said.",
        [
            ("Hale", "said", ["“I think that it is unsafe,”"]),
            ("I", "think", ["that it is unsafe"]),
        ],
        [("direct", "Hale", "said", ["“I think that it is unsafe,”"])],
    ),
]


@pytest.mark.parametrize(("text", "told", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_statements(
    text: str, told: list[Told], expected: list[tuple[str, str, str, list[str]]]
) -> None:
    found = [
        (one.form, words(text, one.source), words(text, one.cue), pieces(text, one))
        for one in statements_of(text, *told)
    ]
    assert found == expected


def test_of_two_attributions_of_one_content_the_more_probable_stays() -> None:
    text = "In the view of Hale, and in the words of Oddy, the ferry had sunk."
    view, words_of = (span(text, cue) for cue in ("In the view of", "in the words of"))
    content = (span(text, "the ferry had sunk"),)
    found = join(
        text,
        Letters(text),
        segment(text),
        [],
        [
            Attribution(view, span(text, "Hale"), content, 0.6),
            Attribution(words_of, span(text, "Oddy"), content, 0.8),
        ],
    )
    assert [words(text, one.cue) for one in found] == ["in the words of"]


def test_what_nobody_thinks_is_no_statement() -> None:
    text = "The ferry is expected to sail. Hale expects that it will sail."
    found = statements_of(
        text,
        ("", "is expected", ["to sail"]),
        ("Hale", "expects", ["that it will sail"]),
    )
    assert [words(text, one.cue) for one in found] == ["expects"]


def test_content_with_gaps_is_whole_in_its_sentence_and_nowhere_else() -> None:
    text = "Oddy said the quay, built in 1922, would hold. The ferry, built in May, sails."
    (found,) = statements_of(text, ("Oddy", "said", ["the quay", "would hold", "built in May"]))
    assert pieces(text, found) == ["the quay, built in 1922, would hold"]


PARTS = st.sampled_from(
    [
        "“It is unsafe,” ",
        "said Hale ",
        "that “it” ",
        "“We ",
        "leave.” ",
        "\n\n",
        "It rained. ",
        "😀",
    ]
)


@given(st.lists(PARTS, max_size=12), st.data())
def test_pieces_are_in_order_and_hold_letters(parts: list[str], data: st.DataObject) -> None:
    text = "Hale said that it was so. " + "".join(parts)
    offsets = st.integers(0, len(text) - 1)
    found = []
    for _ in range(data.draw(st.integers(0, 4))):
        cue = data.draw(offsets)
        start = data.draw(offsets)
        end = data.draw(st.integers(start + 1, len(text)))
        found.append(Attribution((cue, cue + 1), None, ((start, end),), 0.5))
    statements = join(text, Letters(text), segment(text), find_quotations(text), found)
    for one in statements:
        assert one.pieces
        assert one.form in ("direct", "reported", "mixed")
        for piece in one.pieces:
            assert any(map(str.isalnum, text[piece.start : piece.end]))
        assert all(a.end <= b.start for a, b in zip(one.pieces, one.pieces[1:], strict=False))

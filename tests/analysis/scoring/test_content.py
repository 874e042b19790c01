"""What the classifier reads of a statement, and the way back to the article's characters."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.content import content_sentences
from analysis.speakers.statements import Piece, Statement
from analysis.text.segmentation.sentences import segment


def statement(text: str, *parts: str) -> Statement:
    return Statement(
        tuple(Piece(text.index(part), text.index(part) + len(part)) for part in parts), "direct"
    )


def read(text: str, *parts: str) -> list[str]:
    return [one.text for one in content_sentences(text, segment(text), [statement(text, *parts)])]


def test_content_stands_alone() -> None:
    assert read("“this is a farce,” Hale said.", "“this is a farce,”") == ["This is a farce."]


def test_pieces_of_one_sentence_are_read_together() -> None:
    text = "“This,” said Ana Hale, “is a farce!” It rained."
    assert read(text, "“This,”", "“is a farce!”") == ["This is a farce!"]


def test_each_sentence_is_read_by_itself() -> None:
    text = "“We waited for a year. Nobody came,” said Ana Hale."
    assert read(text, "“We waited for a year. Nobody came,”") == [
        "We waited for a year.",
        "Nobody came.",
    ]


def test_a_piece_without_letters_is_not_read() -> None:
    assert read("“…” is all that Hale wrote to them.", "“…”") == []


def test_a_range_over_a_gap_comes_back_in_two() -> None:
    text = "“What a shameful,” said Ana Hale, “spiteful vote” of 4 May."
    (content,) = content_sentences(
        text, segment(text), [statement(text, "“What a shameful,”", "“spiteful vote”")]
    )
    at = content.text.index("shameful")
    found = content.given(at, at + len("shameful spiteful"))
    assert [text[start:end] for start, end in found] == ["shameful", "spiteful"]
    assert content.given(len(content.text) - 1, len(content.text)) == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_every_letter_comes_back_to_its_place(inner: str) -> None:
    text = f"On Monday “the {inner} vote” was held."
    sentences = segment(text)
    for content in content_sentences(text, sentences, [statement(text, f"“the {inner} vote”")]):
        for at, letter in enumerate(content.text[1:], 1):
            for start, end in content.given(at, at + 1):
                assert 0 <= start < end <= len(text)
                if text.isascii():
                    assert text[start:end] == letter

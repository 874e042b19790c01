"""What the classifier reads of a statement, and the way back to the article's characters."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.content import contents_of
from analysis.speakers.statements.statement import Piece, Statement
from analysis.text.segmentation.sentences import segment


def statement(text: str, *parts: str) -> Statement:
    return Statement(
        tuple(Piece(text.index(part), text.index(part) + len(part)) for part in parts), "direct"
    )


def read(text: str, *parts: str) -> list[str]:
    return [one.reading.text for one in contents_of(text, segment(text), [statement(text, *parts)])]


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


def test_that_is_left_out_where_it_joins_clauses() -> None:
    text = "Hale said that the vote was a farce. Oddy said that was a lie."
    assert read(text, "that the vote was a farce") == ["The vote was a farce."]
    assert read(text, "that was a lie") == ["That was a lie."]


def test_a_piece_without_letters_is_not_read() -> None:
    assert read("“…” is all that Hale wrote to them.", "“…”") == []


def test_a_range_over_a_gap_comes_back_in_two() -> None:
    text = "“What a shameful,” said Ana Hale, “spiteful vote” of 4 May."
    (content,) = contents_of(
        text, segment(text), [statement(text, "“What a shameful,”", "“spiteful vote”")]
    )
    at = content.reading.text.index("shameful")
    found = content.reading.given(at, at + len("shameful spiteful"))
    assert [text[start:end] for start, end in found] == ["shameful", "spiteful"]
    assert content.reading.given(len(content.reading.text) - 1, len(content.reading.text)) == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_every_letter_comes_back_to_its_place(inner: str) -> None:
    text = f"On Monday “the {inner} vote” was held."
    sentences = segment(text)
    for content in contents_of(text, sentences, [statement(text, f"“the {inner} vote”")]):
        for at, letter in enumerate(content.reading.text[1:], 1):
            for start, end in content.reading.given(at, at + 1):
                assert 0 <= start < end <= len(text)
                if text.isascii():
                    assert text[start:end] == letter

"""What the network reads of an article, and the way back to its offsets."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.speakers.tagging.tagged_text import TaggedText, tagged_text
from analysis.text.segmentation.sentences import segment
from analysis.text.words.normalised import normalised


def of(text: str, leaving_out: tuple[int, ...] = ()) -> TaggedText:
    sentences = segment(text)
    normal = [normalised(text[one.start : one.end]) for one in sentences]
    numbers = [number for number in range(len(sentences)) if number not in leaving_out]
    return tagged_text(sentences, numbers, normal)


def back(text: str, words: str, leaving_out: tuple[int, ...] = ()) -> list[str]:
    tagged = of(text, leaving_out)
    start = tagged.text.index(words)
    return [text[a:b] for a, b in tagged.given(start, start + len(words))]


def test_a_paragraph_is_a_line_whatever_line_ends_it_has() -> None:
    text = "Hale said the ferry\nwas unsafe.  It leaks.\r\n\r\nIt sails\non Monday."
    assert of(text).text == "Hale said the ferry was unsafe. It leaks.\nIt sails on Monday."
    assert back(text, "the ferry was unsafe. It leaks") == ["the ferry\nwas unsafe.  It leaks"]


def test_words_are_read_whole_and_given_back_as_they_stand() -> None:
    text = "Hale called the coun\u00adcil weak. It sails."
    assert of(text).text == "Hale called the council weak. It sails."
    assert back(text, "council weak") == ["coun\u00adcil weak"]


def test_a_range_over_paragraphs_comes_back_in_pieces() -> None:
    text = "Hale spoke. It leaks.\n\nIt sails."
    assert back(text, "It leaks.\nIt sails") == ["It leaks.", "It sails"]


def test_sentences_that_are_not_read_are_left_out() -> None:
    text = "Hale spoke.\n\nAdvertisement\n\nIt sails."
    assert of(text, (1,)).text == "Hale spoke.\nIt sails."
    assert back(text, "spoke.\nIt", (1,)) == ["spoke.", "It"]


def test_white_space_stands_for_nothing() -> None:
    tagged = of("Hale spoke. It leaks.")
    assert tagged.given(11, 12) == []


TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@given(st.lists(TEXT, min_size=1, max_size=5), st.data())
def test_any_range_comes_back_in_order_and_within_the_text(
    parts: list[str], data: st.DataObject
) -> None:
    text = "\n\n".join(parts)
    tagged = of(text)
    start = data.draw(st.integers(0, len(tagged.text)))
    end = data.draw(st.integers(start, len(tagged.text)))
    found = tagged.given(start, end)
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    letters = sum(map(str.isalnum, tagged.text[start:end]))
    if text.isascii():
        assert sum(sum(map(str.isalnum, text[a:b])) for a, b in found) == letters

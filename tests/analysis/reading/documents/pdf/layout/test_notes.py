"""Marks of notes are left out, notes come last, and other raised signs stay."""

import pytest

from tests.analysis.reading.documents.pdf.drawn import (
    FERRY,
    LEFT,
    STEP,
    STORY,
    TOP,
    article_of,
    lines,
    text,
    width,
    words_of,
)  # fmt: skip

LIED = "The owner has lied. He knew it all, they said."
NOTE = "1 Letter to the council, May 2021."


def marked(before: str, mark: str, after: str, rise: float = 4, size: float = 6.5) -> str:
    """A line with a raised sign in it, above the story."""
    x = LEFT + width(before)
    return (
        text(before)
        + text(mark, x, TOP + rise, size)
        + text(after, x + width(mark, size), TOP)
        + lines(FERRY, y=TOP - STEP)
    )


def feet(*notes: str, size: float = 8) -> str:
    return "".join(text(one, LEFT, 100 - 10 * n, size) for n, one in enumerate(notes))


@pytest.mark.parametrize("mark", ["1", "12", "*", "1,2", "[3]"])
def test_marks(mark: str) -> None:
    after = " He knew it all, they said."
    assert words_of(marked("The owner has lied.", mark, after)) == f"{LIED} {STORY}"
    assert words_of(marked("The owner", mark, " has lied." + after)) == f"{LIED} {STORY}"
    assert words_of(marked("The owner has lied", mark, "." + after)) == f"{LIED} {STORY}"


@pytest.mark.parametrize(
    ("before", "sign", "after", "rise"),
    [
        ("The hut has 40 m", "2", " of room.", 4), ("It has 10", "3", " litres of fuel.", 4),
        ("It gives off CO", "2", " in harbour.", -2), ("On the 4", "th", " of May it sails.", 4),
    ],
)  # fmt: skip
def test_other_raised_signs_stay(before: str, sign: str, after: str, rise: float) -> None:
    assert words_of(marked(before, sign, after, rise)) == f"{before}{sign}{after} {STORY}"


def test_a_mark_raised_by_its_operator_and_raised_figures() -> None:
    raised = "(The owner has lied.) Tj /F 7 Tf 4 Ts (1) Tj 0 Ts /F 11 Tf ( He knew it.) Tj"
    assert words_of(f"BT /F 11 Tf 60 740 Td {raised} ET") == "The owner has lied. He knew it."
    figures = lines(["The owner has lied.¹ He has 40 m² of room."])
    assert words_of(figures) == "The owner has lied. He has 40 m² of room."
    apart = "(The owner has lied.) Tj (¹) Tj ( He has 40 m) Tj (²) Tj ( of room.) Tj"
    read = words_of(f"BT /F 11 Tf 60 740 Td {apart} ET")
    assert read == "The owner has lied. He has 40 m² of room."


@pytest.mark.parametrize("size", [8, 11])
def test_a_note_is_a_paragraph_after_the_story(size: float) -> None:
    page = marked("The owner has lied.", "1", " He knew it all, they said.")
    article = article_of(page + feet(NOTE, size=size))
    assert article.text.split("\n\n")[-1] == NOTE
    assert " ".join(article.text.split()) == f"{LIED} {STORY} {NOTE}"


def test_notes_do_not_stand_in_a_paragraph_over_two_pages() -> None:
    page = marked("The owner has lied.", "1", " He knew it all, they said.")
    first = page.replace("families in town.", "families") + feet(NOTE, "2 As note 1.")
    article = article_of(first, lines(["in town until the boat can sail again."]))
    assert "stay with families in town until the boat can sail again." in article.text
    assert article.text.endswith(f"\n\n{NOTE}\n\n2 As note 1.")


def test_a_note_that_begins_with_a_raised_number() -> None:
    page = marked("The owner has lied.", "1", " He knew it all, they said.")
    note = text("1", LEFT, 103, 5) + text("Letter to the council, May 2021.", 63, 100, 8)
    assert words_of(page + note) == f"{LIED} {STORY} {NOTE}"

"""Word documents: text boxes, tables that only place text, large first letters, quotations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.reading.documents.word.word_files import (
    article_of,
    box,
    para,
    run,
    table,
    text_of,
)  # fmt: skip

FERRY = "The ferry to the island will not sail before the first of May this year."
CREW = "Its crew of nine has been told to look for work on the mainland until then."
LETTER = "This is a cruel blow to every one of us who lives out here."
FRAME = '<w:framePr w:dropCap="drop" w:lines="3"/>'


def test_an_article_typed_in_a_text_box_is_read_once() -> None:
    assert text_of(para(box(para("No ferry"), para(FERRY), para(CREW)))) == (
        f"No ferry\n\n{FERRY}\n\n{CREW}"
    )


def test_a_box_with_prose_stands_after_its_paragraph() -> None:
    assert text_of(para(FERRY, box(para(CREW))) + para("End.")) == f"{FERRY}\n\n{CREW}\n\nEnd."


def test_a_box_for_old_versions_alone_is_read() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{para(CREW)}</w:txbxContent></v:textbox>"
    assert text_of(para(FERRY, old + "</w:pict></w:r>")) == f"{FERRY}\n\n{CREW}"


def test_captions_and_pull_quotes_in_boxes_are_left_out() -> None:
    caption, pull = box(para("The ferry in 1999")), box(para("told to look for work"))
    article = article_of(para(FERRY, caption, pull) + para(CREW))
    assert article.text == f"{FERRY}\n\n{CREW}"
    assert article.notices == (
        "A text box without sentences is left out, taken for captions or labels.",
    )
    assert article_of(para(FERRY, pull) + para(CREW)).notices == ()


def test_a_box_in_a_box_and_in_a_cell() -> None:
    inner = box(para(CREW, box(para(LETTER))))
    assert text_of(para(FERRY) + table((para("9 May", inner), para("12")))) == (
        f"{FERRY}\n\n9 May | 12\n\n{CREW}\n\n{LETTER}"
    )


def test_cells_of_prose_are_paragraphs() -> None:
    assert text_of(table((para(FERRY), para(CREW) + para(LETTER)))) == (
        f"{FERRY}\n\n{CREW}\n\n{LETTER}"
    )
    assert text_of(table((para("Harbour news"),), (para(FERRY),), (para(CREW),))) == (
        f"Harbour news\n\n{FERRY}\n\n{CREW}"
    )
    assert text_of(table((para(FERRY), para("9 May")), (para(CREW), para("10 May")))) == (
        f"{FERRY}\n\n9 May\n\n{CREW}\n\n10 May"
    )


def test_a_line_break_between_sentences_ends_a_paragraph() -> None:
    lines = f"<w:r><w:t>{FERRY}</w:t><w:br/><w:t>{CREW}</w:t></w:r>"
    assert text_of(table((para(lines), para(LETTER)))) == f"{FERRY}\n\n{CREW}\n\n{LETTER}"


def test_tables_of_data_keep_their_rows() -> None:
    rows = (("Roads", "48.2"), ("Schools, with the new one at the harbour", "312"))
    made = table(*(tuple(map(para, row)) for row in rows))
    assert text_of(made) == "Roads | 48.2\nSchools, with the new one at the harbour | 312"
    assert text_of(para(FERRY) + table((para("Roads"), para("48.2")))) == f"{FERRY}\n\nRoads | 48.2"


def test_a_table_of_data_in_a_layout() -> None:
    data = table((para("Roads"), para("48")), (para("Ferries"), para("9")))
    assert text_of(table((para(FERRY) + data + para(CREW),))) == (
        f"{FERRY}\n\nRoads | 48\nFerries | 9\n\n{CREW}"
    )


def test_deleted_and_hidden_rows_are_left_out() -> None:
    made = table((para("Roads"), para("48")), (para("Ferries"), para("9")))
    for change in ("<w:del w:id='1'/>", "<w:hidden/>"):
        gone = made.replace("<w:tr>", f"<w:tr><w:trPr>{change}</w:trPr>", 1)
        assert text_of(gone) == "Ferries | 9"


def test_deleted_cells_are_left_out() -> None:
    made = table((para("Roads"), para("48"), para("49")))
    gone = made.replace("<w:tc>", "<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>", 1)
    assert text_of(para("Costs") + gone) == "Costs\n\n48 | 49"


def test_a_large_first_letter_belongs_to_its_word() -> None:
    made = para("T", properties=FRAME) + para(FERRY[1:])
    assert text_of(para("Title", style="Titel") + made) == "Title\n\n" + FERRY
    assert text_of(para("A", properties=FRAME) + para("ferry sailed.")) == "A ferry sailed."
    assert text_of(para("The", properties=FRAME) + para("ferry sailed.")) == "The ferry sailed."


def test_a_table_of_contents_is_left_out() -> None:
    assert text_of(para("The ferry 3", style="TOC1") + para(FERRY)) == FERRY


@pytest.mark.parametrize("style", ["Zitat", "Stark", "BlockText", "House"])
def test_paragraphs_in_a_style_for_quotations(style: str) -> None:
    article = article_of(para(FERRY) + para(LETTER, style=style) + para(CREW))
    ((start, end),) = article.quoted
    assert article.text[start:end] == LETTER


def test_who_is_quoted_is_not_quoted() -> None:
    assert article_of(para(FERRY) + para("Ann Pell, in a letter", style="Source")).quoted == ()


def test_runs_items_and_cells_in_a_style_for_quotations() -> None:
    quoted = run("a cruel blow", '<w:rStyle w:val="ZitatZchn"/>')
    item = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    article = article_of(
        para("She called it ", quoted, " to the island.")
        + para(LETTER, style="Zitat", properties=item)
        + table((para("Pell"), para("never again", style="Zitat")))
    )
    assert [article.text[start:end] for start, end in article.quoted] == [
        "a cruel blow", LETTER, "never again"
    ]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "Zitat", "Titel", "item", "cell"]), st.booleans())))
def test_quoted_passages_are_where_the_article_says(kinds: list[tuple[str, bool]]) -> None:
    made, quoted = [para("The ferry sails.")], []
    for number, (kind, is_quoted) in enumerate(kinds):
        told = f"He said that on day {number}"
        style = "Zitat" if is_quoted or kind == "Zitat" else "Titel" if kind == "Titel" else ""
        item = '<w:numPr><w:numId w:val="1"/></w:numPr>' if kind == "item" else ""
        one = para(told, style=style, properties=item)
        made.append(table((para("It was"), one)) if kind == "cell" else one)
        quoted += [told] if style == "Zitat" else []
    article = article_of("".join(made))
    assert [article.text[start:end] for start, end in article.quoted] == quoted

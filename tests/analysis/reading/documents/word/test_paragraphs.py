"""The text of Word paragraphs is what Word shows of them."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.documents.word.paragraphs import Piece, tidied
from tests.analysis.reading.documents.word.word_files import para, run, text_of

HIDDEN = "<w:vanish/>"
SENTENCE = "The ferry sails at nine on Monday."


def test_hidden_text_is_left_out() -> None:
    assert text_of(para(SENTENCE, run(" The captain is a fool.", HIDDEN))) == SENTENCE


def test_text_hidden_by_a_style_is_left_out() -> None:
    secret = '<w:rStyle w:val="Secret"/>'
    assert text_of(para(SENTENCE, run(" He lies.", secret))) == SENTENCE
    for style in ("Notes", "NotesTwo"):
        assert text_of(para("Ask him again.", style=style) + para(SENTENCE)) == SENTENCE


def test_text_can_be_shown_against_its_style() -> None:
    shown = '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>'
    assert text_of(para("The ferry ", run("sails.", shown))) == "The ferry sails."
    assert text_of(para(run("It sails.", '<w:vanish w:val="false"/>'))) == "It sails."


def test_a_deleted_paragraph_mark_joins_the_paragraphs() -> None:
    deleted = "<w:del w:id='1'/>"
    joined = para("The ferry ", mark=deleted) + para("sails ", mark=deleted) + para("at nine.")
    assert text_of(joined + para("Nobody came.")) == "The ferry sails at nine.\n\nNobody came."


def test_a_paragraph_deleted_whole_leaves_nothing() -> None:
    gone = "<w:del w:id='1'><w:r><w:delText>It sank.</w:delText></w:r></w:del>"
    assert text_of(para(SENTENCE) + para(gone, mark="<w:del w:id='2'/>") + para("Yes.")) == (
        SENTENCE + "\n\nYes."
    )


def test_an_inserted_paragraph_mark_divides() -> None:
    assert text_of(para("One.", mark="<w:ins w:id='1'/>") + para("Two.")) == "One.\n\nTwo."


def test_moved_text_stands_at_its_new_place_only() -> None:
    old = para(f"<w:moveFrom w:id='1'>{run(SENTENCE)}</w:moveFrom>", mark="<w:moveFrom w:id='2'/>")
    new = para(f"<w:moveTo w:id='3'>{run(SENTENCE)}</w:moveTo>", mark="<w:moveTo w:id='4'/>")
    assert text_of(old + para("First.") + new) == "First.\n\n" + SENTENCE


def test_a_hidden_paragraph_mark_joins() -> None:
    assert text_of(para("Ferries. ", mark=HIDDEN) + para(SENTENCE)) == "Ferries. " + SENTENCE


def test_a_deleted_mark_at_the_end_of_the_text() -> None:
    assert text_of(para(SENTENCE, mark="<w:del w:id='1'/>")) == SENTENCE


def test_symbols_are_characters() -> None:
    def symbol(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    made = para(
        symbol("Calibri", "201C"), run("It is 5"), symbol("Symbol", "F0B0"), run(" out,"),
        symbol("Wingdings", "F07E"), run(" she said"), symbol("Wingdings", "F028"), run("."),
        symbol("Times New Roman", "F097"), run("He"), symbol("Symbol", "00A2"), run("s gone."),
    )  # fmt: skip
    assert text_of(made) == "“It is 5° out,” she said.—He′s gone."


def test_private_characters_of_symbol_fonts() -> None:
    assert text_of(para(run("\uf0b7 One", '<w:rFonts w:ascii="Symbol"/>'))) == "• One"


def test_hyphens_of_word() -> None:
    parts = "<w:t>a 1</w:t><w:noBreakHyphen/><w:t>day pro</w:t><w:softHyphen/><w:t>test</w:t>"
    assert text_of(para(f"<w:r>{parts}</w:r>")) == "a 1-day protest"
    assert text_of(para("a 1\u2011day pro\xadtest")) == "a 1-day protest"


def test_results_of_fields_are_shown_and_instructions_are_not() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = mark("begin") + run("3") + mark("separate") + run("inside") + mark("end")
    field = mark("begin") + inner + mark("separate") + run("at nine") + mark("end")
    assert text_of(para("It sails ", field, ".")) == "It sails at nine."
    assert text_of(para("Broken ", mark("begin")) + para(SENTENCE)) == "Broken\n\n" + SENTENCE


def test_simple_fields_show_their_result() -> None:
    field = f'<w:fldSimple w:instr="DATE">{run("4 May")}</w:fldSimple>'
    assert text_of(para("It sails on ", field, ".")) == "It sails on 4 May."


def test_content_controls_show_their_content_but_no_prompt() -> None:
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('at nine')}</w:sdtContent></w:sdt>"
    prompt = filled.replace("<w:sdtPr/>", "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>")
    assert text_of(para("It sails ", filled, ". ", prompt)) == "It sails at nine."
    block = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{para('Type here')}"
    assert text_of(para(SENTENCE) + block + "</w:sdtContent></w:sdt>") == SENTENCE


def test_numbers_of_notes_are_left_out_and_exponents_are_not() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text_of(para("He lied.", run("1", raised), " She left.")) == "He lied. She left."
    assert text_of(para("They lied", run("2,3", raised), ".")) == "They lied."
    assert text_of(para("They lied.² It has 40 m².")) == "They lied. It has 40 m²."
    by_style = run("4", '<w:rStyle w:val="Mark"/>')
    assert text_of(para("They lied", by_style, ".")) == "They lied."
    assert text_of(para("It has 40 m", run("2", raised), ".")) == "It has 40 m2."
    assert text_of(para("On the 4", run("th", raised), " of May.")) == "On the 4th of May."
    own = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>x</w:t></w:r>'
    assert text_of(para("He lied.", own, " She left.")) == "He lied. She left."


def test_formulas_are_text() -> None:
    formula = "<m:oMath><m:r><m:t>a=2</m:t></m:r></m:oMath>"
    assert text_of(para("So ", formula, " then.")) == "So a=2 then."


@given(st.lists(st.tuples(st.text(max_size=12), st.booleans()), max_size=6))
def test_quoted_passages_are_inside_the_text(pieces: list[tuple[str, bool]]) -> None:
    text, quoted = tidied([Piece(one, is_quoted) for one, is_quoted in pieces])
    end = 0
    for start, stop in quoted:
        assert end <= start < stop <= len(text)
        end = stop
    plain, _ = tidied([Piece("".join(one for one, _ in pieces))])
    assert text == plain == text.strip(" \n")

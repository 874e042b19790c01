"""The questions of a worksheet: what is made of the article, and what stands on every sheet."""

from dataclasses import replace

from analysis import analyze
from analysis.frames import STATEMENTS, empty
from analysis.output.worksheet.questions import Question, questions
from analysis.reading.samples import samples
from tests.analysis.output.worksheet.article import LINES, TEXT, article
from tests.hand_made_statements import piece, statements_of

ALL = range(len(LINES))


def asked(found: list[Question], words: str) -> Question:
    (question,) = [one for one in found if words in one.asked]
    return question


def test_who_speaks_is_answered_from_the_statements() -> None:
    question = asked(questions(article(), ALL), "Who speaks")
    assert question.answer.endswith(": Lena Ortiz and Tom Reed.")


def test_whose_words_asks_of_reported_speech_first() -> None:
    question = asked(questions(article(), ALL), "Whose words is it")
    assert question.asked.startswith("Look at sentence 4.")
    assert question.answer == "Sentence 4 – reported: Lena Ortiz."
    quoted = asked(questions(article(), {4, 5}), "Whose words is it")
    assert quoted.answer == "Sentence 5 – quoted: Tom Reed."


def test_the_verb_that_implies_something_is_asked_for_first() -> None:
    rows = statements_of(
        piece(TEXT, "nurses would walk home", 0, sentence=3, cue="warned", manner="neutral"),
        piece(TEXT, "“Nobody asked us,”", 1, sentence=4, cue="said", manner="doubting"),
    )
    question = asked(questions(replace(article(), statements=rows), ALL), "Which verb")
    assert question.asked.startswith("Sentence 5 ")
    assert "“said”" in question.answer
    assert "sounds doubtful" in question.answer
    # It must not stand in the question: finding it is the task.
    assert "said”" not in question.asked


def test_another_verb_in_the_place_of_said() -> None:
    question = asked(questions(article(), ALL), "twice")
    assert question.asked.startswith("Read sentence 5 twice")
    assert "“claimed” in the place of “said”" in question.asked
    assert "does not vouch" in question.answer
    without_said = asked(questions(article(), {2, 3}), "Two headlines")
    assert without_said.answer


def test_six_questions_where_nobody_speaks_and_eight_where_somebody_does() -> None:
    assert len(questions(article(), ALL)) == 8
    alone = article()
    alone = replace(
        alone,
        statements=empty(STATEMENTS),
        sentences=alone.sentences.assign(voice="outlet", speaker=""),
    )
    found = questions(alone, ALL)
    assert len(found) == 6
    assert asked(found, "Who speaks").answer == "The model found nobody but the outlet."
    assert all(question.lines >= 2 for question in found)


def test_they_name_only_sentences_of_the_sheet() -> None:
    chosen = {4, 5}
    for question in questions(article(), chosen):
        assert "sentence 4" not in question.asked
        assert "Lena Ortiz" not in question.answer


def test_real_articles_give_eight() -> None:
    for sample in samples()[:4]:
        result = analyze(sample.text, sample.title)
        found = questions(result, range(len(result.sentences)))
        assert len(found) == 8, sample.slug

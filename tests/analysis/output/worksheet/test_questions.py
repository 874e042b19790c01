"""The questions of a worksheet: what is made of the article, and what stands on every sheet."""

from dataclasses import replace

import pytest

from analysis import analyze
from analysis.frames import STATEMENTS, empty
from analysis.output.worksheet.questions import Question, questions
from analysis.reading.samples import samples
from tests.analysis.output.worksheet.article import LINES, TEXT, article
from tests.hand_made_result import result_of
from tests.hand_made_statements import names_of, piece, statements_of

ALL = range(len(LINES))


def asked(found: list[Question], words: str) -> Question:
    (question,) = [one for one in found if words in one.asked]
    return question


def test_who_speaks_is_answered_from_the_statements() -> None:
    question = asked(questions(article(), ALL), "Who speaks")
    assert question.answer.endswith(": Lena Ortiz and Tom Reed.")


def test_whose_words_asks_of_reported_speech_first() -> None:
    question = asked(questions(article(), ALL), "Whose words are they")
    assert question.asked.startswith("Look at sentence 4.")
    assert question.answer == "Sentence 4 – reported: Lena Ortiz."
    quoted = asked(questions(article(), {4, 5}), "Whose words are they")
    assert quoted.answer == "Sentence 5 – quoted: Tom Reed."


@pytest.mark.parametrize(
    ("line", "content", "voice", "asks"),
    [
        ("Lena Ortiz said that it would go.", "it would go.", "reported", True),
        # What the network takes for her words ends with the outlet's.
        (
            "Lena Ortiz said that it would go, a threat that smacked of blackmail.",
            "it would go, a threat that smacked of blackmail.",
            "reported",
            False,
        ),
        (
            "Lena Ortiz, never one to spare a nurse a long walk home, said it would go.",
            "it would go.",
            "reported",
            False,
        ),
        (
            "“It goes, for now,” said transport chief Lena Ortiz.",
            "“It goes, for now,”",
            "quoted",
            True,
        ),
        ("It was “shameless”, Lena Ortiz said.", "“shameless”", "mixed", False),
    ],
)
def test_whose_words_asks_of_sentences_that_are_wholly_somebody_s(
    line: str, content: str, voice: str, asks: bool
) -> None:
    form = "direct" if voice == "quoted" else "reported"
    rows = statements_of(piece(line, content, 0, sentence=0, form=form, speaker="Lena Ortiz"))
    result = result_of([line], statements=rows, voice=[voice], speaker=["Lena Ortiz"])
    found = [one for one in questions(result, [0]) if "Whose words are they" in one.asked]
    assert len(found) == asks


def test_whose_words_does_not_ask_where_nobody_knows() -> None:
    line = "She said it would go."
    rows = statements_of(piece(line, "it would go.", 0, sentence=0, form="reported", speaker="she"))
    result = result_of([line], statements=rows, voice=["reported"], speaker=["she"])
    assert not [one for one in questions(result, [0]) if "Whose words are they" in one.asked]


def verb_asked(*cues: dict[str, str]) -> Question:
    """The question about verbs, of an article with these cues in sentences 4 and 5."""
    contents = ("nurses would walk home", "“Nobody asked us,”")
    words = ("warned", "said")
    rows = [
        piece(TEXT, content, number, sentence=3 + number, cue=word, **cue)
        for number, (content, word, cue) in enumerate(zip(contents, words, cues, strict=True))
    ]
    return asked(questions(replace(article(), statements=statements_of(*rows)), ALL), "Which verb")


NEUTRAL, DOUBTING, EMOTIVE = ({"manner": name} for name in ("neutral", "doubting", "emotive"))
DIRECT, REPORTED = {"form": "direct"}, {"form": "reported"}


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (REPORTED | NEUTRAL, DIRECT | DOUBTING, 5),
        (REPORTED | DOUBTING, DIRECT | NEUTRAL, 4),
        (REPORTED | DOUBTING, DIRECT | EMOTIVE, 5),
        # A strong word away from any quotation may be no verb of saying.
        (REPORTED | EMOTIVE, DIRECT | NEUTRAL, 5),
        (REPORTED | NEUTRAL, REPORTED | NEUTRAL, 4),
    ],
)
def test_the_verb_that_implies_something_is_asked_for_first(first, second, number) -> None:
    assert verb_asked(first, second).asked.startswith(f"Sentence {number} ")


def test_the_verb_stands_in_the_answer_and_not_in_the_question() -> None:
    question = verb_asked(REPORTED | NEUTRAL, DIRECT | DOUBTING)
    assert "“said”" in question.answer
    assert "sounds doubtful" in question.answer
    assert "said”" not in question.asked


def test_two_questions_about_verbs_ask_about_two_sentences_where_there_are_two() -> None:
    lines = ["“No,” said Tom.", "“Never,” said Ada.", "“So what?” asked Lena."]
    text = "\n\n".join(lines)
    cues = [("“No,”", "said", 0), ("“Never,”", "said", 1), ("“So what?”", "asked", 2)]
    rows = [
        piece(text, content, number, sentence=number, cue=cue, manner="neutral")
        for content, cue, number in cues
    ]
    statements = statements_of(*rows)
    starts = [text.index(cue, text.index(content)) for content, cue, _ in cues]
    ends = [start + len(cue) for start, (_, cue, _) in zip(starts, cues, strict=True)]
    result = result_of(lines, statements=statements.assign(cue_start=starts, cue_end=ends))
    found = questions(result, range(3))
    assert asked(found, "Which verb").asked.startswith("Sentence 1 ")
    assert asked(found, "twice").asked.startswith("Read sentence 2 ")
    # With the one “said” there is, both ask about it.
    alone = questions(result, [0, 2])
    assert asked(alone, "twice").asked.startswith("Read sentence 1 ")


def test_speakers_who_are_unclear_are_not_named() -> None:
    rows = statements_of(
        piece(TEXT, "nurses would walk home", 0, sentence=3, speaker="she"),
        piece(TEXT, "“Nobody asked us,”", 1, sentence=4, speaker="Tom Reed"),
        piece(TEXT, "on 4 May", 2, sentence=5, speaker=""),
    )
    found = questions(replace(article(), statements=rows), ALL)
    assert asked(found, "Who speaks").answer.endswith(": Tom Reed.")


def test_a_person_comes_before_others_who_are_reported() -> None:
    result = article()
    voices = ["outlet", "outlet", "reported", "reported", "quoted", "outlet"]
    speakers = ["", "", "the report", "Lena Ortiz", "Tom Reed", ""]
    sentences = result.sentences.assign(voice=voices, speaker=speakers)
    names = names_of(("Lena Ortiz", "person", [(0, 4)]))
    found = questions(replace(result, sentences=sentences, names=names), ALL)
    assert asked(found, "Whose words are they").asked.startswith("Look at sentence 4.")


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

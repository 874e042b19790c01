"""What the answer sheet says of each line."""

from dataclasses import replace

from analysis import analyze
from analysis.output.worksheet.answers import Word, answers_of
from analysis.output.worksheet.sheet import sheet_of
from analysis.reading.samples import samples
from analysis.scoring.release import release_facts
from tests.analysis.output.worksheet.article import LINES, article


def answers(result):
    return answers_of(result, sheet_of(result))


def test_the_view_is_given_in_words() -> None:
    lines = answers(article()).lines
    assert [(one.line.number, one.view) for one in lines] == [
        (1, "uncertain"),
        (3, "likely loaded"),
        (4, "not loaded"),
        (5, "not loaded"),
        (6, "not loaded"),
    ]


def test_loaded_words_their_plainer_wording_and_the_speakers() -> None:
    lines = {one.line.number: one for one in answers(article()).lines}
    assert lines[3].words == (Word("callous", "uncaring"),)
    assert lines[3].runs == (
        ("The ", False),
        ("callous", True),
        (" council scrapped the night bus on Monday.", False),
    )
    assert lines[6].words == ()
    assert [lines[number].whose for number in (3, 4, 5)] == [
        "own voice",
        "reported: Lena Ortiz",
        "quoted: Tom Reed",
    ]


def test_the_runs_of_a_line_are_its_text() -> None:
    for sample in samples()[:3]:
        result = analyze(sample.text, sample.title)
        for one in answers_of(result, sheet_of(result)).lines:
            assert "".join(text for text, _ in one.runs) == one.line.text


def test_what_is_not_judged_is_not_called_not_loaded() -> None:
    result = article()
    loaded = result.sentences["loaded"].mask(result.sentences["sentence"] == 2)
    lines = answers(replace(result, sentences=result.sentences.assign(loaded=loaded))).lines
    (line,) = [one for one in lines if one.line.number == 3]
    assert (line.view, line.band, line.words) == ("not judged", "", ())
    assert line.line.text == LINES[2]


def test_where_to_look_for_what_it_missed() -> None:
    assert answers(article()).missed == (1,)
    only = answers_of(article(), sheet_of(article(), stretch=(4, 5)))
    assert len(only.missed) == 1
    assert only.missed[0] in (4, 5)


def test_figures_are_those_of_the_release_and_of_no_other_model() -> None:
    assert answers(article()).measured == ""
    facts = release_facts().metrics
    own = article(model=facts["model"], model_version=facts["version"])
    measured = facts["passed_over"]
    said = answers(own).measured
    for figure in (measured["rows"], measured["articles"], measured["not loaded"]["rows"]):
        assert f"{figure:,}" in said


def test_what_is_not_to_be_relied_on_is_said() -> None:
    assert answers(article()).notes == ()
    foreign = article(any_language=True, language="fr", truncated_sentences=1)
    notes = answers_of(foreign, sheet_of(foreign), ["Page 2 is\na picture."]).notes
    assert len(notes) == 3
    assert "do not rely on its scores" in notes[0]
    assert "longer than the model reads" in notes[1]
    assert notes[2] == "Page 2 is a picture."

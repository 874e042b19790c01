"""Statements are scored by themselves; a sentence that is mostly one has its scores."""

from math import isnan

import pytest

from analysis import Result, analyze, score_sentences
from models import load_classifier
from tests.analysis.speakers.articles_tagged import Told, WordTagger

LOADED = [
    "The mayor is a shameless liar who has betrayed this town",
    "This disgraceful circus of a council is bleeding ordinary families dry",
    "Their reckless, idiotic scheme will wreck the harbour for ever",
    "The bungling cronies at the port office have sold us out again",
]
PLAIN = [
    "The council will meet on Tuesday to discuss the harbour",
    "The ferry carried two hundred passengers to the islands in May",
    "Work on the quay begins in March and ends in the autumn",
    "The port office has moved to a building near the station",
]


def wrapped(content: str) -> list[tuple[str, Told]]:
    """Return the content quoted and reported, with the attribution that a network would find."""
    low = content[0].lower() + content[1:]
    return [
        (f"“{content},” Hale said.", ("Hale", "said", [f"“{content},”"])),
        (f"Hale said that {low}.", ("Hale", "said", [f"that {low}"])),
        (f"According to Hale, {low}.", ("Hale", "According to", [low])),
        (f"{content}, Hale said.", ("Hale", "said", [content])),
    ]


def analysed(text: str, *told: Told, names: dict[str, str] | None = None) -> Result:
    return analyze(text, tagger=WordTagger(*told, names=names))


@pytest.mark.parametrize("content", LOADED)
def test_a_loaded_sentence_stays_loaded_whoever_says_it(content: str) -> None:
    assert score_sentences([content + "."])["loaded"].tolist() == ["loaded"]
    for text, told in wrapped(content):
        result = analysed(text, told)
        assert result.statements["loaded"].tolist() == ["loaded"], text
        assert result.sentences["loaded"].tolist() == ["loaded"], text


@pytest.mark.parametrize("content", PLAIN)
def test_a_plain_sentence_stays_plain(content: str) -> None:
    assert score_sentences([content + "."])["loaded"].tolist() == ["not loaded"]
    for text, told in wrapped(content):
        result = analysed(text, told)
        assert result.statements["loaded"].tolist() == ["not loaded"], text
        assert result.sentences["loaded"].tolist() == ["not loaded"], text


def test_a_statement_has_the_scores_of_its_content_alone() -> None:
    text = "Hale, who runs the port, said that the vote was a shameful betrayal of the crews."
    content = "that the vote was a shameful betrayal of the crews"
    result = analysed(text, ("Hale", "said", [content]))
    alone = score_sentences(["The vote was a shameful betrayal of the crews."])
    (statement,) = result.statements.itertuples()
    for column in ("negative", "positive", "tone", "loaded_probability", "loaded"):
        assert getattr(statement, column) == alone[column][0]
    # Most of the sentence is the statement, so it shows the statement's scores and words.
    assert result.sentences["statement"].tolist() == [0]
    assert result.sentences["loaded_probability"][0] == alone["loaded_probability"][0]
    shift = text.index("the vote")
    expected = [(start + shift, end + shift) for start, end in alone["loaded_words"][0]]
    assert statement.loaded_words == expected
    assert list(zip(result.spans["start"], result.spans["end"], strict=True)) == expected


def test_a_sentence_that_is_mostly_the_outlets_keeps_its_own_scores() -> None:
    text = (
        "The council, which meets in the old customs house by the harbour every second week of "
        "the month and has done so for eighty years, calls it “a shameful betrayal”."
    )
    result = analysed(text, ("The council", "calls", ["it “a shameful betrayal”"]))
    assert result.sentences["statement"].isna().all()
    assert (
        result.sentences["loaded_probability"][0]
        == score_sentences([text])["loaded_probability"][0]
    )
    assert len(result.statements) == 1


def test_of_several_sentences_the_most_loaded_counts() -> None:
    text = "“The ferry sails on Monday. The council is a shameless, rotten circus,” Hale said."
    result = analysed(text, ("Hale", "said", [text[: text.index(" Hale")]]))
    plain, loaded = score_sentences(
        ["The ferry sails on Monday.", "The council is a shameless, rotten circus."]
    )["loaded_probability"]
    assert result.statements["loaded_probability"].tolist() == [max(plain, loaded)]
    # But each sentence shows what it holds itself.
    assert result.sentences["loaded_probability"].tolist() == [plain, loaded]
    tones = score_sentences(
        ["The ferry sails on Monday.", "The council is a shameless, rotten circus."]
    )["tone"]
    assert result.statements["tone"][0] == pytest.approx(tones.mean())


def test_loaded_words_belong_to_their_piece() -> None:
    text = "“It is a shameful,” said Ana Hale, “spiteful and rotten vote.”"
    result = analysed(text, ("Ana Hale", "said", ["“It is a shameful,”", "spiteful and rotten"]))
    assert result.statements["statement"].tolist() == [0, 0]
    first, second = (
        [text[start:end] for start, end in words] for words in result.statements["loaded_words"]
    )
    assert first == ["shameful"]
    assert second
    assert all(word in "spiteful and rotten vote" for word in second)
    assert [text[a:b] for a, b in zip(result.spans["start"], result.spans["end"], strict=True)] == [
        *first,
        *second,
    ]


def test_columns_of_cue_verb_manner_and_speaker() -> None:
    text = "Ana Hale spoke on Monday. Hale claimed the vote was rigged. It rained."
    result = analysed(
        text,
        ("Hale", "claimed", ["the vote was rigged"]),
        names={"Ana Hale": "person", "Hale": "person"},
    )
    (row,) = result.statements.itertuples()
    assert (row.form, row.act, row.verb, row.manner) == ("reported", "said", "claim", "doubting")
    assert text[row.cue_start : row.cue_end] == row.cue == "claimed"
    assert text[row.speaker_start : row.speaker_end] == "Hale"
    assert row.speaker == "Ana Hale"
    assert result.sentences["speaker"].tolist() == ["", "Ana Hale", ""]
    assert result.article["speakers"].tolist() == [1]
    assert row.sentence == 1
    assert row.closed


def test_who_and_which_are_the_name_before_them() -> None:
    text = "The ferry belongs to Dunmoor Port, which insists that the ferry is safe. It rained."
    result = analysed(
        text,
        ("which", "insists", ["that the ferry is safe"]),
        names={"Dunmoor Port": "organisation"},
    )
    assert result.statements["speaker"].tolist() == ["Dunmoor Port"]


def test_of_two_cues_the_nearer_one_has_the_quotation() -> None:
    text = "“They did what nobody had expected,” Ana Hale said, the Herald reported."
    quotation = "“They did what nobody had expected,”"
    result = analysed(
        text,
        ("the Herald", "reported", [quotation]),
        ("Ana Hale", "said", [quotation]),
        names={"Ana Hale": "person", "Herald": "organisation"},
    )
    assert result.statements["speaker"].tolist() == ["Ana Hale"]


def test_what_is_not_english_is_not_scored() -> None:
    text = (
        "The ferry sails on Monday, as it has done for years, and nobody has ever said why. "
        "“Le bateau est une honte pour toute la ville et pour ses habitants.”"
    )
    result = analyze(text, tagger=WordTagger())
    (row,) = result.statements.itertuples()
    assert isnan(row.loaded_probability)
    assert isnan(row.tone)
    assert row.loaded_words == []
    thresholds = load_classifier().thresholds
    assert result.article["loaded_from"][0] == thresholds.loaded_from

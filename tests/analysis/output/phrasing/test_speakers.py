"""What is said of speakers: names, counts and what a verb implies, in words."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from analysis.output.phrasing import speakers as said
from analysis.output.speakers.counts import SpeakerCount, StatementCount, VerbCount


def statement(number: int, loaded: str | None = "not loaded") -> StatementCount:
    return StatementCount(number, (number,), "It was so.", "direct", "said", loaded)


ODDY = SpeakerCount(
    speaker="Maren Oddy",
    statements=(statement(0), statement(1, "loaded"), statement(2, None)),
    sentences=(0, 1, 2, 3),
    words=21,
    share=0.21,
    direct=2,
    reported=1,
    mixed=0,
    loaded=1,
    scored=2,
    verbs=(VerbCount("say", "neutral", "said", 2), VerbCount("claim", "doubting", "claims", 1)),
)


def test_a_speaker_in_words() -> None:
    assert said.how_much(ODDY) == "3 statements in 4 sentences, 21% of the words"
    assert said.how_given(ODDY) == "2 in their own words, 1 in the outlet’s wording"
    assert said.how_loaded(ODDY) == "1 of 2 scored statements likely loaded"
    assert said.verbs_line(ODDY) == "say ×2, claim"


def test_each_verb_says_what_it_does_and_implies() -> None:
    say, claim = said.verbs_lines(ODDY)
    assert say.startswith("“say” ×2: ")
    assert claim.startswith("“claim”, sounds doubtful: ")
    unknown = replace(ODDY, verbs=(VerbCount("glorp", "neutral", "glorped", 1),))
    assert said.verbs_lines(unknown) == ["“glorp”"]
    alike = (*ODDY.verbs, VerbCount("says", "neutral", "said", 1))
    first, second = said.verbs_lines(replace(ODDY, verbs=alike))
    assert first.startswith("“say” ×2, “says”: ")
    assert second == claim


def test_one_statement_is_not_one_of_one() -> None:
    one = replace(
        ODDY, statements=(statement(0),), sentences=(0,), direct=0, reported=1, loaded=0, scored=1
    )
    assert said.how_much(one) == "1 statement in 1 sentence, 21% of the words"
    assert said.how_given(one) == "in the outlet’s wording"
    assert said.how_loaded(one) == "not likely loaded"
    assert said.how_loaded(replace(one, loaded=1)) == "likely loaded"
    assert said.how_loaded(replace(one, scored=0)) == "not scored"


def test_all_of_a_kind_are_said_at_once() -> None:
    all_scored = replace(ODDY, statements=(statement(0), statement(1)), direct=0, reported=2)
    assert said.how_given(all_scored) == "all in the outlet’s wording"
    assert said.how_loaded(replace(all_scored, loaded=0)) == "none of 2 statements likely loaded"


@pytest.mark.parametrize(
    ("speaker", "name", "owner"),
    [
        ("Maren Oddy", "Maren Oddy", "Maren Oddy’s"),
        ("", "speaker unclear", "an unclear speaker’s"),
        ("he", "“he” (unclear who)", "an unclear speaker’s"),
        ("officials", "officials", "officials’"),
        ("Ivo Jones", "Ivo Jones", "Ivo Jones’s"),
        ("Ann\n Hale\u202e", "Ann Hale", "Ann Hale’s"),
        ("a" * 200, "a" * 79 + "…", "a" * 79 + "…’s"),
        ("the council " * 20, "the council " * 6 + "the…", "the council " * 6 + "the…’s"),
    ],
)
def test_names(speaker: str, name: str, owner: str) -> None:
    assert said.speaker_name(speaker) == name
    assert said.possessive(speaker) == owner


def test_whose_words_a_sentence_is() -> None:
    assert said.whose_words("outlet", "") == "own voice"
    assert said.whose_words("quoted", "Ann Hale") == "quoted: Ann Hale"
    assert said.whose_words("mixed", "") == "partly quoted"
    assert said.scored_as("Ann Hale") == "Scored as Ann Hale’s statement, by itself"


def test_what_a_verb_implies() -> None:
    note = said.verb_note("has claimed", "says that the outlet does not vouch for it.")
    assert note == "“has claimed”: says that the outlet does not vouch for it"
    assert said.verb_note("said", "") == ""
    assert said.verb_note("", "says nothing") == ""


@pytest.mark.parametrize(
    ("speakers", "title"),
    [
        ([], "Nobody but the outlet speaks"),
        ([""], "38% of the words are other people’s, unclear whose"),
        (["Ann Hale"], "Ann Hale has 38% of the words"),
        (["Ann Hale", ""], "Ann Hale and others have 38% of the words"),
        (["Ann Hale", "Ivo Tarn", ""], "2 speakers have 38% of the words"),
    ],
)
def test_the_title_says_who_speaks(speakers: list[str], title: str) -> None:
    counts = [replace(ODDY, speaker=speaker) for speaker in speakers]
    assert said.speakers_title(counts, 0.38) == title


@pytest.mark.parametrize(
    ("shown", "note"),
    [
        (["outlet", "quoted", "reported", "mixed"], ""),
        (["outlet", "quoted", "mixed"], ""),  # the article has none
        (["outlet"], "Switched off: {mixed} and {quoted}. Charts and counts leave 5 of 12 out."),
        (["reported"], "every sentence"),
    ],
)
def test_what_is_switched_off_is_said(shown: list[str], note: str) -> None:
    voices = {"outlet": 7, "quoted": 2, "reported": 0, "mixed": 3}
    found = said.left_out_note(voices, shown)
    names = {"mixed": "partly quoted", "quoted": "quoted"}
    expected = note.format(**names).replace("5 of 12 out", "5 of 12 sentences out")
    assert expected in found if expected else found == ""


def test_a_chart_says_what_it_is_of() -> None:
    assert said.only_note(["quoted", "outlet"]) == "Only own voice and quoted."
    assert said.only_note(["reported"]) == "Only reported."


def test_what_others_say_is_summed_up_by_itself() -> None:
    frame = pd.DataFrame(
        {
            "voice": ["quoted", "reported", "quoted", "quoted"],
            "loaded": ["loaded", "uncertain", "not loaded", None],
        }
    )
    assert said.others_summary(frame) == (
        "Of the quoted and reported sentences, 1 of 3 is likely loaded and 1 is uncertain."
    )
    assert said.others_summary(frame[2:3]) == "The only quoted sentence is not loaded."
    assert said.others_summary(frame[3:]) == "No sentence of what is switched on was scored."


def test_mentions_are_counted_from_one() -> None:
    assert said.mention_line(1, [3]) == "1 time, sentence 4"
    assert said.mention_line(4, [0, 1, 2, 8]) == "4 times, sentences 1–3 and 9"


def test_a_tone_is_told_only_where_its_interval_is_clear_of_zero() -> None:
    nan = float("nan")
    assert said.name_tone(-0.41, -0.62, -0.2) == (
        "the sentences that mention it are negative on average (−0.4, −0.6 to −0.2)"
    )
    assert said.name_tone(0.1, -0.2, 0.4) == ""
    assert said.name_tone(nan, nan, nan) == ""

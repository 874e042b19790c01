"""Speakers and names as the lists of the page have them."""

from dataclasses import replace

import pytest

from analysis.frames import NAMES, STATEMENTS, Result, empty, frame
from dashboard.panels.voices import names, speakers

NAN = float("nan")


def statements(result: Result, *rows: tuple[str, str, str, str]) -> Result:
    """The article by hand with statements: content, speaker, form, cue; loaded as its sentence."""
    found = []
    for number, (text, speaker, form, cue) in enumerate(rows):
        start = result.text.index(text)
        (place,) = result.sentences.index[
            (result.sentences["start"] <= start) & (start < result.sentences["end"])
        ]
        found.append(
            {
                "statement": number,
                "sentence": place,
                "start": start,
                "end": start + len(text),
                "text": text,
                "form": form,
                "act": "said",
                "speaker": speaker,
                "cue": cue,
                "verb": "call" if cue else "",
                "manner": "neutral" if cue else "",
                "closed": True,
                "loaded": result.sentences["loaded"][place],
                "sentiment": "neutral",
                "tone_label": "neutral",
                "loaded_words": [],
            }
        )
    columns = {
        name: [row.get(name, NAN if column.dtype == "float64" else None) for row in found]
        for name, column in STATEMENTS.items()
    }
    return replace(result, statements=frame(columns, STATEMENTS))


@pytest.fixture
def spoken(result: Result) -> Result:
    return statements(
        result,
        ("“It is a shameful, Reckless betrayal!”", "Ann Hale", "direct", ""),
        ("“a hard choice”", "<b>the mayor</b>", "mixed", "called"),
    )


def test_a_speaker_s_fold_says_how_much_and_leads_to_the_statements(spoken):
    title, (hale, mayor) = speakers._made(spoken)
    assert title.startswith("2 speakers have ")
    assert hale.title == "Ann Hale"
    assert hale.facts == [
        "1 statement in 1 sentence, 16% of the words",
        "in their own words; likely loaded",
    ]
    assert hale.notes == []
    (entry,) = hale.entries
    assert (entry.sentences, entry.sign, entry.note) == ((2,), "■", "sentence 3, likely loaded")
    assert entry.text == "“It is a shameful, Reckless betrayal!”"
    assert mayor.title == "<b>the mayor</b>"  # the list puts it in as text
    assert mayor.notes[0].startswith("“call”: ")
    assert mayor.entries[0].note == "sentence 4, “called”, uncertain"


def test_a_statement_nobody_scored_and_a_very_long_one(spoken):
    scored = spoken.statements.assign(loaded=None)
    scored["text"] = "never " * 500
    _, (first, _) = speakers._made(replace(spoken, statements=scored))
    assert first.facts[1] == "in their own words; not scored"
    assert first.entries[0].sign == ""
    assert first.entries[0].text == "never " * 32 + "never…"
    assert first.entries[0].note == "sentence 3, not scored"


def test_a_speaker_of_very_many_statements_has_the_first_of_them(spoken):
    one = spoken.statements.iloc[0]
    many = [one.to_dict() | {"statement": number} for number in range(speakers.MOST_STATEMENTS + 7)]
    columns = {name: [row[name] for row in many] for name in STATEMENTS}
    _, (hale,) = speakers._made(replace(spoken, statements=frame(columns, STATEMENTS)))
    assert len(hale.entries) == 1 + speakers.MOST_STATEMENTS
    assert hale.entries[0].text == speakers.ALL_IN_TURN
    assert list(hale.entries[0].sentences) == [2] * len(many)
    assert hale.facts[0].startswith(f"{len(many)} statements in 1 sentence")
    assert hale.notes[-1].startswith(f"The first {speakers.MOST_STATEMENTS} of {len(many)} ")


def test_an_article_without_statements_has_no_list(result):
    assert speakers._made(replace(result, statements=empty(STATEMENTS))) == (
        "Nobody but the outlet speaks",
        [],
    )


def named(result: Result, *rows: tuple[str, str, int]) -> Result:
    columns = {name: [0] * len(rows) for name in NAMES} | {
        "name": [name for name, _, _ in rows],
        "kind": [kind for _, kind, _ in rows],
        "count": [count for _, _, count in rows],
        "mentions": [[(10 * place, 10 * place + 4) for place in range(n)] for _, _, n in rows],
        "tone": [-0.5] * len(rows),
        "tone_low": [-0.7] * len(rows),
        "tone_high": [-0.3] * len(rows),
    }
    return replace(result, names=frame(columns, NAMES))


def test_names_stand_by_kind_the_most_mentioned_first(result):
    groups, words = names._made(
        named(result, ("Wenlow", "place", 1), ("Ivo", "person", 1), ("Ann Hale", "person", 9))
    )
    assert [group.title for group in groups] == ["People", "Places"]
    assert [entry.text for entry in groups[0].entries] == ["Ann Hale", "Ivo"]
    first = groups[0].entries[0]
    assert (first.note, first.label) == ("9", "Ann Hale, mentioned 9 times")
    assert first.sentences == sorted(first.sentences)
    assert "– Ann Hale: 9 times, sentences 1–" in words
    assert "negative on average (−0.5, −0.7 to −0.3)" in words


def test_many_names_are_all_in_the_words(result):
    many = [(f"Ann {number}", "person", 1) for number in range(names.MOST + 5)]
    (group,), words = names._made(named(result, *many))
    assert len(group.entries) == names.MOST
    assert words.count("– Ann") == len(many)


def test_without_names_there_is_nothing(result):
    assert names._made(result) == ([], "")

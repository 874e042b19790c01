"""What is said of speakers and verbs over time."""

import pandas as pd

from analysis.columns import frame
from analysis.corpus.archive.frames import SOURCES_OVER_TIME
from analysis.output.phrasing.archive import sources as said

ROWS = [
    ("2024-02", "claim", 5, 4, 40, "doubting"),
    ("2024-01", "claim", 1, 1, 10, "doubting"),
    ("2024-01", "say", 4, 2, 10, "neutral"),
    ("2024-02", "say", 30, 9, 40, "neutral"),
    ("2024-04", "say", 0, 0, 0, "neutral"),
    ("", "say", 2, 1, 3, "neutral"),
]


def over_time(rows=ROWS) -> pd.DataFrame:
    return frame(pd.DataFrame(rows, columns=[*SOURCES_OVER_TIME]), SOURCES_OVER_TIME)


def test_sources_stand_by_their_statements_and_have_their_months_in_order():
    say, claim = said.sources_of(over_time())
    assert (say.name, say.statements, say.articles, say.does) == ("say", 36, 12, "")
    assert [row["month"] for row in say.months] == ["2024-01", "2024-02", "2024-04"]
    assert (claim.name, claim.does) == ("claim", "sounds doubtful")
    assert [row["month"] for row in claim.months] == ["2024-01", "2024-02"]


def test_pronouns_are_nobody_and_the_rest_has_room():
    rows = [("2024-01", name, 9, 1, 99, "") for name in ("he", "They", "it")]
    rows += [("2024-01", f"Ann {number:02d}", number, 1, 99, "") for number in range(1, 16)]
    found = said.sources_of(over_time(rows))
    assert [one.name for one in found] == [f"Ann {number:02d}" for number in range(15, 3, -1)]


def test_a_caption_says_how_much_when_and_which_months_are_empty():
    rows = [*ROWS, ("2024-04", "claim", 1, 1, 1, "doubting")]
    caption = said.over_time_caption(said.VERB, said.sources_of(over_time(rows)))
    assert caption.title == "The 2 verbs with most statements, by month"
    assert caption.words == (
        "say: 36 statements in 12 articles; most in 2024-02: 30 of 40 statements, 75%. "
        "claim (sounds doubtful): 7 statements in 6 articles; most in 2024-02: 5 of 40 "
        "statements, 12%. 1 month between them without a statement."
    )


def test_one_speaker_without_a_date():
    rows = [("", "Ana Hale", 2, 1, 3, "")]
    caption = said.over_time_caption(said.SPEAKER, said.sources_of(over_time(rows)))
    assert caption.title == "Statements of the only speaker, by month"
    assert caption.words == "Ana Hale: 2 statements in 1 article."


def test_what_a_verb_implies_is_of_the_table_of_verbs():
    assert said.implied_by("claim") == "says that the outlet does not vouch for it"
    assert said.implied_by("defenestrate") == ""


def test_a_list_says_whose_statements_it_has():
    assert said.statements_said(said.SPEAKER, "Ana Hale", "2024-02", 98) == (
        "98 statements of Ana Hale, 2024-02"
    )
    assert said.statements_said(said.VERB, "claim", "", 1) == "1 statement with “claim”"
    row = {
        "speaker": "Tom Reed",
        "form": "reported",
        "verb": "claim",
        "manner": "doubting",
        "outlet": "Quay Post",
        "date": pd.Timestamp("2024-02-01"),
        "title": "The pool",
    }
    assert said.statement_about(row) == (
        "Tom Reed · in the outlet’s wording · “claim”, sounds doubtful · Quay Post · 2024-02-01 · "
        "The pool"
    )

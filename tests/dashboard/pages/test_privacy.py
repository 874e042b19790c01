"""Privacy for schools: what it says of the program is what the program does."""

import re
import tomllib
from pathlib import Path

from streamlit.testing.v1 import AppTest

from analysis.practice.class_figures import FEWEST
from analysis.practice.marks import MARKS
from api.classroom.deletion import EVERY_S
from dashboard.pages.privacy import STATEMENT
from store.classes.records import HOURS_KEPT
from store.database import SETTING
from store.tables import METADATA

ROOT = Path(__file__).resolve().parents[3]
TEXT = STATEMENT.read_text(encoding="utf-8")

KEPT = {
    "The code and the word of the class, and when it was opened": {
        "classes": {"code", "word", "opened"}
    },
    "Nicknames, which are drawn and not typed": {
        "pupils": {"nickname"},
        "classes": {"nickname_seed"},
    },
    "A digest of each device’s secret and of the teacher’s key": {
        "pupils": {"token_digest"},
        "classes": {"key_digest"},
    },
    "The texts that the teacher gives the class": {"rounds": {"material"}},
    "Marks: which sentence, which words of it, a reason from a list": {
        "marked": {"sentence", "loaded", "reason", "words"}
    },
    "whether the pupil is done": {"progress": {"finished"}},
}
"""What the page says is kept, and the columns that hold it."""

COUNTS_AND_STATES = {
    *("id", "number", "class_id", "round", "pupil", "joining", "wrong_words", "seats_given"),
    *("state", "version", "marks_version", "kind", "revealed", "seen", "seq"),
}
"""Columns of numbers and switches that tell nothing of anybody beyond what the page says."""


def test_every_column_of_the_store_is_told() -> None:
    for name, table in METADATA.tables.items():
        told = set().union(*(columns.get(name, set()) for columns in KEPT.values()))
        assert set(table.columns.keys()) <= told | COUNTS_AND_STATES, name
    for said in KEPT:
        assert said in " ".join(TEXT.split()), said


def test_figures_are_those_of_the_program() -> None:
    assert f"{HOURS_KEPT} hours" in TEXT
    assert FEWEST == 5
    assert "five pupils or more" in TEXT
    assert f"`{SETTING}`" in TEXT
    assert "free text" in TEXT
    assert not {name for name in MARKS if "text" in name or "name" in name}


def test_nothing_is_reported_to_others() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["enableXsrfProtection"] is True  # its cookie is named on the page
    assert "`_streamlit_xsrf`" in TEXT


def test_it_makes_no_promise() -> None:
    assert "no legal advice" in TEXT
    for law in ("GDPR", "COPPA", "FERPA"):
        assert law in TEXT
    assert not re.search(r"\b(compliant|certified|guarantee|complies)\b", TEXT, re.I)


def page():
    from dashboard.pages.privacy import main

    main()


def test_the_page_shows_all_of_it() -> None:
    app = AppTest.from_function(page).run()
    assert not app.exception
    assert app.title[0].value == "Privacy for schools"
    shown = app.markdown[-1].value
    assert shown.strip() == TEXT.split("\n", 1)[1].strip()
    # Links inside would lead nowhere in the dashboard.
    assert "](" not in TEXT


def test_classes_that_are_over_are_deleted_as_often_as_it_says() -> None:
    assert EVERY_S == 10 * 60
    assert "deleted within ten minutes" in " ".join(TEXT.split())

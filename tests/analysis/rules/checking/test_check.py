"""Checking whole texts, with the real networks."""

from collections.abc import Sequence
from contextlib import suppress

import pandas as pd
import pytest

from analysis import analyze
from analysis.columns import frame
from analysis.errors import NotText, TextTooLong
from analysis.reading.articles import Article
from analysis.reading.samples import Sample, samples
from analysis.rules.checking.check import check, check_result
from analysis.rules.checking.messages import NOTHING_TO_CHECK
from analysis.rules.checking.served import check_in_queue
from analysis.rules.files.examples import example_rules
from analysis.rules.frames import FINDINGS, MODEL_CHECKS, Checked
from analysis.rules.rule import RULE_VOICES, Rule, RuleSet
from analysis.scoring.classifier import classifier
from analysis.speakers.tagging.network import voices
from models import Attribution, NameMention

NO_RULES = RuleSet()
RULES = RuleSet(
    (
        Rule("the", "the", "words", voices=RULE_VOICES),
        Rule("own-words", "council|government|company", "words", severity="error"),
        Rule("quoted-words", r"\bwe\b", "regex", voices=("quoted",)),
        Rule("too-often", "said", "words", most=2, within="text"),
        Rule("draft", "a", "words", state="draft"),
    )
)

LOADED = (
    "The shambolic council wrecked the beloved pool in a brutal, shameless raid on families. "
    "“The shameless vandals wrecked our pool,” said Nora Pell, who runs the bakery. "
    "Hale claimed that the brutal cuts had been forced on her."
)


def of_kind(checked: Checked, kind: str) -> list[str]:
    rows = checked.findings
    return rows["text"][rows["kind"] == kind].tolist()


# Every third: one costs a third of a second. ``tests/bench/checking.py`` compares all of them.
@pytest.mark.parametrize("sample", samples()[::3], ids=lambda sample: sample.slug)
def test_the_light_way_finds_what_the_whole_analysis_shows(sample: Sample) -> None:
    result = analyze(sample.text, title=sample.title)
    # With few rules or none, the light way leaves out most of the network's work.
    for rules in (RULES, example_rules(), NO_RULES):
        light = check(sample.text, rules, title=sample.title)
        whole = check_result(result, rules)
        pd.testing.assert_frame_equal(light.findings, whole.findings)
        assert light.text == whole.text == sample.text
    assert len(check(sample.text, RULES).findings) > 5


def test_findings_have_the_declared_columns_in_reading_order() -> None:
    rows = check(LOADED, RULES).findings
    pd.testing.assert_frame_equal(rows, frame(rows, FINDINGS))
    order = list(zip(rows["start"], rows["end"], rows["check"], strict=True))
    assert order == sorted(order)
    assert rows["finding"].tolist() == list(range(len(rows)))
    assert "draft" not in set(rows["check"])
    assert rows["fingerprint"].is_unique


def test_the_model_notes_loaded_words_of_the_outlet_only() -> None:
    checked = check(LOADED, NO_RULES)
    first = LOADED.index("“")
    notes = checked.findings[checked.findings["kind"] == "loaded"]
    assert {"shambolic", "brutal"} <= set(" ".join(notes["text"]).replace(",", "").split())
    assert (notes["end"] <= first).all()
    assert set(notes["severity"]) == {"note"}
    assert set(notes["check"]) == {MODEL_CHECKS["loaded"]}
    assert notes["probability"].between(0, 1).all()
    assert ["severe"] in notes["plainer"].tolist()


def test_doubting_verbs_are_noted_with_the_plain_one() -> None:
    checked = check(LOADED, NO_RULES)
    (note,) = checked.findings[checked.findings["kind"] == "doubting"].to_dict("records")
    assert (note["text"], note["plainer"]) == ("claimed", ["said"])
    assert note["start"] == LOADED.index("claimed")
    assert note["check"] == MODEL_CHECKS["doubting"]
    assert "does not vouch" in note["message"]


def test_a_doubting_verb_in_others_words_is_theirs() -> None:
    text = (
        "Lee said that Khan claimed that the plan was dead. "
        "“Khan claimed that we were late,” said Lee, who runs the bakery."
    )
    assert of_kind(check(text, NO_RULES), "doubting") == []


def test_without_the_model_there_are_no_notes() -> None:
    rules = RuleSet((Rule("pool", "pool"),))
    checked = check(LOADED, rules, with_model=False)
    assert checked.findings["kind"].tolist() == ["rule"]
    assert check(LOADED, NO_RULES, with_model=False).findings.empty


def test_where_no_rule_matches_and_no_note_is_wanted_no_network_is_asked() -> None:
    class Asked(Exception):
        pass

    class Network:
        def attributions(
            self, text: str, wanted: Sequence[tuple[int, int]] | None = None
        ) -> list[Attribution]:
            raise Asked

        def names(self, text: str) -> list[NameMention]:
            raise Asked

    pool, wasp = (RuleSet((Rule("one", word, "words"),)) for word in ("pool", "wasp"))
    assert check(LOADED, wasp, with_model=False, tagger=Network()).findings.empty
    with pytest.raises(Asked):
        check(LOADED, pool, with_model=False, tagger=Network())


def test_what_a_rule_reports_gets_no_note_besides() -> None:
    both = RuleSet((Rule("no-claims", "claimed", "words"), Rule("calm", "shambolic council")))
    checked = check(LOADED, both)
    assert of_kind(checked, "rule") == ["shambolic council", "claimed"]
    assert of_kind(checked, "doubting") == []
    assert not any("shambolic" in one for one in of_kind(checked, "loaded"))


def test_accepted_words_get_no_note() -> None:
    accept = RuleSet((Rule("ours", "brutal|claimed that|shambolic council", "accept"),))
    checked = check(LOADED, accept)
    assert of_kind(checked, "rule") == []
    assert of_kind(checked, "doubting") == []
    assert not any(word in ("brutal", "shambolic") for word in of_kind(checked, "loaded"))
    assert of_kind(checked, "loaded") != []


def test_words_accepted_in_another_section_are_not_accepted_here() -> None:
    rules = RuleSet(
        (
            Rule("pool", "pool", "words"),
            Rule("ours", "beloved pool|claimed", "accept", sections=("sport",)),
        )
    )
    here = check(LOADED, rules, section="politics")
    assert of_kind(here, "rule") == ["pool"]
    assert of_kind(here, "doubting") == ["claimed"]
    there = check(LOADED, rules, section="Sport")
    assert of_kind(there, "rule") == of_kind(there, "doubting") == []


@pytest.mark.parametrize("text", ["", " \n\t ", "***", "12 34", "\u200b"])
def test_nothing_to_read_is_no_error(text: str) -> None:
    checked = check(text, RuleSet((Rule("any", ".", "regex"),)))
    assert checked.findings.empty
    assert list(checked.findings.columns) == list(FINDINGS)
    assert checked.text == text
    assert checked.notices == (NOTHING_TO_CHECK,)


def test_another_language_keeps_the_rules_and_says_what_was_not_done() -> None:
    text = (
        "Der unfähige Bürgermeister behauptete, das Schwimmbad sei sicher. Der Rat stimmte am "
        "Montag ab, und die Bürger der Stadt waren wütend über den Beschluss."
    )
    rules = RuleSet((Rule("bad", "Schwimmbad", "words"),))
    checked = check(text, rules)
    assert of_kind(checked, "rule") == ["Schwimmbad"]
    assert len(checked.findings) == 1
    (notice,) = checked.notices
    assert "German" in notice
    assert "reads English only" in notice
    assert check(text, rules, any_language=True).notices == ()


def test_a_sentence_in_another_language_is_still_looked_at() -> None:
    text = (
        "The council met on Monday to talk about the pool, and it was late when they left. "
        "The mayor was not there, and nobody said why she had not come.\n\n"
        "Das Schwimmbad bleibt nach Angaben der Stadt bis zum Herbst geschlossen."
    )
    checked = check(text, RuleSet((Rule("bad", "Schwimmbad", "words"),)))
    assert of_kind(checked, "rule") == ["Schwimmbad"]
    assert checked.notices == ()


def test_errors_are_those_of_analyze() -> None:
    with pytest.raises(NotText):
        check("a\0b", NO_RULES)
    with pytest.raises(TextTooLong):
        check("word " * 400_000, NO_RULES)


def test_the_title_tells_the_headline() -> None:
    head = "Pool shut"
    text = f"{head}\n\nThe pool on Canal Street was shut on Monday, and it will not open again."
    rules = RuleSet((Rule("pool", "pool", "words", parts=("headline",)),))
    expected = [(0, 4)]
    titled = Article(text, head, None, None, None, "text")
    for checked in (check(text, rules, title=head), check(titled, rules)):
        rows = checked.findings
        found = rows[rows["kind"] == "rule"]
        assert list(zip(found["start"], found["end"], strict=True)) == expected


def test_fingerprints_outlive_inserted_and_moved_paragraphs() -> None:
    paragraphs = samples()[0].text.split("\n\n")
    moved = [paragraphs[0], "A new paragraph was put here, about the pool.", *paragraphs[1:]]
    moved = [*moved[:3], *moved[4:], moved[3]]
    before, after = (check("\n\n".join(one), RULES).findings for one in (paragraphs, moved))
    rules = {"own-words", "quoted-words"}
    kept = set(before["fingerprint"][before["check"].isin(rules)])
    assert len(kept) > 1
    assert kept <= set(after["fingerprint"])


def test_the_same_networks_without_the_queue_find_the_same() -> None:
    queued = check_in_queue(LOADED, RULES)
    alone = check(LOADED, RULES, model=classifier(), tagger=voices())
    pd.testing.assert_frame_equal(queued.findings, alone.findings)
    assert queued.notices == alone.notices == ()


def test_who_waits_can_go_away() -> None:
    class Gone(Exception):
        pass

    def leave(_: int) -> None:
        raise Gone

    # Either it was answered before anybody had to wait, or the wait is over.
    with suppress(Gone):
        check_in_queue(LOADED + " Nobody has read this one before.", NO_RULES, waiting=leave)
    assert check_in_queue(LOADED, NO_RULES).text == LOADED

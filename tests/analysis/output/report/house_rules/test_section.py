"""House rules in the report: marks in the text, the section, and nothing that a rule could do."""

import re

import pytest

from analysis.output.report.house_rules.rows import MOST_RULES, MOST_SENTENCES, rule_table
from analysis.output.report.html import to_html
from tests.analysis.output.report.parsed import Parsed
from tests.hand_made_findings import HOSTILE, found, hostile_check, house_check_of

TEXT = "The regime fell. The regime lied. The regime left."


@pytest.fixture
def fallen(result_of):
    return result_of(["The regime fell.", "The regime lied.", "The regime left."])


def regime_check(result):
    more = {"check": "regime", "severity": "error", "message": "Name the government."}
    more |= {"plainer": ["government"], "reason": "It judges.", "link": "https://example.org/s#r"}
    rows = [found(result.text, "regime", number, number, **more) for number in range(3)]
    rows.append(found(result.text, "left", 2, check="left", severity="note", voice="quoted"))
    return house_check_of(rows, drafts=2)


def test_what_was_found_is_marked_with_its_severity(fallen) -> None:
    parsed = Parsed(to_html(fallen, house=regime_check(fallen)))
    classes = [one.get("class") or "" for one in parsed.all_of("span")]
    assert classes.count("house house-error first") == 3
    assert classes.count("house house-note first") == 1
    assert parsed.text["article-text"] == fallen.text


def test_the_section_says_rule_words_sentences_and_reason(fallen) -> None:
    parsed = Parsed(to_html(fallen, house=regime_check(fallen)))
    said = " ".join(parsed.all_text.split("House rules: 3 errors and 1 note")[1].split())
    assert "Name the government.regime error “regime”, own voice: 1, 2, 3 government" in said
    assert "It judges.In the style guide" in said
    assert "“left”, quoted: 3 none not given" in said
    assert "Checked with style.csv: 3 live rules and 2 drafts. Drafts are only tried" in said
    links = [one["href"] for one in parsed.all_of("a")]
    assert "https://example.org/s#r" in links
    assert {"#s1", "#s2", "#s3"} <= set(links)


def test_a_screen_reader_hears_what_was_found_in_a_sentence(fallen) -> None:
    parsed = Parsed(to_html(fallen, house=regime_check(fallen)))
    words = [one["data-words"] or "" for one in parsed.all_of("span") if "data-words" in one]
    assert words[0].endswith(" House rules: error on “regime”.")
    assert words[2].endswith(" House rules: error on “regime”, note on “left”.")


def test_without_rules_the_report_is_as_before(fallen) -> None:
    html = to_html(fallen)
    assert "house" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL).casefold()
    assert "--rule:" not in html


def test_nothing_found_is_said(fallen) -> None:
    parsed = Parsed(to_html(fallen, house=house_check_of([], notices=("One was cut off.",))))
    said = parsed.all_text
    assert "No rule found anything in this article." in said
    assert "One was cut off." in said


def test_a_rule_is_text_and_cannot_do_anything(result_of) -> None:
    result = result_of(["The vile regime fell."])
    html = to_html(result, house=hostile_check(result, "regime"))
    parsed = Parsed(html)
    assert not parsed.all_of("img")
    assert not [one for one in parsed.all_of("a") if "javascript" in (one["href"] or "")]
    assert "\u202e" not in html
    assert HOSTILE.split("\u202e")[0].strip() in parsed.all_text
    assert len(html) < 100_000


def test_what_is_too_much_for_paper_is_counted() -> None:
    rows = [found(TEXT, "regime", number, check="often") for number in range(MOST_SENTENCES + 5)]
    rows += [found(TEXT, "fell", 0, check=f"rule-{n}") for n in range(MOST_RULES + 1)]
    table = rule_table(house_check_of(rows))
    assert len(table.rows) == MOST_RULES
    assert table.more == "and 2 more rules that found less"
    (often,) = table.rows[0].found
    assert (len(often.sentences), often.more) == (MOST_SENTENCES, 5)

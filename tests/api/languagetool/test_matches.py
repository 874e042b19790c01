"""Matches from findings, for any text and markup, without a network."""

import json
import re
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import frame
from analysis.rules.frames import FINDINGS, Checked
from analysis.text.segmentation.sentences import segment
from api.languagetool.asking import Chosen, Wanted, wanted
from api.languagetool.matches import (
    ELLIPSIS,
    in_case_of,
    matches,
    rule_id,
    sentence_ranges,
)
from api.languagetool.utf16 import readable

PIECE = st.lists(st.sampled_from([*"ab .\n😀\ud83d\ude00é", "regime", " regime "])).map("".join)
ANNOTATION = st.lists(
    st.fixed_dictionaries({"text": PIECE})
    | st.fixed_dictionaries({"markup": PIECE}, optional={"interpretAs": PIECE})
)


def asked(annotation: list[dict[str, str]], **sent: str) -> Wanted:
    return wanted({"data": json.dumps({"annotation": annotation}), "language": "en", **sent})


def row(text: str, start: int, end: int, **other: object) -> dict[str, object]:
    values: dict[str, object] = dict.fromkeys(FINDINGS, "")
    values |= {"finding": 0, "sentence": 0, "start": start, "end": end, "text": text[start:end]}
    values |= {"check": "regime", "kind": "rule", "severity": "error", "message": "Name it."}
    values |= {"plainer": ["government"], "revision": 1, "probability": nan}
    return values | other


def checked(text: str, *rows: dict[str, object]) -> Checked:
    columns = {name: [one[name] for one in rows] for name in FINDINGS}
    return Checked(frame(columns, FINDINGS), text)


def found_in(text: str) -> Checked:
    """Return a finding for each “regime” in the text."""
    return checked(text, *(row(text, *found.span()) for found in re.finditer("regime", text)))


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


@given(ANNOTATION)
def test_matches_are_where_the_words_stand_in_text_and_markup(
    annotation: list[dict[str, str]],
) -> None:
    request = asked(annotation)
    joined = utf16("".join(piece.get("text", piece.get("markup", "")) for piece in annotation))
    text = readable(request.source.prose)
    sentences = segment(text)
    markup = bytearray()
    for piece in annotation:
        length = len(utf16(piece.get("text", piece.get("markup", "")))) // 2
        markup += (b"\0" if "text" in piece else b"\1") * length
    assert len(markup) * 2 == len(joined)

    for match in matches(request, found_in(text), sentences):
        start, end = match["offset"], match["offset"] + match["length"]
        assert 0 <= start < end <= len(markup)
        inside = bytes(markup[start:end])
        assert 0 in inside
        there = joined[2 * start : 2 * end].decode("utf-16-le", "replace")
        if 1 not in inside:
            assert there == "regime"
            assert match["replacements"] == [{"value": "government"}]
        else:
            assert match["replacements"] == []
        context = match["context"]
        shown = utf16(context["text"])[2 * context["offset"] :][: 2 * context["length"]]
        same = shown.decode("utf-16-le", "replace"), there
        assert same[0] == "".join(" " if c.isspace() else c for c in same[1])

    ranges = sentence_ranges(request, sentences)
    assert len(ranges) == len(sentences)
    before = 0
    for start, end in ranges:
        assert before <= start <= end <= len(markup)
        before = end


def test_only_text_is_found_whole_however_it_is_cut() -> None:
    text = "The 😀 regime and its regime."
    for cut in range(len(text)):
        request = asked([{"text": text[:cut]}, {"text": text[cut:]}])
        found = matches(request, found_in(request.source.prose), [])
        assert [match["offset"] for match in found] == [7, 22]


def test_context_is_cut_and_says_so() -> None:
    text = "a" * 100 + " regime " + "b" * 100
    [match] = matches(asked([{"text": text}]), found_in(text), segment(text))
    shown = match["context"]["text"]
    assert shown.startswith(f"{ELLIPSIS}a")
    assert shown.endswith(f"b{ELLIPSIS}")
    assert shown[match["context"]["offset"] :][: match["context"]["length"]] == "regime"
    assert match["sentence"] == text


def test_a_house_rule_s_message_stands_instead_of_the_model_s_at_the_same_words() -> None:
    text = "The regime fell."
    model = row(text, 4, 10, check="slant.loaded-words", kind="loaded", severity="note")
    wider = row(text, 0, 10, check="slant.loaded-words", kind="loaded", severity="note")
    both = checked(text, wider, row(text, 4, 10), model)
    ids = [match["rule"]["id"] for match in matches(asked([{"text": text}]), both, [])]
    assert ids == ["SLANT_LOADED_WORDS", "HOUSE_REGIME"]
    without = asked([{"text": text}], disabledRules="HOUSE_REGIME")
    ids = [match["rule"]["id"] for match in matches(without, both, [])]
    assert ids == ["SLANT_LOADED_WORDS", "SLANT_LOADED_WORDS"]


@pytest.mark.parametrize(
    ("severity", "type_name", "issue"),
    [
        ("note", "Hint", "style"),
        ("warning", "Other", "terminology"),
        ("error", "Other", "terminology"),
    ],
)
def test_severities_are_types_that_clients_draw(severity: str, type_name: str, issue: str) -> None:
    text = "The regime fell."
    one = checked(text, row(text, 4, 10, severity=severity))
    [match] = matches(asked([{"text": text}]), one, [])
    assert (match["type"]["typeName"], match["rule"]["issueType"]) == (type_name, issue)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "//desk.example", "file:///etc", ""])
def test_only_an_address_of_the_web_becomes_a_link(link: str) -> None:
    text = "The regime fell."
    [match] = matches(asked([{"text": text}]), checked(text, row(text, 4, 10, link=link)), [])
    assert "urls" not in match["rule"]


def test_wordings_are_given_once_and_at_most_ten() -> None:
    text = "The Regime fell."
    plainer = ["government", "Government", "regime", *(f"state {n}" for n in range(20))]
    [match] = matches(asked([{"text": text}]), checked(text, row(text, 4, 10, plainer=plainer)), [])
    values = [replacement["value"] for replacement in match["replacements"]]
    assert values == ["Government", *(f"State {n}" for n in range(9))]


@pytest.mark.parametrize(
    ("found", "plainer", "expected"),
    [
        ("regime", "government", "government"),
        ("Regime", "government", "Government"),
        ("REGIME", "government", "GOVERNMENT"),
        ("“Regime", "government", "Government"),
        ("So-called regime", "the government", "The government"),
        ("regime", "NATO", "NATO"),
        ("Regime", "iPhone", "IPhone"),
        ("A", "the", "The"),
        ("5", "five", "five"),
        ("Regime", "", ""),
        ("Éclat", "éloge", "Éloge"),
    ],
)
def test_wordings_take_the_case_of_what_they_replace(
    found: str, plainer: str, expected: str
) -> None:
    assert in_case_of(found, plainer) == expected


def test_ids_of_rules_are_those_that_clients_can_disable() -> None:
    for check in ("regime", "us.regime_2-b", "slant.loaded-words", "slant.doubting-verbs"):
        identifier = rule_id(check)
        assert re.fullmatch(r"[A-Z0-9._-]+", identifier)
        chosen = Chosen(without_rules=frozenset({identifier}))
        assert not chosen.wants(identifier, "HOUSE")
        assert chosen.wants("HOUSE_OTHER", "HOUSE")

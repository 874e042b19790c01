"""The payload of an article: the pieces put end to end are the text, whatever the offsets."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.output.blocks import (
    CUE,
    QUOTE,
    QUOTE_CLOSES,
    QUOTE_OPENS,
    SEVERITY_FLAGS,
    STATEMENT,
    WORD,
    RunSplitter,
)
from analysis.output.rules.house_check import HouseCheck
from analysis.rules.rule import SEVERITIES
from dashboard.charts import palette
from dashboard.components.article_text.payload import article_payload, encoded_article
from tests.hand_made_findings import found, house_check_of

STATEMENT_COLUMNS = ["statement", "start", "end", "speaker", "form", "cue", "cue_start", "cue_end"]
SPAN_COLUMNS = ["sentence", "start", "end", "text", "probability", "alternative"]


def analysed(
    text: str,
    sentences: list[tuple[int, int, int]],
    spans: list[tuple[int, int, int]] = (),  # type: ignore[assignment]
    quotations: list[tuple[int, int, bool]] = (),  # type: ignore[assignment]
    alternative: object = "",
    statements: list[tuple[int, int, str, int, int]] = (),  # type: ignore[assignment]
) -> SimpleNamespace:
    """Frames for sentences (start, end, paragraph), spans (sentence, start, end), quotations and
    statements (start, end, speaker, start and end of the cue)."""
    rows = [
        {
            "sentence": i,
            "paragraph": paragraph,
            "start": start,
            "end": end,
            "text": text[start:end],
            "voice": "outlet",
            "speaker": "",
            "statement": None,
            "tone_label": "negative",
            "tone": -0.456,
            "loaded_probability": 0.8349,
            "loaded": "loaded",
        }
        for i, (start, end, paragraph) in enumerate(sentences)
    ]
    columns = ["sentence", "paragraph", "start", "end", "loaded", "statement"]
    return SimpleNamespace(
        text=text,
        sentences=pd.DataFrame(rows) if rows else pd.DataFrame(columns=columns),
        spans=pd.DataFrame(
            [(i, a, b, text[a:b], 0.9, alternative) for i, a, b in spans],
            columns=SPAN_COLUMNS,
        ),
        quotations=pd.DataFrame(
            [(a, b, text[a:b], closed) for a, b, closed in quotations],
            columns=["start", "end", "text", "closed"],
        ),
        statements=pd.DataFrame(
            [
                (i, a, b, speaker, "direct", text[c:d], c, d)
                for i, (a, b, speaker, c, d) in enumerate(statements)
            ],
            columns=STATEMENT_COLUMNS,
        ).astype({"cue_start": "Int64", "cue_end": "Int64"}),
    )


def put_together(payload: dict[str, Any]) -> str:
    blocks = "".join(
        block["gap"] + "".join(run[0] for piece in block["pieces"] for run in piece["runs"])
        for block in payload["blocks"]
    )
    return blocks + str(payload["tail"])


def sentences_of(payload: dict[str, Any]) -> list[dict[str, Any]]:
    return [p for block in payload["blocks"] for p in block["pieces"] if "band" in p]


@st.composite
def articles(draw: st.DrawFn) -> SimpleNamespace:
    """Any text with sentences in order, and spans and quotations anywhere."""
    alphabet = st.one_of(
        # No half characters: analyze refuses a text that holds one.
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(list(" \n\r\t\u2028\ufeff“”\"'’\u0301\u200d👩🇵🇹\u200f")),
    )
    text = draw(st.text(alphabet, max_size=60))
    offset = st.integers(0, len(text))
    borders = sorted(draw(st.lists(offset, max_size=12)))
    pairs = list(zip(borders[::2], borders[1::2], strict=False))
    steps = draw(st.lists(st.integers(0, 1), min_size=len(pairs), max_size=len(pairs)))
    sentences = [(a, b, sum(steps[: i + 1])) for i, (a, b) in enumerate(pairs)]
    interval = st.tuples(offset, offset).map(lambda pair: (min(pair), max(pair)))
    spans = [
        (draw(st.integers(0, max(0, len(pairs) - 1))), *pair)
        for pair in draw(st.lists(interval, max_size=5))
    ]
    quotations = [(*pair, draw(st.booleans())) for pair in draw(st.lists(interval, max_size=5))]
    speakers = st.sampled_from(["", "Ann Hale", "he"])
    statements = [
        (*pair, draw(speakers), *draw(interval)) for pair in draw(st.lists(interval, max_size=4))
    ]
    return analysed(text, sentences, spans, quotations, statements=statements)


@st.composite
def checks(draw: st.DrawFn, result: SimpleNamespace) -> HouseCheck:
    """What house rules found anywhere in the text, over other marks and sentences’ borders."""
    offset = st.integers(0, len(result.text))
    rows = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(offset), draw(offset)))
        severity = draw(st.sampled_from(SEVERITIES))
        row = found(result.text, "", start=start, end=end, severity=severity)
        rows.append(row | {"text": result.text[start:end]})
    return house_check_of(rows)


@given(articles(), st.data())
def test_pieces_put_end_to_end_are_the_text(result: SimpleNamespace, data: st.DataObject) -> None:
    payload = article_payload(result)
    assert put_together(payload) == result.text
    assert put_together(article_payload(result, house=data.draw(checks(result)))) == result.text
    # The way to the browser is JSON; invisible marks and the like must survive it.
    assert put_together(json.loads(encoded_article(result).encoded)) == result.text


@given(articles())
def test_sentences_come_out_whole_and_flags_are_those_of_each_character(
    result: SimpleNamespace,
) -> None:
    payload = article_payload(result)
    shown = ["".join(run[0] for run in piece["runs"]) for piece in sentences_of(payload)]
    assert shown == [result.text[a:b] for a, b in _offsets(result.sentences)]

    splitter = RunSplitter.of(result.text, result.spans, result.quotations, result.statements)
    position = 0
    for text, flags in splitter.runs(0, len(result.text)):
        for at in range(position, position + len(text)):
            assert bool(flags & WORD) == any(a <= at < b for a, b in _offsets(result.spans))
            assert bool(flags & QUOTE) == any(a <= at < b for a, b in _offsets(result.quotations))
            said = _offsets(result.statements)
            assert bool(flags & STATEMENT) == any(a <= at < b for a, b in said)
            cues = _offsets(result.statements, "cue_start", "cue_end")
            assert bool(flags & CUE) == any(a <= at < b for a, b in cues)
        position += len(text)
    assert position == len(result.text)


@given(articles())
def test_a_name_beside_the_text_is_where_a_statement_is(result: SimpleNamespace) -> None:
    for block in article_payload(result)["blocks"]:
        places = [(piece, run) for piece, run, _, _ in block["names"]]
        assert places == sorted(set(places))
        for piece, run, name, _ in block["names"]:
            assert block["pieces"][piece]["runs"][run][1] & STATEMENT
            assert name in ("speaker unclear", "Ann Hale", "“he” (unclear who)")


def test_a_sentence_says_whose_words_it_is_and_what_the_verb_implies() -> None:
    text = "Hale admitted that it was late."
    result = analysed(text, [(0, 31, 0)], statements=[(14, 30, "Ann Hale", 5, 13)])
    result.sentences["voice"], result.sentences["speaker"] = "reported", "Ann Hale"
    result.sentences["statement"] = 0
    (block,) = article_payload(result)["blocks"]
    assert block["names"] == [(0, 3, "Ann Hale", "direct")]
    (sentence,) = block["pieces"]
    assert [run[0] for run in sentence["runs"]] == [
        "Hale ",
        "admitted",
        " ",
        "that it was late",
        ".",
    ]
    assert sentence["whose"] == "reported: Ann Hale"
    assert sentence["notes"][0] == "Scored as Ann Hale’s statement, by itself"
    assert sentence["notes"][1].startswith("“admitted”: ")


@given(articles())
def test_nothing_but_white_space_is_hidden(result: SimpleNamespace) -> None:
    payload = article_payload(result)
    hidden = "".join(block["gap"] for block in payload["blocks"]) + payload["tail"]
    assert not hidden.strip()


def test_a_quotation_over_two_sentences_opens_in_one_and_closes_in_the_other() -> None:
    text = "“One. Two.”"
    result = analysed(text, [(0, 5, 0), (6, 11, 0)], quotations=[(0, 11, True)])
    (block,) = article_payload(result)["blocks"]
    assert [piece["runs"] for piece in block["pieces"]] == [
        [("“One.", QUOTE + QUOTE_OPENS)],
        [(" ", QUOTE)],
        [("Two.”", QUOTE + QUOTE_CLOSES)],
    ]


def test_paragraphs_keep_their_distance_and_indent() -> None:
    text = "Head\nBy one\n\n\tFirst. Second.\n* * *\nLast.\n"
    result = analysed(text, [(0, 4, 0), (5, 11, 1), (14, 20, 2), (21, 28, 2), (35, 40, 3)])
    blocks = article_payload(result)["blocks"]
    shown = [
        (b["gap"], b["tight"], "".join(r[0] for p in b["pieces"] for r in p["runs"]))
        for b in blocks
    ]
    assert shown == [
        ("", False, "Head"),
        ("\n", True, "By one"),
        ("\n\n", False, "\tFirst. Second."),
        ("\n", True, "* * *"),
        ("\n", True, "Last."),
    ]
    assert article_payload(result)["tail"] == "\n"


def test_sentence_fields_are_rounded_and_a_missing_alternative_is_empty() -> None:
    text = "A vile, vile lie."
    spans = [(0, 2, 6), (0, 8, 12)]
    result = analysed(text, [(0, 17, 0)], spans, alternative=float("nan"))
    (sentence,) = sentences_of(article_payload(result))
    assert sentence["probability"] == 0.83
    assert sentence["tone"] == -0.46
    assert sentence["words"] == [{"text": "vile", "alternative": ""}]


def test_the_digest_changes_with_text_and_marks() -> None:
    plain = encoded_article(analysed("One two.", [(0, 8, 0)]))
    again = encoded_article(analysed("One two.", [(0, 8, 0)]))
    marked = encoded_article(analysed("One two.", [(0, 8, 0)], [(0, 4, 7)]))
    other = encoded_article(analysed("One too.", [(0, 8, 0)]))
    assert plain == again
    assert len({plain.digest, marked.digest, other.digest}) == 3
    assert plain.sentences == 1


@given(articles(), st.data())
def test_every_character_that_a_rule_found_is_flagged_with_its_severity(
    result: SimpleNamespace, data: st.DataObject
) -> None:
    places = data.draw(checks(result)).found
    splitter = RunSplitter(result.text, _offsets(result.spans), [], found=places)
    position = 0
    for text, flags in splitter.runs(0, len(result.text)):
        for at in range(position, position + len(text)):
            for severity, flag in SEVERITY_FLAGS.items():
                there = any(a <= at < b and one == severity for a, b, one in places)
                assert bool(flags & flag) == there
        position += len(text)


@pytest.mark.parametrize("sentences", [[(0, 5, 0), (4, 8, 0)], [(0, 9, 0)]])
def test_offsets_that_cannot_be_are_refused(sentences: list[tuple[int, int, int]]) -> None:
    with pytest.raises(ValueError, match="offsets"):
        article_payload(analysed("One two.", sentences))


def test_text_and_charts_use_the_same_colours() -> None:
    style = Path(palette.__file__).parents[1] / "components" / "article_text" / "article.css"
    light, dark = re.findall(r"--loaded: .*?--positive: [^;]*;", style.read_text(), re.DOTALL)
    for rules, theme in ((light, palette.LIGHT), (dark, palette.DARK)):
        names = {**theme.bands, **theme.sentiments}
        for name in ("loaded", "uncertain", "negative", "positive"):
            assert f"--{name}: {names[name]};" in rules


def _offsets(frame: pd.DataFrame, start: str = "start", end: str = "end") -> list[tuple[int, int]]:
    return list(zip(frame[start].tolist(), frame[end].tolist(), strict=True))

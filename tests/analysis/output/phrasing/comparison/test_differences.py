"""The sentence of each kind of finding, against sentences written by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.output.phrasing.comparison import differences as said

TEXT = "Some 70 people came; 1,200 left. A 70\nper cent rise."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is a lie,”", "“It is a lie”"),
        ("'rotten'", "“rotten”"),
        ("two\r\nlines", "“two lines”"),
        ("turned \u202earound", "“turned around”"),
        ("a" * 200, "“" + "a" * 159 + "…”"),
        ("word " * 50, "“" + ("word " * 31).strip() + "…”"),
        ("", "“”"),
    ],
)
def test_words_of_an_article_in_marks(text: str, expected: str) -> None:
    assert said.quoted(text) == expected


@given(st.text(max_size=400), st.integers(5, 160))
def test_quoted_words_are_one_short_line(text: str, longest: int) -> None:
    shown = said.quoted(text, longest)
    assert len(shown) <= longest + 2
    assert "\n" not in shown
    assert "\r" not in shown


@pytest.mark.parametrize(
    ("number", "thing", "expected"),
    [
        ("70", "people", "“70 people”"),
        ("70", "PEOPLE", "“70 people”"),
        ("70", "guests", "“70”"),
        ("70", "", "“70”"),
        ("1,200", "people", "“1,200”"),
        ("rise", "people", "“rise”"),
    ],
)
def test_a_number_with_what_it_counts(number: str, thing: str, expected: str) -> None:
    start = TEXT.index(number)
    assert said.counted_number(TEXT, start, start + len(number), thing) == expected


def test_a_word_that_only_begins_with_what_is_counted_is_not_cut() -> None:
    assert said.counted_number("70 peoples", 0, 2, "people") == "“70”"


@pytest.mark.parametrize(
    ("numbers", "thing", "expected"),
    [
        (["“70 people”", "“200 people”"], "people", "A: “70 people”; C: “200 people”."),
        (["“70 people”", "“200”"], "people", "A: “70 people”; C: “200”."),
        (["“70”", "“200”"], "people", "Of “people”: A: “70”; C: “200”."),
        (["“70”", "“200”"], "", "A: “70”; C: “200”."),
    ],
)
def test_numbers(numbers: list[str], thing: str, expected: str) -> None:
    assert said.number_finding((0, 2), numbers, thing) == expected


@pytest.mark.parametrize(
    ("speaker", "cue", "expected"),
    [
        ("Dilys Aruna", "said that", "A attributes it to Dilys Aruna (“said that”)"),
        ("Dilys Aruna", "", "A attributes it to Dilys Aruna"),
        ("", "said", "A attributes it to somebody (“said”)"),
        ("she", "said", "A attributes it to “she” (unclear who) (“said”)"),
    ],
)
def test_attributions(speaker: str, cue: str, expected: str) -> None:
    row = {"said_in": 0, "said_text": "The roof was unsafe.", "speaker": speaker, "cue": cue}
    begins = f"“The roof was unsafe.”: {expected};"
    assert said.attribution_finding(row, [1]) == f"{begins} B says it in its own voice."
    assert said.attribution_finding(row, [1, 2]) == f"{begins} B and C say it in their own voices."


def side(cue: str, manner: str = "", article: int = 0, **columns: Any) -> dict[str, Any]:
    return {"article": article, "text": "“it will hold”", "cue": cue, "manner": manner} | columns


SAID, ADMITTED = side("said", "neutral"), side("admitted", "conceding", 1)


@pytest.mark.parametrize(
    ("speaker", "sides", "expected"),
    [
        (
            "Aruna",
            [SAID, ADMITTED],
            "Aruna “said” it in A and “admitted” it (gives way) in B: “it will hold”.",
        ),
        (
            "Aruna",
            [side("according to"), ADMITTED | {"article": 4}],
            "Aruna: “according to” in A, “admitted” (gives way) in E: “it will hold”.",
        ),
        (
            "Aruna",
            [SAID, side("", article=1)],
            "Aruna: “said” in A, without a verb in B: “it will hold”.",
        ),
        (
            "",
            [SAID, ADMITTED],
            "Somebody “said” it in A and “admitted” it (gives way) in B: “it will hold”.",
        ),
        (
            "officials",
            [SAID, ADMITTED, side("claimed", "doubting", 2)],
            "Officials “said” it in A, “admitted” it (gives way) in B and “claimed” it (sounds "
            "doubtful) in C: “it will hold”.",
        ),
    ],
)
def test_verbs_of_saying(speaker: str, sides: list[dict[str, Any]], expected: str) -> None:
    assert said.saying_finding(speaker, sides) == expected


@pytest.mark.parametrize(
    ("one", "others", "expected"),
    [
        ((1, ["and soon"]), [(0, [])], "B gives more of {} than A: “and soon”."),
        (
            (0, ["now", "and soon"]),
            [(1, []), (2, [])],
            "A gives more of {} than B and C: “now … and soon”.",
        ),
        (
            (0, ["soon"]),
            [(1, ["late"])],
            "A and B cut {} differently: “soon” is given in A, “late” in B.",
        ),
    ],
)
def test_cut_quotations(one: Any, others: Any, expected: str) -> None:
    first, *rest = ({"article": place, "words": words} for place, words in (one, *others))
    assert said.cut_finding("Aruna", first, rest) == expected.format("Aruna’s words")
    assert said.cut_finding("", first, rest) == expected.format("a quotation")


def naming(wording: str, count: int = 1, loaded: bool = False, kind: str = "group") -> Any:
    return {"wording": wording, "count": count, "loaded": loaded, "kind": kind}


def test_namings() -> None:
    called = {0: [naming("protesters", 3)], 1: [naming("rioters", 2, True), naming("mob")]}
    assert said.naming_finding(called) == (
        "The same group. A: “protesters” (3 times); B: “rioters” (2 times, likely loaded), “mob”."
    )
    mixed = {0: [naming("the scheme", kind="thing")], 2: [naming("the grab", kind="group")]}
    assert said.naming_finding(mixed) == "The same thing. A: “the scheme”; C: “the grab”."


def test_speakers() -> None:
    speaking = [
        {"article": 1, "statements": 3, "words": 120},
        {"article": 2, "statements": 1, "words": 1},
    ]
    assert said.speaker_finding("Grace Mollison", speaking, [0, 3]) == (
        "Grace Mollison: 3 statements (120 words) in B and 1 statement (1 word) in C; no words of "
        "theirs found in A or D."
    )


def difference(measure: str, value: float, low: float, high: float, **columns: Any) -> Any:
    return {
        "measure": measure,
        "subject": "Dilys Aruna",
        "voice": "outlet",
        "difference": value,
        "low": low,
        "high": high,
        "clear": low > 0 or high < 0,
    } | columns


def sides(one: float, other: float, counts: tuple[int, int]) -> Any:
    return [
        {"article": 0, "value": one, "count": counts[0]},
        {"article": 1, "value": other, "count": counts[1]},
    ]


@pytest.mark.parametrize(
    ("row", "values", "expected"),
    [
        (
            difference("loaded_share_outlet", 0.34, 0.18, 0.5),
            sides(0.04, 0.38, (25, 21)),
            "Own-voice sentences likely loaded: A 4% of 25 sentences, B 38% of 21 sentences; "
            "difference 34 points (95%: 18 to 50).",
        ),
        (
            difference("loaded_share_outlet", 0.03, -0.09, 0.14),
            sides(0.04, 0.07, (25, 29)),
            "Own-voice sentences likely loaded: A 4% of 25 sentences, B 7% of 29 sentences; the "
            "difference may be chance (95%: −9 to 14 points).",
        ),
        (
            difference("mean_tone_outlet", -0.3, -0.5, -0.1),
            sides(0.1, -0.2, (9, 8)),
            "Mean tone of own-voice sentences: A +0.10 in 9 sentences, B −0.20 in 8 sentences; "
            "difference 0.30 (95%: 0.10 to 0.50).",
        ),
        (
            difference("tone_towards", 0.05, -0.5, 0.6, voice="speakers"),
            sides(0.0, 0.05, (3, 4)),
            "Mean tone of sentences of speakers that mention Dilys Aruna: A 0.00 in 3 sentences, B "
            "+0.05 in 4 sentences; the difference may be chance (95%: −0.50 to 0.60).",
        ),
        (
            difference("speaker_share", -0.18, -0.3, -0.05),
            sides(0.3, 0.12, (120, 42)),
            "Share of the words given to Dilys Aruna: A 30% (120 words), B 12% (42 words); "
            "difference 18 points (95%: 5 to 30).",
        ),
    ],
)
def test_differences(row: Any, values: Any, expected: str) -> None:
    values = [side | {"measure": row["measure"]} for side in values]
    assert said.difference_finding(values, [row]) == expected


def test_equal_values_have_no_difference() -> None:
    values = [side | {"measure": "mean_tone_outlet"} for side in sides(-0.08, -0.08, (11, 11))]
    assert said.difference_finding(values, [difference("mean_tone_outlet", 0.0, -0.3, 0.3)]) == (
        "Mean tone of own-voice sentences: A −0.08 in 11 sentences, B −0.08 in 11 sentences; no "
        "difference."
    )


def test_differences_of_three_articles_name_their_two() -> None:
    values = [
        {"measure": "loaded_share_outlet", "article": place, "value": value, "count": count}
        for place, value, count in ((0, 0.0, 15), (1, 0.21, 19), (2, 0.5, 26))
    ]
    rows = [
        difference("loaded_share_outlet", 0.21, -0.03, 0.43, article_a=0, article_b=1),
        difference("loaded_share_outlet", 0.5, 0.2, 0.7, article_a=0, article_b=2),
        difference("loaded_share_outlet", 0.29, 0.002, 0.5, article_a=1, article_b=2),
    ]
    begins = (
        "Own-voice sentences likely loaded: A 0% of 15 sentences, B 21% of 19 sentences, C 50% of "
        "26 sentences; "
    )
    clear = "difference of A and C 50 points (95%: 20 to 70)"
    assert said.difference_finding(values, rows) == (
        f"{begins}{clear}; difference of B and C 29 points (95%: 0.2 to 50); the other difference "
        "may be chance (95%: A and B −3 to 43 points)."
    )
    assert said.difference_finding(values, [rows[0], rows[0] | {"article_b": 2}]) == (
        f"{begins}the differences may be chance (95%: A and B −3 to 43, A and C −3 to 43 points)."
    )

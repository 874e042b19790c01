"""The findings of a comparison made by hand: what is said, and of which passages."""

from dataclasses import replace

import pytest

from analysis.comparison.frames import Comparison
from analysis.output.comparison.findings import KINDS, Finding, findings
from tests.hand_made_comparison import TEXTS, article, comparison_of, hand_made

TWO, THREE = hand_made(2), hand_made(3)


def passages(comparison: Comparison, finding: Finding) -> list[tuple[int, int, str]]:
    """Article, sentence and text of a finding's places."""
    return [
        (one.article, one.sentence, comparison.articles[one.article].text[one.start : one.end])
        for one in finding.places
    ]


def test_every_kind_is_there_in_its_order() -> None:
    assert tuple(findings(TWO)) == KINDS
    assert all(finding.kind == kind for kind, some in findings(THREE).items() for finding in some)
    assert all(findings(TWO).values())


def test_a_comparison_without_rows_has_no_findings() -> None:
    nothing = findings(comparison_of([article(0), article(1)]))
    assert nothing == {kind: [] for kind in KINDS}


def test_every_place_lies_in_its_sentence() -> None:
    for comparison in (TWO, THREE):
        for some in findings(comparison).values():
            for place in (place for finding in some for place in finding.places):
                row = comparison.articles[place.article].sentences.iloc[place.sentence]
                assert row["start"] <= place.start < place.end <= row["end"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("numbers", [(0, 2, "70"), (1, 2, "200")]),
        ("attributions", [(0, 5, "the money was gone"), (1, 4, "The money was gone.")]),
        ("sayings", [(0, 3, "said"), (1, 3, "claimed")]),
        ("namings", [(0, 6, "Protesters"), (1, 2, "mob")]),
        ("loaded", [(1, 2, TEXTS[1][2]), (1, 6, TEXTS[1][6])]),
        ("room", [(0, 3, TEXTS[0][3]), (1, 3, TEXTS[1][3])]),
    ],
)
def test_the_passages_of_a_finding(kind: str, expected: list[tuple[int, int, str]]) -> None:
    first, *_ = findings(TWO)[kind]
    assert passages(TWO, first) == expected


def test_a_quotation_s_place_is_all_of_it() -> None:
    (cut,) = findings(TWO)["cuts"]
    assert [text for _, _, text in passages(TWO, cut)] == [
        "“The boards are rotten and nobody would pay for them,”",
        "“The boards are rotten,”",
    ]


def test_the_places_of_an_attribution_are_in_the_articles_order() -> None:
    said = findings(THREE)["attributions"]
    assert [[place.article for place in one.places] for one in said] == [[0, 1], [1, 2]]


def test_numbers_of_three_articles_that_hang_together_are_one_finding() -> None:
    rows = THREE.numbers.to_dict("records")
    bridge = THREE.pairs.index[
        (THREE.pairs["article_a"] == 1)
        & (THREE.pairs["article_b"] == 2)
        & (THREE.pairs["sentence_a"] == 1).fillna(False)
    ]
    year = THREE.articles[2].text.index("1911")
    moved = {f"{name}_a": rows[0][f"{name}_b"] for name in ("start", "end", "number", "value")}
    other = {"start_b": year, "end_b": year + 4, "number_b": "1911", "value_b": 1911.0}
    rows.append(rows[0] | moved | other | {"pair": int(bridge[0])})
    (one,) = findings(comparison_of(THREE.articles, pairs=THREE.pairs, numbers=rows))["numbers"]
    assert one.text == "A: “70 people”; B: “200 people”; C: “1911”."
    assert [text for _, _, text in passages(THREE, one)] == ["70", "200", "1911"]


def test_statements_that_three_articles_give_are_one_finding() -> None:
    row = THREE.sayings.to_dict("records")[1]
    again = row | {
        **{name: row[f"{name[:-1]}b"] for name in row if name.endswith("_a")},
        "article_b": 1,
        "statement_b": 0,
        "sentence_b": 3,
        "cue_b": "claimed",
        "manner_b": "doubting",
    }
    (one,) = findings(comparison_of(THREE.articles, sayings=[row, again]))["sayings"]
    assert one.text == (
        "Council “admitted” it (gives way) in A, “claimed” it (sounds doubtful) in B and “said” it "
        "in C: “the money was gone”."
    )


def test_one_statement_that_two_articles_assert_is_one_finding() -> None:
    row = THREE.attributions.to_dict("records")[0]
    rows = [row, row | {"asserted_in": 2, "asserted_sentence": 2}]
    (one,) = findings(comparison_of(THREE.articles, attributions=rows))["attributions"]
    assert one.text.endswith("B and C say it in their own voices.")
    assert [place.article for place in one.places] == [0, 1, 2]


def test_the_same_words_beyond_two_other_cuts_are_one_finding() -> None:
    row = THREE.cuts.to_dict("records")[0]
    (one,) = findings(comparison_of(THREE.articles, cuts=[row, row | {"article_b": 2}]))["cuts"]
    assert one.text == (
        "A gives more of Dilys Aruna’s words than B and C: “and nobody would pay for them”."
    )
    swapped = {
        name: row[f"{name[:-1]}{'b' if name.endswith('a') else 'a'}"]
        for name in row
        if name.endswith(("_a", "_b"))
    }
    (other,) = findings(comparison_of(THREE.articles, cuts=[row | swapped]))["cuts"]
    assert other.text.startswith("A gives more of Dilys Aruna’s words than B:")
    assert [place.article for place in other.places] == [0, 1]


def test_a_statement_without_a_verb_has_its_sentence_as_place() -> None:
    sayings = TWO.sayings.assign(cue_start_a=None, cue_end_a=None).astype(TWO.sayings.dtypes)
    (one,) = findings(replace(TWO, sayings=sayings))["sayings"]
    assert passages(TWO, one)[0] == (0, 3, TEXTS[0][3])


def test_a_verb_in_another_sentence_is_not_the_place() -> None:
    sayings = TWO.sayings.assign(sentence_a=4)
    (one,) = findings(replace(TWO, sayings=sayings))["sayings"]
    assert passages(TWO, one)[0] == (0, 4, TEXTS[0][4])
    assert passages(TWO, one)[1] == (1, 3, "claimed")


def test_verbs_that_imply_the_same_are_no_finding() -> None:
    alike = TWO.sayings.assign(differs=False)
    assert findings(replace(TWO, sayings=alike))["sayings"] == []


def test_who_speaks_in_all_is_no_finding() -> None:
    said = [finding.text for finding in findings(TWO)["speakers"]]
    assert len(said) == 3
    assert not any("Dilys Aruna" in text for text in said)
    assert any("Dilys Aruna" in finding.text for finding in findings(THREE)["speakers"])


def test_those_with_most_words_come_first() -> None:
    said = [finding.text.split(":")[0] for finding in findings(THREE)["speakers"]]
    assert said == ["Dilys Aruna", "Council", "Harbour office", "Grace Mollison"]


def test_what_may_be_chance_is_not_clear() -> None:
    tones = findings(TWO)["tone"]
    assert [finding.clear for finding in tones] == [False, True]
    assert ["may be chance" in finding.text for finding in tones] == [True, False]


def test_clear_differences_come_before_others_and_large_before_small() -> None:
    rows = TWO.differences[TWO.differences["measure"] == "tone_towards"]
    names = ["Ann Hale", "Bo Quist", "Cy Voss"]
    differences = rows.loc[rows.index.repeat(3)].assign(
        subject=names, difference=[0.9, 0.2, -0.4], clear=[False, True, True]
    )
    measured = TWO.measures[
        (TWO.measures["measure"] == "tone_towards") & (TWO.measures["voice"] == "outlet")
    ]
    measures = measured.loc[measured.index.repeat(3)].assign(subject=names * 2)
    found = findings(replace(TWO, differences=differences, measures=measures))["tone"]
    order = [next(name for name in names if name in finding.text) for finding in found]
    assert order == ["Cy Voss", "Bo Quist", "Ann Hale"]


def test_a_speaker_who_is_silent_in_one_article_is_no_finding_of_room() -> None:
    whole = TWO.measures["measure"] == "speaker_share"
    for value, expected in ((0.12, 1), (0.0, 0)):
        measures = TWO.measures[whole].assign(value=[0.3, value])
        assert len(findings(replace(TWO, measures=measures))["room"]) == expected


def test_what_is_measured_of_three_articles_is_one_finding() -> None:
    rows = TWO.differences[TWO.differences["measure"] == "loaded_share_outlet"]
    differences = rows.loc[rows.index.repeat(3)].assign(
        article_a=[0, 0, 1], article_b=[1, 2, 2], clear=[False, True, False]
    )
    measured = TWO.measures[TWO.measures["measure"] == "loaded_share_outlet"].iloc[:1]
    measures = measured.loc[measured.index.repeat(3)].assign(article=[0, 1, 2])
    three = replace(THREE, measures=measures, differences=differences)
    (one,) = findings(three)["loaded"]
    assert one.clear
    assert one.text.startswith("Own-voice sentences likely loaded: A 4% of 25 sentences, B 4%")
    assert one.text.count("95%") == 2


def test_tone_towards_a_name_leads_to_its_mentions_in_that_voice() -> None:
    for voice, expected in (("outlet", []), ("speakers", [(0, 3), (1, 3)])):
        towards = TWO.differences["measure"] == "tone_towards"
        differences = TWO.differences[towards].assign(voice=voice)
        measures = TWO.measures[TWO.measures["measure"] == "tone_towards"]
        measures = measures.drop_duplicates("article").assign(voice=voice)
        (one,) = findings(replace(TWO, differences=differences, measures=measures))["tone"]
        assert [(place.article, place.sentence) for place in one.places] == expected
        assert {text for _, _, text in passages(TWO, one)} <= {"Dilys Aruna"}

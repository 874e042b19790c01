"""The comparison report as a parser reads it: all is said, and nothing of an article is mark-up."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.comparison.frames import Comparison
from analysis.output.comparison.about import About
from analysis.output.comparison.findings import findings
from analysis.output.phrasing.comparison.whole import heading_of, notes, summary
from analysis.output.report.comparison.html import comparison_report
from analysis.version import VERSION
from tests.analysis.output.report.parsed import CHARACTERS, Parsed
from tests.hand_made_comparison import TEXTS, comparison_of, hand_made
from tests.hand_made_result import result_of
from tests.strange_comparison import comparison_with

CANARY = "zq9canary"
HOSTILE = '</p><script>alert(1)</script><img src=x onerror="alert(1)"> &amp; {{ 7 * 7 }} \'"'
COMPARISONS = {2: hand_made(2), 3: hand_made(3)}
KNOWN = [About("The Post", "4 May 2026"), About(invented=True, notices=("Page 3 is missing.",))]


def shown(report: Parsed) -> str:
    return " ".join(report.all_text.split())


@pytest.fixture(scope="module", params=COMPARISONS, ids=["two", "three"])
def made(request: pytest.FixtureRequest) -> tuple[Comparison, Parsed]:
    comparison = COMPARISONS[request.param]
    known = [*KNOWN, About()][: request.param]
    return comparison, Parsed(comparison_report(comparison, known, date(2026, 3, 9)))


def test_it_says_all_that_the_command_line_says(made: tuple[Comparison, Parsed]) -> None:
    comparison, parsed = made
    said = shown(parsed)
    assert summary(comparison) in said
    for kind, some in findings(comparison).items():
        assert heading_of(kind) in said
        for finding in some:
            assert finding.text in said


def test_it_names_the_articles_and_when_and_by_what_it_was_made(
    made: tuple[Comparison, Parsed],
) -> None:
    comparison, parsed = made
    head = shown(parsed).split("How to read this")[0]
    for said in (
        *(texts[0] for texts in TEXTS[: len(comparison.articles)]),
        "The Post, 4 May 2026",
        "invented for this project",
        "Page 3 is missing.",
        "9 March 2026",
        f"Slant {VERSION}, model by hand",
    ):
        assert said in head
    assert not {"bias", "biased", "ranking"} & set(shown(parsed).lower().split())


def test_the_document_is_in_order(made: tuple[Comparison, Parsed]) -> None:
    comparison, parsed = made
    levels = [int(tag[1]) for tag, _ in parsed.tags if tag in ("h1", "h2", "h3")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(cell.get("scope") in ("col", "row") for cell in parsed.all_of("th"))
    identities = [a["id"] for _, a in parsed.tags if "id" in a]
    assert len(identities) == len(set(identities))
    assert len(parsed.all_of("svg")) == len(comparison.articles)
    for figure in parsed.all_of("svg"):
        assert parsed.text[figure["aria-labelledby"] or ""]
        assert parsed.text[figure["aria-describedby"] or ""]


def test_every_link_leads_somewhere(made: tuple[Comparison, Parsed]) -> None:
    _, parsed = made
    identities = {f"#{a['id']}" for _, a in parsed.tags if "id" in a}
    links = [link["href"] for link in parsed.all_of("a")]
    assert set(links) <= identities
    assert {"#A-6", "#B-5"} <= set(links)


def test_sentences_are_numbered_from_one(made: tuple[Comparison, Parsed]) -> None:
    comparison, parsed = made
    for letter, texts in zip("ABC", TEXTS[: len(comparison.articles)], strict=False):
        assert parsed.text[f"article-{letter}"] == "\n\n".join(texts)
        for number, text in enumerate(texts, 1):
            assert parsed.text[f"{letter}-{number}"] == text


def test_partners_follow_their_sentences() -> None:
    parsed = Parsed(comparison_report(COMPARISONS[3]))
    partners = [a for a in parsed.all_of("a") if "data-partner" in a]
    by_name = {(a["href"], a["class"]) for a in partners}
    assert ("#B-7", "partner possibly") in by_name
    assert ("#C-4", "partner") in by_name
    assert all(a["data-partner"] == (a["href"] or "")[1:].replace("-", " ") for a in partners)


def test_two_stand_side_by_side_and_three_under_each_other() -> None:
    two, three = (Parsed(comparison_report(COMPARISONS[count])) for count in (2, 3))
    assert [a.get("class") for a in two.all_of("table")] == ["pairs"]
    assert [a.get("class") for a in three.all_of("table")] == ["matrix"]
    assert "Told by A and B; no match found in C" in three.all_text
    council = " ".join(three.text["fact-2"].split())
    places = [council.index(text) for text in (TEXTS[0][5], TEXTS[1][4], TEXTS[2][3])]
    assert places == sorted(places)


def test_the_matrix_says_who_tells_what() -> None:
    parsed = Parsed(comparison_report(COMPARISONS[3]))
    cells = [a for tag, a in parsed.tags if tag == "td" and "data-label" in a]
    rows = [
        [cell["class"] for cell in cells[place : place + 3]] for place in range(0, len(cells), 3)
    ]
    assert rows == [
        ["same-fact"] * 3,
        ["same-fact"] * 3,
        ["same-fact", "same-fact", "no-match-found"],
        ["same-fact", "same-fact", "no-match-found"],
        ["same-fact", "possibly", "no-match-found"],
        ["same-fact", "possibly", "no-match-found"],
    ]


def test_a_fact_is_named_by_what_surely_tells_it() -> None:
    said = Parsed(comparison_report(COMPARISONS[3])).text["matrix-rows"]
    assert TEXTS[0][0] in said  # “Fury at the pier” is shorter, and only possibly the same
    assert TEXTS[1][0] not in said


def test_what_no_match_was_found_for_stands_under_its_label() -> None:
    said = shown(Parsed(comparison_report(COMPARISONS[2])))
    section = said.split("What no match was found for")[1].split("The texts")[0]
    in_b, in_a = section.split("No match found in A")
    assert "No match found in B Residents want a new pier by spring." in in_b
    assert "Grace Mollison" in in_a
    assert "Grace Mollison" not in in_b


def test_differing_and_loaded_words_and_numbers_are_marked() -> None:
    parsed = Parsed(comparison_report(COMPARISONS[2]))
    classes = [a.get("class") for a in parsed.all_of("span")]
    for marks in ("differs", "word differs"):
        assert marks in classes
    assert classes.count("differs conflicts") == 2
    unclear = [a for a in parsed.all_of("li") if a.get("class") == "unclear"]
    assert len(unclear) == 1


def test_notes_stand_at_the_head() -> None:
    comparison = COMPARISONS[2]
    relations = comparison.relations.assign(relation="different events")
    odd = replace(comparison, relations=relations)
    (note,) = notes(odd)
    assert note in shown(Parsed(comparison_report(odd))).split("How to read this")[0]


def test_without_findings_or_facts_it_still_reads() -> None:
    results = [result_of(["A quiet day."]), result_of(["Another one."])]
    said = shown(Parsed(comparison_report(comparison_of(results))))
    assert "No difference of the kinds that are looked for was found." in said
    assert "No two sentences were found that tell the same fact." in said
    assert "Untitled article" in said


def test_a_finding_links_to_some_places_and_counts_the_others() -> None:
    texts = [f"A vile plan {number}." for number in range(20)]
    made = result_of(texts, loaded=["loaded"] * 20, loaded_probability=[0.9] * 20)
    whole = COMPARISONS[2]
    measures, differences = (
        frame[frame["measure"] == "loaded_share_outlet"]
        for frame in (whole.measures, whole.differences)
    )
    comparison = comparison_of([made, made], measures=measures, differences=differences)
    said = shown(Parsed(comparison_report(comparison)))
    assert "A 11, A 12 and 28 more" in said


def test_nothing_is_fetched_or_run(made: tuple[Comparison, Parsed]) -> None:
    comparison, parsed = made
    html = comparison_report(comparison)
    tags = {tag for tag, _ in parsed.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    names = {name for _, attributes in parsed.tags for name in attributes}
    assert not names & {"src", "srcset", "style", "action", "data", "xlink:href"}
    assert not any(name.startswith("on") for name in names)
    (policy,) = (a for a in parsed.all_of("meta") if "http-equiv" in a)
    assert (policy["content"] or "").startswith("default-src 'none'; style-src 'sha256-")
    assert "url(" not in html.split("</style>")[0]


def test_only_web_addresses_become_links() -> None:
    addresses = []
    for source in ("https://example.org/a?b=1&c=<d>", "javascript:alert(1)", "town.txt"):
        results = [result_of(["A day."], article={"source": source}) for _ in range(2)]
        parsed = Parsed(comparison_report(comparison_of(results)))
        addresses += [a["href"] for a in parsed.all_of("a") if "rel" in a]
        assert source in parsed.all_text
    assert addresses == ["https://example.org/a?b=1&c=<d>"] * 2


@pytest.mark.parametrize("articles", [2, 3])
@given(piece=st.text(CHARACTERS, max_size=40))
@example(HOSTILE)
@example('" autofocus onfocus="alert(1)')
@example("</title></style></svg><script>")
def test_no_tag_or_attribute_comes_from_the_data(articles: int, piece: str) -> None:
    def everywhere(data: str) -> Parsed:
        known = [About(outlet=data, date=data, notices=(data,))] * articles
        return Parsed(comparison_report(comparison_with(data, articles), known))

    parsed, expected = everywhere(f"{CANARY}{piece}{CANARY}"), everywhere(CANARY)
    assert parsed.tags == expected.tags
    assert CANARY not in str(parsed.tags)
    assert parsed.all_text.count(CANARY) >= 2 * 30


@given(st.text(CHARACTERS, min_size=1, max_size=60))
@example("a\r\nb\r")
@example("\n\n<!-- -->\x0c&#13;&lt")
def test_the_texts_come_back_exactly(text: str) -> None:
    parsed = Parsed(comparison_report(comparison_with(text)))
    assert parsed.text["article-A"] == parsed.text["article-B"] == f"{text}\n\n{text}"
    assert parsed.text["A-1"] == text

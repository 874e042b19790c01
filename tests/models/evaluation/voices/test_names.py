import pytest

from models.evaluation.voices.held_out import NamedText
from models.evaluation.voices.names import (
    LEAST_NAMES,
    as_headlines,
    name_counts,
    name_lines,
)
from models.inference.voices.labels import KINDS


def test_a_name_is_right_with_its_span_and_its_kind():
    gold = [(0, 5, "person"), (9, 14, "place"), (20, 30, "person")]
    found = [(0, 5, "person"), (9, 14, "organisation"), (20, 29, "person")]
    assert name_counts(found, gold, "person") == (1, 2, 2)
    assert name_counts(found, gold, "place") == (0, 0, 1)
    assert name_counts(found, gold, "organisation") == (0, 1, 0)


def test_a_name_found_twice_counts_once():
    assert name_counts([(0, 5, "group")] * 2, [(0, 5, "group")], "group") == (1, 1, 1)


def text(source: str, document: str, kinds=KINDS) -> NamedText:
    return NamedText("Ana met Bo.", source, document, ((0, 3, "person"), (8, 10, "person")), kinds)


def test_a_line_counts_all_names_of_a_set():
    texts = [text("worldwide", f"d{number % 9}") for number in range(LEAST_NAMES)]
    # In every sentence one of the two is found, and a wrong one in every second.
    found = [
        [(0, 3, "person"), *([(4, 7, "person")] if number % 2 else [])]
        for number in range(LEAST_NAMES)
    ]
    (line,) = name_lines(texts, found)
    right, claimed, real = LEAST_NAMES, LEAST_NAMES * 3 // 2, LEAST_NAMES * 2
    assert (line["task"], line["metric"]) == ("persons, newswire", "exact span F1")
    assert line["scores"]["slant"]["value"] == pytest.approx(2 * right / (claimed + real), abs=1e-4)
    assert line["precision"] == pytest.approx(right / claimed, abs=1e-4)
    assert (line["recall"], line["names"], line["units"]) == (0.5, real, 9)


def test_a_kind_that_a_set_does_not_mark_makes_no_line():
    texts = [text("btc", str(number), ("organisation", "place")) for number in range(LEAST_NAMES)]
    assert name_lines(texts, [[] for _ in texts]) == []


def test_few_names_make_no_line():
    texts = [text("worldwide", str(number)) for number in range(LEAST_NAMES // 2 - 1)]
    assert name_lines(texts, [[] for _ in texts]) == []


def test_newswire_is_set_as_headlines_with_its_offsets():
    news = NamedText(
        "Zoë's aunt met straße-workers, İda.", "worldwide", "d", ((0, 3, "person"),), KINDS
    )
    titled, capitals = as_headlines([news, text("btc", "e")])
    assert titled.text == "Zoë's Aunt Met Straße-Workers, İda."
    assert capitals.text == "ZOË'S AUNT MET STRAßE-WORKERS, İDA."
    assert titled.names == capitals.names == news.names
    assert titled.document == news.document
    assert len({news.source, titled.source, capitals.source}) == 3

"""The items of the test: those that come with Slant are balanced, and other files are checked."""

import json
from collections import Counter
from contextlib import suppress
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.practice.item_files import BadItems
from analysis.practice.items import (
    BEFORE_AFTER,
    FEWEST_ITEMS,
    SETTING,
    Item,
    Items,
    as_json,
    from_json,
    items,
    items_of,
    score,
    told,
)


def table(*rows: str) -> bytes:
    return "\n".join(["form,item,text,loaded,why", *rows]).encode()


ROWS = [
    f"{form},{number},Sentence {form}{number} is here.,{'yes' if number < 3 else 'no'},why {number}"
    for form in "AB"
    for number in range(1, 5)
]


def changed(place: int, row: str) -> bytes:
    return table(*ROWS[:place], row, *ROWS[place + 1 :])


def test_a_file_is_read_in_the_order_of_its_numbers() -> None:
    found = items_of(table(*reversed(ROWS)))
    assert told(found, "B") == [f"Sentence B{number} is here." for number in range(1, 5)]
    assert found.a[1] == Item("A", 2, "Sentence A2 is here.", True, "why 2")
    assert [item.loaded for item in found.form("A")] == [True, True, False, False]


def test_reasons_may_be_left_out() -> None:
    assert items_of(changed(0, "A,1,A sentence.,yes,")).a[0].why == ""


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            changed(1, "C,2,A sentence.,yes,why"),
            "Line 3 of the file has “C” as form: write one of A, B.",
        ),
        (
            changed(1, "A,0,A sentence.,yes,why"),
            "Line 3 of the file has “0” as item: write a whole number such as 1.",
        ),
        (
            changed(1, "A,2,A sentence.,maybe,why"),
            "Line 3 of the file has “maybe” as loaded: write yes or no.",
        ),
        (changed(1, "A,2,,yes,why"), "Line 3 of the file has nothing as text"),
        (
            changed(1, "A,1,A sentence.,yes,why"),
            "Line 3 of the file is another item 1 of form A: number the sentences of each form 1, "
            "2, 3 ….",
        ),
        (
            changed(5, "B,2,sentence a1 is  HERE.,yes,why"),
            "Line 7 of the file has the sentence of line 2 again: write another sentence.",
        ),
        (
            table(*ROWS[:7]),
            "The file has 4 sentences of form A and 3 of form B: give both forms as many.",
        ),
        (table(*ROWS[:4]), "The file has 4 sentences of form A and 0 of form B"),
        (
            table(*ROWS[:3], *ROWS[4:7]),
            "The file has 3 sentences in each form: give 4 to 30.",
        ),
        (
            table(*(f"{f},{n},Sentence {f}{n}.,{'yes' if n < 9 else 'no'},"
                    for f in "AB" for n in range(1, 32))),
            "The file has 31 sentences in each form: give 4 to 30.",
        ),
        (
            changed(3, "A,5,A sentence.,no,why"),
            "The file has no item 4 of form A: number the sentences of each form 1, 2, 3 ….",
        ),
        (
            changed(3, "A,4,A sentence.,yes,why"),
            "The file has 3 loaded sentences in form A and 2 in form B: give both forms as many.",
        ),
        (
            table(*(row.replace(",no,", ",yes,") for row in ROWS)),
            "The file has only loaded sentences: give each form some that are loaded and some not.",
        ),
        (
            table(*(row.replace(",yes,", ",no,") for row in ROWS)),
            "The file has no loaded sentences: give each form some that are loaded and some not.",
        ),
        (b"form,item,text\nA,1,A sentence.\n", "Line 1 of the file names no column loaded, why"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used(content: bytes, says: str) -> None:
    with pytest.raises(BadItems) as caught:
        items_of(content)
    assert caught.value.message.startswith(says)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_content_is_items_or_one_clear_error(content: bytes) -> None:
    for made in (content, table(*ROWS) + b"\n" + content):
        with suppress(BadItems):
            assert len(items_of(made).a) >= FEWEST_ITEMS


def test_the_setting_names_a_file_that_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(table(*ROWS))
    assert items() == items(BEFORE_AFTER)
    monkeypatch.setenv(SETTING, str(path))
    assert items() == items_of(table(*ROWS))
    assert items(BEFORE_AFTER) != items()
    monkeypatch.setenv(SETTING, "")
    assert items() == items(BEFORE_AFTER)
    monkeypatch.setenv(SETTING, str(tmp_path / "gone.csv"))
    with pytest.raises(BadItems, match=r"gone\.csv cannot be read"):
        items()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@given(st.lists(st.tuples(TEXTS, st.booleans(), TEXTS), min_size=1, max_size=5))
def test_items_come_back_from_json(rows: list[Any]) -> None:
    a, b = (
        tuple(Item(form, number, *row) for number, row in enumerate(rows, start=1)) for form in "AB"
    )
    assert from_json(json.loads(json.dumps(as_json(Items(a, b))))) == Items(a, b)


def test_what_pupils_get_has_no_key() -> None:
    assert told(items_of(table(*ROWS)), "A") == [row.split(",")[2] for row in ROWS[:4]]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({0: True, 1: True, 2: False, 3: False}, 4),
        ({0: False, 1: False, 2: True, 3: True}, 0),
        ({0: True, 1: False, 2: False, 3: True}, 2),
        ({2: False}, 1),
        ({}, 0),
        ({0: True, 4: True, -1: False, 99: False}, 1),
    ],
)
def test_scores(answers: dict[int, bool], expected: int) -> None:
    assert score(answers, items_of(table(*ROWS)), "A") == expected


def test_the_built_in_forms_are_balanced() -> None:
    built_in = items(BEFORE_AFTER)
    for form in (built_in.a, built_in.b):
        assert len(form) == 10
        assert sum(item.loaded for item in form) == 5
        # No run of four that a pupil could take for a pattern, and not in turns.
        key = "".join("ly"[item.loaded] for item in form)
        assert "llll" not in key
        assert "yyyy" not in key
        assert "lylyl" not in key
    lengths = {
        (name, loaded): fmean(len(item.text.split()) for item in form if item.loaded is loaded)
        for name, form in (("A", built_in.a), ("B", built_in.b))
        for loaded in (True, False)
    }
    # Within two words, so that length gives nothing away.
    assert max(lengths.values()) - min(lengths.values()) < 2
    assert [item.loaded for item in built_in.a] != [item.loaded for item in built_in.b]
    assert all(item.why.endswith(".") for item in (*built_in.a, *built_in.b))


def test_the_built_in_forms_are_about_other_things() -> None:
    built_in = items(BEFORE_AFTER)
    a, b = (
        Counter(word.strip(".,“”’") for item in form for word in item.text.lower().split())
        for form in (built_in.a, built_in.b)
    )
    # Long words are subjects and the loaded words; the same one twice would be practice.
    assert [word for word in a & b if len(word) > 6] == []

"""A finding as a record: the frame's columns, and where it stands in the file."""

import json
from math import nan
from typing import Any

from analysis.columns import frame
from analysis.output.lint.record import RECORD, findings_records
from analysis.rules.frames import FINDINGS, Checked


def checked(text: str, words: str, **values: Any) -> Checked:
    start = text.index(words)
    row = {
        "finding": 0,
        "sentence": 1,
        "start": start,
        "end": start + len(words),
        "text": words,
        "check": "house.regime",
        "kind": "rule",
        "severity": "error",
        "message": "Say who calls it that.",
        "plainer": ["government"],
        "voice": "outlet",
        "part": "body",
        "reason": "",
        "link": "",
        "revision": 2,
        "probability": nan,
        "fingerprint": "0" * 32,
    } | values
    return Checked(frame({name: [row[name]] for name in FINDINGS}, FINDINGS), text)


def test_a_record_has_the_declared_keys_and_is_plain_json() -> None:
    (record,) = findings_records(checked("First.\r\n\r\nThe 😀 regime fell.", "regime"))
    assert set(record) == set(RECORD)
    assert json.loads(json.dumps(record, allow_nan=False)) == record
    assert record["probability"] is None
    assert (record["sentence"], record["number"]) == (1, 2)
    assert (record["line"], record["column"]) == (3, 7)
    assert (record["end_line"], record["end_column"]) == (3, 13)
    assert (record["content_start"], record["content_end"]) == (record["start"], record["end"])


def test_a_passage_over_two_lines_ends_in_the_second() -> None:
    (record,) = findings_records(checked("The old\nregime fell.", "old\nregime"))
    assert [record[key] for key in ("line", "column", "end_line", "end_column")] == [1, 5, 2, 7]


class Marked:
    """A file in which two characters stand before the prose."""

    content = "# The regime fell."

    def place(self, start: int, end: int) -> tuple[int, int]:
        return start + 2, end + 2


def test_places_are_those_of_the_file() -> None:
    source: Any = Marked()
    (record,) = findings_records(checked("The regime fell.", "regime"), source)
    assert (record["start"], record["content_start"], record["column"]) == (4, 6, 7)
    assert source.content[record["content_start"] : record["content_end"]] == "regime"


def test_without_findings_there_is_none() -> None:
    (whole,) = [checked("The regime fell.", "regime")]
    assert findings_records(Checked(whole.findings.iloc[:0], whole.text)) == []

"""The table of plain, vivid sentences: enough, varied, well formed, and half of it held out."""

from collections import Counter
from pathlib import Path

import pytest

from models.errors import DataError
from models.evaluation.desks import HELD_OUT, read_desks
from models.training.data.wordings import read_wordings


def test_the_table_is_large_and_half_held_out_by_desk() -> None:
    rows = read_desks()
    assert len(rows) >= 320
    desks = Counter(row.desk for row in rows)
    assert set(desks) > HELD_OUT
    assert min(desks.values()) >= 20
    assert 0.4 <= sum(row.held_out for row in rows) / len(rows) <= 0.6


def test_sentences_are_different_whole_and_not_in_other_training_data() -> None:
    texts = [row.text for row in read_desks()]
    assert len({text.lower() for text in texts}) == len(texts)
    for text in texts:
        assert text[0].isupper() or text[0].isdigit()
        assert text[-1] in ".?”"
        assert 6 <= len(text.split()) <= 30
    known = {wording.text for wording in read_wordings().sentences}
    assert not known & set(texts)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("desk,sentence\nsport,A.\n", "can't be read"),
        ("desk,sentence,term\nsport,The match ended.,killed\n", "Line 2"),
        ("desk,sentence,term\n,The match ended.,match\n", "Line 2"),
    ],
)
def test_a_damaged_table_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "sentences.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_desks(path)
    with pytest.raises(DataError, match="can't be read"):
        read_desks(tmp_path / "none.csv")

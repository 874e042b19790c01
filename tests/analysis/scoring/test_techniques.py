"""The table of techniques is whole, and a broken one is one sentence."""

from pathlib import Path

import pytest

from analysis.errors import BadTable
from analysis.scoring.techniques import (
    Technique,
    read_techniques,
    technique_of,
    techniques,
    techniques_of,
)

# The 14 of SemEval-2020 task 11, table 1, in this project's spelling.
SEMEVAL = {
    "appeal_to_authority",
    "appeal_to_fear",
    "bandwagon_reductio_ad_hitlerum",
    "black_and_white_fallacy",
    "causal_oversimplification",
    "doubt",
    "exaggeration_or_minimisation",
    "flag_waving",
    "loaded_language",
    "name_calling",
    "repetition",
    "slogans",
    "thought_terminating_cliche",
    "whataboutism_straw_men_red_herring",
}
HEAD = "technique,name,definition,example\n"


def test_every_technique_of_the_task_is_there() -> None:
    assert set(techniques()) == SEMEVAL
    for key, technique in techniques().items():
        assert technique.technique == key
        for text in (technique.name, technique.definition, technique.example):
            assert text == " ".join(text.split())
            assert text[0].isupper() or text[0] in "“‘"
        assert technique.definition.endswith(".")
        assert not technique.name.endswith(".")


def test_a_key_is_looked_up() -> None:
    found = technique_of("flag_waving")
    assert (found.name, found.inline) == ("Flag waving", "flag waving")
    assert found.definition
    assert found.example


@pytest.mark.parametrize(
    ("key", "name"), [("gish_gallop", "gish gallop"), ("a\u202e\n<b>", "a <b>")]
)
def test_a_key_the_table_lacks_is_its_own_name(key: str, name: str) -> None:
    assert technique_of(key) == Technique(key, name)


def test_each_is_named_once_in_its_order() -> None:
    keys = ["slogans", "", "doubt", "slogans", ""]
    assert [one.technique for one in techniques_of(keys)] == ["slogans", "doubt"]


def test_a_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'{HEAD}x,X,"One, two.",Three\n', encoding="utf-8")
    assert read_techniques(path) == {"x": Technique("x", "X", "One, two.", "Three")}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be opened (No such file or directory)"),
        (b"", "should have the columns technique, name, definition, example"),
        (b"technique,name\nx,X\n", "should have the columns"),
        (HEAD.encode(), "holds no technique"),
        (HEAD.encode() + b"x,X,Y,Z\ny,,Y,Z\n", "has in line 3 an empty field"),
        (HEAD.encode() + b"x,X,Y\n", "has in line 2 an empty field"),
        (HEAD.encode() + b"x,X,Y,Z,W\n", "has in line 2 more than 4 fields"),
        (HEAD.encode() + b"x,X,Y,Z\nx,X,Y,Z\n", "has in line 3 x for a second time"),
        (HEAD.encode() + b'x,X,Y,"Z\n', "is not CSV in UTF-8"),
        (HEAD.encode("utf-16"), "is not CSV in UTF-8"),
    ],
)
def test_a_broken_table_is_one_sentence(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "techniques.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadTable) as caught:
        read_techniques(path)
    assert caught.value.message.startswith(f"Slant's table techniques.csv {said}")
    assert caught.value.message.endswith(": install Slant again.")
    assert caught.value.message.count("\n") == 0

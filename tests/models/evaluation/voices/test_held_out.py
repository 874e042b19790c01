"""Reading the labelled sets, from small files made as the real ones are, with sentences of ours."""

import json
from pathlib import Path

import pandas as pd
import pytest

from models.errors import DataError
from models.evaluation.voices.held_out import read_held_out


def entity(start: int, end: int, type_: str, original: str) -> dict[str, object]:
    return {"start": start, "end": end, "type": type_, "original": original}


def attribution(source, cue, content, kind="indirect"):
    parts = {"sources": source, "cues": cue, "contents": content}
    return {"id": "E1", **parts, "kind": kind, "nested_in": None}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    marked = [
        entity(0, 5, "PER", "Person"),
        entity(9, 14, "OTHER", "NORP"),
        entity(20, 25, "OTHER", "Product"),
    ]
    names = [
        {"source": source, "doc_id": "7", "split": split, "text": "Greta …", "entities": found}
        for source, split, found in (
            ("worldwide", "dev", json.dumps(marked)),
            ("btc", "dev", json.dumps([entity(0, 4, "LOC", "LOC"), *marked[1:]])),
            ("worldwide", "train", "[]"),
        )
    ]
    pd.DataFrame(names).to_parquet(tmp_path / "news_entities.parquet")
    one = attribution([[0, 3]], [[9, 12], [4, 8]], [[13, 20]])
    other = [{"annotator": "b", "attributions": [attribution([], [[4, 8]], [[9, 20]])]}]
    articles = [
        {"article_id": "a", "split": "dev", "other_annotators": "[]", "discard": "[[30,40]]"},
        {"article_id": "b", "split": "train", "other_annotators": json.dumps(other), "discard": ""},
    ]
    pd.DataFrame(
        [{**row, "text": "Bea said …", "attributions": json.dumps([one])} for row in articles]
    ).to_parquet(tmp_path / "attributions.parquet")
    pd.DataFrame(
        {
            "doc_id": ["x", "y", "z"],
            "sent_idx": [0, 1, 0],
            "split": ["dev", "dev", "train"],
            "text": ["Rain fell.", "It rained.", "A ship sank."],
        }
    ).to_parquet(tmp_path / "same_event_sentences.parquet")
    pair = {"topic": "2", "doc_a": "x", "sent_a": 0, "doc_b": "y", "sent_b": 1}
    stories = {"subtopic_a": "2ecb", "subtopic_b": "2ecbplus"}
    pd.DataFrame(
        [
            {**pair, **stories, "label": 1, "split": "dev"},
            {**pair, **stories, "subtopic_b": "2ecb", "label": 0, "split": "dev"},
            {**pair, **stories, "label": None, "split": "dev"},
            {**pair, **stories, "label": 1, "split": "train"},
        ]
    ).astype({"label": "Int64"}).to_parquet(tmp_path / "same_event_pairs.parquet")
    return tmp_path


def test_names_have_four_kinds_where_their_set_marks_groups(folder: Path) -> None:
    newswire, tweets = read_held_out(folder).names
    assert newswire.names == ((0, 5, "person"), (9, 14, "group"))
    assert newswire.document == "worldwide 7"
    assert tweets.names == ((0, 4, "place"),)
    assert "group" not in tweets.kinds


def test_attributions_of_held_out_articles_and_of_those_read_by_several(folder: Path) -> None:
    found = read_held_out(folder)
    (article,) = found.articles
    assert (article.article, article.discard) == ("a", ((30, 40),))
    assert article.attributions[0].cue == ((4, 8), (9, 12))
    (several,) = found.read_by_several
    assert several.article == "b"
    assert several.others[0][0].content == ((9, 20),)
    assert several.others[0][0].source == ()


def test_pairs_are_held_out_and_decided(folder: Path) -> None:
    found = read_held_out(folder)
    assert [(pair.same, pair.one_story) for pair in found.pairs] == [(True, False), (False, True)]
    assert (found.pairs[0].first, found.pairs[0].second) == ("Rain fell.", "It rained.")
    assert found.train_sentences == ["A ship sank."]


@pytest.mark.parametrize("name", ["attributions", "news_entities", "same_event_pairs"])
def test_a_file_that_is_missing_or_damaged_is_one_sentence(folder: Path, name: str) -> None:
    path = folder / f"{name}.parquet"
    path.write_bytes(b"no such format")
    with pytest.raises(DataError, match=rf"{name}.parquet can't be read"):
        read_held_out(folder)
    path.unlink()
    with pytest.raises(DataError, match=rf"{name}.parquet is missing"):
        read_held_out(folder)

# ruff: noqa: E402 - what is imported below needs torch
import random
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

from models.inference.voices.labels import NAME_TAGS
from models.inference.voices.shapes import CAPITALS, HEADLINE, SHAPE_COUNT
from models.training.network.base_encoder import base_tokenizer
from models.training.voices import names_data
from models.training.voices.attribution_data import attribution_examples, read_articles
from models.training.voices.names_data import IGNORED, names_examples, read_names, recased
from models.training.voices.pairs_data import count_tokens, pair_examples, read_pairs
from tests.models.training.voices.tiny_voices import write_sets

TOKENIZER = base_tokenizer()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sets")
    write_sets(out)
    return out


def words_of(ids: list[int], places: list[int]) -> list[str]:
    return [TOKENIZER.id_to_token(ids[place]) for place in places]


def test_first_and_further_words_of_names_are_tagged(folder: Path) -> None:
    examples = names_examples(read_names(folder, "train"), TOKENIZER, random.Random(1))
    tagged = {
        (TOKENIZER.id_to_token(token), NAME_TAGS[tag])
        for example in examples
        for token, tag in zip(example.window.ids, example.tags, strict=True)
        if tag > 0
    }
    assert ("or", "B-person") in tagged
    assert ("bane", "I-person") in tagged
    assert ("danes", "B-group") in tagged
    assert {word for word, _ in tagged}.isdisjoint({"left", "the", "stayed"})


def test_a_name_whose_kind_its_set_does_not_say_has_no_target(folder: Path) -> None:
    rows = read_names(folder, "train", ["wikigold"])
    (example,) = names_examples(rows, TOKENIZER, random.Random(1))
    untold = [
        TOKENIZER.id_to_token(token)
        for token, tag, word in zip(
            example.window.ids, example.tags, example.window.words, strict=True
        )
        if word and tag == IGNORED
    ]
    assert untold == ["hymn"]  # the first token of Hymnal
    assert not example.groups


def test_a_window_is_written_as_a_headline_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names_data, "TITLE_CASED", 0.0)
    monkeypatch.setattr(names_data, "UPPER_CASED", 1.0)
    assert recased([0, 1], random.Random(1)) == [CAPITALS + HEADLINE, CAPITALS + HEADLINE]
    monkeypatch.setattr(names_data, "UPPER_CASED", 0.0)
    assert recased([0, 1, SHAPE_COUNT], random.Random(1)) == [0, 1, SHAPE_COUNT]


def test_parts_of_attributions_are_linked_and_what_was_set_aside_has_no_target(
    folder: Path,
) -> None:
    (article,) = read_articles(folder, "dev")
    (example,) = attribution_examples([article], TOKENIZER)
    ids = example.window.ids
    assert [[words_of(ids, part) for part in link] for link in example.links] == [
        [["said"], ["bane"], ["the", "pier", "was", "closed"]],
        [["added"], ["hale"], ["“", "it", "leaks", ",", "”"]],
    ]
    follow = ids.index(TOKENIZER.token_to_id("follow"))
    assert example.tags[follow] == (IGNORED, IGNORED, IGNORED)
    said = ids.index(TOKENIZER.token_to_id("said"))
    assert example.tags[said] == (0, 1, 0)


def test_validation_articles_are_none_of_those_trained_on(folder: Path) -> None:
    parts = {
        part: {article.article for article in read_articles(folder, part)}
        for part in ("train", "validation", "dev")
    }
    assert len(parts["train"] | parts["validation"]) == 39
    assert not parts["train"] & parts["validation"]
    assert parts["validation"]
    assert parts["dev"] == {"article 0"}


def test_a_pair_knows_which_of_its_events_both_tell(folder: Path) -> None:
    weights = count_tokens(folder, TOKENIZER)
    (row,) = read_pairs(folder, "train")
    (example,) = pair_examples([row], TOKENIZER, weights)
    told = [
        (TOKENIZER.id_to_token(example.pair.ids[place]), both) for place, both in example.events
    ]
    assert told[0] == ("walked", 1.0)
    assert ("began", 0.0) in told
    assert example.label == 1.0


def test_pairs_between_are_neither_and_topics_kept_out_are_not_trained_on(folder: Path) -> None:
    assert [row.label for row in read_pairs(folder, "dev")] == [0.5]
    assert [row.topic for row in read_pairs(folder, "validation")] == [3]
    assert [row.topic for row in read_pairs(folder, "train")] == [1]

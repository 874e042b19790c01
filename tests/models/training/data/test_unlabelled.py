from pathlib import Path

import pandas as pd
import pytest

from models.errors import DataError
from models.training.data.unlabelled import FILE, LONGEST, SHORTEST, read_sentences

PLAIN = "The ferry to the islands left the northern pier at nine. It was full, the crew said."


def write(folder: Path) -> None:
    rows = [
        {
            "outlet": "Big Post",
            "text": f"{PLAIN} Number {i} of the series follows on Monday at ten.",
        }
        for i in range(50)
    ]
    rows += [{"outlet": "Small Post", "text": "Advertisement\n" + PLAIN.upper() + "\n" + PLAIN}]
    pd.DataFrame(rows).to_parquet(folder / FILE)


def test_sentences_are_whole_and_of_the_asked_length(tmp_path: Path) -> None:
    write(tmp_path)
    sentences = read_sentences(tmp_path, 40, seed=1)
    assert len(sentences) == 40
    for sentence in sentences:
        assert SHORTEST <= len(sentence.split()) <= LONGEST
        assert sentence.endswith(".")
        assert "Advertisement" not in sentence


def test_an_article_gives_one_sentence_and_small_outlets_are_heard(tmp_path: Path) -> None:
    write(tmp_path)
    # One of Small Post, then fifty of Big Post, and no more.
    assert len(read_sentences(tmp_path, 100, seed=1)) == 51
    two = read_sentences(tmp_path, 2, seed=1)
    assert any("Number" in s or "ferry" in s.lower() for s in two)


def test_two_sentences_of_an_article_where_asked_for(tmp_path: Path) -> None:
    write(tmp_path)
    sentences = read_sentences(tmp_path, 200, seed=1, each=2)
    assert len(sentences) == 50 * 2 + 2
    assert all(one != other for one, other in zip(sentences[::2], sentences[1::2], strict=True))


def test_the_same_seed_gives_the_same_sentences(tmp_path: Path) -> None:
    write(tmp_path)
    assert read_sentences(tmp_path, 30, seed=3) == read_sentences(tmp_path, 30, seed=3)
    assert read_sentences(tmp_path, 30, seed=3) != read_sentences(tmp_path, 30, seed=4)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is missing"):
        read_sentences(tmp_path, 1, seed=1)


def test_articles_for_measuring_are_kept_apart(tmp_path: Path) -> None:
    write(tmp_path)
    whole, measured, others = (
        set(read_sentences(tmp_path, 200, seed=1, each=9, measured=part))
        for part in (None, True, False)
    )
    # The sentences that all articles share apart, each is in one part.
    shared = {s for s in whole if "Number" not in s}
    assert (measured | others) - shared == whole - shared
    assert not (measured & others) - shared
    assert 0 < len(measured - shared) < len(others - shared)

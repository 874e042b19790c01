"""The large archive of the benchmark is an archive: numbers are new, offsets stay true."""

from __future__ import annotations

from pathlib import Path

from analysis.corpus.archive.asking import Asking
from analysis.corpus.archive.frames import Chosen
from analysis.corpus.archive.opening import open_corpus
from tests.analysis.corpus.archive.made import Made, own, write_archive
from tests.bench.archive_questions import questions
from tests.bench.repeated_archive import repeat


def test_a_small_archive_repeated(tmp_path: Path) -> None:
    first = Made(
        [
            ("He said that the pool and the hall are closed.", "outlet", 0.1, 0.9),
            ("“It is with the council,” she said.", "quoted", -0.6, 0.2),
        ],
        [("Ana Hale", "say", "neutral", 2)],
    )
    small = write_archive(tmp_path / "small", first, own("A pool."), own("A hall and the ferry."))
    large = tmp_path / "large"
    assert repeat(small, large, 500) >= 500
    corpus = open_corpus(large)
    articles = corpus.articles.compute().set_index("article")
    assert [*articles.index] == [*range(512)]
    assert articles["outlet"].nunique() > 20
    assert articles["text"].nunique() == 512
    for row in corpus.sentences.compute().to_dict("records"):
        text = articles["text"][row["article"]]
        assert text[row["start"] : row["end"]] == row["text"]
    archive = Asking(large)
    assert archive.speakers(Chosen())["statements"].sum() == len(corpus.statements.compute()) / 2
    for question in questions(archive).values():
        question()

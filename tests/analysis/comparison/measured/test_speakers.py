"""How much room each speaker has in each article."""

from collections.abc import Callable

import pytest

from analysis.comparison.frames import SPEAKERS_COMPARED
from analysis.frames import Result
from analysis.output.speakers.counts import speaker_counts
from tests.analysis.comparison.of_articles import speakers
from tests.hand_made_statements import names_of, piece, statements_of


def test_words_shares_and_order(result_of: Callable[..., Result]) -> None:
    texts = ["Joan Hale said it rained hard.", "Officials saw it."]
    text = "\n\n".join(texts)
    hale = names_of(("Joan Hale", "person", [(0, 9)]))
    first = result_of(
        texts,
        statements=statements_of(
            piece(text, "it rained hard", 0, speaker="Joan Hale"),
            piece(text, "Officials saw it", 1, speaker="he"),
        ),
        names=hale,
        words=[6, 3],
    )
    other = "Hale said so. Officials said the roof leaked."
    second = result_of(
        [other],
        statements=statements_of(
            piece(other, "so", 0, speaker="Hale"),
            piece(other, "the roof leaked", 1, speaker="Officials", sentence=0),
        ),
        names=names_of(("Hale", "person", [(0, 4)])),
        words=[8],
    )
    found = speakers([first, second])
    assert list(found.columns) == list(SPEAKERS_COMPARED)
    columns = ["speaker", "article", "statements", "words", "share", "articles"]
    assert found[columns].to_numpy().tolist() == [
        ["Joan Hale", 0, 1, 3, 3 / 9, 2],
        ["Joan Hale", 1, 1, 1, 1 / 8, 2],
        ["Officials", 0, 0, 0, 0.0, 1],
        ["Officials", 1, 1, 3, 3 / 8, 1],
    ]
    assert found["sentence"].fillna(-1).tolist() == [0, 0, -1, 0]


def test_the_same_figures_as_for_one_article(told: Callable[..., list[Result]]) -> None:
    articles = told("nurses-strike-plain", "nurses-strike-loaded")
    found = speakers(articles)
    for place, result in enumerate(articles):
        alone = {count.speaker: count for count in speaker_counts(result)}
        mine = found[(found["article"] == place) & found["speaker"].isin(alone)]
        assert len(mine) > 5
        for row in mine.itertuples():
            count = alone[str(row.speaker)]
            assert row.words == count.words
            assert row.share == pytest.approx(count.share)
            assert row.sentence == min(count.sentences)


def test_who_speaks_in_one_article_only(told: Callable[..., list[Result]]) -> None:
    found = speakers(told("fishing-dispute-plain", "fishing-dispute-loaded"))
    words = found.pivot(index="speaker", columns="article", values="words")
    assert words.loc["Marit", 0] == 0 < words.loc["Marit", 1]
    assert (words.loc["Teodor Malkin"] > 0).all()


def test_nobody_speaks(result_of: Callable[..., Result]) -> None:
    assert speakers([result_of(["It rained."]), result_of(["It snowed."])]).empty

"""Pasted text is read as people read it, and offsets stay those of the text as given."""

from __future__ import annotations

import pytest

from analysis import analyze, score_sentences

WORDS = ["disgraced", "shameless lies", "outrageous insult"]
PLAIN = "The disgraced mayor’s shameless lies are an outrageous insult."
ARTICLE = (
    "The council voted on Tuesday to close the pier for repairs that will last two years.\n\n"
    "Engineers told the meeting that the timber had rotted and could not carry lorries."
)


@pytest.mark.parametrize(
    "pasted",
    [
        "The dis\u00adgraced mayor’s shame\u00adless lies are an outra\u00adgeous in\u00adsult.",
        "The dis\u200bgraced mayor’s shame\u200bless lies are an outra\u200bgeous insult.",
        "The dis-\ngraced mayor’s shame-\nless lies are an outra-\ngeous insult.",
        "The dis-\r\ngraced mayor’s shame-\r\nless lies are an outra-\r\ngeous insult.",
        "\ufeffThe disgraced mayor’s shameless\u2060 lies are an outrageous insult.",
        "The ｄｉｓｇｒａｃｅｄ mayor’s shameless lies are an outrageous insult.",
    ],
)
def test_words_are_found_whole(pasted: str) -> None:
    expected = analyze(PLAIN)
    result = analyze(pasted)
    assert result.sentences["loaded_probability"].tolist() == pytest.approx(
        expected.sentences["loaded_probability"].tolist()
    )
    assert result.article["words"].tolist() == [9]
    assert result.spans["alternative"].tolist() == expected.spans["alternative"].tolist()
    assert len(result.spans) == len(expected.spans) == len(WORDS)
    for span in result.spans.itertuples():
        assert pasted[span.start : span.end] == span.text
        assert span.text[0].isalnum()
        assert span.text[-1].isalnum()
    (scores,) = score_sentences([pasted])["loaded_words"]
    given = zip(result.spans["start"], result.spans["end"], strict=True)
    assert [pasted[start:end] for start, end in scores] == [pasted[a:b] for a, b in given]


def test_addresses_change_no_measure_and_are_no_loaded_words() -> None:
    with_addresses = (
        f"{ARTICLE} See https://www.baycourier.example/2021/05/engineers-say-timber-rotted?x=1 for "
        "more. Write to newsdesk.investigations@baycourier.example today."
    )
    measured = analyze(with_addresses)
    plain = analyze(ARTICLE)
    for name in ("flesch_reading_ease", "coleman_liau_index", "automated_readability_index"):
        assert measured.article[name][0] == pytest.approx(plain.article[name][0], abs=2)
    assert not measured.spans["text"].str.contains("timber").any()


def test_furniture_changes_no_share() -> None:
    loaded = (
        f"{ARTICLE}\n\nIn a shameless power grab, the mayor rammed the bill through the council."
    )
    page = (
        f"By Ana Pell\n4 May 2021\nShare\nSave\nAdvertisement\n{loaded}\n\n"
        "Image source, Getty Images\n\nRelated Topics\nBay City\nHarbours\n\nSign up for our "
        "newsletter\n\nMost read"
    )
    # The engineers' words are not the outlet's: two sentences are.
    expected, result = analyze(loaded).article.iloc[0], analyze(page).article.iloc[0]
    assert result["sentences"] == expected["sentences"] == 3
    assert result["loaded_share_outlet"] == expected["loaded_share_outlet"] == 1 / 2
    assert result["furniture_sentences"] == 11
    assert result["flesch_kincaid_grade"] == expected["flesch_kincaid_grade"]

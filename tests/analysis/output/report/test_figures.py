"""The figures as elements: one bar for each thing, as long as its number says."""

from xml.etree.ElementTree import Element, fromstring

import pandas as pd
import pytest

from analysis.output.report.figures import (
    article_strip,
    loaded_by_paragraph,
    loaded_words_bars,
    sentiment_mix,
)
from analysis.output.sentence_counts import paragraph_bands, voice_mix

BANDS = ["loaded", "uncertain", "not loaded", "loaded"]


@pytest.fixture
def sentences(result_of) -> pd.DataFrame:
    made = result_of(
        ["A.", "B.", "C.", "D."],
        loaded=BANDS,
        loaded_probability=[1.0, 0.5, 0.0, 0.75],
        voice=["outlet", "outlet", "quoted", "outlet"],
        tone_label=["negative", "unclear", "positive", "negative"],
    ).sentences
    return made.assign(paragraph=[0, 0, 1, 1])


def bars(svg: str, *names: str) -> list[Element]:
    return [r for r in fromstring(svg).iter("rect") if r.get("class") in names]


def share(bar: Element, name: str) -> float:
    return float((bar.get(name) or "").removesuffix("%"))


def test_strip_has_a_bar_a_sentence_as_high_as_its_probability(sentences) -> None:
    drawn = bars(article_strip(sentences), "loaded", "uncertain", "not-loaded")
    assert [bar.get("class") for bar in drawn] == [band.replace(" ", "-") for band in BANDS]
    full, half, least, three_quarters = (share(bar, "height") for bar in drawn)
    assert half == pytest.approx(full / 2)
    assert three_quarters == pytest.approx(full * 3 / 4)
    assert 0 < least < full / 50
    assert len({round(share(bar, "y") + share(bar, "height"), 1) for bar in drawn}) == 1
    assert share(drawn[-1], "x") + share(drawn[-1], "width") <= 100


def test_strip_hatches_what_is_uncertain(sentences) -> None:
    svg = article_strip(sentences)
    (pattern,) = fromstring(svg).iter("pattern")
    (uncertain,) = bars(svg, "uncertain")
    assert uncertain.get("fill") == f"url(#{pattern.get('id')})"


def test_strip_links_each_bar_to_its_sentence(sentences) -> None:
    links = list(fromstring(article_strip(sentences)).iter("a"))
    assert [link.get("href") for link in links] == ["#s1", "#s2", "#s3", "#s4"]
    assert links[1].findtext("title") == "Sentence 2: uncertain, probability 50%, own voice"


def test_strip_of_many_sentences_has_no_outlines_and_few_numbers(result_of) -> None:
    many = result_of(["A."] * 1234).sentences
    svg = article_strip(many)
    assert len(bars(svg, "not-loaded many")) == 1234
    numbers = [
        text.text for text in fromstring(svg).iter("text") if text.get("text-anchor") == "middle"
    ]
    assert numbers == ["1", "200", "400", "600", "800", "1,000", "1,200"]


def test_mix_divides_each_voice_by_tone(sentences) -> None:
    svg = sentiment_mix(voice_mix(sentences))
    drawn = bars(svg, "negative", "neutral", "positive", "unclear")
    assert [(bar.get("class"), share(bar, "x"), share(bar, "width")) for bar in drawn] == [
        ("negative", 0, pytest.approx(66.667)),
        ("unclear", pytest.approx(66.667), pytest.approx(33.333)),
        ("positive", 0, 100),
    ]
    written = "".join(fromstring(svg).itertext())
    assert "Own voice (3)" in written
    assert "▼ 67%" in written
    assert "▲ 100%" in written
    assert "? 33%" in written


def test_words_show_effect_and_count() -> None:
    words = pd.DataFrame(
        {"voice": "outlet", "count": [1, 3], "effect": [0.4, 0.01]}, index=["<b>mad", "x" * 60]
    ).rename_axis("word")
    svg = loaded_words_bars(words)
    first, second = bars(svg, "loaded")
    assert share(second, "width") == pytest.approx(share(first, "width") / 40, rel=1e-2)
    written = [text.text for text in fromstring(svg).iter("text")]
    assert written == ["<b>mad", "40 points", "x" * 15 + "…", "1 point, ×3"]
    assert "x" * 60 in (fromstring(svg).findtext("desc") or "")


def test_words_of_others_stand_apart_and_are_hatched() -> None:
    words = pd.DataFrame(
        {"voice": ["outlet", "quoted"], "count": [1, 2], "effect": [0.2, 0.4]}, index=["mad", "mad"]
    ).rename_axis("word")
    svg = loaded_words_bars(words)
    (own,), (quoted,) = bars(svg, "loaded"), bars(svg, "quoted")
    assert share(quoted, "width") == pytest.approx(2 * share(own, "width"))
    (pattern,) = fromstring(svg).iter("pattern")
    assert quoted.get("fill") == f"url(#{pattern.get('id')})"
    written = [text.text for text in fromstring(svg).iter("text")]
    assert written == [
        *("Own voice", "mad", "20 points"),
        *("Words of others", "mad", "40 points, ×2"),
    ]
    heights = [share(bar, "y") for bar in (own, quoted)]
    assert heights[0] < heights[1]
    assert (fromstring(svg).findtext("desc") or "").startswith("Own voice: “mad” 20 points")


def test_paragraphs_are_filled_by_their_share(sentences) -> None:
    svg = loaded_by_paragraph(paragraph_bands(sentences))
    whole = [share(bar, "height") for bar in bars(svg, "not-loaded")]
    assert len(whole) == 2
    assert [share(bar, "height") for bar in bars(svg, "loaded")] == [whole[0] / 2, whole[1] / 2]
    assert [share(bar, "height") for bar in bars(svg, "uncertain")] == [whole[0] / 2]
    written = [text.text for text in fromstring(svg).iter("text")]
    assert written.count("1/2") == 2


def test_many_paragraphs_have_no_outlines(result_of) -> None:
    many = result_of(["A.", "B."] * 100, loaded=["loaded", "not loaded"] * 100).sentences
    svg = loaded_by_paragraph(paragraph_bands(many))
    assert len(bars(svg, "loaded many")) == 100
    assert bars(svg, "not-loaded", "loaded") == []


def test_every_figure_has_title_description_and_ids_of_its_own(sentences) -> None:
    figures = [
        fromstring(article_strip(sentences)),
        fromstring(sentiment_mix(voice_mix(sentences))),
        fromstring(loaded_by_paragraph(paragraph_bands(sentences))),
    ]
    ids = [
        element.get("id") for figure in figures for element in figure.iter() if element.get("id")
    ]
    assert len(ids) == len(set(ids))
    for figure in figures:
        assert figure.findtext("title")
        assert figure.findtext("desc")
        assert figure.get("width") == "100%"

"""analyze with the bundled model: exact offsets for any Unicode, right counts, named errors."""

from collections.abc import Sequence
from math import isnan
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis import Result, analyze
from analysis.errors import EmptyText, NotEnglish, NotText, TextTooLong
from analysis.frames import (
    ARTICLE,
    NAMES,
    QUOTATIONS,
    SENTENCES,
    SPANS,
    STATEMENTS,
    VOICES,
    Columns,
)
from analysis.reading.articles import Article
from analysis.reading.limits import MAX_WORDS
from analysis.reading.samples import samples
from models import LoadedThresholds, Prediction, Span, ToneThresholds, load_classifier

ARTICLE_TEXT = """MAYOR UNDER FIRE

The mayor’s reckless and shameful plan was slammed by residents on Tuesday. It will cost £3.5m.

“This is a disgusting betrayal of our town,” said Ann Lee. “I have never seen anything like it.
I want it stopped.”

The vote is due on 4 May."""

# Any text but half characters and controls, put among English so that it is not refused.
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
PIECES = st.sampled_from(
    [
        "The mayor said that the shameful plan was not hers. ",
        "“It is a disgrace,” he said to them, “and an outrage.” ",
        '"They have lied to us," said Dr. Lee of the U.S. embassy.\n\n',
        "\r\n\r\n",
        "👩‍👩‍👧 ",
        "e\u0301\u0301 ",
        "\u202eabc\u202c ",
        "\u2028",
        "“",
        '"',
        "ß ﬁ İ ",
        "\ufeff",
    ]
)


@pytest.fixture(scope="module")
def result() -> Result:
    return analyze(ARTICLE_TEXT, title="Mayor", source="town.txt")


def test_frames_are_as_declared(result: Result) -> None:
    declared: list[tuple[object, Columns]] = [
        (result.article, ARTICLE),
        (result.sentences, SENTENCES),
        (result.spans, SPANS),
        (result.statements, STATEMENTS),
        (result.names, NAMES),
        (result.quotations, QUOTATIONS),
    ]
    for frame, columns in declared:
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {  # type: ignore[attr-defined]
            name: column.dtype for name, column in columns.items()
        }
        assert list(frame) == list(columns)  # type: ignore[call-overload]


def test_sentences_of_a_short_article(result: Result) -> None:
    sentences = result.sentences
    assert sentences["sentence"].tolist() == list(range(7))
    assert sentences["paragraph"].tolist() == [0, 1, 1, 2, 2, 2, 3]
    assert sentences["text"].tolist()[2:4] == [
        "It will cost £3.5m.",
        "“This is a disgusting betrayal of our town,” said Ann Lee.",
    ]
    assert sentences["voice"].tolist() == [
        "outlet", "outlet", "outlet", "quoted", "quoted", "quoted", "outlet",
    ]  # fmt: skip
    assert sentences["words"].tolist() == [3, 12, 4, 11, 7, 4, 7]
    assert isnan(sentences["reading_ease"][0])
    assert sentences["loaded"][1] == "loaded"
    assert sentences["loaded"][6] == "not loaded"


def test_spans_point_into_the_article(result: Result) -> None:
    spans = result.spans
    assert len(spans) > 0
    assert (spans["start"].diff().dropna() > 0).all()
    assert any("shameful" in text for text in spans["text"])
    inside = spans.merge(result.sentences, on="sentence", suffixes=("", "_of_sentence"))
    assert (inside["start"] >= inside["start_of_sentence"]).all()
    assert (inside["end"] <= inside["end_of_sentence"]).all()


def test_effect_is_the_fall_with_the_span_masked(result: Result) -> None:
    # Of sentences that are mostly a statement the model reads something else.
    whole = result.sentences["statement"].isna().to_numpy()
    spans = result.spans[whole[result.spans["sentence"]]]
    sentences = result.sentences.iloc[spans["sentence"]]
    starts = spans["start"].to_numpy() - sentences["start"].to_numpy()
    ends = spans["end"].to_numpy() - sentences["start"].to_numpy()
    masked = load_classifier().loaded_when_masked(
        sentences["text"].tolist(), [[span] for span in zip(starts, ends, strict=True)]
    )
    expected = sentences["loaded_probability"].to_numpy() - masked
    assert spans["effect"].to_numpy() == pytest.approx(expected, abs=1e-6)
    assert spans["effect"].max() > 0.05


def test_joint_effect_is_the_fall_with_all_loaded_words_masked() -> None:
    text = "The mayor met the union on Monday. The spineless, disgraceful mayor caved in again."
    result = analyze(text)
    begin = text.index("The spineless")
    sentence = text[begin:]
    words = zip(result.spans["start"] - begin, result.spans["end"] - begin, strict=True)
    found = [(int(start), int(end)) for start, end in words]
    assert len(found) > 1
    without = load_classifier().loaded_when_masked([sentence], [found])[0]
    expected = result.sentences["loaded_probability"][1] - without
    assert result.sentences["joint_effect"][1] == pytest.approx(expected, abs=1e-6)
    assert expected > max(result.spans["effect"])
    assert isnan(result.sentences["joint_effect"][0])  # no loaded word: nothing to explain


def test_one_loaded_word_has_no_joint_effect() -> None:
    """Its own effect says it already."""
    result = analyze("The mayor met the union on Monday. The disgraceful mayor left the room.")
    assert result.spans["sentence"].tolist() == [1]
    assert result.sentences["loaded"][1] != "not loaded"
    assert result.sentences["joint_effect"].isna().all()


def test_a_sentence_that_is_not_loaded_has_no_joint_effect() -> None:
    real = load_classifier()
    strict = SimpleNamespace(
        name="strict",
        version="1",
        thresholds=LoadedThresholds(not_loaded_below=1.0, loaded_from=1.0),
        tone_thresholds=real.tone_thresholds,
        max_tokens=real.max_tokens,
        predict=real.predict,
        loaded_when_masked=real.loaded_when_masked,
    )
    result = analyze(ARTICLE_TEXT, model=strict)
    assert (result.sentences["loaded"] == "not loaded").all()
    assert result.spans["sentence"].duplicated().any()
    assert result.sentences["joint_effect"].isna().all()
    assert result.spans["effect"].isna().all()


def test_article_row_is_counted_from_the_sentences(result: Result) -> None:
    article, sentences = result.article.iloc[0], result.sentences
    classifier = load_classifier()
    assert (article["title"], article["source"], article["language"]) == ("Mayor", "town.txt", "en")
    assert (article["model"], article["model_version"]) == (classifier.name, classifier.version)
    assert article["characters"] == len(ARTICLE_TEXT)
    assert (article["paragraphs"], article["sentences"], article["words"]) == (4, 7, 48)
    assert article["outlet_sentences"] == 4
    assert article["mixed_sentences"] == 0
    assert article["quoted_sentences"] == 3
    assert article["reported_sentences"] == 0
    assert article["statements"] == 1
    assert article["truncated_sentences"] == 0
    assert article["loaded_spans"] == len(result.spans)
    loaded = [band == "loaded" for band in sentences["loaded"]]
    own = [voice == "outlet" for voice in sentences["voice"]]
    assert article["loaded_sentences"] == sum(loaded)
    assert article["loaded_share"] == pytest.approx(sum(loaded) / 7)
    both = sum(a and b for a, b in zip(loaded, own, strict=True))
    assert article["loaded_share_outlet"] == pytest.approx(both / 4)
    assert article["mean_tone"] == pytest.approx(sum(sentences["tone"]) / 7)
    assert article["mean_tone_outlet"] == pytest.approx(sum(sentences["tone"][own]) / 4)
    shares = article[["negative_share", "neutral_share", "positive_share", "unclear_share"]]
    assert shares.sum() == pytest.approx(1)
    assert isnan(article["smog_index"])
    assert 0 < article["flesch_reading_ease"] < 100


class Fixed:
    """A classifier whose answers were written down, so that shares can be worked out by hand."""

    name, version, max_tokens = "fixed", "1", 256
    thresholds = LoadedThresholds(not_loaded_below=0.3, loaded_from=0.7)
    tone_thresholds = ToneThresholds(negative=0.75, neutral=0.75, positive=0.6)

    def predict(self, sentences: Sequence[str]) -> Prediction:
        assert len(sentences) == 4
        return Prediction(
            sentiment=np.array(
                [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.1, 0.3, 0.6], [0.9, 0.1, 0.0]], np.float32
            ),
            loaded=np.array([0.9, 0.5, 0.1, 0.8]),
            words=[[(4, 9, 0.9)], [], [], []],
            truncated=np.array([False, True, False, False]),
            read_to=np.array([len(sentence) for sentence in sentences]),
        )

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> NDArray[np.float32]:
        return np.full(len(sentences), 0.6, np.float32)


def test_article_row_by_hand() -> None:
    text = "The cruel mayor left. The town waits. It rained today. “They are all liars!”"
    result = analyze(text, model=Fixed())
    article = result.article.iloc[0]
    assert (article["loaded_sentences"], article["uncertain_sentences"]) == (2, 1)
    assert (article["outlet_sentences"], article["quoted_sentences"]) == (3, 1)
    assert (article["truncated_sentences"], article["loaded_spans"]) == (1, 1)
    assert article["loaded_share"] == 0.5  # two of four
    assert article["loaded_share_outlet"] == pytest.approx(0.3333, abs=1e-4)  # one of three
    # tones: 0.1 − 0.7, 0.1 − 0.1, 0.6 − 0.1, 0.0 − 0.9
    assert result.sentences["tone"].tolist() == pytest.approx([-0.6, 0.0, 0.5, -0.9])
    assert article["mean_tone"] == pytest.approx(-0.25)
    assert article["mean_tone_outlet"] == pytest.approx(-0.0333, abs=1e-4)
    # The first is negative with 0.7, the fourth with 0.9.
    assert result.sentences["tone_label"].tolist() == ["unclear", "neutral", "positive", "negative"]
    shares = article[["negative_share", "neutral_share", "positive_share", "unclear_share"]]
    assert shares.tolist() == [0.25, 0.25, 0.25, 0.25]
    assert result.spans["effect"].tolist() == pytest.approx([0.3])  # 0.9 − 0.6


def test_an_article_brings_its_title_and_quoted_passages() -> None:
    text = "The mayor spoke on Tuesday.\n\nIt is a disgrace that she lied to all of us."
    start = text.index("It is")
    article = Article(
        text, "The mayor spoke", None, None, None, "html", quoted=((start, len(text)),)
    )
    result = analyze(article)
    assert result.text == text
    assert result.article["title"][0] == "The mayor spoke"
    assert result.sentences["voice"].tolist() == ["outlet", "quoted"]
    assert result.quotations["text"].tolist() == [text[start:]]
    assert analyze(article, title="Another").article["title"][0] == "Another"


def test_what_speakers_and_letters_say_is_not_the_outlets_voice() -> None:
    text = (
        "HALE: Did you know about the leak?\nORTIZ: That is a lie from a corrupt paper.\n"
        "HALE: We will leave it there.\n\nOn Monday Ana Pell wrote:\n\n"
        "> You have lied to us for years.\n\nThe council did not reply."
    )
    result = analyze(text)
    assert result.sentences["voice"].tolist() == [
        "quoted", "quoted", "quoted", "outlet", "quoted", "outlet",
    ]  # fmt: skip
    assert result.quotations["text"].tolist() == [
        "Did you know about the leak?",
        "That is a lie from a corrupt paper.",
        "We will leave it there.",
        "You have lied to us for years.",
    ]
    assert result.article["outlet_sentences"][0] == 2


def test_all_quoted_leaves_no_outlet_voice() -> None:
    article = analyze("“It was not the plan that we had voted for.”").article.iloc[0]
    assert article["outlet_sentences"] == 0
    assert isnan(article["loaded_share_outlet"])
    assert isnan(article["mean_tone_outlet"])
    assert article["title"] == article["source"] == ""


def test_sentences_longer_than_the_model_reads_are_counted() -> None:
    long = "The office is open " + "on Monday and on Tuesday and " * 60 + "on Friday."
    result = analyze(f"It was the first of them. {long}")
    assert result.article["truncated_sentences"].tolist() == [1]
    assert result.sentences["end"].tolist()[-1] == len(result.text)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.slug)
def test_offsets_of_samples(sample: object) -> None:
    require_exact(analyze(sample.text))  # type: ignore[attr-defined]


@given(st.lists(st.one_of(PIECES, ANY), min_size=1, max_size=12))
@example(["The mayor said that it was hers. ", "\u0301\u200d", "👩‍👩‍👧", "\r", "“It is", "\u2029"])
def test_offsets_for_any_unicode(pieces: list[str]) -> None:
    text = "It was the mayor who said that. " + "".join(pieces) + " And that is what they had."
    try:
        result = analyze(text)
    except NotEnglish:
        return
    assert result.text is text
    require_exact(result)


def require_exact(result: Result) -> None:
    text = result.text
    for frame in (result.sentences, result.spans, result.quotations, result.statements):
        for start, end, held in zip(frame["start"], frame["end"], frame["text"], strict=True):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == held
    starts, ends = result.sentences["start"].tolist(), result.sentences["end"].tolist()
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    gaps = zip([0, *ends], [*starts, len(text)], strict=True)
    assert not any(any(map(str.isalnum, text[end:start])) for end, start in gaps)
    assert set(result.sentences["voice"]) <= set(VOICES)


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\r\n", "12 – 34 … 👍", "”", "\ufeff"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(EmptyText):
        analyze(text)


@pytest.mark.parametrize("text", ["A\0B", "\x89PNG\r\n\x1a\n\0\0\0", "half \ud83d of it"])
def test_no_text(text: str) -> None:
    with pytest.raises(NotText):
        analyze(text)


def test_too_long() -> None:
    with pytest.raises(TextTooLong) as caught:
        analyze("word " * 100_001)
    assert (caught.value.length, caught.value.limit) == (100_001, MAX_WORDS)


def test_another_language() -> None:
    with pytest.raises(NotEnglish, match="French"):
        analyze("Le maire a annoncé mardi que le projet coûterait trois millions d’euros.")


def test_names_that_no_file_could_hold_are_kept_readable() -> None:
    article = analyze("It was the plan that they had.", source="caf\udce9.txt").article
    assert article["source"].tolist() == ["caf?.txt"]

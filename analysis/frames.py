"""The frames of one article: every column's name, dtype and meaning, declared once.

Those of a comparison are in ``analysis.comparison.frames``.

Tables, charts, exports and tests speak in these names. Offsets are Python string indexes
(code points) into the article's text exactly as it was given, end exclusive, so that
``text[start:end]`` is the passage for any Unicode.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.columns import Column, Columns
from analysis.columns import empty as empty
from analysis.columns import frame as frame

if TYPE_CHECKING:
    import pandas as pd

VOICES = ("outlet", "quoted", "reported", "mixed")
"""Whose words a sentence is: the outlet's own; somebody's in quotation marks; somebody's words or
thoughts without marks; or own or reported words with a quotation in them that says something."""

FORMS = ("direct", "reported", "mixed")
"""How a statement is given: in quotation marks, without them, or partly in them."""

ACTS = ("said", "thought")
"""What a statement tells of its speaker: what was said or written, or what is thought, wanted or
felt."""

MANNERS = ("neutral", "doubting", "asserting", "conceding", "emotive")
"""What the verb of a statement implies: nothing (*said*), that it may be untrue (*claimed*), that
the speaker stands by it (*insisted*), that the speaker gives way (*admitted*), or a feeling
(*slammed*)."""

NAME_KINDS = ("person", "organisation", "place", "group")
"""What names are of."""

SENTIMENTS = ("negative", "neutral", "positive")
"""In the order of the model's sentiment outputs."""

UNCLEAR = "unclear"
"""The tone label of a sentence whose sentiment is not probable enough to be shown."""

TONE_LABELS = (*SENTIMENTS, UNCLEAR)
"""What ``tone_label`` holds: a mark beside a sentence is only ever one of the first three."""

BANDS = ("not loaded", "uncertain", "loaded")
"""Bands of the loaded probability, from low to high."""

HEADLINE, BODY, FURNITURE = PARTS = ("headline", "body", "furniture")
"""What of a page a sentence is. Furniture is what is not the article: bylines, datelines, credits,
captions, “Read more”, adverts. It is shown, but neither scored nor counted."""


_SCORES: Columns = {
    "negative": Column("float64", "calibrated probability of negative sentiment, 0 to 1"),
    "neutral": Column("float64", "calibrated probability of neutral sentiment, 0 to 1"),
    "positive": Column("float64", "calibrated probability of positive sentiment, 0 to 1"),
    "sentiment": Column("str", "most probable sentiment: negative, neutral or positive"),
    "tone_label": Column(
        "str",
        "the sentiment where it is probable enough to be right 8 times in 10 on held-out news, "
        "else unclear",
    ),
    "tone": Column("float64", "positive minus negative, -1 to 1"),
    "loaded_probability": Column("float64", "calibrated probability of loaded language, 0 to 1"),
    "loaded": Column("str", "band of loaded_probability: not loaded, uncertain or loaded"),
}

SENTENCES: Columns = {
    "sentence": Column("int64", "number of the sentence in reading order, from 0"),
    "paragraph": Column("int64", "number of its paragraph, from 0"),
    "start": Column("int64", "offset of its first character in the article's text"),
    "end": Column("int64", "offset after its last character in the article's text"),
    "text": Column("str", "the sentence: text[start:end]"),
    "part": Column("str", "what of the page it is: headline, body or furniture"),
    "voice": Column("str", "whose words: outlet, quoted, reported or mixed"),
    "speaker": Column(
        "str",
        "who speaks, by the name as first given in full; empty for the outlet, and where no name "
        "is known",
    ),
    "statement": Column(
        "Int64",
        "number of the statement that the sentence mostly is, whose scores it takes, else <NA>",
    ),
    **_SCORES,
    "joint_effect": Column(
        "float64",
        "fall of loaded_probability with all its loaded words masked; NaN where it is not loaded "
        "or holds fewer than two",
    ),
    "words": Column("int64", "number of words"),
    "reading_ease": Column("float64", "Flesch Reading Ease, 0 to 100, NaN if too short to say"),
    "language": Column("str", "en, or the ISO 639 code of another language, und if not known"),
}
"""One row per sentence, in reading order.

Furniture has no scores, nor has a sentence in another language than English, unless any language
was asked for: its numbers from negative to joint_effect and reading_ease are NaN, its labels are
missing.
"""

SPANS: Columns = {
    "sentence": Column("int64", "number of the sentence that holds the span"),
    "start": Column("int64", "offset of its first character in the article's text"),
    "end": Column("int64", "offset after its last character in the article's text"),
    "text": Column("str", "the loaded word or phrase: text[start:end]"),
    "probability": Column("float64", "calibrated probability that it is loaded, 0 to 1"),
    "alternative": Column("str", "a plainer wording, or empty"),
    "effect": Column(
        "float64",
        "fall of the sentence's loaded_probability with the span masked; NaN where the sentence "
        "is not loaded",
    ),
}
"""One row per loaded word or phrase, in reading order."""

STATEMENTS: Columns = {
    "statement": Column("int64", "number of the statement, from 0; the same for all its pieces"),
    "sentence": Column("int64", "number of the sentence that holds the piece's first character"),
    "start": Column("int64", "offset of the piece's first character in the article's text"),
    "end": Column("int64", "offset after the piece's last character in the article's text"),
    "text": Column("str", "what was said or thought, with quotation marks if any: text[start:end]"),
    "form": Column("str", "how the statement is given: direct, reported or mixed"),
    "act": Column("str", "said, or thought (hoped, wanted, feared)"),
    "speaker": Column(
        "str", "who speaks, by the name as first given in full, else in the article's words"
    ),
    "speaker_start": Column("Int64", "offset of the words that name the speaker, else <NA>"),
    "speaker_end": Column("Int64", "offset after these words, else <NA>"),
    "cue": Column("str", "the words that attribute it (said, according to), or empty"),
    "cue_start": Column("Int64", "offset of the cue in the article's text, else <NA>"),
    "cue_end": Column("Int64", "offset after the cue, else <NA>"),
    "verb": Column("str", "base form of the cue's verb or phrase (say), or empty"),
    "manner": Column(
        "str",
        "what the verb implies: neutral, doubting, asserting, conceding or emotive; empty without "
        "a cue",
    ),
    "closed": Column("bool", "false for a quotation whose closing mark is missing"),
    **_SCORES,
    "loaded_words": Column(
        "object", "list of (start, end) offsets of the piece's loaded words in the article's text"
    ),
}
"""One row per piece of a statement, in reading order; most statements have one piece.

A statement is what one speaker says or thinks. The scores are those of its content, read by itself
as if it stood alone: the same on each of its pieces, NaN or missing where it was not scored.
"""

NAMES: Columns = {
    "name": Column("str", "the name as first given in full"),
    "kind": Column("str", "person, organisation, place or group"),
    "mentions": Column("object", "list of (start, end) offsets of its mentions in the text"),
    "count": Column("int64", "number of its mentions"),
    "outlet": Column("int64", "mentions in sentences in the outlet's own voice"),
    "quoted": Column("int64", "mentions in quoted sentences"),
    "reported": Column("int64", "mentions in sentences that report somebody's words"),
    "mixed": Column("int64", "mentions in sentences partly quoted"),
    "tone": Column(
        "float64", "mean tone of the sentences that mention it, -1 to 1; NaN under three of them"
    ),
    "tone_low": Column("float64", "lower end of the mean tone's 95 % interval, else NaN"),
    "tone_high": Column("float64", "upper end of the mean tone's 95 % interval, else NaN"),
}
"""One row per person, organisation, place or group that the article names, by first mention."""

QUOTATIONS: Columns = {
    "start": Column("int64", "offset of its opening mark, or first character, in the text"),
    "end": Column("int64", "offset after its closing mark, or last character, in the text"),
    "text": Column("str", "the quotation with its marks, if it has any: text[start:end]"),
    "closed": Column("bool", "whether a closing mark was found"),
}
"""One row per quotation, in reading order.

A passage that structure gives as somebody else's words (a block quotation, lines with ``>``, what
follows a speaker label) has no marks; ``closed`` is true for it.
"""

READABILITY: Columns = {
    "flesch_reading_ease": Column("float64", "Flesch Reading Ease, higher is easier"),
    "flesch_kincaid_grade": Column("float64", "Flesch-Kincaid grade, in US school years"),
    "gunning_fog": Column("float64", "Gunning fog index, in US school years"),
    "smog_index": Column("float64", "SMOG grade, in US school years; NaN under 30 sentences"),
    "automated_readability_index": Column("float64", "ARI, in US school years"),
    "coleman_liau_index": Column("float64", "Coleman-Liau index, in US school years"),
}
"""Readability measures of a text; NaN if the text is too short for a measure."""

PARAGRAPHS: Columns = {
    "paragraph": Column("int64", "number of the paragraph, from 0"),
    "sentences": Column("int64", "number of its sentences"),
    "words": Column("int64", "number of its words"),
    **READABILITY,
}
"""What ``paragraph_readability`` returns: one row per paragraph, in reading order."""

ARTICLE: Columns = {
    "title": Column("str", "title, or empty"),
    "source": Column("str", "file, address or sample it came from, or empty"),
    "language": Column("str", "language of most of the text: en, another ISO 639 code, or und"),
    "any_language": Column("bool", "whether sentences in other languages were scored as English"),
    "model": Column("str", "name of the model that scored it"),
    "model_version": Column("str", "version of that model"),
    "not_loaded_below": Column("float64", "loaded_probability under which the band is not loaded"),
    "loaded_from": Column("float64", "loaded_probability from which the band is loaded"),
    "characters": Column("int64", "length of the text in characters"),
    "paragraphs": Column("int64", "number of paragraphs, without those of furniture only"),
    "sentences": Column("int64", "number of sentences, without furniture"),
    "words": Column("int64", "number of words, without furniture"),
    "furniture_sentences": Column("int64", "lines and sentences that are furniture"),
    "outlet_sentences": Column("int64", "sentences in the outlet's own voice"),
    "quoted_sentences": Column("int64", "sentences of somebody's words in quotation marks"),
    "reported_sentences": Column("int64", "sentences of somebody's words or thoughts, unmarked"),
    "mixed_sentences": Column("int64", "sentences partly quoted"),
    "statements": Column("int64", "statements: what somebody says or thinks"),
    "speakers": Column("int64", "different speakers of statements"),
    "unscored_sentences": Column("int64", "sentences in other languages that were not scored"),
    "truncated_sentences": Column("int64", "sentences the model read only the beginning of"),
    "loaded_sentences": Column("int64", "sentences in the band loaded"),
    "uncertain_sentences": Column("int64", "sentences in the band uncertain"),
    "loaded_spans": Column("int64", "loaded words and phrases found"),
    "loaded_share": Column("float64", "loaded sentences / scored sentences, 0 to 1"),
    "loaded_share_outlet": Column(
        "float64", "the same among those in the outlet's own voice, NaN if there are none"
    ),
    "mean_tone": Column("float64", "mean tone of the sentences, -1 to 1"),
    "mean_tone_outlet": Column(
        "float64", "mean tone of sentences in the outlet's own voice, NaN if there are none"
    ),
    "negative_share": Column("float64", "sentences of negative tone / scored sentences, 0 to 1"),
    "neutral_share": Column("float64", "sentences of neutral tone / scored sentences, 0 to 1"),
    "positive_share": Column("float64", "sentences of positive tone / scored sentences, 0 to 1"),
    "unclear_share": Column("float64", "sentences of unclear tone / scored sentences, 0 to 1"),
    **READABILITY,
}
"""One row: counts, shares, mean tone, readability, model, language and source.

Readability is that of the scored sentences; counts and shares leave furniture out. The
outlet's own voice is the sentences whose ``voice`` is ``outlet``: in a mixed sentence the
loaded words may be the speaker's, so it counts for neither side.
"""

SCORES: Columns = {
    **_SCORES,
    "loaded_words": Column("object", "list of (start, end) offsets into the given sentence"),
    "read_to": Column(
        "Int64",
        "offset in the given sentence after the last character the model read, its length if it "
        "read all; <NA> for an empty sentence",
    ),
}
"""What ``score_sentences`` returns: one row per input, in the same order."""


@dataclass(frozen=True)
class Result:
    """An analysed article: six frames and the text their offsets point into.

    ``article``, ``sentences``, ``spans``, ``statements``, ``names`` and ``quotations`` hold the
    columns declared in ``ARTICLE``, ``SENTENCES``, ``SPANS``, ``STATEMENTS``, ``NAMES`` and
    ``QUOTATIONS``; ``text`` is the text as given.
    """

    article: pd.DataFrame
    sentences: pd.DataFrame
    spans: pd.DataFrame
    statements: pd.DataFrame
    names: pd.DataFrame
    quotations: pd.DataFrame
    text: str

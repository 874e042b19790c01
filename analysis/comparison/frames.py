"""The frames of a comparison: every column's name, dtype and meaning, declared once.

Articles are known by their place in the comparison, from 0 in data and as A, B, C … where people
read them. Sentences and statements are known by their numbers in their own article's frames, and
offsets point into their own article's text, so that ``articles[a].text[start:end]`` is the passage.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.columns import Column, Columns

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result

SAME_FACT, POSSIBLY, NO_MATCH = PAIR_BANDS = ("same fact", "possibly", "no match found")
"""How sure it is that two sentences tell the same fact. “No match found” says what was found, not
that the other article does not tell it."""

RELATIONS_OF_TWO = ("same text", "near copy", "same event", "unclear", "different events")
"""What two articles are to each other: word for word the same, mostly the same sentences (wire
copy), reports of one event, too few shared facts to say, or about different things."""

MEASURES_COMPARED = ("loaded_share_outlet", "mean_tone_outlet", "speaker_share", "tone_towards")
"""What is measured in every article: the share of its own-voice sentences that are likely loaded,
the mean tone of those, the share of its words that a speaker is given, and the mean tone of the
sentences that mention a person or organisation."""

_ARTICLES: Columns = {
    "article_a": Column("int64", "place of the first article in the comparison, from 0"),
    "article_b": Column("int64", "place of the second article, greater than article_a"),
}

PAIRS: Columns = {
    **_ARTICLES,
    "sentence_a": Column("Int64", "sentence of the first article, <NA> if only the second has it"),
    "sentence_b": Column("Int64", "sentence of the second article, <NA> if only the first has it"),
    "band": Column("str", "same fact, possibly, or no match found"),
    "same_fact": Column(
        "float64", "probability that both tell the same fact, 0 to 1; NaN without a partner"
    ),
    "similarity": Column("float64", "cosine of the pair's weighted words, 0 to 1; NaN unpaired"),
    "text_a": Column("str", "text of sentence_a, missing if there is none"),
    "text_b": Column("str", "text of sentence_b, missing if there is none"),
    "voice_a": Column("str", "voice of sentence_a, missing if there is none"),
    "voice_b": Column("str", "voice of sentence_b, missing if there is none"),
    "tone_a": Column("float64", "tone of sentence_a, -1 to 1"),
    "tone_b": Column("float64", "tone of sentence_b, -1 to 1"),
    "tone_difference": Column("float64", "tone_b minus tone_a, -2 to 2"),
    "loaded_probability_a": Column("float64", "loaded_probability of sentence_a, 0 to 1"),
    "loaded_probability_b": Column("float64", "loaded_probability of sentence_b, 0 to 1"),
    "loaded_probability_difference": Column("float64", "b minus a, -1 to 1"),
}
"""One row per pair of sentences, and one per sentence that has no partner in the other article.

For each two articles: first the sentences of the first in its order, each with its partners, then
those that only the second has, in its order. A sentence may have several partners. Furniture is
left out.
"""

FACTS: Columns = {
    "fact": Column("int64", "number of the fact, from 0: those that most articles tell first"),
    "articles": Column("int64", "how many articles tell it"),
    "article": Column("int64", "place of the article that tells it"),
    "sentence": Column("int64", "sentence that tells it there"),
    "text": Column("str", "that sentence"),
    "band": Column("str", "same fact where it is told, possibly where it may be"),
}
"""One row per fact and sentence that tells it, or possibly does; a sentence without a partner
anywhere is a fact that one article tells."""

RELATIONS: Columns = {
    **_ARTICLES,
    "relation": Column("str", "same text, near copy, same event, unclear or different events"),
    "same_text": Column(
        "float64", "share of the shorter article's words that stand alike in the other, 0 to 1"
    ),
    "same_facts": Column("int64", "pairs of sentences that tell the same fact"),
    "differing_a": Column("object", "sentences of the first that do not stand in the second"),
    "differing_b": Column("object", "sentences of the second that do not stand in the first"),
}
"""One row per two articles."""

WORDINGS: Columns = {
    "pair": Column("int64", "row of the pair in the frame of pairs"),
    "article": Column("int64", "place of the article that holds the passage"),
    "start": Column("int64", "offset of the passage's first character in its article's text"),
    "end": Column("int64", "offset after its last character"),
    "text": Column("str", "words of a sentence that its partner does not have: text[start:end]"),
}
"""One row per passage that differs inside a pair (same fact or possibly).

A sentence with several partners in one article has the passages that none of those that tell the
same fact holds.
"""

NUMBERS: Columns = {
    "pair": Column("int64", "row of the pair in the frame of pairs"),
    "counted": Column("str", "what is counted, as the first article words it"),
    "start_a": Column("int64", "offset of the number in the first article's text"),
    "end_a": Column("int64", "offset after its last character"),
    "number_a": Column("str", "the number as written in the first article"),
    "value_a": Column("float64", "value of number_a"),
    "start_b": Column("int64", "offset of the number in the second article's text"),
    "end_b": Column("int64", "offset after its last character"),
    "number_b": Column("str", "the number as written in the second article"),
    "value_b": Column("float64", "value of number_b"),
}
"""One row per two numbers inside a pair that count the same thing and differ in value."""

SAYINGS: Columns = {
    **_ARTICLES,
    "statement_a": Column("int64", "statement of the first article"),
    "statement_b": Column("int64", "statement of the second article"),
    "sentence_a": Column(
        "int64", "sentence of statement_a that says what one of the other statement says"
    ),
    "sentence_b": Column(
        "int64", "sentence of statement_b that says what one of the other statement says"
    ),
    "speaker": Column("str", "who speaks, as the first article names them, or empty"),
    "text_a": Column("str", "what was said, as the first article gives it"),
    "text_b": Column("str", "what was said, as the second article gives it"),
    "cue_a": Column("str", "the words that attribute it in the first article"),
    "cue_b": Column("str", "the words that attribute it in the second article"),
    "cue_start_a": Column("Int64", "offset of cue_a in the first article's text, else <NA>"),
    "cue_end_a": Column("Int64", "offset after its last character, else <NA>"),
    "cue_start_b": Column("Int64", "offset of cue_b in the second article's text, else <NA>"),
    "cue_end_b": Column("Int64", "offset after its last character, else <NA>"),
    "verb_a": Column("str", "base form of cue_a's verb, or empty"),
    "verb_b": Column("str", "base form of cue_b's verb, or empty"),
    "manner_a": Column("str", "what verb_a implies, or empty"),
    "manner_b": Column("str", "what verb_b implies, or empty"),
    "differs": Column("bool", "whether the verbs imply different things"),
}
"""One row per two statements of one speaker that say the same, with their verbs of saying."""

ATTRIBUTIONS: Columns = {
    "said_in": Column("int64", "place of the article that attributes the statement"),
    "said_sentence": Column("int64", "sentence that attributes it"),
    "said_start": Column("int64", "offset of the statement's first character there"),
    "said_end": Column("int64", "offset after its last character"),
    "said_text": Column("str", "the statement"),
    "speaker": Column("str", "who says it, or empty"),
    "cue": Column("str", "the words that attribute it, or empty"),
    "asserted_in": Column("int64", "place of the article that asserts it in its own voice"),
    "asserted_sentence": Column("int64", "sentence that asserts it"),
    "asserted_text": Column("str", "that sentence"),
}
"""One row per statement that one article attributes and another asserts in its own voice."""

CUTS: Columns = {
    **_ARTICLES,
    "speaker": Column("str", "who speaks, as the first article that names them does, or empty"),
    "start_a": Column("int64", "offset of the quotation's first piece in the first article's text"),
    "end_a": Column("int64", "offset after its last piece"),
    "pieces_a": Column("object", "list of (start, end) offsets of its pieces, with their marks"),
    "text_a": Column("str", "the quotation as the first article gives it, … between its pieces"),
    "sentence_a": Column("int64", "sentence that holds its start"),
    "start_b": Column("int64", "offset of its first piece in the second article's text"),
    "end_b": Column("int64", "offset after its last piece"),
    "pieces_b": Column("object", "list of (start, end) offsets of its pieces, with their marks"),
    "text_b": Column("str", "the quotation as the second article gives it, … between its pieces"),
    "sentence_b": Column("int64", "sentence that holds its start"),
    "only_a": Column(
        "object", "list of (start, end) offsets of passages that only the first gives"
    ),
    "only_b": Column(
        "object", "list of (start, end) offsets of passages that only the second gives"
    ),
}
"""One row per quotation that two articles give in different lengths or with other words."""

NAMINGS: Columns = {
    "thing": Column("int64", "number of the person, group or thing, from 0"),
    "article": Column("int64", "place of the article that words it so"),
    "wording": Column("str", "what it is called there"),
    "kind": Column("str", "person, organisation, place, group or thing"),
    "count": Column("int64", "how often it is called so in the article"),
    "mentions": Column("object", "list of (start, end) offsets of the wording in the text"),
    "sentence": Column("int64", "sentence of the first mention"),
    "loaded": Column("bool", "whether the wording is marked as loaded in the outlet's own voice"),
}
"""One row per person, group or thing, article, and wording that only some articles use for it.

An article without such a wording has the one it shares with others, or the plain name, so that
every thing has at least two articles.
"""

SPEAKERS_COMPARED: Columns = {
    "speaker": Column("str", "who speaks, by the fullest name that an article gives"),
    "article": Column("int64", "place of the article"),
    "statements": Column("int64", "statements of the speaker there, 0 if there are none"),
    "words": Column("int64", "words of these statements"),
    "share": Column("float64", "words / words of the article, 0 to 1"),
    "sentence": Column("Int64", "sentence of the first statement, <NA> if there is none"),
    "articles": Column("int64", "in how many articles the speaker speaks"),
}
"""One row per speaker and article, those who speak in most articles first."""

MEASURES: Columns = {
    "measure": Column("str", "what is measured: one of MEASURES_COMPARED"),
    "subject": Column("str", "the speaker, or the person or organisation mentioned, else empty"),
    "voice": Column("str", "outlet; speakers for what others say; empty for speaker_share"),
    "article": Column("int64", "place of the article"),
    "value": Column("float64", "a share 0 to 1, or a mean tone -1 to 1; NaN under 3 sentences"),
    "low": Column("float64", "lower end of the value's 95 % interval, else NaN"),
    "high": Column("float64", "upper end of the value's 95 % interval, else NaN"),
    "count": Column("int64", "sentences (for speaker_share: words) that the value is of"),
}
"""One row per measure, subject, voice and article."""

DIFFERENCES: Columns = {
    "measure": Column("str", "what is measured: one of MEASURES_COMPARED"),
    "subject": Column("str", "as in the frame of measures"),
    "voice": Column("str", "as in the frame of measures"),
    **_ARTICLES,
    "difference": Column("float64", "value of article_b minus value of article_a"),
    "low": Column(
        "float64",
        "lower end of its 95 % interval: bootstrap over sentences; if few, Newcombe's or Welch's",
    ),
    "high": Column("float64", "upper end of it"),
    "clear": Column("bool", "whether the interval leaves out zero"),
}
"""One row per measure, subject, voice and two articles that both have a value."""


@dataclass(frozen=True)
class Comparison:
    """Two or more analysed articles, and what was found between them.

    ``articles`` in the order given; the frames hold the columns declared in this module: ``pairs``
    (``PAIRS``), ``facts``, ``relations``, ``wordings``, ``numbers``, ``sayings``,
    ``attributions``, ``cuts``, ``namings``, ``speakers`` (``SPEAKERS_COMPARED``), ``measures`` and
    ``differences``.
    """

    articles: tuple[Result, ...]
    pairs: pd.DataFrame
    facts: pd.DataFrame
    relations: pd.DataFrame
    wordings: pd.DataFrame
    numbers: pd.DataFrame
    sayings: pd.DataFrame
    attributions: pd.DataFrame
    cuts: pd.DataFrame
    namings: pd.DataFrame
    speakers: pd.DataFrame
    measures: pd.DataFrame
    differences: pd.DataFrame


def letter(article: int) -> str:
    """Return what people read for the article at this place from 0: A, B, C …"""
    return chr(ord("A") + article)

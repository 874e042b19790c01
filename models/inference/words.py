"""From token probabilities to whole words and phrases."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.inference.prediction import Word

#: A word: letters and digits with their combining marks, joined by hyphens or apostrophes.
_MARKED = r"[^\W_][\w\u0300-\u036f\u200d]*"
_JOINED = rf"{_MARKED}(?:[-\u2010\u2011'\u2019]{_MARKED})*"
WORD = re.compile(_JOINED)

#: A word with letters replaced by asterisks (“f***ing”, “s**t”, “f***”), but not one between the
#: asterisks of Markdown's emphasis.
_CENSORED = re.compile(
    rf"(?<![\w*\u2010\u2011'\u2019-])(?:{_JOINED}(?:\*+{_JOINED})+|[^\W_]{{1,2}}\*{{2,}})"
)


#: Function words that are removed from either end of a loaded phrase: “the spineless” is
#: “spineless”.
_EDGES = frozenset(
    {"a", "an", "the", "and", "or", "but", "of", "that", "this", "these", "those"}
    | {"its", "his", "her", "their", "our", "your", "my"}
    | {"is", "are", "was", "were", "be", "been", "being", "has", "have", "had"}
)


#: Least probability of a name, as a share of the sentence's highest word probability. Without it,
#: capitalised words inside a sentence had a precision of 0.30 out of fold, all words 0.53; with it
#: they have 0.42.
NAME_SHARE = 0.7

#: A word after one of these may be capitalised because of its position.
_OPENING = frozenset(".!?:“”\"‘'([—–-")


@dataclass(frozen=True)
class WordThresholds:
    """The probability from which a word of a sentence is loaded.

    Attributes:
        neutral: in a sentence of the neutral band, 0…1.
        flagged: in any other sentence; lower, as the reader should be shown why it is flagged.
            Names need `neutral` there too: beside a loaded word they get a high probability, but a
            name is not loaded wording.
        share: of the sentence's highest word probability, 0…1; beside a word that is surely loaded,
            one of half its probability seldom is. For names it is at least `NAME_SHARE`.
    """

    neutral: float
    flagged: float
    share: float = 0.0

    def phrases(self, text: str, words: Sequence[Word], flagged: bool) -> list[Word]:
        """The loaded words and phrases of a sentence, from all its words."""
        words = whole_words(text, words)
        likeliest = max((p for a, b, p in words if text[a:b].lower() not in _EDGES), default=0.0)
        least = max(self.flagged if flagged else self.neutral, self.share * likeliest)
        if likeliest < least:
            return []
        least_of_names = max(self.neutral, self.share * likeliest, NAME_SHARE * likeliest)
        possible = [
            word
            for word, name in zip(words, are_names(text, words), strict=True)
            if not name or word[2] >= least_of_names
        ]
        return loaded_phrases(text, possible, least)


def are_names(text: str, words: Sequence[Word]) -> list[bool]:
    """For each word, whether it is capitalised for another reason than its position.

    False for all where most words are capitalised, as in headlines.
    """
    capitalised = [text[start].isupper() for start, _, _ in words]
    if 2 * sum(capitalised) > len(words):
        return [False] * len(words)
    behind = [text[:start].rstrip()[-1:] for start, _, _ in words]
    return [c and b != "" and b not in _OPENING for c, b in zip(capitalised, behind, strict=True)]


def word_probabilities(
    text: str, offsets: Sequence[tuple[int, int]], probabilities: Sequence[float]
) -> list[Word]:
    """Each word of `text` with the highest probability among its tokens.

    Args:
        text: the sentence.
        offsets: character offsets of the tokens, in order; empty ones (special tokens) are ignored.
        probabilities: one per token, 0…1; or logits, and logits are returned.

    Words past the model's limit have no token and are left out.
    """
    words: list[Word] = []
    token, count = 0, len(offsets)
    for match in WORD.finditer(text):
        start, end = match.span()
        while token < count and offsets[token][1] <= start:
            token += 1
        best, at = -math.inf, token
        while at < count and offsets[at][0] < end:
            if offsets[at][1] > offsets[at][0]:
                best = max(best, probabilities[at])
            at += 1
        if best > -math.inf:
            words.append((start, end, best))
    return words


def whole_words(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """`words` with the parts of a censored word (“f***ing”) as one word, which has the highest
    probability of its parts."""
    if "*" not in text or not words:
        return words
    whole = list(words)
    for censored in _CENSORED.finditer(text):
        start, end = censored.span()
        if start > words[-1][1]:  # beyond the truncation there are no words
            break
        parts = [word for word in whole if start <= word[0] < end]
        if parts:
            at = whole.index(parts[0])
            last = max(end, parts[-1][1])
            whole[at : at + len(parts)] = [(start, last, max(p for *_, p in parts))]
    return whole


def words_with(text: str, values: Sequence[float]) -> list[Word]:
    """The words of `text`, each with the next of `values`; words without a value are left out."""
    return [
        (*match.span(), value) for match, value in zip(WORD.finditer(text), values, strict=False)
    ]


def word_logits(text: str, offsets: Sequence[tuple[int, int]], logits: Sequence[float]) -> str:
    """The logits of the words of `text` in order, in the format of the tables of stored results."""
    return " ".join(f"{logit:.2f}" for *_, logit in word_probabilities(text, offsets, logits))


def loaded_phrases(text: str, words: Sequence[Word], threshold: float) -> list[Word]:
    """Words at or above the threshold; those with only white space between them are merged.

    Function words at either end of a phrase are removed, and phrases of nothing else are dropped.
    """
    phrases: list[list[Word]] = []
    for word in words:
        if word[2] < threshold:
            continue
        if phrases and text[phrases[-1][-1][1] : word[0]].isspace():
            phrases[-1].append(word)
        else:
            phrases.append([word])
    trimmed = (_without_edges(text, phrase) for phrase in phrases)
    return [
        (phrase[0][0], phrase[-1][1], max(probability for *_, probability in phrase))
        for phrase in trimmed
        if phrase
    ]


def _without_edges(text: str, phrase: Sequence[Word]) -> Sequence[Word]:
    kept = [i for i, (a, b, _) in enumerate(phrase) if text[a:b].lower() not in _EDGES]
    return phrase[kept[0] : kept[-1] + 1] if kept else []

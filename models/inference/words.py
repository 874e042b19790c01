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

#: One with letters left out, and no emphasis as in Markdown: “f***ing”, “s**t”, “f***”.
_CENSORED = re.compile(
    rf"(?<![\w*\u2010\u2011'\u2019-])(?:{_JOINED}(?:\*+{_JOINED})+|[^\W_]{{1,2}}\*{{2,}})"
)


#: Words that a loaded phrase neither begins nor ends with: “the spineless” is “spineless”.
_EDGES = frozenset(
    {"a", "an", "the", "and", "or", "but", "of", "that", "this", "these", "those"}
    | {"its", "his", "her", "their", "our", "your", "my"}
    | {"is", "are", "was", "were", "be", "been", "being", "has", "have", "had"}
)


#: What a name must have of the likeliest word's probability. Capitalised words inside a sentence
#: were right 30 times in 100 out of fold where all words were 53 times; with this, 42.
NAME_SHARE = 0.7

#: A word behind one of these may be capitalised for its place alone.
_OPENING = frozenset(".!?:“”\"‘'([—–-")


@dataclass(frozen=True)
class WordThresholds:
    """From which probability a word of a sentence is loaded.

    Attributes:
        neutral: in a sentence of the neutral band, 0…1.
        flagged: in any other; lower, for there is something to explain. Names are not held to it:
            one beside a loaded word is read as loaded too, and it is no wording.
        share: of the sentence's likeliest word, 0…1; beside a word that is surely meant, one of
            half its probability seldom is. For names it is `NAME_SHARE` at least.
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
    """Which words are capitalised though nothing in their place asks for it.

    None is where most words are capitalised, as in headlines.
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
        offsets: character offsets of the tokens, in order; empty ones (special tokens) count not.
        probabilities: one per token, 0…1; or logits, and logits come back.

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
    """`words` with the parts of a word that has letters left out (“f***ing”) as one, which has the
    highest probability of its parts."""
    if "*" not in text or not words:
        return words
    whole = list(words)
    for censored in _CENSORED.finditer(text):
        start, end = censored.span()
        if start > words[-1][1]:  # what follows was cut off and has no words
            break
        parts = [word for word in whole if start <= word[0] < end]
        if parts:
            at = whole.index(parts[0])
            last = max(end, parts[-1][1])
            whole[at : at + len(parts)] = [(start, last, max(p for *_, p in parts))]
    return whole


def words_with(text: str, values: Sequence[float]) -> list[Word]:
    """The words of `text` with one of `values` each, in order; those without one are left out."""
    return [
        (*match.span(), value) for match, value in zip(WORD.finditer(text), values, strict=False)
    ]


def word_logits(text: str, offsets: Sequence[tuple[int, int]], logits: Sequence[float]) -> str:
    """The logit of each word of `text`, in order, as the tables of stored results hold them."""
    return " ".join(f"{logit:.2f}" for *_, logit in word_probabilities(text, offsets, logits))


def loaded_phrases(text: str, words: Sequence[Word], threshold: float) -> list[Word]:
    """Words at or above the threshold, neighbours with only white space between them merged.

    Articles and the like at a phrase's ends are left out; a phrase of nothing else is none.
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

"""Identify the language of each sentence, because the models score English only.

Three kinds of evidence are used, the cheapest first. Function words that only English has, outside
quotation marks, decide nearly all sentences. Otherwise the share of lower-case words (no names) in
the CMU dictionary counts: three in four or more in English, rarely two in three in other languages.
Only if the share is low is py3langid used (offline; loading takes half a second and about 100 MB).
A sentence too short for a decision takes the language of its paragraph. Doubtful sentences count as
English, because scoring a foreign sentence does less harm than leaving out an English one.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from analysis.errors import NotEnglish
from analysis.text.function_words import (
    BORROWED_SAYINGS,
    FOREIGN_FUNCTION_WORDS,
    ONLY_ENGLISH,
)
from analysis.text.language_names import NAMES
from analysis.text.words.addresses import is_address
from analysis.text.words.dictionary import dictionary_words
from analysis.text.words.normalised import normalised

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

    from analysis.text.segmentation.sentences import Sentence

ENGLISH = "en"
"""ISO 639-1 code of English."""
UNKNOWN = "und"
"""ISO 639-2 code for an undetermined language."""

MIN_ENGLISH_SHARE = 1 / 3
"""Smallest share of words in English sentences of a text that is analysed. A press release in
English and French has a little less than half."""

ONLY_ENGLISH_SHARE = 0.1
"""Smallest share of ``ONLY_ENGLISH`` words and past tenses in -ed that shows a sentence is
English."""

KNOWN_SHARE = 0.7
"""Largest share of dictionary words in a sentence that may be foreign. Of 150 sentences in other
languages (tests/gold/languages.txt) all but one have 0.67 or less, half of them 0.25 or less."""

BARELY_KNOWN_SHARE = 0.35
"""Largest share of dictionary words at which even an uncertain language guess is accepted."""

GUESSED, LIKELY, SURE = 0.3, 0.6, 0.9
"""Smallest probabilities at which py3langid's guess is accepted: up to ``BARELY_KNOWN_SHARE`` of
dictionary words, up to ``KNOWN_SHARE``, and above it without a word that only English has."""

HINTED = 0.1
"""Smallest probability of py3langid's guess for a sentence of few words where something else speaks
for another language too. Of such guesses it gives one in ten to fifty languages each."""

GUESSED_SHORT = 0.5
"""Smallest probability of py3langid's guess for a sentence of few words of which the dictionary
knows many, as it knows names."""

SHORT_SENTENCE = 5
"""Most words of a sentence that is examined as a short headline."""

SHORT_KNOWN_SHARE = 0.4
"""Largest share of dictionary words, names among them, in a short headline that may be foreign by
its unknown words alone."""

LONG_SENTENCE = 6
"""Fewest lower-case words with which py3langid can override the dictionary: Danish and Dutch have
sentences in which every word is also English."""

_loading = threading.Lock()
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(
    r"“[^“”]*[”“]?|„[^„“”]*[“”]?|«[^«»]*»?|»[^«»]*«|‘[^‘’]{3,}’(?!\w)|\"[^\"]*\"?|\([^()]*\)"
)
_MAX_CHARACTERS = 2_000  # characters passed to py3langid; more do not change its result

# English headlines look like Nigerian Pidgin (pcm), which takes its words from English; zxx means
# no linguistic content (numbers, markup), which is no reason to reject a text.
_NOT_ANOTHER_LANGUAGE = frozenset({"en", "pcm", "zxx"})


def sentence_languages(text: str, sentences: Sequence[Sentence]) -> list[str]:
    """Return the language of each sentence of ``text``: ``en``, another ISO 639 code or ``und``.

    ``sentences`` are those of ``analysis.text.segmentation.sentences.segment``.
    """
    texts = [normalised(text[sentence.start : sentence.end]).text for sentence in sentences]
    verdicts = [is_english(one) for one in texts]
    if False not in verdicts:
        return [ENGLISH] * len(texts)
    paragraphs = [
        [number for number, _ in group]
        for _, group in groupby(enumerate(sentences), key=lambda pair: pair[1].paragraph)
    ]
    whole = range(len(texts))
    foreign_text = _mostly_foreign(whole, texts, verdicts)
    foreign = [
        number
        for paragraph in paragraphs
        for follows in [_mostly_foreign(paragraph, texts, verdicts) or foreign_text]
        for number in paragraph
        if verdicts[number] is False or (verdicts[number] is None and follows)
    ]
    common, _ = _language_of([texts[number] for number in foreign])
    languages = [ENGLISH] * len(texts)
    for paragraph in paragraphs:
        numbers = sorted(set(paragraph).intersection(foreign))
        if numbers:
            code, probability = _language_of([texts[number] for number in numbers])
            for number in numbers:
                languages[number] = code if probability >= SURE else common
    return languages


def main_language(text: str, sentences: Sequence[Sentence], languages: Sequence[str]) -> str:
    """Return the language code of a whole text.

    It is English if at least ``MIN_ENGLISH_SHARE`` of the words are in English sentences, ``und``
    if none of them is an English word ("zzzz qqqq"), else the language of most words.

    ``languages`` is what ``sentence_languages`` returned for the same text.
    """
    words: Counter[str] = Counter()
    for sentence, language in zip(sentences, languages, strict=True):
        words[language] += _weight(text[sentence.start : sentence.end])
    if words[ENGLISH] >= MIN_ENGLISH_SHARE * words.total():
        return UNKNOWN if _has_no_english_word(text) else ENGLISH
    del words[ENGLISH]
    return words.most_common(1)[0][0]


def language_name(language: str) -> str:
    """Return the English name of a language that is not English, for a sentence."""
    return NAMES.get(language, "another language than English")


def require_english(language: str) -> None:
    """Raise NotEnglish if ``language``, a result of ``main_language``, is not English."""
    if language != ENGLISH:
        raise NotEnglish(language_name(language), language)


def is_english(sentence: str) -> bool | None:
    """Return whether a sentence is English; None if it is too short or unusual to decide."""
    told = " ".join(word for word in sentence.split() if not is_address(word))
    outside = _QUOTED.sub(" ", told)
    if not _WORD.search(outside):
        outside = told
    if mostly_another_script(outside):
        return False
    words = _words(outside)
    evidence = sum(map(_only_english, words))
    if evidence and evidence >= ONLY_ENGLISH_SHARE * len(words):
        return True
    small = _lower_case_words(_words(told))
    if len(words) <= SHORT_SENTENCE and not evidence and _is_short_foreign(told, words, small):
        return False
    if len(small) < 2:
        return None
    known = sum(map(_known, small)) / len(small)
    # With most words in the dictionary, one word of evidence is enough; py3langid is not loaded.
    if known > KNOWN_SHARE and (evidence or len(small) < LONG_SENTENCE):
        return True
    code, probability = _identifier().classify(told)
    if code in _NOT_ANOTHER_LANGUAGE:
        return None if known <= BARELY_KNOWN_SHARE else True
    needed = GUESSED if known <= BARELY_KNOWN_SHARE else LIKELY if known <= KNOWN_SHARE else SURE
    if probability >= needed:
        return False
    return True if known > KNOWN_SHARE else None


def _is_short_foreign(sentence: str, words: Sequence[str], small: Sequence[str]) -> bool:
    """Whether a sentence of few words, none of them only English, is in another language.

    py3langid is rarely sure of so few words. Less is enough where other things speak for another
    language too: words that no English dictionary has, or an article or preposition of another
    language before a word in lower case ("el paro"; "Rio de Janeiro" is a name).
    """
    if len(words) < 2 or " ".join(words).lower() in BORROWED_SAYINGS:
        return False
    unknown = [word for word in small if not _known(_without_accents(word))]
    foreign = sum(
        word.lower() in FOREIGN_FUNCTION_WORDS and after[0].islower()
        for word, after in pairwise(words)
    )
    if not unknown and not foreign:
        return False
    code, probability = _identifier().classify(sentence)
    if code in _NOT_ANOTHER_LANGUAGE:
        return False
    if foreign:
        return bool(probability >= (HINTED if unknown or foreign > 1 else GUESSED))
    if 2 * len(unknown) < len(small):
        return False
    known = sum(_known(_without_accents(word.lower())) for word in words)
    alone = len(unknown) == len(small) > 1 or known <= SHORT_KNOWN_SHARE * len(words)
    return bool(probability >= (HINTED if alone else GUESSED_SHORT))


def _without_accents(word: str) -> str:
    """Return a word as the dictionary spells it, which has "cafe" for "café"."""
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def mostly_another_script(text: str) -> bool:
    """Return whether more than half of a text's letters are not Latin."""
    if text.isascii():
        return False
    letters = [character for character in text if character.isalpha()]
    latin = sum(
        character.isascii() or unicodedata.name(character, "").startswith(("LATIN", "FULLWIDTH"))
        for character in letters
    )
    return 2 * latin < len(letters)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def _lower_case_words(words: Sequence[str]) -> list[str]:
    """Return the words that are not names: those in lower case, or all if every word is in
    capitals."""
    if len(words) > 2 and all(map(str.isupper, words)):
        return [word.lower() for word in words]
    return [word for word in words if word[0].islower()]


def _only_english(word: str) -> bool:
    small = word.lower()
    return small in ONLY_ENGLISH or (len(small) > 4 and small.endswith("ed") and _known(small))


def _has_no_english_word(text: str) -> bool:
    """Return whether a text has words and none is English; names in the dictionary count as
    English."""
    words = [word.lower() for word in _words(text)]
    # Checked first, because reading the dictionary takes time and few texts need it here.
    if not ONLY_ENGLISH.isdisjoint(words):
        return False
    return bool(words) and not any(map(_known, words))


def _known(word: str) -> bool:
    return word in dictionary_words()


def _weight(sentence: str) -> int:
    """Return the weight of a sentence: its words, or a twelfth of its characters if that is more,
    as some scripts do not separate words."""
    return max(len(_WORD.findall(sentence)), len(sentence) // 12)


def _mostly_foreign(
    numbers: Sequence[int], texts: Sequence[str], verdicts: Sequence[bool | None]
) -> bool:
    """Return whether the sentences with a verdict have more foreign words than English ones."""
    weight = Counter({True: 0, False: 0})
    for number in numbers:
        verdict = verdicts[number]
        if verdict is not None:
            weight[verdict] += _weight(texts[number])
    return weight[False] > weight[True]


def _language_of(texts: Sequence[str]) -> tuple[str, float]:
    """Return py3langid's language code for some sentences and its probability."""
    code, probability = _identifier().classify(" ".join(texts)[:_MAX_CHARACTERS])
    if code in _NOT_ANOTHER_LANGUAGE:
        return UNKNOWN, 0.0
    return code, float(probability)


def _identifier() -> LanguageIdentifier:
    # The lock keeps two threads from loading it twice, at 100 MB each.
    with _loading:
        return _loaded_identifier()


@cache
def _loaded_identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

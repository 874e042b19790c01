"""Which sentences of a text are English? The models read nothing else.

Three kinds of evidence, the cheapest first. Words that only English has, outside quotation marks,
settle nearly all sentences. Else it counts how many of the words written small are in the CMU
dictionary, which spares names: three in four and more in English, rarely two in three in another
language. Only where few are, py3langid is asked (offline; half a second and some 100 MB the first
time). A sentence too short to say takes the language of its paragraph. In doubt it is English: a
foreign sentence scored is a smaller harm than an English one left out.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.errors import NotEnglish
from analysis.text.function_words import ONLY_ENGLISH

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

    from analysis.text.segmentation.sentences import Sentence

ENGLISH = "en"
UNKNOWN = "und"
"""ISO 639-2 for a language that could not be told."""

LEAST_ENGLISH = 1 / 3
"""A text is refused if less than this share of its words is in English sentences. A release in
English and French has somewhat less than half of its words in English."""

ENGLISH_SHARE = 0.1
"""From this share of ``ONLY_ENGLISH`` words and past tenses a sentence is English."""

KNOWN_SHARE = 0.7
"""Up to this share of words in the dictionary a sentence may be foreign. Of 150 sentences in
other languages (tests/gold/languages.txt) all but one have 0.67 or less, half of them 0.25."""

BARELY_KNOWN_SHARE = 0.35
"""Up to this share even a doubtful guess at a language is believed."""

GUESSED, LIKELY, SURE = 0.3, 0.6, 0.9
"""Probabilities of py3langid's guess from which it counts: where hardly any word is known, where
few are, and where most are but none that only English has."""

LONG = 6
"""From this many words written small a sure guess outweighs a dictionary that knows them all:
Danish and Dutch have sentences of words that English has too."""

_loading = threading.Lock()
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(
    r"“[^“”]*[”“]?|„[^„“”]*[“”]?|«[^«»]*»?|»[^«»]*«|‘[^‘’]{3,}’(?!\w)|\"[^\"]*\"?|\([^()]*\)"
)
_MOST_READ = 2_000  # characters that py3langid is asked about; more do not change its mind

# Nigerian Pidgin takes its words from English, so that headlines look like it; zxx is the
# model's "no language at all" (numbers, markup), which is no reason to refuse a text.
_NOT_ANOTHER_LANGUAGE = frozenset({"en", "pcm", "zxx"})

_NAMES = {
    "af": "Afrikaans", "an": "Aragonese", "ar": "Arabic", "az": "Azerbaijani",
    "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "br": "Breton", "bs": "Bosnian",
    "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fo": "Faroese", "fr": "French", "fy": "Frisian", "ga": "Irish",
    "gd": "Scottish Gaelic", "gl": "Galician", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "ig": "Igbo", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "jv": "Javanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin",
    "lb": "Luxembourgish", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mg": "Malagasy",
    "mi": "Māori", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi",
    "ms": "Malay", "mt": "Maltese", "my": "Burmese", "ne": "Nepali", "nl": "Dutch",
    "nn": "Norwegian", "no": "Norwegian", "oc": "Occitan", "pa": "Punjabi", "pl": "Polish",
    "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik",
    "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek", "vi": "Vietnamese", "wuu": "Chinese", "xh": "Xhosa", "yo": "Yoruba",
    "yue": "Chinese", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


def language_name(code: str) -> str:
    """Return the English name of a language found here, ``another language`` if it has none."""
    return "English" if code == ENGLISH else _NAMES.get(code, "another language")


def sentence_languages(text: str, sentences: Sequence[Sentence]) -> list[str]:
    """Return the language of each sentence of ``text``: ``en``, another ISO 639 code or ``und``.

    ``sentences`` are those of ``analysis.text.segmentation.sentences.segment``.
    """
    texts = [text[sentence.start : sentence.end] for sentence in sentences]
    verdicts = [is_english(one) for one in texts]
    if False not in verdicts:
        return [ENGLISH] * len(texts)
    paragraphs = [
        [number for number, _ in group]
        for _, group in groupby(enumerate(sentences), key=lambda pair: pair[1].paragraph)
    ]
    whole = range(len(texts))
    foreign_text = _foreign(whole, texts, verdicts)
    foreign = [
        number
        for paragraph in paragraphs
        for follows in [_foreign(paragraph, texts, verdicts) or foreign_text]
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
    """Return the language a text counts as: English from ``LEAST_ENGLISH`` of its words on, else
    the one that most of them are in. A text without a single English word ("zzzz qqqq") counts as
    none that is known.

    ``languages`` is what ``sentence_languages`` returned for the same text.
    """
    words: Counter[str] = Counter()
    for sentence, language in zip(sentences, languages, strict=True):
        words[language] += _weight(text[sentence.start : sentence.end])
    if words[ENGLISH] >= LEAST_ENGLISH * words.total():
        return UNKNOWN if _has_no_english_word(text) else ENGLISH
    del words[ENGLISH]
    return words.most_common(1)[0][0]


def require_english(language: str) -> None:
    """Raise NotEnglish, naming it, for a ``main_language`` that is another."""
    if language != ENGLISH:
        raise NotEnglish(_NAMES.get(language, "another language than English"), language)


def is_english(sentence: str) -> bool | None:
    """Return whether a sentence is English; None where it is too short or odd to say."""
    told = " ".join(word for word in sentence.split() if not _is_address(word))
    outside = _QUOTED.sub(" ", told)
    if not _WORD.search(outside):
        outside = told
    if mostly_another_script(outside):
        return False
    words = _words(outside)
    evidence = sum(map(_only_english, words))
    if evidence and evidence >= ENGLISH_SHARE * len(words):
        return True
    small = _small(_words(told))
    if len(small) < 2:
        return None
    known = sum(map(_known, small)) / len(small)
    # One word of evidence is enough beside known ones: no need to load py3langid.
    if known > KNOWN_SHARE and (evidence or len(small) < LONG):
        return True
    code, probability = _identifier().classify(told)
    if code in _NOT_ANOTHER_LANGUAGE:
        return None if known <= BARELY_KNOWN_SHARE else True
    needed = GUESSED if known <= BARELY_KNOWN_SHARE else LIKELY if known <= KNOWN_SHARE else SURE
    if probability >= needed:
        return False
    return True if known > KNOWN_SHARE else None


def mostly_another_script(text: str) -> bool:
    """Return whether more than half of a text's letters are not Latin ones."""
    if text.isascii():
        return False
    letters = [character for character in text if character.isalpha()]
    latin = sum(
        character.isascii() or unicodedata.name(character, "").startswith(("LATIN", "FULLWIDTH"))
        for character in letters
    )
    return 2 * latin < len(letters)


def _is_address(word: str) -> bool:
    return "://" in word or "@" in word or word.startswith("www.")


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def _small(words: Sequence[str]) -> list[str]:
    """Return the words that are no names: those written small, or all in a line of capitals."""
    if len(words) > 2 and all(map(str.isupper, words)):
        return [word.lower() for word in words]
    return [word for word in words if word[0].islower()]


def _only_english(word: str) -> bool:
    small = word.lower()
    return small in ONLY_ENGLISH or (len(small) > 4 and small.endswith("ed") and _known(small))


@cache
def _dictionary() -> frozenset[str]:
    from analysis.text.readability import dictionary_words

    return dictionary_words()


def _has_no_english_word(text: str) -> bool:
    """Return whether a text has words and none of them is English; a name in the dictionary is."""
    words = [word.lower() for word in _words(text)]
    # The dictionary takes a while to read, and few texts need it here.
    if not ONLY_ENGLISH.isdisjoint(words):
        return False
    return bool(words) and not any(map(_known, words))


def _known(word: str) -> bool:
    return word in _dictionary()


def _weight(sentence: str) -> int:
    """Return how much a sentence counts in a text: its words, of which some scripts mark none."""
    return max(len(_WORD.findall(sentence)), len(sentence) // 12)


def _foreign(numbers: Sequence[int], texts: Sequence[str], verdicts: Sequence[bool | None]) -> bool:
    """Return whether of the sentences that can be told more words are foreign than English."""
    weight = Counter({True: 0, False: 0})
    for number in numbers:
        verdict = verdicts[number]
        if verdict is not None:
            weight[verdict] += _weight(texts[number])
    return weight[False] > weight[True]


def _language_of(texts: Sequence[str]) -> tuple[str, float]:
    code, probability = _identifier().classify(" ".join(texts)[:_MOST_READ])
    if code in _NOT_ANOTHER_LANGUAGE:
        return UNKNOWN, 0.0
    return code, float(probability)


def _identifier() -> LanguageIdentifier:
    # Two threads that both find it missing would load it twice, at 100 MB each.
    with _loading:
        return _loaded_identifier()


@cache
def _loaded_identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

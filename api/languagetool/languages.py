"""The languages that clients name, and the one in which a text is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.text.language import (
    ENGLISH,
    UNKNOWN,
    main_language,
    mostly_another_script,
    sentence_languages,
)
from analysis.text.language_names import NAMES, language_name
from analysis.text.segmentation.sentences import Sentence
from api.answers import Problem

AUTO = "auto"
"""What a client sends as the language if the server is to find it out."""

DEFAULT_VARIANT = "en-US"
"""The English that a text is said to be in if nobody says which: LanguageTool's choice."""

VARIANTS = {
    "en": "English",
    "en-AU": "English (Australian)",
    "en-CA": "English (Canadian)",
    "en-GB": "English (GB)",
    "en-IE": "English (Irish)",
    "en-IN": "English (Indian)",
    "en-NZ": "English (New Zealand)",
    "en-US": "English (US)",
    "en-ZA": "English (South African)",
}
"""The languages that ``/v2/languages`` lists: those that Slant reads. All are checked alike."""

OTHERS = {"ast": "Asturian", "crh": "Crimean Tatar", "nb": "Norwegian", "sc": "Sardinian"}
"""Languages that LanguageTool's clients can be set to besides those Slant can tell apart."""

SHORT = 4
"""Words below which a text in Latin letters counts as English: too few to be certain."""

_ENOUGH = 2_000  # characters; a text that is not short has its first words there
_CODE = re.compile(r"([a-z]{2,3})(?:-[a-z0-9]{1,8}){0,4}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Language:
    """A language by its code (``en-GB``) and its English name."""

    code: str
    name: str

    @property
    def english(self) -> bool:
        return self.code.split("-")[0] == ENGLISH


def language(code: str) -> Language:
    """Return the language of a code that a client sent. Raises Problem (400) for none known."""
    found = _CODE.fullmatch(code)
    primary = found[1].lower() if found else ""
    if primary == ENGLISH:
        variants = {known.lower(): known for known in VARIANTS}
        known = variants.get(code.lower(), code)
        return Language(known, VARIANTS.get(known, VARIANTS["en"]))
    if primary in OTHERS or primary in NAMES:
        return Language(code, OTHERS.get(primary) or language_name(primary))
    raise Problem(
        400,
        "language",
        "This is not the code of a language that is known: send “auto”, or a code such as “en-GB”.",
    )


@dataclass(frozen=True)
class Detected:
    """The language a text is in; ``confidence`` is the share of its words in sentences of that
    language, from 0 to 1."""

    language: Language
    confidence: float


def detected(text: str, sentences: list[Sentence], variant: str = DEFAULT_VARIANT) -> Detected:
    """Return the language of ``text``, whose sentences are ``segment(text)``.

    English is given as ``variant``. A text that is too short to tell, or in a language without a
    name here, counts as English: it is better to read a few foreign words than to miss English.
    """
    languages = sentence_languages(text, sentences)
    main = main_language(text, sentences, languages)
    short = len(_WORD.findall(text, 0, _ENOUGH)) < SHORT and not mostly_another_script(text)
    if short or main == UNKNOWN or main not in NAMES:
        main = ENGLISH
    words, of_main = 0, 0
    for sentence, code in zip(sentences, languages, strict=True):
        count = len(_WORD.findall(text, sentence.start, sentence.end))
        words += count
        of_main += count if code == main else 0
    share = round(of_main / words, 3) if words else 0.0
    return Detected(
        language(variant) if main == ENGLISH else Language(main, language_name(main)), share
    )


def preferred(variants: str) -> str:
    """Return the English among ``preferredVariants`` (codes separated by commas), the first one."""
    for code in variants.split(","):
        given = code.strip()
        if given.lower().startswith("en-") and _CODE.fullmatch(given):
            return language(given).code
    return DEFAULT_VARIANT

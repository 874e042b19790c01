"""Is a text English? The models read nothing else.

Running English is recognised by its function words, at no cost. Only when they are too few does
py3langid decide (offline; half a second and some 100 MB the first time it is asked).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from analysis.errors import NotEnglish

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FUNCTION_WORDS = frozenset(
    "about after and are at been but by could for from had has have her his how into it its not "  # noqa: SIM905
    "of over said she should than that the their them there these they this those to was were "
    "what when where which who will with would you your".split()
)
"""English function words; those that are as common in another language are left out (a, as, do,
he, in, is, no, on, or)."""

ENGLISH_SHARE = 0.12
"""From this share of function words a text is English. Of 3,000 English news articles the lowest
had 0.127 and the middle one 0.28; the tests' sentences in other languages have none at all."""

CONFIDENT = 0.9
"""From this probability another language is believed. Of 986 English headlines the surest mistake
was 0.44; eight words of German or eleven of French pass 0.9."""

_WORD = re.compile(r"[^\W\d_]+")

# Nigerian Pidgin takes its words from English, so that headlines look like it; zxx is the
# model's "no language at all" (numbers, markup), which is no reason to refuse a text.
_NOT_ANOTHER_LANGUAGE = frozenset({"en", "pcm", "zxx"})

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "eo": "Esperanto",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "fy": "Frisian", "ga": "Irish", "gd": "Scottish Gaelic", "gl": "Galician",
    "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "ig": "Igbo", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "jv": "Javanese",
    "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean",
    "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mg": "Malagasy", "mk": "Macedonian",
    "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese",
    "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian",
    "oc": "Occitan", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "tl": "Tagalog",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese",
    "wuu": "Chinese", "xh": "Xhosa", "yo": "Yoruba", "yue": "Chinese", "zh": "Chinese",
    "zu": "Zulu",
}  # fmt: skip


def require_english(text: str) -> None:
    """Raise NotEnglish, naming the language, where a text is clearly not English.

    In doubt a text passes: a headline of names is in no language. A text mostly in another
    script than Latin never passes.
    """
    if function_word_share(text) >= ENGLISH_SHARE:
        return
    code, probability = _identifier().classify(text)
    foreign_script = mostly_another_script(text)
    if code in _NOT_ANOTHER_LANGUAGE and not foreign_script:
        return
    if probability >= CONFIDENT or foreign_script:
        raise NotEnglish(_NAMES.get(code, "another language than English"), code)


def function_word_share(text: str) -> float:
    """Return the share of ``FUNCTION_WORDS`` among a text's words, 0 to 1; 0 without words."""
    words = _WORD.findall(text.lower())
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if words else 0.0


def mostly_another_script(text: str) -> bool:
    """Return whether more than half of a text's letters are not Latin ones."""
    letters = [character for character in text if character.isalpha()]
    latin = sum(
        character.isascii() or unicodedata.name(character, "").startswith(("LATIN", "FULLWIDTH"))
        for character in letters
    )
    return 2 * latin < len(letters)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

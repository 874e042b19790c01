"""Characters of Word's symbol fonts, in Unicode."""

from __future__ import annotations

import re

_SYMBOL = dict(zip(
    "\x22\x24\x27\x2a\x2d\x40\x5c\x5e\x7e\xa0\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xaf"
    "\xb0\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xba\xbb\xbc\xd2\xd3\xd4\xd6\xe2\xe3\xe4",
    "∀∃∋∗−≅∴⊥∼€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…®©™√®©™", strict=True,
))  # fmt: skip
_SYMBOL |= dict(zip(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True,
))  # fmt: skip

# Quotation marks and what stands for a word or begins a list item; pictures of telephones and the
# like are no text and are left out.
_WINGDINGS = dict(zip(
    "\x7b\x7c\x7d\x7e\x6c\x6e\x76\x9f\xa7\xa8\xd8\xdf\xe0\xe1\xe2\xe8\xfb\xfc\xfd\xfe\xf0",
    "“”“”●■❖•▪◻➢←→↑↓➔✗✓☒☑⇨", strict=True,
))  # fmt: skip

_PRIVATE = re.compile("[\uf020-\uf0ff]")


def symbol(font: str, code: int) -> str:
    """Return the text of a character of a symbol font, or an empty string if it is a picture.

    ``code`` is a Unicode character, or a place in the font, from 0x20 to 0xFF or moved to 0xF020
    (ECMA-376, section 17.3.3.30).
    """
    place = code - 0xF000 if 0xF020 <= code <= 0xF0FF else code
    name = font.lower()
    if name == "symbol" and place < 0x100:
        return _SYMBOL.get(chr(place), chr(place) if place < 0x80 else "")
    if name.startswith(("wingdings", "webdings", "zapf")) and place < 0x100:
        return _WINGDINGS.get(chr(place), "") if name == "wingdings" else ""
    if place == code:
        return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return bytes([place]).decode("cp1252", "ignore")


def without_private(text: str, font: str) -> str:
    """Return a run's text with the characters of symbol fonts in Unicode.

    Programs write some of them as private characters (U+F020 to U+F0FF); ``font`` is the run's.
    """
    return _PRIVATE.sub(lambda found: symbol(font or "symbol", ord(found[0])), text)

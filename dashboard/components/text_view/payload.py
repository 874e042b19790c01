"""Frames to the pieces the text view shows: pure, and free of Streamlit.

JavaScript counts UTF-16 units where Python counts code points, so the browser never receives
an offset: the text is cut here, at every border of a sentence, a loaded word or a quotation,
and the pieces put end to end are the text again, character for character.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.output.blocks import Analysed, Piece, Run, text_blocks
from analysis.output.phrasing.language_note import unscored_words
from analysis.text.words.normalised import as_read

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class EncodedArticle:
    """An article's payload on its way to the browser.

    ``encoded`` is the JSON, in ASCII: encoded once here and decoded once there, however many
    reruns carry it, which for 5,000 sentences saves most of a rerun's time. ``digest`` names
    the content (equal digests, equal pages); ``sentences`` is their number.
    """

    encoded: str
    digest: str
    sentences: int


def article_payload(result: Analysed) -> dict[str, Any]:
    """Return everything the browser needs to show ``result``, ready for JSON.

    ``blocks`` holds one entry per paragraph: ``gap``, the white space before it that its place
    on the page already shows; ``tight``, true if less than an empty line parts it from what is
    above; ``direction``, ``ltr`` or ``rtl``; ``pieces``, in order, each with ``runs``
    ([text, flags]) and, where it is a sentence, the fields of ``_sentence``. ``tail`` is the white
    space at the very end, ``count`` the number of sentences. All gaps, runs and the tail put end to
    end are the text. Raises
    ValueError if sentences overlap or leave the text.
    """
    words = _words_by_sentence(result.spans)
    blocks, tail = text_blocks(result)
    return {
        "blocks": [
            {
                "gap": block.gap,
                "tight": block.tight,
                "direction": block.direction,
                "pieces": [_piece(piece, words) for piece in block.pieces],
            }
            for block in blocks
        ],
        "tail": tail,
        "count": len(result.sentences),
    }


def encoded_article(result: Analysed) -> EncodedArticle:
    """Return ``article_payload(result)`` as JSON with its digest, and the errors of that."""
    encoded = json.dumps(article_payload(result), separators=(",", ":"))
    digest = hashlib.sha256(encoded.encode("ascii")).hexdigest()[:16]
    return EncodedArticle(encoded, digest, len(result.sentences))


def _piece(piece: Piece, words: Mapping[int, list[dict[str, str]]]) -> dict[str, Any]:
    """Return a piece: its runs and, where it is a sentence, the fields of ``_sentence``."""
    if piece.row is None:
        return {"runs": piece.runs}
    return _sentence(piece.row, piece.runs, words.get(piece.row["sentence"], []))


def _sentence(
    row: Mapping[str, Any], runs: list[Run], words: list[dict[str, str]]
) -> dict[str, Any]:
    """Return one sentence: its runs, band, probability and tone (two decimals), words.

    A sentence without scores has the band ``unscored``, its language as ``lang``, its ``part`` and,
    in words, ``why``; it has no numbers.
    """
    if not isinstance(row["loaded"], str):
        language = row["language"]
        return {
            "runs": runs,
            "band": "unscored",
            "why": unscored_words(language, row["part"]),
            "lang": language,
            "part": row["part"],
            "voice": row["voice"],
            "words": words,
        }
    return {
        "runs": runs,
        "band": row["loaded"],
        "probability": round(float(row["loaded_probability"]), 2),
        "voice": row["voice"],
        "tone_label": row["tone_label"],
        "tone": round(float(row["tone"]), 2),
        "words": words,
    }


def _words_by_sentence(spans: pd.DataFrame) -> dict[int, list[dict[str, str]]]:
    """Return each sentence's loaded words, each wording once, with what is known of them."""
    words: dict[int, list[dict[str, str]]] = {}
    columns = (spans[name].tolist() for name in ("sentence", "text", "alternative"))
    for sentence, text, alternative in zip(*columns, strict=True):
        word = {
            "text": as_read(text),
            "alternative": alternative if isinstance(alternative, str) else "",
        }
        if word not in words.setdefault(sentence, []):
            words[sentence].append(word)
    return words

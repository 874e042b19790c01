"""Frames to the pieces that the browser shows of an article: pure, and free of Streamlit.

JavaScript counts UTF-16 units where Python counts code points, so the browser never receives
an offset: the text is cut here, at every border of a sentence, a loaded word or a quotation,
and the pieces put end to end are the text again, character for character. Names of speakers stand
beside the text and are no part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.output.blocks import Analysed, Block, Interval, Piece, text_blocks
from analysis.output.phrasing.language_note import unscored_words
from analysis.output.phrasing.speakers import whose_words
from analysis.output.speakers.notes import statement_notes
from analysis.output.speakers.side_names import SideName, side_names
from analysis.text.words.normalised import as_read
from dashboard.components.article_text.house_payload import HouseFinding, house_payload
from dashboard.components.component.encoding import encoded

if TYPE_CHECKING:
    import pandas as pd

    from analysis.output.rules.house_check import HouseCheck


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


def article_payload(
    result: Analysed, passages: Iterable[Interval] = (), house: HouseCheck | None = None
) -> dict[str, Any]:
    """Return everything the browser needs to show ``result``, ready for JSON.

    ``passages`` are (start, end) offsets of what is marked besides; they have runs of their own.
    ``house`` is what house rules found: then the payload has ``rules`` and its sentences ``house``
    (``house_payload``).

    ``blocks`` holds one entry per paragraph: ``gap``, the white space before it that its place
    on the page already shows; ``tight``, true if less than an empty line parts it from what is
    above; ``direction``, ``ltr`` or ``rtl``; ``pieces``, in order, each with ``runs``
    ([text, flags]) and, where it is a sentence, the fields of ``_sentence``; ``names``, of those
    beside the text, [piece, run, name, form]: the name stands where that run begins. ``tail`` is
    the white space at the very end, ``count`` the number of sentences. All gaps, runs and the tail
    put end to end are the text. Raises ValueError if sentences overlap or leave the text.
    """
    words = _words_by_sentence(result.spans)
    notes = statement_notes(result)
    names = {name.offset: name for name in side_names(result.statements, result.sentences)}
    blocks, tail = text_blocks(result, passages, house.found if house else ())
    rules, found = house_payload(house) if house else ([], {})
    return {
        **({"rules": rules} if house else {}),
        "blocks": [
            {
                "gap": block.gap,
                "tight": block.tight,
                "direction": block.direction,
                "pieces": [_piece(piece, words, notes, found) for piece in block.pieces],
                "names": _names(block, names),
            }
            for block in blocks
        ],
        "tail": tail,
        "count": len(result.sentences),
    }


def encoded_article(result: Analysed, house: HouseCheck | None = None) -> EncodedArticle:
    """Return ``article_payload`` as JSON with its digest, and the errors of that."""
    return EncodedArticle(*encoded(article_payload(result, house=house)), len(result.sentences))


def _names(block: Block, names: Mapping[int, SideName]) -> list[tuple[int, int, str, str]]:
    """Return the names beside a block: number of the piece and of its run, name, form."""
    found = []
    for place, piece in enumerate(block.pieces):
        offset = piece.start
        for number, (text, _) in enumerate(piece.runs):
            if offset in names:
                found.append((place, number, names[offset].name, names[offset].form))
            offset += len(text)
    return found


def _piece(
    piece: Piece,
    words: Mapping[int, list[dict[str, str]]],
    notes: Mapping[int, list[str]],
    found: Mapping[int, list[HouseFinding]],
) -> dict[str, Any]:
    """Return a piece: its runs and, where it is a sentence, the fields of ``_sentence`` and what
    house rules found in it, if anything."""
    if piece.row is None:
        return {"runs": piece.runs}
    number = piece.row["sentence"]
    return {
        "runs": piece.runs,
        **({"house": found[number]} if number in found else {}),
        **_sentence(piece.row, words.get(number, []), notes.get(number, [])),
    }


def _sentence(
    row: Mapping[str, Any], words: list[dict[str, str]], notes: list[str]
) -> dict[str, Any]:
    """Return one sentence: its band, probability and tone (two decimals), its voice and whose words
    it is, its loaded words, and notes on the statements in it.

    A sentence without scores has the band ``unscored``, its language as ``lang``, its ``part`` and,
    in words, ``why``; it has no numbers.
    """
    voice = row["voice"]
    spoken = {
        "voice": voice,
        "whose": "" if voice == "outlet" else whose_words(voice, row["speaker"]),
        "notes": notes,
        "words": words,
    }
    if not isinstance(row["loaded"], str):
        language, part = row["language"], row["part"]
        why = unscored_words(language, part)
        return {"band": "unscored", "why": why, "lang": language, "part": part, **spoken}
    return {
        "band": row["loaded"],
        "probability": round(float(row["loaded_probability"]), 2),
        "tone_label": row["tone_label"],
        "tone": round(float(row["tone"]), 2),
        **spoken,
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

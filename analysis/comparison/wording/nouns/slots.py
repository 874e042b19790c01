"""What a group of people or a thing is called in two sentences that tell the same fact.

A group or thing has no name by which two articles could be compared. That two noun phrases mean
the same one is seen from their place in the sentence: behind the same number, or between the same
words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from analysis.comparison.wording.nouns.people import plurals, singulars
from analysis.comparison.wording.words import LONGEST, Word, words_of
from analysis.speakers.verbs.inflection import base_of
from analysis.text.function_words import ALL, DETERMINERS

PERSON, GROUP, THING = "person", "group", "thing"

Words = tuple[Word, ...]

_MOST_WORDS = 3
"""Most words of a noun phrase that stands in a slot."""
_NEAR = 3
"""Words beside a slot of which one must be a content word: "the … of" is beside many nouns."""
_BY_SEX = frozenset({"man", "woman", "boy", "girl", "child"})
"""One of these and another noun in a slot are mostly two persons."""
_GAPS = frozenset({" ", "\u00a0", "-", "\u2010", "\u2011"})
_QUOTES = frozenset("“”\"‘’'«»„")
_VAGUE = frozenset({"several", "some", "dozens", "hundreds", "thousands", "hundred", "thousand"})


@dataclass(frozen=True)
class Slot:
    """Two noun phrases of two sentences for the same group or thing.

    ``a`` and ``b`` are their offsets, (start, end), in the sentences; ``kind`` is person, group or
    thing.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    kind: str


def slots(text_a: str, text_b: str, *, sure: bool) -> list[Slot]:
    """Return the noun phrases of two sentences that stand in one slot and differ, in the order of
    the first.

    ``sure`` says that the sentences tell the same fact; if they only may, a number is not enough,
    and more words must be the same beside a slot.
    """
    found = [
        *(_behind_a_number(text_a, text_b) if sure else ()),
        *_between_words(text_a, text_b, 1 if sure else 2),
        # The longest common run of words, with which difflib begins, can differ by the order.
        *map(_turned, _between_words(text_b, text_a, 1 if sure else 2)),
    ]
    kept: list[Slot] = []
    for slot in found:
        if not any(_overlap(slot.a, other.a) or _overlap(slot.b, other.b) for other in kept):
            kept.append(slot)
    return sorted(kept, key=lambda slot: slot.a)


def _behind_a_number(text_a: str, text_b: str) -> Iterator[Slot]:
    """Yield nouns for persons behind the same number, if it stands once in each sentence: “some 150
    zealots”, “about 150 members of the group”."""
    groups_a, groups_b = _numbered(text_a), _numbered(text_b)
    for key, a in groups_a.items():
        b = groups_b.get(key)
        if a is not None and b is not None and _head(text_a, a) != _head(text_b, b):
            yield Slot(a, b, GROUP)


def _numbered(text: str) -> dict[str, tuple[int, int] | None]:
    """Return the persons behind each number; None for a number that stands several times."""
    words = words_of(text)
    found: dict[str, tuple[int, int] | None] = {}
    for place, word in enumerate(words):
        number = word.key[0].isdecimal()
        vague = word.key in _VAGUE and (
            place + 1 == len(words) or words[place + 1].key not in _VAGUE
        )
        if not number and not vague:
            continue
        key = word.key if number else f"{words[place - 1].key if place else ''} {word.key}"
        found[key] = None if key in found else _persons_behind(text, words, place)
    return found


def _persons_behind(text: str, words: Words, place: int) -> tuple[int, int] | None:
    """Return the first plural for persons behind a number, with what describes it before."""
    start: int | None = None
    end = words[place].end
    for word in words[place + 1 : place + 2 + _MOST_WORDS]:
        if text[end : word.start] not in _GAPS:
            return None
        plain = text[word.start : word.end].casefold()
        end = word.end
        if plain in ALL:
            # “70 of its members”, “19 of the troublemakers”.
            if start is not None:
                return None
            continue
        start = word.start if start is None else start
        if plain in plurals():
            return start, word.end
    return None


def _between_words(text_a: str, text_b: str, fewest: int) -> Iterator[Slot]:
    """Yield noun phrases that stand between the same words: “a *cap* of five”, “a *limit* of five”;
    at least ``fewest`` of these words, near by, are content words."""
    words_a, words_b = words_of(text_a), words_of(text_b)
    if max(len(words_a), len(words_b)) > LONGEST:
        return
    keys_a, keys_b = ([word.key for word in words] for words in (words_a, words_b))
    matcher = SequenceMatcher(None, keys_a, keys_b, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        a, b = words_a[i:i_end], words_b[j:j_end]
        if tag != "replace" or not _is_noun_phrase(text_a, a) or not _is_noun_phrase(text_b, b):
            continue
        left = _common(words_a[:i][::-1], words_b[:j][::-1])
        right = _common(words_a[i_end:], words_b[j_end:])
        ends = i_end == len(words_a) and j_end == len(words_b)
        # Before another noun stands only a part of a noun phrase.
        if not left or not (len(left) > 1 if ends else right and not right[0].content):
            continue
        if sum(word.content for word in (*left[:_NEAR], *right[:_NEAR])) < fewest:
            continue
        kind = _kind(text_a, a, text_b, b)
        by_a_determiner = left[0].key in DETERMINERS or left[0].key[0].isdecimal()
        if kind and (by_a_determiner or (left[0].content and _one_number(text_a, a, text_b, b))):
            yield Slot((a[0].start, a[-1].end), (b[0].start, b[-1].end), kind)


def _kind(text_a: str, a: Words, text_b: str, b: Words) -> str:
    """Return what two noun phrases are if they can be the same, else an empty string."""
    heads = [
        text[words[-1].start : words[-1].end].casefold()
        for text, words in ((text_a, a), (text_b, b))
    ]
    persons = [head in plurals() or head in singulars() for head in heads]
    if not any(persons):
        return THING
    if not all(persons) or any(singulars().get(head) in _BY_SEX for head in heads):
        return ""
    several = [head in plurals() for head in heads]
    return GROUP if all(several) else PERSON if not any(several) else ""


def _one_number(text_a: str, a: Words, text_b: str, b: Words) -> bool:
    """Whether both are plurals or none; behind “Hale Homes” a word in -s can be a verb."""
    return (
        text_a[a[-1].end - 1] in "sS"
        if text_b[b[-1].end - 1] in "sS"
        else text_a[a[-1].end - 1] not in "sS"
    )


def _common(one: Words, other: Words) -> list[Word]:
    """Return the words that begin both lists."""
    found = []
    for word, same in zip(one, other, strict=False):
        if word.key != same.key:
            break
        found.append(word)
    return found


def _is_noun_phrase(text: str, words: Words) -> bool:
    """Whether words can be a noun with what describes it: no function words, verbs, adverbs, names
    or numbers among them, no marks around or between them but hyphens."""
    if (
        not words
        or len(words) > _MOST_WORDS
        or text[words[0].start - 1 : words[0].start] in _QUOTES
    ):
        return False
    # “where Karsia keeps part of it”: a plural describes no other noun, so that it is a verb.
    if any(text[word.end - 1] in "sS" for word in words[:-1]):
        return False
    gaps = (text[one.end : two.start] for one, two in pairwise(words))
    return all(gap in _GAPS for gap in gaps) and all(
        _can_be_in_one(text[word.start : word.end], word) for word in words
    )


def _can_be_in_one(written: str, word: Word) -> bool:
    plain = written.casefold()
    if not word.content or not written[0].islower() or word.key[0].isdecimal():
        return False
    # “said”, “lost”; “repairs” can be a noun as well as a verb.
    is_verb = base_of(plain) != plain and not plain.endswith("s")
    return not is_verb and not plain.endswith(("ly", "ed", "ing"))


def _head(text: str, phrase: tuple[int, int]) -> str:
    last = text[slice(*phrase)].casefold().rpartition(" ")[2]
    return singulars().get(last, last)


def _turned(slot: Slot) -> Slot:
    return Slot(slot.b, slot.a, slot.kind)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]

"""English verb forms: all forms of a base form, and the base form of a form that no table has."""

from __future__ import annotations

import re
from functools import cache

from analysis.text.function_words import words
from analysis.text.words.dictionary import dictionary_words

_IRREGULAR = """
    be am is are was were been being 's 're 'm; have has had having 've; do does did done; beat
    beaten; become became; beg begged; begin began begun; beseech besought; bet; bid bade
    bidden; bind bound; bite bit bitten; blow blew blown; break broke broken; bring brought;
    broadcast broadcasted; build built; buy bought; cast; catch caught; choose chose chosen;
    cling clung; come came; cut; deal dealt; dig dug; draw drew drawn; dream dreamt; drive drove
    driven; fall fell fallen; feel felt; fight fought; find found; fling flung; forbid forbade
    forbidden; forecast forecasted; foresee foresaw foreseen; forget forgot forgotten; forgive
    forgave forgiven; get got gotten; give gave given; go went gone goes; grow grew grown; hear
    heard; hit; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend
    lent; let; lie lying; belie belying; die dying; tie tying; vie vying; lose lost; make made;
    mean meant; meet met; mislead misled; misunderstand misunderstood; overhear overheard; pay
    paid; plead pled pleaded; prove proven; put; quit; read; rend rent; rethink rethought;
    retake retook retaken; ride rode ridden; ring rang rung; rise rose risen; run ran; say said
    saith; see saw seen; seek sought; sell sold; send sent; set; shake shook shaken; shoot shot;
    show shown; shrink shrank; shut; sing sang sung; sit sat; slap slapped; sling slung; speak
    spoke spoken; spell spelt; spend spent; spill spilt; spin spun; spit spat; spread; stand
    stood; steal stole stolen; stick stuck; sting stung; strike struck stricken; strive strove
    striven; swear swore sworn; swing swung; take took taken; teach taught; tear tore torn; tell
    told; think thought; throw threw thrown; understand understood; undertake undertook
    undertaken; weep wept; win won; withdraw withdrew withdrawn; write wrote written
"""
_VOWELS = "aeiou"
_SHORT_END = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprtz]$|(?:^|[^aeiou])u?[aeiou]p$")
_ONE_SYLLABLE = re.compile(r"[^aeiou]*(?:qu)?[aeiouy]+[^aeiou]+$")
_E_BEFORE_ED = re.compile(r"[^s]s$|[cguvz]$|[^aeiou][aeiou]t$|[^aeiou]l$")


@cache
def _irregular_forms() -> dict[str, tuple[str, ...]]:
    entries = [entry.split() for entry in _IRREGULAR.split(";")]
    return {entry[0]: tuple(entry[1:]) for entry in entries}


@cache
def _irregular_bases() -> dict[str, str]:
    """Return the base form of each irregular form; where two share one, the first of the list."""
    bases: dict[str, str] = {}
    for base, others in _irregular_forms().items():
        for form in others:
            bases.setdefault(form, base)
    return bases


def forms(base: str) -> frozenset[str]:
    """Return the forms of a verb whose base form is given: ``admit``, ``admits``, ``admitted``,
    ``admitting``; with ``-ize`` also those in ``-ise``.

    Where spelling alone cannot tell whether a consonant is doubled, both are among them.
    """
    found = {base, *_irregular_forms().get(base, ())}
    if base == "be":
        return frozenset(found)
    spellings = {base, re.sub(r"([iy])ze$", r"\1se", base), re.sub("or$", "our", base)}
    for word in spellings:
        found |= {word, _with_s(word)}
        for stem in _stems(word):
            found |= {stem + "ed", stem + "ing"}
    return frozenset(found)


def _with_s(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _stems(word: str) -> tuple[str, ...]:
    """Return what stands before ``-ed`` and ``-ing``."""
    if word.endswith("ee"):
        return (word, word[:-1])
    if word.endswith("e"):
        return (word[:-1],)
    if re.search(r"[^aeiou]y$", word):
        return (word, word[:-1] + "i")
    if word.endswith("c"):
        return (word, word + "k")
    return (word, word + word[-1]) if _SHORT_END.search(word) else (word,)


def base_of(word: str) -> str:
    """Return the base form of a word in lower case that can be a form of a verb.

    The endings are taken off by rule, and what remains must be a word of the CMU dictionary; a word
    without a known base form comes back as it is.
    """
    if word in _irregular_bases():
        return _irregular_bases()[word]
    for candidate in _candidates(word):
        if len(candidate) > 1 and candidate in dictionary_words():
            return candidate
    return word


_NO_FORMS = words("thing nothing something anything everything during news less this is his")


def _candidates(word: str) -> list[str]:
    """Return the base forms that a word may have, the likeliest first."""
    if word in _NO_FORMS or len(word) < 4:
        return []
    if word.endswith("ies") or word.endswith("ied"):
        return [word[:-3] + "y", word[:-1]] if len(word) > 4 else [word[:-1]]
    if word.endswith("s") and not word.endswith("ss"):
        shorter = word[:-2] if re.search(r"(?:ss|x|z|ch|sh|o)es$", word) else word[:-1]
        return [shorter, word[:-1]]
    for ending in ("ed", "ing"):
        if not word.endswith(ending):
            continue
        stem = word.removesuffix(ending)
        if not any(letter in _VOWELS + "y" for letter in stem):
            return []
        with_e = stem + "e"
        if re.search(r"([^aeioulsz])\1$", stem) or re.search(r"([lsz])\1$", stem):
            return [stem, stem[:-1]] if stem[-1] in "lsz" else [stem[:-1], stem]
        # "noted" is from "note" ("not" would give "notted"), "visited" from "visit".
        short = _SHORT_END.search(stem) and _ONE_SYLLABLE.match(stem)
        if short or (_E_BEFORE_ED.search(stem) and with_e in dictionary_words()):
            return [with_e, stem]
        return [stem, with_e]
    return []

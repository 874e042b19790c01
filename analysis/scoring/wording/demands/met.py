"""Whether the demands of a plainer wording are met."""

from __future__ import annotations

from analysis.scoring.wording.demands import adjectives, nouns, verbs
from analysis.scoring.wording.demands.place import Place, Rule
from analysis.text.function_words import PARTICLES

_PARTICLES = PARTICLES - {"back"}
_BY_WORDING: dict[str, Rule] = verbs.BY_WORDING | adjectives.BY_WORDING | nouns.BY_WORDING
_BY_WORD: dict[str, Rule] = verbs.BY_WORD | adjectives.BY_WORD | nouns.BY_WORD


def is_met(plain: str, word: str, before: str, after: str) -> bool:
    """Return whether what ``plain`` demands is met where it would replace ``word``.

    ``before`` and ``after`` are the text on either side. A word with nothing beside it is looked up
    alone, and any wording will do. A rule for the whole wording comes before one for its first
    word; there are also rules for loaded words whose senses the wording does not tell apart.
    """
    if not before.strip() and not after.strip():
        return True
    place = Place(word, before, after)
    # "bucked up", "bottled up": a particle changes the sense; such pairs have lines of their own.
    if place.next in _PARTICLES or not nouns.fits_its_number(plain, place):
        return False
    rules = (
        _BY_WORDING.get(plain, _BY_WORDING.get(plain.split()[0])),
        _BY_WORD.get(word.casefold()),
    )
    return all(rule is None or rule(place) for rule in rules)

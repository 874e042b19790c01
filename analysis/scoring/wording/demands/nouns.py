"""What wordings that are nouns demand: an article or none, and no other noun behind."""

from __future__ import annotations

from analysis.scoring.senses.neighbours import object_of
from analysis.scoring.senses.noun_kinds import kinds_of
from analysis.scoring.wording.demands.place import Place, Rule, is_plural, same, speaks
from analysis.text.function_words import BE, DETERMINERS, POSSESSIVES, PREPOSITIONS, words

_UNCOUNTABLE = frozenset(
    {
        "anger", "criticism", "disorder", "hostility", "improper conduct", "inconsistency",
        "publicity", "uncertainty", "unrest", "regulation", "alarm", "authoritarian rule", "deaths",
        "pursuit of profit", "favouritism", "disagreement", "internal disagreement", "interference",
        "strong support", "conduct", "blame", "worry", "excitement", "talk",
    }
)  # fmt: skip
_COUNTING = words("a an these those several many few two three four five both")
#: Words for one criticism, so that "a" may stay before it.
_ONE_CRITICISM = words("rebuke reprimand rebuff")
#: First words of wordings such as "serious problem", which no other adjective stands before.
_ADJECTIVES = words("serious large greatest small new senior left-wing costly unlikely improper")
_NOT_MODIFYING = DETERMINERS | PREPOSITIONS | BE | words("and or but to of")
_BEFORE_A_JUDGEMENT = POSSESSIVES | words(
    "a an total complete absolute unmitigated utter political policy real"
)


def fits_its_number(plain: str, place: Place) -> bool:
    """Return whether the words before and after fit what kind of noun ``plain`` is.

    "a criticism ensued", "an economic serious problem" and "the supporter of war label" do not.
    Wordings that are no nouns always fit.
    """
    is_counted = not _COUNTING.isdisjoint(place.previous[-2:])
    if plain in _UNCOUNTABLE and is_counted and place.word.casefold() not in _ONE_CRITICISM:
        return False
    if plain.split()[0] in _ADJECTIVES and _is_modified(place):
        return False
    return " of " not in plain or not place.is_attribute


def _is_modified(place: Place) -> bool:
    """Whether an adjective or a noun stands directly before."""
    nearest = place.nearest
    is_content = nearest[:1].isalpha() and nearest not in _NOT_MODIFYING
    return is_content and not nearest.endswith("ed")


def _is_single(place: Place) -> bool:
    """No other noun stands behind: not "a disaster zone"."""
    return not place.is_attribute or place.next.endswith(("ed", "ing"))


def _is_a_problem(place: Place) -> bool:
    return place.nearest in DETERMINERS and _is_single(place)


def _is_a_judgement(place: Place) -> bool:
    """ "failure" where something is called one: "is a disaster", "a total disaster"."""
    return place.nearest in _BEFORE_A_JUDGEMENT and _is_single(place)


def _is_a_failing(place: Place) -> bool:
    """ "failure" of a plan that is called a disgrace: not of a person, nor "a disgrace to us"."""
    is_somebody = speaks(place.subject) or "person" in kinds_of(place.subject)
    return _is_a_judgement(place) and not is_somebody and place.next != "to"


def _is_definite(place: Place) -> bool:
    """A wording that takes an accusation back only refers: "the witch hunt goes on".

    In "it is a witch hunt" the word is what is claimed.
    """
    return place.nearest in POSSESSIVES | words("the this these those that")


def _is_not_after_be(place: Place) -> bool:
    """ "interference": not "was meddling abroad"."""
    return place.nearest not in BE


def _is_before_of(place: Place) -> bool:
    return place.next == "of"


def _is_a_number(place: Place) -> bool:
    """ "a large number" is of what is counted: of a plural."""
    return place.next == "of" and is_plural(object_of(place.after[place.after.index("of") + 2 :]))


BY_WORDING: dict[str, Rule] = {
    **same(_is_single, "problem|crisis|disorder"),
    **same(_is_a_problem, "serious problem"),
    **same(_is_a_judgement, "failure"),
    **same(_is_a_number, "large number|series"),
    **same(_is_before_of, "large amount|mix"),
}
"""Rules by wording or its first word."""

BY_WORD: dict[str, Rule] = {
    **same(_is_not_after_be, "meddling"),
    **same(_is_a_failing, "disgrace"),
    **same(_is_before_of, "gaggle|gaggles"),
    **same(_is_definite, "witch hunt|witch-hunt|kangaroo court|show trial|puppet|puppets"),
    **same(_is_definite, "stooge|stooges|lapdog|lapdogs|lackey|lackeys|mouthpiece|charade"),
    **same(_is_single, "cover-up|headache|bailout|power grab|fat cat|fat cats|outrage"),
    **same(_is_single, "mob|mobs|crony|cronies|firebrand|firebrands|guru|mogul|tycoon"),
    **same(_is_single, "heavyweight|heavyweights|bigwig|bigwigs|honcho|honchos|grandee|grandees"),
}
"""Rules by the loaded word."""

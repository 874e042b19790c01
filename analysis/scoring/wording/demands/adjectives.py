"""What wordings that are adjectives and adverbs demand of the word they belong to."""

from __future__ import annotations

from analysis.scoring.senses.noun_kinds import PHYSICAL, kinds_of
from analysis.scoring.wording.demands.place import (
    PERSONAL,
    Place,
    Rule,
    is_among,
    is_plural,
    same,
    speaks,
)
from analysis.text.function_words import BE, DETERMINERS, PREPOSITIONS, words

_SAID_OR_WRITTEN = words(
    "account ad article assessment attack audit column comment criticism critique dissent "
    "documentary editorial email essay interview judgment judgement letter memo note opinion piece "
    "portrait rebuke remark reply report response retort review ruling speech statement tweet "
    "verdict word"
)
_EXCHANGES = words(
    "argument atmosphere campaign conversation debate discussion dispute exchange hearing meeting "
    "negotiation race row session talk battle contest moment phase relationship confrontation"
)
_EMOTIONAL = words("reaction response letter statement reply tweet email call phone post speech")
_VIOLENT = words(
    "murder killing crime rape assault attack beating war massacre death violence torture "
    "dictatorship occupation"
)
_KILLINGS = words(
    "assassination murder killing death massacre genocide torture rape execution beheading "
    "dystopia slaughter lynching suicide holocaust"
)
_GOING_ON = words(
    "stream series list line cycle debate process loop war wait string supply parade chain row "
    "queue campaign sequence saga speech meeting litany"
)
_QUARRELS = words(
    "argument dispute squabble grudge quarrel row rivalry critique criticism complaint detail "
    "matter offence offense crime theft point difference disagreement"
)
_WEIGHING = words(
    "defeat blow burden loss debt weight majority tax workload victory bill expense cost"
)
_CHANGES = words(
    "more less different differently higher lower better worse smaller larger fewer greater faster "
    "slower shorter longer increased reduced change changes changed rise fall rose fell grew"
)
_NEEDING = words("need needs needed needing seek seeks seeking sought try tries tried trying want")
_DRIVING = words(
    "drive drives drove driven driving go goes going went gone make makes turn turned get got like"
)
_MEDICAL = words(
    "tumor tumour tumors tumours cancer cancers disease diseases treatment chemotherapy dog dogs "
    "strain brain infection bacteria"
)
#: Ends of words after "strongly" and "badly": participles and some verbs.
_ENDS_OF_VERBS = (
    "ed", "ing", "en", "pose", "poses", "port", "ports", "cise", "cute", "fend", "ny", "nies",
)  # fmt: skip


def _is_of_no_person(place: Place) -> bool:
    """An adjective that would say something else of a person: "a risky man"."""
    noun, kinds = place.described, kinds_of(place.described)
    is_somebody = noun.casefold() in PERSONAL or (noun[:1].isupper() and not kinds)
    return not is_somebody and not kinds & {"person", "group", "animal"}


def _is_of_a_force(place: Place) -> bool:
    """ "severe" of what can be strong or weak: of no person, and of nothing violent by itself."""
    return not place.describes(_VIOLENT) and _is_of_no_person(place)


def _is_of_a_force_behind(place: Place) -> bool:
    return place.is_attribute and _is_of_a_force(place)


def _is_of_no_killing(place: Place) -> bool:
    """ "very serious" of nothing that is a killing by its name."""
    return not place.describes(_KILLINGS)


def _is_of_words(place: Place) -> bool:
    """ "critical" of what is said or written: not of the heat."""
    return place.describes(_SAID_OR_WRITTEN)


def _is_of_an_exchange(place: Place) -> bool:
    """ "tense" of an exchange: not of a pool."""
    return place.describes(_EXCHANGES)


def _is_of_a_feeling(place: Place) -> bool:
    return speaks(place.described) or place.describes(_EMOTIONAL)


def _is_of_a_quarrel(place: Place) -> bool:
    return place.is_attribute and place.describes(_QUARRELS)


def _is_of_a_weight(place: Place) -> bool:
    return place.is_attribute and place.describes(_WEIGHING)


def _is_of_what_goes_on(place: Place) -> bool:
    """ "long" of what goes on: not "endless remakes"."""
    return is_among(place.object, _GOING_ON) and not is_plural(place.object)


def _is_of_a_matter(place: Place) -> bool:
    """ "unexpected" of a matter: not of a view or a person."""
    return _is_of_no_person(place) and not kinds_of(place.described) & PHYSICAL


def _is_of_conduct(place: Place) -> bool:
    """ "forceful" of conduct: not of a tumour."""
    return _MEDICAL.isdisjoint(token.casefold() for token in place.following[:6])


def _is_attributive(place: Place) -> bool:
    return place.is_attribute


def _is_with_a_noun_or_verb(place: Place) -> bool:
    """Not an adjective that stands for a noun: "the indefensible"."""
    return place.is_attribute or place.nearest not in DETERMINERS


def _is_false(place: Place) -> bool:
    """ "false" of statements: neither of a person nor of a giant cheque."""
    is_thing = kinds_of(place.described) & PHYSICAL
    return _is_of_no_person(place) and _is_with_a_noun_or_verb(place) and not is_thing


def _is_alone(place: Place) -> bool:
    """ "long-standing" before a noun and not behind an adverb: not "deeply entrenched"."""
    return place.is_attribute and not place.nearest.endswith("ly")


def _is_rare(place: Place) -> bool:
    return place.nearest not in {"almost", "nearly", "virtually", "practically", "quite"}


def _is_reasoned(place: Place) -> bool:
    """ "unreasonable": not "drove him crazy", nor "the crazy"."""
    is_driven = not _DRIVING.isdisjoint(place.previous[-4:])
    return (place.is_attribute or not is_driven) and _is_with_a_noun_or_verb(place)


def _is_no_address(place: Place) -> bool:
    """ "unwise" is no word for a listener: "the economy, stupid"."""
    is_last = not place.next or place.next in {".", "!", "?"} or place.after[:1] in {'"', "\u201d"}
    return place.before.rstrip()[-1:] != "," or not is_last


def _is_little(place: Place) -> bool:
    """ "little" of what is not counted: neither "little details" nor "a little percentage"."""
    is_one = not {"a", "an"}.isdisjoint(place.previous[-2:])
    return place.is_attribute and not is_plural(place.object) and not is_one


def _is_very_large(place: Place) -> bool:
    """ "very large" with an article or of a plural: not "very large concern"."""
    is_marked = place.nearest in DETERMINERS or place.nearest.endswith(("'s", "\u2019s", ","))
    return not place.is_attribute or is_marked or is_plural(place.object)


def _is_of_no_figure(place: Place) -> bool:
    """ "large" of a noun behind: neither "a large 25 percent" nor "the data was large"."""
    return place.is_attribute


def _is_not_at(place: Place) -> bool:
    """ "clear": not "glaring at"."""
    return place.next != "at"


def _is_an_adjective(place: Place) -> bool:
    """An -ing form is one in "a chilling tale" and "is chilling": not in "of chilling wine"."""
    return place.nearest in DETERMINERS | BE


def _is_of_a_deed(place: Place) -> bool:
    """ "badly" and "strongly" of a deed: not of a quality, "strongly cold"."""
    if not place.next[:1].isalpha():
        return True
    is_verb = "-" not in place.next and place.next.endswith(_ENDS_OF_VERBS)
    return is_verb or place.next in PREPOSITIONS | DETERMINERS | {"and", "or", "to"}


def _is_of_a_change(place: Place) -> bool:
    """ "markedly" of a change or a difference: not "markedly said"."""
    if not place.next[:1].isalpha():
        return True
    return place.next in _CHANGES | PREPOSITIONS or place.next.endswith(("ed", "ing"))


def _is_of_most(place: Place) -> bool:
    """ "mostly" of people and votes: not of a quality that has degrees."""
    return place.next.endswith("ed") or place.following[:1] != [place.next]


def _is_of_a_need(place: Place) -> bool:
    return place.next in _NEEDING


def _is_at_an_edge(place: Place) -> bool:
    """A phrase in place of an adverb stands at the end of a clause or behind its verb."""
    return not place.next[:1].isalnum() or (bool(place.nearest) and place.next in PREPOSITIONS)


BY_WORDING: dict[str, Rule] = {
    **same(_is_of_no_person, "risky|disputed|improper|minor|open|unclear|harsh|careless"),
    **same(_is_of_no_person, "far-reaching|serious|unacceptable|discouraging|poor|doubtful|quick"),
    **same(_is_of_a_force, "severe"),
    **same(_is_of_no_killing, "very serious"),
    **same(_is_of_words, "critical|positive|strongly worded|emotional"),
    **same(_is_of_an_exchange, "tense"),
    **same(_is_of_a_feeling, "very angry"),
    **same(_is_of_a_weight, "heavy"),
    **same(_is_of_a_matter, "unexpected"),
    **same(_is_attributive, "under-pressure|new"),
    **same(_is_alone, "long-standing"),
    **same(_is_rare, "rare"),
    **same(_is_false, "false"),
    **same(_is_with_a_noun_or_verb, "hard to defend|hard to imagine|unpleasant|very bad"),
    **same(_is_reasoned, "unreasonable"),
    **same(_is_no_address, "unwise"),
    **same(_is_little, "little"),
    **same(_is_very_large, "very large"),
    **same(_is_of_no_figure, "large|very small"),
    **same(_is_not_at, "clear"),
    **same(_is_of_a_deed, "strongly|greatly|badly|severely|very badly"),
    **same(_is_of_a_change, "markedly"),
    **same(_is_of_most, "mostly"),
    **same(_is_at_an_edge, "with pleasure|for unknown reasons|without restraint|at length"),
    **same(_is_at_an_edge, "in a hostile way|in an unfriendly way|without evidence"),
}
"""Rules by wording or its first word."""

BY_WORD: dict[str, Rule] = {
    **same(_is_of_no_person, "vociferous|vehement"),
    **same(_is_of_a_force_behind, "crippling"),
    **same(_is_of_no_killing, "terrible|horrible|appalling|awful|dreadful|heinous|horrific"),
    **same(_is_of_an_exchange, "heated"),
    **same(_is_of_a_quarrel, "petty"),
    **same(_is_of_what_goes_on, "endless|never-ending|interminable"),
    **same(_is_of_conduct, "aggressive"),
    **same(_is_an_adjective, "chilling|staggering"),
    **same(_is_of_a_need, "desperately"),
}
"""Rules by the loaded word."""

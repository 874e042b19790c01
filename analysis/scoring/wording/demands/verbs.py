"""What wordings that are verbs demand: who acts, and on what."""

from __future__ import annotations

import re

from analysis.scoring.senses.neighbours import noun_after_preposition
from analysis.scoring.senses.noun_kinds import PHYSICAL, SPEAKING, kinds_of
from analysis.scoring.wording.demands.place import PERSONAL, Place, Rule, same, speaks
from analysis.text.function_words import BE, DETERMINERS, OBJECTS, PREPOSITIONS, REFLEXIVES, words

_CRITICISABLE = SPEAKING | {"matter"}
#: Verbs of criticism that are also blows, so that a person or a matter must stand beside them.
_BLOWS = re.compile(
    r"(?:slam|blast|bash|savag|hammer|flay|skewer|trash|pann|pan\b|lash|batter|assail|pillor|maul|"
    r"roast|grill|tore into|took aim|hit out)\w*"
)
#: Prepositions after a participle that leave it a criticism: "was slammed over fees".
_OF_A_REASON = words("for over as by after amid during")
_OF_TIME_OR_PLACE = words("on in at")
_FINITE = BE | words("has have had will would can could may might must does did do should")
_RIGHTS = words("rights freedoms liberties norms customs")
_LIKE_AN_ADJECTIVE = re.compile(
    r"\w{2,}(?:al|ic|ive|ous|ful|less|able|ible|ant|ent)|own|public|new|old"
)


def _criticises(place: Place) -> bool:
    """A person, a group or what people do is the object, in the passive the subject."""
    subject, thing = kinds_of(place.subject), kinds_of(place.object)
    if subject & PHYSICAL and not subject & _CRITICISABLE:
        return False
    if place.word.casefold().endswith("ing") and not place.object:
        return False
    if not _BLOWS.match(place.word.casefold()):
        return not thing & PHYSICAL or bool(thing & _CRITICISABLE)
    if place.object:
        is_it = place.object.casefold() == "it" and speaks(place.subject)
        return is_it or _can_be_criticised(place.object)
    if not _can_be_criticised(place.subject):
        return False
    preposition, noun = noun_after_preposition(place.after)
    if preposition in _OF_TIME_OR_PLACE | {"by"}:
        return not kinds_of(noun) & PHYSICAL
    return preposition in _OF_A_REASON or (not preposition and place.is_passive)


def _can_be_criticised(noun: str) -> bool:
    if noun.casefold() in PERSONAL | REFLEXIVES:
        return True
    if kinds := kinds_of(noun):
        return bool(kinds & _CRITICISABLE)
    # A name; but "savaged the Bears" is sport.
    return noun[:1].isupper() and not (noun.endswith("s") and noun[-2:-1].islower())


def _is_by_people(place: Place) -> bool:
    return speaks(place.subject)


def _is_to_people(place: Place) -> bool:
    return speaks(place.affected)


def _is_to_known_people(place: Place) -> bool:
    """ "removed" of a government: not "toppled Acme as the favourite"."""
    return bool(kinds_of(place.affected) & SPEAKING)


def _is_not_to_people(place: Place) -> bool:
    """ "weakened" of a law or a body: not of a person, nor of a building that burnt."""
    noun, kinds = place.affected, kinds_of(place.affected)
    is_person = noun.casefold() in PERSONAL | REFLEXIVES or (noun[:1].isupper() and not kinds)
    return bool(noun) and not is_person and not kinds & (PHYSICAL | {"person"})


def _is_of_a_matter(place: Place) -> bool:
    """ "disregarded" of rights and laws: not "trampled each other"."""
    return "matter" in kinds_of(place.affected) or place.affected.casefold() in _RIGHTS


def _causes(place: Place) -> bool:
    """ "caused" of what is no person and no thing: not "ignited us"."""
    noun, kinds = place.affected, kinds_of(place.affected)
    is_somebody = noun.casefold() in PERSONAL | {"it"} or (noun[:1].isupper() and not kinds)
    return bool(noun) and not is_somebody and not kinds & (PHYSICAL | SPEAKING)


def _is_active(place: Place) -> bool:
    return not place.is_passive and bool(place.object)


def _adds_to(place: Place) -> bool:
    return _is_active(place) and _causes(place)


def _has_an_object(place: Place) -> bool:
    if not place.word.casefold().endswith(("ed", "en")):
        return bool(place.object)
    return bool(place.object) or place.is_passive or place.next == "by"


def _has_an_object_or_a_clause(place: Place) -> bool:
    return place.next.isalpha() and place.next not in PREPOSITIONS - {"that"}


def _has_no_object(place: Place) -> bool:
    return place.next not in DETERMINERS | OBJECTS


def _is_of_an_amount(place: Place) -> bool:
    """An amount rises or falls: the subject, the noun beside the word, or what follows "in"."""
    if (
        place.nearest
        and "amount" in kinds_of(place.nearest)
        and place.before.rstrip()[-1].islower()
    ):
        return True  # "a price surge", "prices soared"
    preposition, noun = noun_after_preposition(place.after)
    is_a_noun = not DETERMINERS.isdisjoint(place.previous[-2:])
    if preposition == "in" and is_a_noun and _can_rise(noun):
        return True  # "a surge in deaths"
    if place.word.casefold().endswith("ing") and place.object:
        return "amount" in kinds_of(place.object) and place.nearest not in BE
    has_object = place.next in DETERMINERS | OBJECTS
    return "amount" in kinds_of(place.subject) and not has_object


def _can_rise(noun: str) -> bool:
    return "amount" in kinds_of(noun) or not kinds_of(noun) & PHYSICAL


def _is_before_to(place: Place) -> bool:
    """ "tried to": not "scrambled the eggs"; "appealed to": not "their pandering"."""
    return place.next == "to"


def _is_not_over(place: Place) -> bool:
    """ "approaches": not "looms over the bay"."""
    return place.next not in {"at", "over"}


def _argues(place: Place) -> bool:
    """ "disagreeing" as a verb: with somebody, or after a form of "be"."""
    return place.next in PREPOSITIONS or place.nearest in BE


def _is_no_noun(place: Place) -> bool:
    """An -ing form as a verb: not "their constant bleating"."""
    return place.nearest not in DETERMINERS and not _LIKE_AN_ADJECTIVE.fullmatch(place.nearest)


def _says_so(place: Place) -> bool:
    """ "insist that it is late" says so; "insist that it go" demands it."""
    is_quoted = place.before.rstrip()[-1:] in {'"', "\u201d", ","} or place.next in {",", "."}
    return is_quoted or not _FINITE.isdisjoint(t.casefold() for t in place.following[:10])


def _is_not_after_be(place: Place) -> bool:
    """ "is loathe to" is a misspelling of another word."""
    return not place.is_passive


def _is_no_attribute(place: Place) -> bool:
    """ "was taken advantage of": not "the most exploited workers"."""
    return not place.is_attribute


BY_WORDING: dict[str, Rule] = {
    **same(_criticises, "criticise|criticises|criticised|criticising"),
    **same(_is_of_an_amount, "rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling"),
    **same(_is_of_an_amount, "grow|grows|grew|grown|growing"),
    **same(_is_by_people, "complain|complains|complained|complaining|gave way|give way"),
    **same(_is_by_people, "gives way|giving way|hesitate|hesitates|hesitated|hesitating"),
    **same(_is_by_people, "protest|protests|protested|protesting|object|objects|objected"),
    **same(_is_to_people, "question|questioned|questioning|overcharge|overcharges|overcharged"),
    **same(_is_to_people, "overcharging|defeat|defeats|defeated|defeating|embarrass|embarrassed"),
    **same(_is_to_people, "embarrasses|persuade|persuades|persuaded|persuading"),
    **same(_is_not_to_people, "cut|cuts|cutting|weaken|weakens|weakened|weakening"),
    **same(_is_not_to_people, "spread|spreads|spreading|disrupt|disrupts|disrupted|disrupting"),
    **same(_is_of_a_matter, "disregard|disregards|disregarded|disregarding"),
    **same(_causes, "cause|causes|caused|causing|start|starts|started|starting"),
    **same(_causes, "prevent|prevents|prevented|preventing"),
    **same(_adds_to, "add|adds|added|adding"),
    **same(_has_an_object, "approve|approves|approved|approving|avoid|avoids|avoided|avoiding"),
    **same(_has_an_object, "damage|damages|damaged|hinder|hinders|hindered|disliking|pursuing"),
    **same(_has_an_object, "mishandle|mishandles|mishandling|praise|praised|praising"),
    **same(
        _has_an_object,
        "oppose|opposes|opposed|opposing|override|overrides|overrode|overridden|overriding",
    ),
    **same(_has_an_object, "press|presses|pressed|pressing|pressure|pressures|pressured"),
    **same(_has_an_object, "pressuring|promote|promotes|promoted|promoting"),
    **same(_has_an_object, "remove|removes|removed|removing|stop|stops|stopped|stopping"),
    **same(_has_an_object, "take|takes|took|taken|taking|use|uses|used|using"),
    **same(_is_no_attribute, "taken advantage of"),
    **same(_has_an_object_or_a_clause, "regret|regrets|regretted|regretting"),
    **same(_is_before_to, "try|tries|tried|trying|appeal|appeals|appealed|appealing"),
    **same(_is_not_over, "approach|approaches|approached|approaching"),
    **same(_argues, "disagreeing|arguing"),
    **same(_is_no_noun, "saying|speaking"),
}
"""Rules by wording or its first word."""

BY_WORD: dict[str, Rule] = {
    **same(_is_not_to_people, "steamroll|steamrolled|steamrolls|steamrolling"),
    **same(_is_active, "inflame|inflames|inflamed|inflaming"),
    **same(_is_to_known_people, "topple|topples|toppled|toppling"),
    **same(_is_not_after_be, "loathe|loathes"),
    **same(_says_so, "insist|insists|insisted|insisting"),
    **same(_has_no_object, "fret|frets|fretted|fretting"),
}
"""Rules by the loaded word."""

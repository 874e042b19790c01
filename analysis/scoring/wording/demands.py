"""What a plainer wording demands of the words beside it, to keep the sense of a sentence.

"criticised" can stand for "slammed" only where somebody or something that people do is criticised,
"rose" for "soared" only of amounts, "gave way" for "buckled" only of people. Each rule here looks
at the nouns beside the word (``senses.neighbours``) and at what they name (``senses.noun_kinds``).
Where a rule finds no evidence there is no wording, because a wrong one misleads and a missing one
does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.scoring.senses.neighbours import (
    is_passive,
    noun_after_preposition,
    object_of,
    subject_of,
    tokens,
)
from analysis.scoring.senses.noun_kinds import PHYSICAL, SPEAKING, kinds_of
from analysis.text.function_words import (
    BE,
    DETERMINERS,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    REFLEXIVES,
    SUBJECTS,
    words,
)

_PERSONAL = (SUBJECTS | OBJECTS) - {"it"}
_CRITICISABLE = SPEAKING | {"matter"}

#: Verbs of criticism that are also blows, so that a person or matter must be found beside them.
_BLOWS = re.compile(
    r"(?:slam|blast|bash|savag|hammer|flay|skewer|trash|pann|pan\b|lash|batter|assail|assault|"
    r"pillor|maul|roast|grill|harangu|tore into|took aim|hit out)\w*"
)
#: Prepositions after a participle of a blow that leave it a criticism: "was slammed over fees".
_OF_A_REASON = words("for over as by after amid in at during")
_SAID_OR_WRITTEN = words(
    "account ad article assessment attack audit column comment comments criticism critique dissent "
    "documentary editorial email essay interview judgment judgement letter memo note opinion piece "
    "portrait rebuke remark remarks reply report response retort review reviews ruling speech "
    "statement statements tweet verdict words letters reports articles tweets"
)
_EXCHANGES = words(
    "argument arguments atmosphere campaign conversation debate debates discussion discussions "
    "dispute exchange exchanges hearing meeting negotiation negotiations race row session talks "
    "battle contest moment phase relationship confrontation"
)
_EMOTIONAL = words("reaction response letter statement reply tweet email call phone post speech")
_CRIMES = words(
    "murder murders killing killings crime crimes rape assault attack attacks beating war wars "
    "massacre death deaths violence torture crackdown dictatorship occupation"
)

_KILLINGS = words(
    "assassination murder killing death massacre genocide torture rape execution beheading "
    "dystopia slaughter lynching suicide holocaust"
)
_LONG = words(
    "stream series list line cycle debate process loop war wait string supply parade chain row "
    "queue campaign sequence saga speech meeting litany"
)

_DRIVING = words(
    "drive drives drove driven driving go goes going went gone make makes turn turned get got like"
)
_MEDICAL = words(
    "tumor tumour tumors tumours cancer cancers disease diseases treatment chemotherapy dog dogs "
    "strain brain infection bacteria"
)
_LIKE_AN_ADJECTIVE = re.compile(
    r"\w{2,}(?:al|ic|ive|ous|ful|less|able|ible|ant|ent)|own|public|new|old"
)

Rule = Callable[[str, str, str], bool]
"""(the word as written, the text before it, the text after it) → whether the wording fits."""


def is_met(plain: str, word: str, before: str, after: str) -> bool:
    """Return whether what ``plain`` demands is met where it would replace ``word``.

    ``before`` and ``after`` are the text on either side. A word with nothing beside it is looked up
    alone, and any wording is met.
    """
    if not before.strip() and not after.strip():
        return True
    if plain in _UNCOUNTABLE and _is_counted(before) and word.casefold() not in _CRITICISMS:
        return False
    if plain.split()[0] in _ADJECTIVES_OF_PHRASES and _is_modified(before):
        return False
    rules = [_RULES_OF_WORDS.get(word.casefold()), _RULES.get(plain, _RULES.get(plain.split()[0]))]
    return all(rule is None or rule(word, before, after) for rule in rules)


def _is_criticism(word: str, before: str, after: str) -> bool:
    """A person, group or matter is the object, or in the passive the subject."""
    subject, thing = subject_of(before), object_of(after)
    preposition, noun = noun_after_preposition(after)
    if kinds_of(subject) & PHYSICAL and not kinds_of(subject) & _CRITICISABLE:
        return False
    if word.casefold().endswith("ing") and not thing:
        return False
    if not _BLOWS.match(word.casefold()):
        return not (kinds_of(thing) & PHYSICAL and not kinds_of(thing) & _CRITICISABLE)
    if thing:
        return _is_criticisable(thing) or (thing.casefold() == "it" and _speaks(subject))
    if not _is_criticisable(subject):
        return False
    if preposition == "by":
        return not kinds_of(noun) & PHYSICAL
    if preposition in {"on", "in", "at"}:
        return not kinds_of(noun) & PHYSICAL
    return preposition in _OF_A_REASON or (not preposition and is_passive(before))


def _is_criticisable(noun: str) -> bool:
    if noun.casefold() in _PERSONAL | REFLEXIVES:
        return True
    kinds = kinds_of(noun)
    if kinds:
        return bool(kinds & _CRITICISABLE)
    # A name; but "savaged the Bears" is sport.
    return noun[:1].isupper() and not (noun.endswith("s") and noun[-2:-1].islower())


def _speaks(noun: str) -> bool:
    """Whether a noun or pronoun is, as far as can be told, somebody who can speak."""
    kinds = kinds_of(noun)
    return noun.casefold() in _PERSONAL or noun[:1].isupper() or bool(kinds & SPEAKING)


def _is_by_people(word: str, before: str, after: str) -> bool:
    return _speaks(subject_of(before))


def _is_to_people(word: str, before: str, after: str) -> bool:
    """The object, or in the passive the subject, is a person or a group."""
    noun = subject_of(before) if is_passive(before) else object_of(after)
    return _speaks(noun)


def _not_to_people(word: str, before: str, after: str) -> bool:
    noun = subject_of(before) if is_passive(before) else object_of(after)
    kinds = kinds_of(noun)
    named = noun[:1].isupper() and not kinds
    return bool(noun) and not (
        noun.casefold() in _PERSONAL or named or kinds & (PHYSICAL | {"person"})
    )


def _is_of_an_amount(word: str, before: str, after: str) -> bool:
    """An amount rises or falls: it is the subject, the noun behind, or what follows "in"."""
    near = tokens(before)[-1:]
    if near and _is_amount(near[0]) and near[0].islower():
        return True  # "a price surge", "prices soared"
    preposition, noun = noun_after_preposition(after)
    if (
        preposition == "in"
        and (_is_amount(noun) or not kinds_of(noun) & PHYSICAL)
        and _is_a_noun(before)
    ):
        return True
    thing = object_of(after)
    if word.casefold().endswith("ing") and thing:
        return _is_amount(thing) and (not near or near[0].casefold() not in BE)
    following = tokens(after)[:1]
    transitive = bool(following) and following[0].casefold() in DETERMINERS | OBJECTS
    return _is_amount(subject_of(before)) and not transitive


def _is_amount(noun: str) -> bool:
    return "amount" in kinds_of(noun)


def _is_a_noun(before: str) -> bool:
    """Whether a determiner, or one and an adjective, stand before a word."""
    near = [token.casefold() for token in tokens(before)[-2:]]
    return any(token in DETERMINERS for token in near)


def _has_an_object(word: str, before: str, after: str) -> bool:
    if not word.casefold().endswith(("ed", "en")):
        return bool(object_of(after))
    following = noun_after_preposition(after)[0]
    return bool(object_of(after)) or is_passive(before) or following == "by"


def _is_no_person(word: str, before: str, after: str) -> bool:
    """An adjective that would say something else of a person: "a wrong man"."""
    noun = object_of(after) if _is_attribute(after) else subject_of(before)
    kinds = kinds_of(noun)
    personal = noun.casefold() in _PERSONAL or (noun[:1].isupper() and not kinds)
    return not personal and not kinds & {"person", "group", "animal"}


def _is_strength(word: str, before: str, after: str) -> bool:
    """ "severe" of what can be strong or weak, so of no person and no crime."""
    noun = object_of(after) if _is_attribute(after) else subject_of(before)
    return not _is_among(noun, _CRIMES) and _is_no_person(word, before, after)


def _is_said(word: str, before: str, after: str) -> bool:
    noun = object_of(after) if _is_attribute(after) else subject_of(before)
    return _is_among(noun, _SAID_OR_WRITTEN)


def _is_exchange(word: str, before: str, after: str) -> bool:
    noun = object_of(after) if _is_attribute(after) else subject_of(before)
    return _is_among(noun, _EXCHANGES)


def _is_of_a_person_or_emotion(word: str, before: str, after: str) -> bool:
    noun = object_of(after) if _is_attribute(after) else subject_of(before)
    return _speaks(noun) or _is_among(noun, _EMOTIONAL)


def _is_among(noun: str, nouns: frozenset[str]) -> bool:
    """Whether a noun in singular or plural is one of ``nouns``."""
    lower = noun.casefold()
    return bool({lower, lower.removesuffix("s"), lower.removesuffix("es")} & nouns)


def _is_attribute(after: str) -> bool:
    """Whether a content word follows directly, so that an adjective belongs to it."""
    following = tokens(after)[:1]
    if not following or after[:1] in "\"'\u2019\u201d" or not following[0][:1].isalpha():
        return False
    return following[0].casefold() not in (
        PREPOSITIONS | DETERMINERS | SUBJECTS | OBJECTS | BE | words("and or but that when to if")
    )


def _is_before_of(word: str, before: str, after: str) -> bool:
    return after.split()[:1] == ["of"]


def _is_number(word: str, before: str, after: str) -> bool:
    """A large number is of what is counted: of a plural."""
    if not _is_before_of(word, before, after):
        return False
    return _is_plural(object_of(after[after.index("of") + 2 :]))


def _is_plural(noun: str) -> bool:
    lower = noun.casefold()
    return (lower.endswith("s") and not lower.endswith(("ss", "us"))) or lower in words(
        "people men women children police"
    )


def _is_not_graded(word: str, before: str, after: str) -> bool:
    """ "badly" and "strongly" of a deed, not of a quality: not "strongly cold"."""
    following = tokens(after)[:1]
    if not following or not following[0][:1].isalpha():
        return True
    lower = following[0].casefold()
    if "-" in lower:
        return False
    return lower in PREPOSITIONS | DETERMINERS | words("and or to") or lower.endswith(
        ("ed", "ing", "en", "pose", "poses", "port", "ports", "cise", "cute", "fend", "ny", "nies")
    )


def _is_single(word: str, before: str, after: str) -> bool:
    """A noun with no other noun behind it: not "a disaster zone"."""
    return not _is_attribute(after) or tokens(after)[0].casefold().endswith(("ed", "ing"))


def _is_a_judgement(word: str, before: str, after: str) -> bool:
    """ "failure" where something is called one: "is a disaster", "a total disaster"."""
    near = [token.casefold() for token in tokens(before)[-2:]]
    is_called = bool(near) and (
        near[-1] in words("a an total complete absolute unmitigated utter political policy real")
        or near[-1] in POSSESSIVES
    )
    return is_called and _is_single(word, before, after)


def _is_of_a_matter(word: str, before: str, after: str) -> bool:
    """What is disregarded or caused is a matter, such as rights or a dispute."""
    noun = subject_of(before) if is_passive(before) else object_of(after)
    kinds = kinds_of(noun)
    return "matter" in kinds or noun.casefold() in words("rights freedoms liberties norms customs")


def _causes(word: str, before: str, after: str) -> bool:
    noun = subject_of(before) if is_passive(before) else object_of(after)
    kinds = kinds_of(noun)
    is_somebody = noun.casefold() in _PERSONAL | {"it"} or (noun[:1].isupper() and not kinds)
    return bool(noun) and not is_somebody and not kinds & (PHYSICAL | SPEAKING)


def _is_to_rulers(word: str, before: str, after: str) -> bool:
    noun = subject_of(before) if is_passive(before) else object_of(after)
    return bool(kinds_of(noun) & SPEAKING)


def _is_before_to(word: str, before: str, after: str) -> bool:
    return after.split()[:1] == ["to"]


def _is_scant(word: str, before: str, after: str) -> bool:
    """ "little" of what is not counted: not "little details"."""
    return _is_attribute(after) and not _is_plural(object_of(after)) and not _is_counted(before)


def _adds(word: str, before: str, after: str) -> bool:
    """What is added to is a matter or unknown, and never in the passive: not "added to by"."""
    return _causes(word, before, after) and not is_passive(before) and bool(object_of(after))


def _has_an_object_or_statement(word: str, before: str, after: str) -> bool:
    following = tokens(after)[:1]
    return (
        bool(following)
        and following[0].isalpha()
        and (following[0].casefold() == "that" or following[0].casefold() not in PREPOSITIONS)
    )


def _is_mostly(word: str, before: str, after: str) -> bool:
    """ "mostly" of people and votes: not of a quality that has degrees."""
    following = tokens(after)[:1]
    return bool(following) and (following[0][:1].isupper() or following[0].endswith("ed"))


def _is_no_noun(word: str, before: str, after: str) -> bool:
    """An -ing form as a verb: not "their constant bleating"."""
    near = tokens(before)[-1:]
    return not near or (
        near[0].casefold() not in DETERMINERS
        and not _LIKE_AN_ADJECTIVE.fullmatch(near[0].casefold())
    )


def _is_large(word: str, before: str, after: str) -> bool:
    """ "very large" with an article or of a plural: not "very large concern"."""
    if not _is_attribute(after):
        return True
    near = tokens(before)[-1:]
    marked = bool(near) and (near[0].casefold() in DETERMINERS or near[0].endswith(("s", ",")))
    return marked or _is_plural(object_of(after))


def _is_conduct(word: str, before: str, after: str) -> bool:
    """ "forceful" of conduct: not of a tumour."""
    near = {token.casefold() for token in tokens(after)[:6]}
    return near.isdisjoint(_MEDICAL)


def _has_no_object(word: str, before: str, after: str) -> bool:
    following = tokens(after)[:1]
    return not following or following[0].casefold() not in DETERMINERS | OBJECTS


def _is_a_long_one(word: str, before: str, after: str) -> bool:
    """ "long" of what goes on: not "endless remakes"."""
    return _is_among(object_of(after), _LONG) and not _is_plural(object_of(after))


def _is_definite(word: str, before: str, after: str) -> bool:
    """A wording that takes an accusation back fits where it only refers: "the witch hunt".

    In "it is a witch hunt" the word is what is claimed.
    """
    near = tokens(before)[-1:]
    return bool(near) and near[0].casefold() in POSSESSIVES | words("the this these those that")


def _is_quality(word: str, before: str, after: str) -> bool:
    """Adjectives for how bad something is, of nothing that is a killing by its name."""
    noun = object_of(after) if _is_attribute(after) else subject_of(before)
    return not _is_among(noun, _KILLINGS)


def _is_reasonable(word: str, before: str, after: str) -> bool:
    """ "unreasonable" with a noun or after a verb: not "the crazy"."""
    near = [token.casefold() for token in tokens(before)[-4:]]
    if not _is_attribute(after) and not _DRIVING.isdisjoint(near):
        return False
    return _is_attribute(after) or not near or near[-1] not in DETERMINERS


def _is_attributive(word: str, before: str, after: str) -> bool:
    return _is_attribute(after)


def _is_not_before_at(word: str, before: str, after: str) -> bool:
    return after.split()[:1] not in (["at"], ["over"])


def _is_at_an_edge(word: str, before: str, after: str) -> bool:
    """Whether an adverb stands where a phrase can: at the border of a clause or behind its verb."""
    following, near = tokens(after)[:1], tokens(before)[-1:]
    ends = not following or not following[0][:1].isalnum()
    return ends or (bool(near) and following[0].casefold() in PREPOSITIONS)


def _is_named_or_called(word: str, before: str, after: str) -> bool:
    """An -ing form is an adjective: "a chilling tale", "is chilling"; not "of chilling wine"."""
    near = tokens(before)[-1:]
    return bool(near) and near[0].casefold() in DETERMINERS | BE


def _is_seen(word: str, before: str, after: str) -> bool:
    """ "unexpected" of a matter, not of a view or a person."""
    noun = object_of(after) if _is_attribute(after) else subject_of(before)
    return _is_no_person(word, before, after) and not kinds_of(noun) & PHYSICAL


def _is_counted(before: str) -> bool:
    """Whether "a" or "an" stands before a word, directly or before one adjective."""
    near = [token.casefold() for token in tokens(before)[-2:]]
    return bool(near) and (near[-1] in {"a", "an"} or (near[0] in {"a", "an"}))


def _is_modified(before: str) -> bool:
    """Whether an adjective or a noun stands directly before a word."""
    near = tokens(before)[-1:]
    if not near or not near[0][:1].isalpha():
        return False
    lower = near[0].casefold()
    return lower not in (
        DETERMINERS | PREPOSITIONS | BE | QUANTIFIERS | words("and or but to of")
    ) and not lower.endswith("ed")


_UNCOUNTABLE = frozenset(
    {
        "anger", "criticism", "disorder", "hostility", "improper conduct", "inconsistency",
        "publicity", "uncertainty", "unrest", "regulation", "alarm", "authoritarian rule", "deaths",
        "pursuit of profit", "favouritism", "disagreement", "internal disagreement", "interference",
        "strong support", "conduct", "blame", "worry", "excitement", "talk",
    }
)  # fmt: skip
"""Wordings that take no "a": not "a criticism ensued", which began as "a firestorm"."""

_CRITICISMS = words("rebuke reprimand")
"""Words for one criticism, so that "a" may stay."""

_ADJECTIVES_OF_PHRASES = words(
    "serious large greatest small new senior left-wing costly unlikely improper"
)
"""First words of wordings like "serious problem", which no other adjective stands before."""


def _same(rule: Rule, forms: str) -> dict[str, Rule]:
    return dict.fromkeys(forms.split("|"), rule)


_RULES: dict[str, Rule] = {
    **_same(_is_criticism, "criticise|criticises|criticised|criticising"),
    **_same(_is_of_an_amount, "rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling"),
    **_same(_is_of_an_amount, "grow|grows|grew|grown|growing"),
    **_same(_is_by_people, "complain|complains|complained|complaining"),
    **_same(_is_by_people, "protest|protests|protested|protesting|object|objects|objected"),
    **_same(_is_by_people, "gave way|give way|gives way|giving way"),
    **_same(_is_by_people, "hesitate|hesitates|hesitated|hesitating"),
    **_same(_is_to_people, "question|questioned|questioning|overcharge|overcharges|overcharged"),
    **_same(_is_to_people, "overcharging|defeat|defeats|defeated|defeating|embarrass|embarrassed"),
    **_same(_is_to_people, "embarrasses|persuade|persuades|persuaded|persuading"),
    **_same(_not_to_people, "cut|cuts|cutting|weaken|weakens|weakened|weakening"),
    **_same(_not_to_people, "spread|spreads|spreading"),
    **_same(_has_an_object, "take|takes|took|taken|taking|avoid|avoids|avoided|avoiding"),
    **_same(_has_an_object, "stop|stops|stopped|stopping|remove|removes|removed|removing"),
    **_same(_has_an_object, "override|overrides|overrode|overridden|overriding"),
    **_same(_is_no_person, "risky|disputed|improper|minor|open|unclear|harsh|very hostile"),
    **_same(_is_no_person, "false|careless|far-reaching|serious|unacceptable"),
    **_same(_is_no_person, "discouraging|wrong|poor|doubtful|quick"),
    **_same(_is_strength, "severe|heavy"),
    **_same(_is_said, "critical|positive"),
    **_same(_is_exchange, "tense"),
    **_same(_is_said, "strongly worded|emotional"),
    **_same(_is_of_a_person_or_emotion, "very angry"),
    **_same(_is_of_a_matter, "disregard|disregards|disregarded|disregarding"),
    **_same(_causes, "cause|causes|caused|causing"),
    **_same(_has_an_object, "promote|promotes|promoted|promoting|press|presses|pressed|pressing"),
    **_same(_has_an_object, "pressure|pressures|pressured|pressuring|praise|praised|praising"),
    **_same(_is_before_to, "try|tries|tried|trying|appeal|appeals|appealed|appealing"),
    **_same(_is_attributive, "under-pressure|new|long-standing"),
    **_same(_is_scant, "little"),
    **_same(_adds, "add|adds|added|adding"),
    **_same(_has_an_object_or_statement, "regret|regrets|regretted|regretting"),
    **_same(_is_mostly, "mostly"),
    **_same(_is_no_noun, "saying|speaking"),
    **_same(_is_large, "very large"),
    **_same(_has_an_object, "disliking|pursuing|mishandling|mishandle|mishandles"),
    **_same(_causes, "prevent|prevents|prevented|preventing"),
    **_same(_not_to_people, "disrupt|disrupts|disrupted|disrupting"),
    **_same(_is_quality, "very bad|very serious"),
    **_same(_is_reasonable, "unreasonable"),
    **_same(_is_not_before_at, "clear|approach|approaches|approached|approaching"),
    **_same(_is_at_an_edge, "with pleasure|for unknown reasons|without restraint|at length"),
    **_same(_is_at_an_edge, "in a hostile way|in an unfriendly way|without evidence"),
    **_same(_is_seen, "unexpected"),
    **_same(_is_number, "large number"),
    **_same(_is_before_of, "large amount|mix"),
    **_same(_is_number, "series"),
    **_same(_is_not_graded, "strongly|greatly|badly|severely|very badly"),
    **_same(_is_a_judgement, "failure"),
    **_same(_is_single, "serious problem|problem|crisis|disorder"),
}
"""Rules by wording, or by its first word."""

_RULES_OF_WORDS: dict[str, Rule] = {
    **_same(_is_conduct, "aggressive"),
    **_same(_is_named_or_called, "staggering"),
    **_same(_is_single, "crackdown|clampdown"),
    **_same(_is_to_rulers, "topple|topples|toppled|toppling"),
    **_same(_is_named_or_called, "chilling"),
    **_same(_is_exchange, "heated"),
    **_same(_is_a_long_one, "endless|never-ending|interminable"),
    **_same(_has_no_object, "fret|frets|fretted|fretting"),
    **_same(_is_definite, "witch hunt|witch-hunt|kangaroo court|show trial|puppet|puppets|stooge"),
    **_same(
        _is_definite, "stooges|lapdog|lapdogs|lackey|lackeys|mouthpiece|charade|charm offensive"
    ),
    **_same(_is_quality, "heinous|horrific|grisly|horrifying"),
    **_same(_is_single, "cover-up|headache|bailout|power grab"),
}
"""Rules by the loaded word, for words whose senses the wording does not tell apart."""

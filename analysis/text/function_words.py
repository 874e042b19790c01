"""English function words by class, and selections of them for other modules.

Function words are the closed classes: determiners, prepositions, pronouns, auxiliaries,
conjunctions and some adverbs. All are in lower case, with the straight apostrophe.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the set of words of ``text``, separated by white space."""
    return frozenset(text.split())


ARTICLES = words("a an the")
DEMONSTRATIVES = words("this that these those")
POSSESSIVES = words("my your his her its our their whose")
QUANTIFIERS = words(
    "no any some every each either neither another such what which many several few more most "
    "much all both"
)
DETERMINERS = ARTICLES | DEMONSTRATIVES | POSSESSIVES | QUANTIFIERS

ALWAYS_BEFORE_A_NOUN = words("of in on at by for from with into onto between among against during")
"""Prepositions that hardly ever end a sentence or a headline, unlike "over" and "about"."""

PREPOSITIONS = ALWAYS_BEFORE_A_NOUN | words(
    "over under after before amid amidst about around through throughout despite without within "
    "beyond near toward towards upon via per like as than"
)
PARTICLES = words("up down off out away back")

SUBJECTS = words("i you he she it we they who")
OBJECTS = words("me him us them it you")
REFLEXIVES = words("myself himself herself itself ourselves themselves")

BE = words("is are was were be been being am isn't aren't wasn't weren't")
HAVE = words("has have had having hasn't haven't hadn't")
DO = words("do does did don't doesn't didn't")
MODALS = words(
    "will would can could may might must shall should won't wouldn't can't couldn't shouldn't "
    "cannot"
)
CONTRACTED_MODALS = words("he'll she'll they'll we'll i'll he'd she'd they'd we'd")

CONJUNCTIONS = words("and or but nor so because if when while that which who where")
SUBORDINATORS = words("until unless though although")
ADVERBS = words(
    "not never also now since already just yet ever even still only own same then there here too "
    "very how why whom"
)

ALL = (
    DETERMINERS | PREPOSITIONS | PARTICLES | SUBJECTS | OBJECTS | REFLEXIVES | BE | HAVE | DO
    | MODALS | CONTRACTED_MODALS | CONJUNCTIONS | SUBORDINATORS | ADVERBS
    | words("to let let's one other hers ours theirs yours")
)  # fmt: skip

RARELY_LAST = (
    ARTICLES | POSSESSIVES | ALWAYS_BEFORE_A_NOUN
    | words("this these those to and or but nor as than which who is are was were be")
)  # fmt: skip
"""Words that rarely end a sentence or a headline, so that the next line continues it."""

VERBS_OF_SAYING = words("said say says told wrote")
"""Verbs so frequent in news that, like "the", they do not distinguish two sentences."""

ONLY_ENGLISH = words(
    "about after against and another because before between can't could couldn't didn't doesn't "
    "don't during from his how into isn't its said she should than that the their them then "
    "there these they this those through told wasn't were what when where which while who whose "
    "with without won't would wouldn't wrote you your says"
)
"""Function words and verbs of saying that are not frequent words of another language in Latin
script; therefore without a, at, by, for, has, her, in, is, it, of, on, over, to, was, will."""

FOREIGN_FUNCTION_WORDS = words(
    "el los las un una del y por para con sin que es se su lo al la le les du des aux et est sur "
    "dans pour avec ne pas une ces ses der das dem den und ist im zu auf mit von vom zum nicht ein "
    "eine einen wird il gli della di nel che è uno o os as da em com não um uma ao het een van op "
    "niet de te och på ett av til og på med är som ei ja się nie w z ve bir si cu din pe în jak"
)
"""Articles, prepositions, pronouns and forms of "be" of other European languages, so far as English
sentences do not have them before a word in lower case."""

BORROWED_SAYINGS = frozenset(
    {
        "c'est la vie", "hasta la vista", "hasta la vista baby", "la dolce vita", "que sera sera",
        "je ne sais quoi", "vive la france", "vive la différence", "viva la revolución",
        "viva la vida", "je suis charlie", "cherchez la femme", "carpe diem",
        "vox populi vox dei",
    }
)  # fmt: skip
"""Sayings of other languages that English texts use as they are, in lower case."""

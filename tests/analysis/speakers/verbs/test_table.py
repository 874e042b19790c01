from collections import Counter

from analysis.frames import ACTS, MANNERS
from analysis.speakers.verbs import verb_of
from analysis.speakers.verbs.table import adverbs, nouns, verbs


def test_the_table_is_large_and_has_every_manner() -> None:
    assert len(verbs()) >= 280
    manners = Counter(verb.manner for verb in verbs().values())
    assert set(manners) == set(MANNERS)
    assert min(manners.values()) >= 20
    assert {verb.act for verb in verbs().values()} == set(ACTS)


def test_every_line_says_what_the_word_implies_in_one_short_clause() -> None:
    for verb in [*verbs().values(), *adverbs().values()]:
        assert verb.manner in MANNERS, verb
        assert verb.act in ACTS, verb
        assert verb.implies.split()[0] in FIRST_WORDS, verb
        assert len(verb.implies.split()) <= 22, verb
        assert verb.implies[-1] not in ".;,", verb


FIRST_WORDS = {
    "says", "only", "names", "marks", "presents", "strictly", "suggests", "lets", "treats",
    "praises", "turns", "makes", "celebrates", "spreads", "gives", "tells",
}  # fmt: skip
"""“The word … says that”: every clause goes on from there."""


def test_every_verb_and_noun_is_found_by_itself() -> None:
    written = {verb: verb.replace("oneself", "herself").replace("one's", "her") for verb in verbs()}
    assert {verb: verb_of(cue).lemma for verb, cue in written.items()} == {v: v for v in verbs()}
    assert {noun for noun in nouns() if not verb_of(noun).implies} == set()


def test_no_word_is_both_a_verb_and_an_adverb() -> None:
    assert not set(verbs()) & set(adverbs())

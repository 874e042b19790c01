"""Where the voices network is asked, and that no finding is lost where it is not."""

from collections.abc import Sequence

import pytest

from analysis.reading.samples import samples
from analysis.rules.checking.check import check
from analysis.rules.checking.doubting_verbs import doubting_verb, may_doubt
from analysis.rules.checking.observing.observed import Statement
from analysis.rules.checking.observing.where_asked import paragraphs_to_ask, surely_said
from analysis.rules.rule import Rule, RuleSet
from analysis.scoring.classifier import classifier
from analysis.scoring.pipeline import analyze
from analysis.scoring.prepared import prepared
from analysis.speakers.tagging.network import voices
from analysis.speakers.verbs.inflection import forms
from analysis.speakers.verbs.table import adverbs, nouns, verbs
from models import Attribution, NameMention

PLAIN = [
    "The council met on Monday evening in the old town hall by the river.",
    "It agreed to mend the roof of the library before the winter, and to pay for it from savings.",
    "Work on the roof will begin in October and should take about six weeks.",
]


class Listening:
    """The bundled network, with the lines that it was asked for."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def attributions(
        self, text: str, wanted: Sequence[tuple[int, int]] | None = None
    ) -> Sequence[Attribution]:
        assert wanted is not None
        self.lines += [text[start:end] for start, end in wanted]
        return voices().attributions(text, wanted)

    def names(self, text: str) -> Sequence[NameMention]:
        return list(voices().names(text))


def lines_asked(text: str, rules: RuleSet) -> list[str]:
    network = Listening()
    check(text, rules, model=classifier(), tagger=network)
    return network.lines


def test_plain_news_asks_for_nothing() -> None:
    assert lines_asked("\n\n".join(PLAIN), RuleSet()) == []


@pytest.mark.parametrize("word", ["claimed", "falsely said", "made it clear to no one the claims"])
def test_a_doubting_verb_asks_for_its_paragraph(word: str) -> None:
    one = f"Hale {word} that the roof was sound."
    assert lines_asked("\n\n".join([PLAIN[0], one, PLAIN[2]]), RuleSet()) == [one]


def test_a_match_asks_for_its_paragraph() -> None:
    rules = RuleSet((Rule("roof", "library"),))
    assert lines_asked("\n\n".join(PLAIN), rules) == [PLAIN[1]]


def test_a_rule_for_another_section_asks_for_nothing() -> None:
    rules = RuleSet((Rule("roof", "library", sections=("sport",)),))
    assert lines_asked("\n\n".join(PLAIN), rules) == []


def test_a_loaded_sentence_asks_for_its_paragraph() -> None:
    one = "The shambolic council wrecked the beloved pool in a brutal, shameless raid on families."
    assert lines_asked("\n\n".join([PLAIN[0], one, PLAIN[2]]), RuleSet()) == [one]


def test_quotations_bring_the_paragraphs_beside_them() -> None:
    quoted = [
        "“We have waited for ten years, and we are tired of it.",
        "“It has to be mended now.”",
    ]
    one = prepared("\n\n".join([*PLAIN, *quoted, *PLAIN]))
    first = next(s.paragraph for s in one.sentences if one.text[s.start] == "“")
    assert paragraphs_to_ask(one, [], [first]) == {first - 1, first, first + 1, first + 2}
    assert paragraphs_to_ask(one, [], [first - 1]) == {first - 1}


def test_what_is_surely_said_is_a_statement() -> None:
    seen = 0
    for sample in samples()[::9]:
        one = prepared(sample.text)
        result = analyze(sample.text)
        numbers = surely_said(one, one.read_by_networks(False))
        seen += len(numbers)
        voices_of = result.sentences.set_index("sentence")["voice"]
        assert all(voices_of[number] in {"quoted", "mixed"} for number in numbers)
    assert seen > 5


def test_whatever_may_be_reported_may_doubt() -> None:
    cues = [
        " ".join([form, *others])
        for lemma in verbs()
        for first, *others in [lemma.split()]
        for form in forms(first)
    ]
    cues += [noun + ending for noun in nouns() for ending in ("", "s")]
    cues += [f"said {adverb}" for adverb in adverbs()]
    cues += ["hasn't falsely said", "made it very clear", "kept on claiming", "brushed it off"]
    reported = 0
    for cue in cues:
        text = f"Hale {cue} that the roof was sound."
        end = 5 + len(cue)
        statement = Statement(((end + 1, len(text) - 1),), "reported", (5, end))
        if doubting_verb(text, statement) is not None:
            reported += 1
            assert may_doubt(text), cue
    assert reported > 200
    assert not may_doubt("The council said that it had met on Monday.")
    assert not may_doubt("He is alleged to have reportedly left.")

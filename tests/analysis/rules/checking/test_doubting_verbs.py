import pytest

from analysis.rules.checking.doubting_verbs import DoubtingVerb, doubting_verb
from analysis.rules.checking.observing.observed import Statement


def found(text: str, cue: str, content: str) -> DoubtingVerb | None:
    """Return the doubting verb of a statement whose cue and content are passages of ``text``."""
    at, begin = text.index(cue), text.index(content)
    return doubting_verb(
        text, Statement(((begin, begin + len(content)),), "reported", (at, at + len(cue)))
    )


@pytest.mark.parametrize(
    ("text", "cue", "content", "word", "plainer"),
    [
        ("Hale claimed that she was ill.", "claimed", "that she was ill", "claimed", "said"),
        ("Hale claims she was at home.", "claims", "she was at home", "claims", "says"),
        ("They claim that he left.", "claim", "that he left", "claim", "say"),
        ("The owners claim that he left.", "claim", "that he left", "claim", "say"),
        ("Hale left, claiming that she was ill.", "claiming", "that she was ill", "claiming",
         "saying"),
        ("Hale has repeatedly claimed that he left.", "has repeatedly claimed", "that he left",
         "claimed", "said"),
        ("Claiming that he was ill, Hale left.", "Claiming", "that he was ill", "Claiming",
         "Saying"),
        ("HALE CLAIMS HE WAS ILL", "CLAIMS", "HE WAS ILL", "CLAIMS", "SAYS"),
        ("“I was ill,” Hale claimed.", "claimed", "“I was ill,”", "claimed", "said"),
        ("Hale made the claim that he was ill.", "made the claim", "that he was ill",
         "made the claim", "said"),
        ("Hale professed that he was ill.", "professed", "that he was ill", "professed", "said"),
        ("Hale insinuates that he was paid.", "insinuates", "that he was paid", "insinuates",
         "suggests"),
        # Where “said” would be wrong grammar.
        ("Hale claimed to have left.", "claimed", "to have left", "claimed", ""),
        ("Hale claimed responsibility for it.", "claimed", "responsibility for it", "claimed", ""),
        # Nouns.
        ("Hale's claim that he was ill is new.", "claim", "that he was ill", "claim", "statement"),
        ("The claims that he was ill are new.", "claims", "that he was ill", "claims",
         "statements"),
        # It may be a noun or a verb: better no wording than a wrong one.
        ("The mayor's latest claim that he left is new.", "claim", "that he left", "claim", ""),
        # No plain word says the same.
        ("Hale lied that he was ill.", "lied", "that he was ill", "lied", ""),
        ("Hale trotted out the line that he was ill.", "trotted out", "the line that he was ill",
         "trotted out", ""),
        ("Hale falsely said that he was ill.", "falsely said", "that he was ill", "falsely", ""),
    ],
)  # fmt: skip
def test_the_verb_and_the_plain_one(
    text: str, cue: str, content: str, word: str, plainer: str
) -> None:
    verb = found(text, cue, content)
    assert verb is not None
    assert text[verb.start : verb.end] == word
    assert verb.plainer == plainer
    assert verb.implies


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Hale said that he was ill.", "said", "that he was ill"),
        ("Hale insisted that he was ill.", "insisted", "that he was ill"),
        ("Prosecutors allege that he was paid.", "allege", "that he was paid"),
        ("The allegation that he was paid is new.", "allegation", "that he was paid"),
        ("He is rumoured to be ill, they said.", "is rumoured", "to be ill"),
        ("Hale reportedly said that he was ill.", "reportedly said", "that he was ill"),
        ("Hale imagined that he was ill.", "imagined", "that he was ill"),
        ("Hale did not claim that he was ill.", "did not claim", "that he was ill"),
    ],
)
def test_neutral_verbs_accusations_open_hedges_and_thoughts_are_left_alone(
    text: str, cue: str, content: str
) -> None:
    assert found(text, cue, content) is None


def test_a_statement_without_a_cue_has_no_verb() -> None:
    assert doubting_verb("“Go.”", Statement(((0, 5),), "direct")) is None

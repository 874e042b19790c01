import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.speakers.verbs import verb_of

LEMMAS = {
    # Inflection, by rule and irregular.
    "said": "say", "says": "say", "saying": "say", "told": "tell", "thought": "think",
    "swore": "swear", "wrote": "write", "admitted": "admit", "denies": "deny", "denied": "deny",
    "lied": "lie", "lying": "lie", "noted": "note", "quipped": "quip", "criticised": "criticize",
    "forecasting": "forecast", "spun": "spin", "urging": "urge", "pooh-poohed": "pooh-pooh",
    # Auxiliaries and adverbs.
    "has repeatedly claimed that": "claim", "were told": "tell", "’s hoping": "hope",
    "would not, however, rule out": "rule out", "have long argued": "argue",
    "wasn't sure": "be unsure", "is absolutely certain": "be certain",
    # One verb leads to another, or the first is the one.
    "began to complain": "complain", "went on to say": "go on to say", "continued": "continue",
    "opened by thanking": "thank", "refused to endorse": "refuse", "seemed to hint": "hint",
    # Phrases, also with words between.
    "according to": "according to", "In the words of": "in the words of",
    "told reporters": "tell reporters", "was quoted as saying": "be quoted as saying",
    "made it very clear that": "make clear", "went on record": "go on record",
    "are of the view": "be of the view", "took to Twitter": "take to Twitter",
    "is hitting back": "hit back", "fired back": "fire back", "doubles down on": "double down",
    "gave her word": "give one's word", "in his own opinion": "in one's opinion",
    # Nouns.
    "claim": "claim", "the announcement": "announce", "statement": "state", "fears": "fear",
    "’s call for": "call for", "his latest public appeal": "appeal", "accusations": "accuse",
    "a letter urging": "urge", "wrote in an email": "write",
    # Marks of transcripts and headlines.
    ":": ":", " —": ":",
    # Not in the table.
    "was slashing": "slash", "unzipped": "unzip", "had tidied": "tidy", "carries": "carry",
}  # fmt: skip


@pytest.mark.parametrize(("cue", "lemma"), LEMMAS.items())
def test_the_verb_of_a_cue(cue: str, lemma: str) -> None:
    assert verb_of(cue).lemma == lemma
    assert verb_of(cue.upper()).lemma == lemma


@pytest.mark.parametrize(
    ("cue", "act", "manner"),
    [
        ("said", "said", "neutral"),
        ("claimed", "said", "doubting"),
        ("insists", "said", "asserting"),
        ("admitted", "said", "conceding"),
        ("slammed", "said", "emotive"),
        ("hopes", "thought", "neutral"),
        ("fears", "thought", "emotive"),
        ("changed her mind", "thought", "conceding"),
    ],
)
def test_act_and_manner(cue: str, act: str, manner: str) -> None:
    verb = verb_of(cue)
    assert (verb.act, verb.manner) == (act, manner)
    assert verb.implies


def test_an_adverb_changes_a_neutral_verb_only() -> None:
    angry = verb_of("said angrily")
    assert (angry.lemma, angry.manner) == ("say", "emotive")
    assert "angry" in angry.implies
    assert verb_of("reportedly told").manner == "doubting"
    assert verb_of("grudgingly admitted") == verb_of("admitted")
    assert verb_of("said quietly") == verb_of("said")


def test_an_adverb_alone_is_a_cue() -> None:
    assert verb_of("allegedly").lemma == "allegedly"
    assert verb_of("allegedly").manner == "doubting"


def test_what_was_not_said_has_no_colour() -> None:
    assert verb_of("did not confirm").manner == "neutral"
    assert verb_of("did not confirm").implies != verb_of("confirmed").implies
    assert verb_of("hasn’t admitted").lemma == "admit"
    assert verb_of("does not fear") == verb_of("fears")
    assert verb_of("not only claimed") == verb_of("claimed")


def test_an_unknown_cue_implies_nothing() -> None:
    verb = verb_of("has carried")
    assert (verb.act, verb.manner, verb.implies) == ("said", "neutral", "")


def test_no_cue_has_no_manner() -> None:
    assert (verb_of("").lemma, verb_of("").manner) == ("", "")
    assert verb_of("“”").manner == ""


@given(st.text(max_size=80))
def test_any_text_has_an_answer(cue: str) -> None:
    verb = verb_of(cue)
    assert verb.act in ("said", "thought")
    assert bool(verb.lemma) == bool(verb.manner)
    assert verb.lemma or not any("a" <= letter <= "z" for letter in cue)


@given(st.sampled_from(["claimed", "told reporters", "made clear", "fumes", "hit back"]))
def test_white_space_and_marks_around_a_cue_are_nothing(cue: str) -> None:
    assert verb_of(f" \n“{cue}”,\u00a0") == verb_of(cue)

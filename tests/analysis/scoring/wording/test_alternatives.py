"""The table of plainer wordings is well formed and looked up as written."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.wording.alternatives import TABLE, alternative_to, with_plainer_words
from analysis.scoring.wording.part_of_speech import ADJECTIVE, NOUN, PARTICIPLE, VERB
from models import load_classifier

GATE = Path(__file__).parents[3] / "gold" / "gate_loaded.csv"

with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
ENTRIES = [(row["term"], row["alternative"]) for row in ROWS if not row["part_of_speech"]]


@pytest.mark.parametrize(
    ("phrase", "plainer"),
    [
        ("slammed", "criticised"),
        ("Lambasts", "Criticises"),
        ("SLAMMING", "CRITICISING"),
        ("regime", "government"),
        ("Regimes", "Governments"),
        ("witch hunt", "investigation"),
        ("witch  hunt", "investigation"),
        ("spineless", ""),
        ("regime’s", "government’s"),
        ("Regimes'", ""),
        ("BIGWIG'S", "SENIOR OFFICIAL'S"),
        ("THUG'S", ""),
        ("elites’", ""),
        ("bigwig’s", "senior official’s"),
        ("horde’s stupid", "group’s unwise"),
        ("politically embarrassing", "politically awkward"),
        ("Utterly  shameless mob", "Wholly open crowd"),
        ("led a witch hunt", ""),
        ("staged the witch hunt", "staged the investigation"),
        ("table", ""),
        ("Table", ""),
        ("", ""),
    ],
)
def test_lookup(phrase: str, plainer: str) -> None:
    assert alternative_to(phrase) == plainer


@pytest.mark.parametrize(
    ("before", "phrase", "after", "plainer"),
    [
        ("The mayor ", "slams", " the plan", "criticises"),
        ("", "SLAMS", " the plan", "CRITICISES"),
        ("Her ", "slams", " against the wall", ""),
        ("Months of ", "bluster", " followed.", "talk"),
        ("They ", "bluster", " about it.", "speak"),
        ("It was a ", "sharp rebuke", " to the board.", "sharp criticism"),
        ("The judge did not ", "rebuke", " him.", "criticise"),
        ("", "savage", " cuts", ""),
        ("The ", "savage", " cuts begin.", "severe"),
        ("Critics ", "savage", " the cuts.", "criticise"),
        ("A ", "humiliating", " defeat.", ""),
        ("The vote ended by ", "humiliating", " the party.", ""),
        ("The letter is ", "embarrassing", " for him.", "awkward"),
        ("The letter is ", "embarrassing", " the minister.", ""),
        ("The results were ", "terribly", " late.", "very"),
        ("He plays ", "terribly", ".", ""),
        ("He plays ", "terribly", " and knows it.", ""),
        ("The ", "feud’s", " end", "dispute’s"),
        ("The boat was ", "seized", " last week.", "taken"),
        ("The police ", "seized", " the boat.", "took"),
        ("Prices have ", "soared", ".", "risen"),
        ("Prices ", "soared", ".", "rose"),
        ("A ", "barb’s", " origin", "remark’s"),
    ],
)
def test_part_of_speech_is_told_from_the_sentence(
    before: str, phrase: str, after: str, plainer: str
) -> None:
    assert alternative_to(phrase, before, after) == plainer


@pytest.mark.parametrize(
    ("before", "phrase", "after", "plainer"),
    [
        ("She had a ", "panic attack", " on deck.", ""),
        ("She had a ", "panic", " attack on deck.", ""),
        ("It ended in ", "panic", " on deck.", "alarm"),
        ("It was a ", "terrible panic attack", ".", "very bad panic attack"),
        ("The crew ", "seized", " on the error.", ""),
        ("The crew ", "seized on", " the error.", "used"),
        ("The storm caused a ", "disaster", " relief effort.", ""),
        ("The plan was a ", "disaster", ".", "failure"),
        ("A court, not a kangaroo ", "court", ".", ""),
    ],
)
def test_what_belongs_to_a_longer_entry_stays(
    before: str, phrase: str, after: str, plainer: str
) -> None:
    assert alternative_to(phrase, before, after) == plainer


@pytest.mark.parametrize(
    ("before", "phrase", "after", "plainer"),
    [
        ("The fall is ", "horrific", ".", "very serious"),
        ("The fall is so ", "horrific", ".", "serious"),
        ("The fall is\nso ", "horrific", ".", "serious"),
        ("The more ", "horrific", " of the two.", "serious"),
        ("The most ", "terrible", " of the two.", ""),
        ("The most ", "fervent", " of the two.", ""),
        ("The boat is so ", "terribly", " late.", ""),
        ("The mayor ", "claimed", " the boat was late.", "said"),
        ("The mayor ", "claimed", " the seat.", ""),
        ("The mayor ", "boasted", " about the boat.", "spoke"),
        ("The mayor has ", "boasted", " about the boat.", "spoken"),
        ("The mayor ", "insisted", " on the boat.", ""),
    ],
)
def test_a_wording_fits_the_words_beside_it(
    before: str, phrase: str, after: str, plainer: str
) -> None:
    assert alternative_to(phrase, before, after) == plainer


SENTENCES = [
    # criticism needs somebody or something that people do
    ("Residents [slammed] the plan.", "criticised"),
    ("The plan was [slammed] by residents.", "criticised"),
    ("Minister [slammed] over late trains", "criticised"),
    ("Ms Dunn [savaged] him in a letter.", "criticised"),
    ("The union [blasted] Okafor.", "criticised"),
    ("He was [slammed] into the wall.", ""),
    ("He [slammed] on the brakes.", ""),
    ("The rocket [blasted] off.", ""),
    ("A tiger [savaged] a goat.", ""),
    ("A [tiger savaged] a goat.", ""),
    ("She [bashed] her head on the door.", ""),
    ("Storm Dilys [battered] the harbour.", ""),
    ("The Tigers [savaged] the Bears.", ""),
    # literal senses
    ("The rails [buckled] in the heat.", ""),
    ("The party [buckled] under the pressure.", "gave way"),
    ("The volcano [spewed] ash.", ""),
    ("The kettle [whined].", ""),
    ("The clerk [whined] about it.", "complained"),
    ("They [gouged] a channel in the wood.", ""),
    ("The horse [trampled] a child.", ""),
    ("The law [tramples] our rights.", "disregards"),
    ("A [fierce fire gutted] the warehouse.", ""),
    ("They [gutted] the law.", "weakened"),
    ("The [wildfire raged] for nine days.", ""),
    ("Prices [soared] in May.", "rose"),
    ("The gull [soared] over the bay.", ""),
    ("The climber [plunged] to her death.", ""),
    # set terms
    ("A [pathetic] fallacy is a figure of speech.", ""),
    ("The [dumb] waiter was mended.", ""),
    ("The bank moved [toxic] assets.", ""),
    ("It spread [fake] news.", ""),
    # nobody's sex
    ("The three women are [thugs].", ""),
    ("The girls were [branded thugs] by the paper.", ""),
    # names
    ("He plays in the [Savage] Club.", ""),
    ("He lives in [Brutal] Street.", ""),
    ("“[Absurd] Truth” opened on Monday.", ""),
    ("The [Fierce] Tide left port.", ""),
    ("[Absurd] rules were made.", "Unreasonable"),
    ("[Embattled] Mayor Dunn spoke.", "Under-pressure"),
    ("Mayor [Slams] Absurd New Rules", "Criticises"),
    # number, particle and place
    ("The toll would have been [unthinkable].", "hard to imagine"),
    ("They were [hounded out] of town.", "forced out"),
    ("They were [hounded] out of town.", ""),
    ("A [firestorm] ensued.", ""),
    ("He leads a [spineless] gang.", ""),
    ("Drive this [wretched] gang out.", ""),
    ("The crowd [droned on].", "went on speaking"),
    ("It faces an [avalanche] of letters.", "large number"),
    ("It faces an [avalanche].", ""),
    ("They were [outraged] about it.", "angry"),
    ("They were [outraged] by it.", "angered"),
    ("It [grossly] underfunds schools.", ""),
    ("Fog [looms] over the bay.", ""),
    ("A choice [looms].", "approaches"),
    ("The party has already shamelessly [flouted] the rules.", "broken"),
    ("It [ignited] us.", ""),
    ("It [ignited] a debate.", "caused"),
    ("They went [crazy].", ""),
    ("It was a [heated] exchange.", "tense"),
    ("It was a [heated] pool.", ""),
    ("His was a [shameful] lie.", "unacceptable"),
    ("The report was [scathing].", "critical"),
    ("The heat was [blistering].", ""),
    ("Velmark [claims] with a straight face that it was late.", "says"),
    ("Fresh [claims] that it was late were made.", ""),
]
"""Each with the loaded word in brackets, and its wording."""


@pytest.mark.parametrize(("sentence", "plainer"), SENTENCES)
def test_the_sense_of_the_sentence_is_kept(sentence: str, plainer: str) -> None:
    before, rest = sentence.split("[")
    phrase, after = rest.split("]")
    assert alternative_to(phrase, before, after) == plainer


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_a_wording_or_none(before: str, phrase: str, after: str) -> None:
    assert isinstance(alternative_to(phrase, before, after), str)


@pytest.mark.parametrize(
    ("phrase", "plainer"),
    [
        ("slammed", "criticized"),
        ("Slammed", "Criticized"),
        ("SLAMMING", "CRITICIZING"),
        ("nixed", "canceled"),
        ("cronyism", "favoritism"),
        ("shake-up", "reorganization"),
        ("regime", "government"),
        ("chastised the critics", "criticized the critics"),
    ],
)
def test_american_spelling(phrase: str, plainer: str) -> None:
    before = "It was " if phrase == "slammed" else ""
    assert alternative_to(phrase, before, american=True) == plainer


@pytest.mark.parametrize(
    ("text", "word", "plainer", "expected"),
    [
        ("It was a brazen lie.", "brazen", "open", "It was an open lie."),
        ("It was an awful day.", "awful", "poor", "It was a poor day."),
        ("A horrid day.", "horrid", "unpleasant", "An unpleasant day."),
        ("AN AWFUL DAY", "AWFUL", "POOR", "A POOR DAY"),
        ("A HORRID DAY", "HORRID", "UNPLEASANT", "AN UNPLEASANT DAY"),
        ("An assault.", "assault", "use", "A use."),
        ("They hired a thug.", "thug", "union member", "They hired a union member."),
        ("A  horrid day.", "horrid", "awkward", "An  awkward day."),
        ("The Pravda horrid", "horrid", "awkward", "The Pravda awkward"),
        ("It is shameful.", "shameful", "", "It is shameful."),
    ],
)
def test_plainer_words_are_put_in_and_articles_fit(
    text: str, word: str, plainer: str, expected: str
) -> None:
    start = text.index(word)
    assert with_plainer_words(text, [(start, start + len(word), plainer)]) == expected


def test_several_words_are_put_in_at_their_places() -> None:
    text = "Thugs slammed the thugs."
    words = [(0, 5, "Men"), (6, 13, "criticised"), (18, 23, "men")]
    assert with_plainer_words(text, words) == "Men criticised the men."


@given(st.text(max_size=40), st.text(max_size=40))
def test_without_wordings_a_text_stays_as_it_is(before: str, after: str) -> None:
    text = f"{before}word{after}"
    start = len(before)
    assert with_plainer_words(text, []) == text
    assert with_plainer_words(text, [(start, start + 4, "")]) == text


def test_the_longest_entry_is_found_within_a_phrase() -> None:
    longest = max((term for term, _ in ENTRIES), key=lambda term: len(term.split()))
    plain = dict(ENTRIES)[longest]
    assert alternative_to(f"xyzzy {longest} xyzzy") == f"xyzzy {plain} xyzzy"


def test_enough_entries_in_order_each_once() -> None:
    keys = [(row["term"], row["part_of_speech"]) for row in ROWS]
    assert len({term for term, _ in keys}) >= 2_400
    assert keys == sorted(set(keys))


def test_entries_are_clean() -> None:
    unclean = [
        row
        for row in ROWS
        if row["term"] != row["term"].casefold().strip()
        or row["alternative"] != row["alternative"].strip()
        or (not row["alternative"] and not row["part_of_speech"] and " " not in row["term"])
        or row["part_of_speech"] not in {"", VERB, NOUN, ADJECTIVE, PARTICIPLE}
    ]
    assert unclean == []


def test_no_wording_adds_a_sex() -> None:
    sexed = re.compile(
        r"(?:\w*wom[ae]n|\w*m[ae]n|he|she|his|her|boys?|girls?|lad(?:y|ies)|gentlem[ae]n)"
    )
    added = [
        row["alternative"] for row in ROWS if any(map(sexed.fullmatch, row["alternative"].split()))
    ]
    assert added == []


def test_a_term_with_parts_of_speech_has_no_line_without() -> None:
    plain = {term for term, _ in ENTRIES}
    assert [row for row in ROWS if row["part_of_speech"] and row["term"] in plain] == []


def test_no_plainer_wording_is_itself_called_loaded() -> None:
    wordings = [row["alternative"] for row in ROWS]
    assert [plainer for plainer in wordings if alternative_to(plainer)] == []


def test_a_plainer_wording_is_plainer_to_the_model() -> None:
    with GATE.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["loaded"] == "1"]
    model = load_classifier()
    found = model.predict(texts)
    changed = [
        (text[:start] + plainer + text[end:], loaded)
        for text, words, loaded in zip(texts, found.words, found.loaded, strict=True)
        for start, end, _ in words
        if (plainer := alternative_to(text[start:end], text[:start], text[end:]))
    ]
    assert len(changed) > 30
    after = model.predict([text for text, _ in changed]).loaded
    falls = [float(before - now) for (_, before), now in zip(changed, after, strict=True)]
    assert sum(fall > 0 for fall in falls) >= 0.9 * len(falls)
    assert sum(falls) / len(falls) > 0.08

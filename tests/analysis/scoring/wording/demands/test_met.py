"""What wordings demand of their sentence; each sentence has the loaded word in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.wording.demands import is_met

MET = [
    ("criticised", "The council was [slammed] by residents."),
    ("criticised", "Ms Dunn [blasted] the scheme as a waste."),
    ("criticised", "The board [chided] its own members."),
    ("rose", "Fares [soared] in May."),
    ("rise", "A [surge] in thefts was reported."),
    ("rising", "The [soaring] costs were met."),
    ("complained", "The clerk [whined] about it."),
    ("gave way", "The party [buckled] under it."),
    ("weakened", "The law was [gutted] in March."),
    ("disregards", "It [tramples] their rights."),
    ("caused", "It [ignited] a long debate."),
    ("added to", "The letter [fuelled] the quarrel."),
    ("regretted", "She [lamented] that it was late."),
    ("trying", "They are [scrambling] to finish."),
    ("said", "The ministry [insisted] that it was late."),
    ("removed", "Voters [toppled] the government."),
    ("criticism", "A [rebuke] from the dean followed."),
    ("criticism", "The [backlash] was swift."),
    ("serious problem", "It was a [nightmare] for the town."),
    ("failure", "The scheme was a [disaster]."),
    ("investigation", "The [witch hunt] goes on."),
    ("large number", "It faces an [avalanche] of letters."),
    ("severe", "They made [brutal] cuts."),
    ("critical", "A [scathing] report came out."),
    ("tense", "A [heated] debate followed."),
    ("long", "An [endless] stream of letters came."),
    ("forceful", "They took [aggressive] action."),
    ("unreasonable", "The rule is [crazy]."),
    ("unwise", "The plan is [stupid]."),
    ("markedly", "Sales fell [dramatically]."),
    ("strongly", "She [vehemently] denied it."),
    ("very large", "A [massive] bridge was built."),
    ("urgently", "They [desperately] need rain."),
]
NOT_MET = [
    ("criticised", "He [slammed] the gate on it."),
    ("criticised", "He was [slammed] into the wall."),
    ("criticised", "The Tigers [savaged] the Bears."),
    ("rose", "The gull [soared] over us."),
    ("falling", "It is [plunging] the town into debt."),
    ("complained", "The kettle [whined]."),
    ("gave way", "The rails [buckled]."),
    ("weakened", "The fire [gutted] a mill."),
    ("disregards", "It [trampled] him."),
    ("caused", "It [ignited] us."),
    ("added to", "It was [fuelled] by anger."),
    ("regretted", "They [lamented] over it."),
    ("trying", "They are [scrambling] the eggs."),
    ("said", "The ministry [insisted] that it go."),
    ("removed", "The saw [toppled] the mast."),
    ("criticism", "A [firestorm] ensued."),
    ("serious problem", "It is an economic [nightmare]."),
    ("failure", "They predicted [disaster] in May."),
    ("investigation", "It is a [witch hunt]."),
    ("large number", "It faces an [avalanche]."),
    ("supporter of the war", "He feared the [warmonger] label."),
    ("severe", "It was a [brutal] murder."),
    ("severe", "He is a [brutal] man."),
    ("critical", "The heat was [scathing]."),
    ("tense", "A [heated] pool was built."),
    ("long", "They made [endless] remakes."),
    ("forceful", "It is an [aggressive] kind of tumour."),
    ("unreasonable", "It drove him [crazy]."),
    ("unwise", "It is the economy, [stupid]."),
    ("markedly", "She [dramatically] said no."),
    ("strongly", "The night was [bitterly] cold."),
    ("very large", "There is [massive] concern."),
    ("urgently", "They were [desperately] poor."),
]


@pytest.mark.parametrize(("plain", "sentence"), MET)
def test_met(plain: str, sentence: str) -> None:
    assert of(plain, sentence)


@pytest.mark.parametrize(("plain", "sentence"), NOT_MET)
def test_not_met(plain: str, sentence: str) -> None:
    assert not of(plain, sentence)


def test_a_word_alone_has_nothing_to_meet() -> None:
    assert is_met("criticised", "slammed", "", " ")


@given(
    st.sampled_from(sorted({plain for plain, _ in MET + NOT_MET})),
    st.text(max_size=12),
    st.text(max_size=40),
    st.text(max_size=40),
)
def test_any_text(plain: str, word: str, before: str, after: str) -> None:
    assert is_met(plain, word, before, after) in {True, False}


def of(plain: str, sentence: str) -> bool:
    before, rest = sentence.split("[")
    word, after = rest.split("]")
    return is_met(plain, word, before, after)

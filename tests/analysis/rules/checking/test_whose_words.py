"""Whose words stand at each marked word, found by the real networks.

In a case {o:word} is the outlet's own, {r:word} reported and {q:word} quoted, as an editor would
say it; the sentences were written for this test.
"""

import re

import pytest

from analysis.reading.articles import Article
from analysis.rules.checking.check import check
from analysis.rules.rule import RULE_VOICES, Rule, RuleSet

EVERY_WORD = RuleSet((Rule("every-word", r"\w+(?:['’-]\w+)*", "regex", voices=RULE_VOICES),))
VOICES = {"o": "outlet", "r": "reported", "q": "quoted"}
_MARKED = re.compile(r"\{([orq]):([^}]*)\}")


def unmarked(marked: str) -> tuple[str, dict[tuple[int, int], str]]:
    """Return the text without marks, and the voice of each marked passage."""
    text, expected, at = "", {}, 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        expected[len(text), len(text) + len(match[2])] = VOICES[match[1]]
        text += match[2]
        at = match.end()
    return text + marked[at:], expected


def voices_in(text: str | Article) -> dict[tuple[int, int], str]:
    found = check(text, EVERY_WORD, with_model=False).findings
    return {
        (start, end): voice
        for start, end, voice in zip(found["start"], found["end"], found["voice"], strict=True)
    }


CASES = [
    # Direct speech, in each style of marks and order.
    "“This is a {q:disgrace} to the town,” {o:said} Nora Pell, who runs the {o:bakery}.",
    '"This is a {q:disgrace} to the town," {o:said} Nora Pell, who runs the {o:bakery}.',
    "‘This is a {q:disgrace} to the town,’ {o:said} Nora Pell, who runs the {o:bakery}.",
    "Nora Pell {o:said}: “The pool was {q:ruined} by the council.”",
    "“The pool,” {o:said} Nora Pell, “was {q:ruined} by the {q:council}.”",
    "“We {q:lost} everything,” {o:claimed} the owner. “Nobody {q:helped} us.” He {o:left} at noon.",
    # Reported speech.
    "Hale {o:said} that the closure would be a {r:disgrace} to the whole {r:county}.",
    "Hale {o:said} the closure would be a {r:disgrace}. The council {o:disagrees}.",
    "The pool would {r:close} in June, the council {o:said}.",
    "{o:According} to the minister, closing the pool would {r:ruin} the {r:county}.",
    "The closure is a {r:disgrace} to the county, {o:according} to the minister.",
    "The opposition leader {o:claimed} that the numbers had been {r:invented} by the mayor.",
    "The driver {o:admitted} that he had been {r:reckless} on the bridge.",
    # One statement in another: the inner cue is the outer speaker's.
    "Lee {o:said} that Khan {r:claimed} that the plan was a {r:disgrace}.",
    # Mixed sentences go by the place.
    "Hale told reporters that the pool was “a {q:disgrace}” and that she would {r:close} it.",
    "The {o:furious} mayor walked out and said that the deal was “{q:dead} and {q:buried}”.",
    "The mayor {o:called} the plan a “{q:disgrace}” on Monday and {o:left}.",
    # Scare quotes and names in marks are the outlet's.
    "The so-called “{o:reform}” was voted down by the {o:council}.",
    "The ferry “{o:Northern} Star” was towed to the {o:harbour} at dawn.",
    "The “{o:savings}” vanished within a {o:week}.",
    # Quoted words inside what somebody is reported to have said.
    "Hale {o:said} that the “{q:savings}” had never {r:existed}.",
    # The outlet's own sentences.
    "The {o:shambolic} council {o:wrecked} the pool and then {o:blamed} the weather.",
    "Nobody {o:said} a word when the {o:vote} was over.",
    "The council {o:voted} to close the {o:pool} in June.",
    # Thoughts are reported as speech is.
    "Residents {o:fear} that the closure will {r:ruin} the town.",
    # A quotation over several sentences, and one over two paragraphs.
    "“It is {q:over}. We are {q:finished}. Go {q:home},” the captain {o:told} the crew.",
    "“It is {q:over}, said the letter from the captain. We are {q:finished} now.\n\n"
    "“Go {q:home} and do not {q:return},” the captain {o:told} the crew on {o:Friday}.",
    # Lines with > and speaker labels.
    "The letter from the residents was {o:short}:\n\n> The pool is a {q:disgrace} and it must be"
    " closed at once.\n\nThe council {o:answered} in May.",
    "HALE: Did you know about the {q:leak}?\n\nORTIZ: That is a {q:lie}, and we told you so.\n\n"
    "HALE: We will {q:leave} it there.",
]


@pytest.mark.parametrize("marked", CASES)
def test_every_word_is_whose_an_editor_would_say(marked: str) -> None:
    text, expected = unmarked(marked)
    assert expected
    voices = voices_in(text)
    assert {text[a:b]: voices[a, b] for a, b in expected} == {
        text[a:b]: voice for (a, b), voice in expected.items()
    }


BODY = "\n\nThe council closed the pool on Monday after a vote of 5 to 4. They left at ten."


@pytest.mark.parametrize(
    "marked",
    [
        "Council ‘{q:disgrace}’ over {o:closed} pool",
        "“{q:Shameful}”: the {o:pool} is closed again",
        "Mayor “{q:lied}” about the {r:pool}, residents {o:say}",
    ],
)
def test_marks_in_a_headline_quote_somebody(marked: str) -> None:
    text, expected = unmarked(marked)
    found = check(text + BODY, EVERY_WORD, title=text, with_model=False).findings
    head = found[found["part"] == "headline"]
    voices = dict(zip(zip(head["start"], head["end"], strict=True), head["voice"], strict=True))
    assert {one: voices[one] for one in expected} == expected


def test_passages_that_the_source_marks_as_quoted_are_quoted() -> None:
    first = "The mayor published her answer to the residents on Tuesday."
    second = "Shameful lies."
    text = f"{first}\n\n{second}\n\nThe residents had no comment."
    start = text.index(second)
    quoted = Article(text, None, None, None, None, "html", quoted=((start, start + len(second)),))
    voices = voices_in(quoted)
    assert voices[start, start + len("Shameful")] == "quoted"
    assert voices[0, 3] == "outlet"
    assert voices_in(text)[start, start + len("Shameful")] == "outlet"


def test_in_another_language_quotation_marks_alone_decide() -> None:
    marked = (
        "Der Bürgermeister nannte den {o:Plan} eine „{q:Schande}“ und verließ den Saal. Die "
        "Abstimmung im Rat wurde auf den nächsten {o:Montag} verschoben, weil zwei Räte fehlten."
    )
    text, expected = unmarked(marked)
    checked = check(text, EVERY_WORD)
    found = checked.findings
    voices = dict(zip(zip(found["start"], found["end"], strict=True), found["voice"], strict=True))
    assert {one: voices[one] for one in expected} == expected
    assert len(checked.notices) == 1
    assert "German" in checked.notices[0]

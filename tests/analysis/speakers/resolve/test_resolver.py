import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.speakers.names import group_names
from analysis.speakers.resolve import Resolver
from analysis.text.quotation.quotations import find_quotations
from analysis.text.segmentation.sentences import segment
from tests.analysis.speakers.tagged import tag

PERSONS = ["Joan Hale", "Ida Noll", "Kai Roth", "Rob Tale", "Hale", "Noll", "Roth", "Tale"]
OTHERS = ["Bay Party", "Seaford Courier", "Tale Lines"]


def speaker(marked: str, persons: list[str] = PERSONS) -> str:
    """The speaker of the source between ‹ and ›."""
    before, rest = marked.split("‹")
    source, after = rest.split("›")
    text = before + source + after
    start, end = len(before), len(before) + len(source)
    names = group_names(
        text, tag(text, person=persons, organisation=OTHERS, place=["Seaford"], group=["Greens"])
    )
    quotations = [(one.start, one.end) for one in find_quotations(text)]
    sentences = [(one.start, one.end) for one in segment(text)]
    return Resolver(text, names, sentences, quotations, [((start, end), [])]).speaker_of(start, end)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # Names.
        ("Joan Hale left. ‹Hale› said so.", "Joan Hale"),
        ("Joan Hale left. That was ‹Hale’s› view.", "Joan Hale"),
        ("Joan Hale left. ‹Bay Party leader Hale› said so.", "Joan Hale"),
        ("‹Joan Hale, a lawyer for Ida Noll,› said so.", "Joan Hale"),
        ("‹Joan Hale of the Bay Party› said so.", "Joan Hale"),
        ("‹Joan Hale herself› said so.", "Joan Hale"),
        ("‹The mayor of Seaford, Joan Hale,› said so.", "Joan Hale"),
        ("‹Its leader, Joan Hale› said so.", "Joan Hale"),
        ("‹One early guest, Joan Hale,› said so.", "Joan Hale"),
        ("‹Joan Hale, who met Ida Noll, Kai Roth and others,› said so.", "Joan Hale"),
        ("‹The Bay Party› said so.", "Bay Party"),
        ("‹Seaford› said so.", "Seaford"),
        # Sources that were cut too long.
        ("‹Joan Hale told the Seaford Courier› that it is so.", "Joan Hale"),
        ("With ‹Mr Rob Tale, Mayor Joan Hale› said so.", "Joan Hale"),
        ("‹Joan Hale long› said so.", "Joan Hale"),
        ("‹A friend of the family› said so.", "a friend of the family"),
        # Several.
        ("‹Joan Hale and Ida Noll› said so.", "Joan Hale and Ida Noll"),
        ("‹Joan Hale, Ida Noll and Mayor Kai Roth› said so.", "Joan Hale, Ida Noll and Kai Roth"),
        ("‹Joan Hale and her aides› said so.", "Joan Hale and her aides"),
        ("‹Joan Hale, an aide to Mayor Ida Noll and a guest,› said so.", "Joan Hale"),
        # Who wrote it.
        ("According to ‹a comment from Joan Hale›, it is so.", "Joan Hale"),
        ("‹Joan Hale’s letter› said so.", "Joan Hale"),
        ("‹A report by the Seaford Courier› said so.", "Seaford Courier"),
        # Described groups stay as they are worded.
        ("‹Bay Party officials› said so.", "Bay Party officials"),
        ("‹Two officials of the Bay Party› said so.", "two officials of the Bay Party"),
        ("‹Joan Hale’s lawyer› said so.", "Joan Hale’s lawyer"),
        ("‹A friend of Joan Hale› said so.", "a friend of Joan Hale"),
        ("‹Other Greens› said so.", "other Greens"),
        ("‹The Greens› said so.", "Greens"),
        # Descriptions of one person.
        ("Senator Joan Hale left. ‹The senator› said so.", "Joan Hale"),
        ("Joan Hale, the former mayor, left. ‹The former mayor› said so.", "Joan Hale"),
        ("The town’s mayor, Joan Hale, left. ‹The mayor› said so.", "Joan Hale"),
        ("Senator Joan Hale met Senator Kai Roth. ‹The senator› said so.", "the senator"),
        ("Senator Joan Hale left. ‹A senator› said so.", "a senator"),
        ("Joan Hale, 41, met Kai Roth, 33. ‹The 33-year-old› said so.", "Kai Roth"),
        ("Senator Joan Hale left. ‹The old senator› said so.", "the old senator"),
        ("‹The senator› said so. Senator Joan Hale left.", "the senator"),
        ("An adviser to President Kai Roth left. ‹The president› said so.", "the president"),
        ("President Kai Roth left. ‹The president› said so.", "Kai Roth"),
        # Nobody.
        ("‹›It is so.", ""),
        ("‹“”› it is so.", ""),
    ],
)
def test_sources(marked: str, expected: str) -> None:
    assert speaker(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Joan Hale left. ‹She› said so.", "Joan Hale"),
        ("Joan Hale left. ‹He› said so.", "he"),
        ("Joan Hale left. That is ‹her› view.", "Joan Hale"),
        ("Joan Hale left. “It is late,” ‹she› said.", "Joan Hale"),
        ("Joan Hale met Rob Tale. ‹She› said so.", "Joan Hale"),
        # A first name that says nothing; two could be meant.
        ("Ida Noll left. ‹She› said so.", "Ida Noll"),
        ("Ida Noll met Kai Roth. ‹She› said so.", "she"),
        # … until a title or a pronoun has said it.
        ("Ms Ida Noll met Mr Kai Roth. ‹She› said so.", "Ida Noll"),
        ("Ida Noll left. She slept.\n\nNoll met Rob Tale. ‹He› said so.", "Rob Tale"),
        # … also further down: who is "he" more often is no woman.
        (
            "It was Kai Roth. ‹She› said so.\n\nKai Roth left. He ate.\n\nRoth left. He slept.\n\n"
            "Roth sat. He sang.",
            "she",
        ),
        # Whom a quotation names is not meant.
        ("“Rob Tale is late,” said Kai Roth. “Very late,” ‹he› said.", "Kai Roth"),
        # Somebody without a name could be.
        ("Joan Hale met a driver. ‹She› said so.", "she"),
        ("Rob Tale’s wife left. ‹She› said so.", "she"),
        # A chain.
        ("Joan Hale left. She ate. She slept. ‹She› said so.", "Joan Hale"),
        # Too far back.
        ("Joan Hale left. It rained. It rained. It snowed. It froze. ‹She› said so.", "she"),
        # The subject goes on: the others only say whose, with whom, to whom.
        ("Ida Noll came with Kai Roth. ‹She› said so.", "Ida Noll"),
        ("Kai Roth praised Rob Tale’s ferry. ‹He› said so.", "Kai Roth"),
        ("Kai Roth met Rob Tale. ‹He› said so.", "he"),
        ("Rob Tale left. He met Kai Roth. ‹He› said so.", "Rob Tale"),
        ("Rob Tale left. He met Kai Roth. ‹He› denied it.", "he"),
        ("The driver met two guests. ‹He› said so.", "the driver"),
        ("The driver met a guest. ‹He› said so.", "he"),
        # Not persons.
        ("Joan Hale left. ‹They› said so.", "they"),
        ("The Bay Party met. ‹It› said so.", "it"),
        # Relative pronouns.
        ("Joan Hale, ‹who› said so, left.", "Joan Hale"),
        ("Joan Hale met Rob Tale, ‹who› said so.", "Rob Tale"),
        ("The driver ‹who› said so left.", "who"),
        # The outlet itself.
        ("Joan Hale left. ‹I› say so.", ""),
        ("Joan Hale left. ‹We› say so.", ""),
        ("“‹I› say so.”", "I"),
    ],
)
def test_pronouns(marked: str, expected: str) -> None:
    assert speaker(marked) == expected


def resolver_of(text: str, *attributed: str) -> Resolver:
    """A resolver that knows of the sources, each at its last place in the text."""
    names = group_names(text, tag(text, person=PERSONS))
    quotations = [(one.start, one.end) for one in find_quotations(text)]
    sentences = [(one.start, one.end) for one in segment(text)]
    sources = [(text.rindex(each), text.rindex(each) + len(each)) for each in attributed]
    return Resolver(text, names, sentences, quotations, [(one, quotations) for one in sources])


def test_the_last_speaker_goes_on() -> None:
    text = "Kai Roth said that Rob Tale was late. He added that the bus was too."
    at = text.index("He")
    assert resolver_of(text, "Kai Roth").speaker_of(at, at + 2) == "Kai Roth"
    assert resolver_of(text).speaker_of(at, at + 2) == "he"


def test_a_speaker_without_a_name_goes_on_too() -> None:
    text = "A spokeswoman for the party said that it was late. She added that it rained."
    at = text.index("She")
    resolver = resolver_of(text, "A spokeswoman for the party", "She")
    assert resolver.speaker_of(at, at + 3) == "a spokeswoman for the party"


def test_who_denies_is_not_the_last_speaker() -> None:
    text = "Kai Roth said that Rob Tale was late. He denied it."
    at = text.index("He")
    assert resolver_of(text, "Kai Roth").speaker_of(at, at + 2) == "he"


def test_the_first_person_in_a_quotation_is_its_speaker() -> None:
    text = "“I think it is late,” Joan Hale said."
    at = text.index("I")
    assert resolver_of(text, "Joan Hale").speaker_of(at, at + 1) == "Joan Hale"


def test_a_speaker_whom_nobody_tagged_makes_a_pronoun_unsure() -> None:
    text = "Rob Tale left. Orbison said that it was late. He added that it rained."
    at = text.index("He")
    assert resolver_of(text, "Orbison").speaker_of(at, at + 2) == "he"


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_range_of_any_text_has_an_answer(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = Resolver(text, [], [(0, len(text))]).speaker_of(start, end)
    assert "\n" not in found
    assert bool(found) <= any(map(str.isalnum, text[start:end]))


PIECES = st.sampled_from(
    ["Joan Hale", "Hale", "he", "She", "who", ",", ".", "“", "”", "said", "the mayor", "and", "’s",
     "(", ")", "a driver", "I", "\n\n", "officials of", "letter", "Mr"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30), st.integers(0, 200), st.integers(0, 200))
def test_every_speaker_is_a_name_or_words_of_the_source(
    pieces: list[str], one: int, other: int
) -> None:
    text = " ".join(pieces)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    names = group_names(text, tag(text, person=PERSONS))
    quotations = [(each.start, each.end) for each in find_quotations(text)]
    sentences = [(each.start, each.end) for each in segment(text)]
    attributed = [((start, end), quotations)] if start < end else []
    found = Resolver(text, names, sentences, quotations, attributed).speaker_of(start, end)
    worded = " ".join(text[start : end + 1].split()).casefold()
    known = {name.name for name in names}
    assert found in known or found.casefold() in worded or set(found.split(" and ")) <= known

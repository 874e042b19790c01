from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.frames import NAME_KINDS
from analysis.speakers.names import group_names
from tests.analysis.speakers.tagged import Tagged, tag


def names_of(text: str, **tagged: list[str]) -> dict[str, list[str]]:
    """The forms of each name in their order."""
    found = group_names(text, tag(text, **tagged))
    return {name.name: [text[start:end] for start, end in name.mentions] for name in found}


@pytest.mark.parametrize(
    ("text", "persons", "expected"),
    [
        # Surname, possessive, capitals, accents, title.
        ("José Ruiz left. RUIZ’S car stayed. Jose Ruiz’s dog too. Señor Ruiz slept.",
         ["José Ruiz", "RUIZ’S", "Jose Ruiz’s", "Ruiz"],
         {"José Ruiz": ["José Ruiz", "RUIZ", "Jose Ruiz", "Ruiz"]}),
        # The title is tagged along, also with what is before it.
        ("US Senator Ida Noll met Sen. Noll’s aide and Prime Minister Kai Roth.",
         ["US Senator Ida Noll", "Sen. Noll’s", "Prime Minister Kai Roth"],
         {"Ida Noll": ["Ida Noll", "Noll"], "Kai Roth": ["Kai Roth"]}),
        # Initials and middle names.
        ("J. D. Noll came; John Noll sat; John David Noll ate. J.D. Noll slept.",
         ["J. D. Noll", "John Noll", "John David Noll", "J.D. Noll"],
         {"John Noll": ["J. D. Noll", "John Noll", "John David Noll", "J.D. Noll"]}),
        # Short forms of first names.
        ("Michael Noll and Mike Noll", ["Michael Noll", "Mike Noll"],
         {"Michael Noll": ["Michael Noll", "Mike Noll"]}),
        # Two with one surname; the surname alone is nobody's.
        ("Ida Noll and Kai Noll came. Noll ate.", ["Ida Noll", "Kai Noll", "Noll"],
         {"Ida Noll": ["Ida Noll"], "Kai Noll": ["Kai Noll"], "Noll": ["Noll"]}),
        # … but a paragraph that names one of them only means that one.
        ("Ida Noll and Kai Noll came.\n\nNobody spoke.\n\nKai Noll ate. Noll left.",
         ["Ida Noll", "Kai Noll", "Noll"],
         {"Ida Noll": ["Ida Noll"], "Kai Noll": ["Kai Noll", "Kai Noll", "Noll"]}),
        # A title tells them apart.
        ("Ida Noll and Kai Noll came. Mr Noll ate, Mrs Noll did not. Congresswoman Noll left.",
         ["Ida Noll", "Kai Noll", "Noll"],
         {"Ida Noll": ["Ida Noll"], "Kai Noll": ["Kai Noll"], "Noll": ["Noll", "Noll", "Noll"]}),
        ("Mary Noll and Peter Noll came. Mr Noll ate, Congresswoman Noll did not.",
         ["Mary Noll", "Peter Noll", "Noll"],
         {"Mary Noll": ["Mary Noll", "Noll"], "Peter Noll": ["Peter Noll", "Noll"]}),
        # A first name alone, if only one has it.
        ("Ida Noll and Ida Roth met Kai Berg. Ida spoke. Kai slept.",
         ["Ida Noll", "Ida Roth", "Kai Berg", "Ida", "Kai"],
         {"Ida Noll": ["Ida Noll"], "Ida Roth": ["Ida Roth"], "Kai Berg": ["Kai Berg", "Kai"],
          "Ida": ["Ida"]}),
        # The surname comes first, in a headline.
        ("NOLL TO GO\n\nIda Noll leaves.", ["NOLL", "Ida Noll"],
         {"Ida Noll": ["NOLL", "Ida Noll"]}),
        ("IDA NOLL TO GO\n\nIda Noll leaves.", ["IDA NOLL", "Ida Noll"],
         {"Ida Noll": ["IDA NOLL", "Ida Noll"]}),
        # Suffixes, particles.
        ("Kai Roth Jr. came. Roth ate. Ola van den Berg left. Van den Berg and Berg slept.",
         ["Kai Roth Jr.", "Roth", "Ola van den Berg", "Van den Berg", "Berg"],
         {"Kai Roth Jr": ["Kai Roth Jr", "Roth"],
          "Ola van den Berg": ["Ola van den Berg", "Van den Berg", "Berg"]}),
        # Titles that are part of the name.
        ("King Osric spoke. Osric left.", ["Osric"], {"King Osric": ["King Osric", "Osric"]}),
    ],
)  # fmt: skip
def test_persons(text: str, persons: list[str], expected: dict[str, list[str]]) -> None:
    assert names_of(text, person=persons) == expected


@pytest.mark.parametrize(
    ("text", "organisations", "expected"),
    [
        ("The Bay Harbour Union (BHU) met. BHU’s rival did not. The union left.",
         ["The Bay Harbour Union", "BHU’s"],
         {"Bay Harbour Union": ["Bay Harbour Union", "BHU", "BHU"]}),
        ("The U.N. met. The United Nations left, and the UN’s guests.",
         ["U.N", "United Nations", "UN"],
         {"United Nations": ["U.N", "United Nations", "UN"]}),
        ("Department of Rural Affairs; the DRA", ["Department of Rural Affairs", "DRA"],
         {"Department of Rural Affairs": ["Department of Rural Affairs", "DRA"]}),
        ("Tehra-e-Nur and TEN", ["Tehra-e-Nur", "TEN"], {"Tehra-e-Nur": ["Tehra-e-Nur", "TEN"]}),
        # Two could be meant.
        ("Bay Union and Bread Union met BU.", ["Bay Union", "Bread Union", "BU"],
         {"Bay Union": ["Bay Union"], "Bread Union": ["Bread Union"], "BU": ["BU"]}),
        ("Pell Holdings fell. Pell rose. Pell Bank sat.", ["Pell Holdings", "Pell", "Pell Bank"],
         {"Pell Holdings": ["Pell Holdings", "Pell"], "Pell Bank": ["Pell Bank"]}),
        ("The Seaford Courier and the Courier", ["Seaford Courier", "Courier"],
         {"Seaford Courier": ["Seaford Courier", "Courier"]}),
        ("The Labour Party and Labour", ["Labour Party", "Labour"],
         {"Labour Party": ["Labour Party", "Labour"]}),
    ],
)  # fmt: skip
def test_organisations(text: str, organisations: list[str], expected: dict) -> None:
    assert names_of(text, organisation=organisations) == expected


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        (("person", "person"), "person"),
        (("person", "organisation"), "person"),
        (("place", "place"), "place"),
    ],
)
def test_a_name_tagged_in_two_pieces_is_one(kinds: tuple[str, str], kind: str) -> None:
    text = "Ida Noll left. Nobody slept."
    tagged = [Tagged(0, 3, kinds[0]), Tagged(4, 8, kinds[1])]
    [name] = group_names(text, tagged)
    assert (name.name, name.kind, name.mentions) == ("Ida Noll", kind, ((0, 8),))


def test_a_surname_that_was_tagged_elsewhere_only_is_added() -> None:
    text = "Joan Hale left. Hale slept. Joan Sings the Blues."
    tagged = [Tagged(0, 4, "person"), Tagged(16, 20, "person")]
    [name] = group_names(text, tagged)
    assert (name.name, name.mentions) == ("Joan Hale", ((0, 9), (16, 20)))


def test_a_title_makes_a_person_of_any_name() -> None:
    text = "President Orla left. Orla had slept."
    tagged = [Tagged(10, 14, "organisation"), Tagged(21, 25, "organisation")]
    [name] = group_names(text, tagged)
    assert (name.kind, len(name.mentions)) == ("person", 2)


@pytest.mark.parametrize("form", ["Jr.", "northern", "1999", "–"])
def test_what_cannot_be_a_name_is_left_out(form: str) -> None:
    assert group_names(f"It is {form} here.", [Tagged(6, 6 + len(form), "person")]) == []


def test_groups_in_singular_and_plural() -> None:
    text = "Greens voted. One Green did not."
    assert names_of(text, group=["Greens", "Green"]) == {"Greens": ["Greens", "Green"]}


def test_the_kind_is_that_of_most_mentions() -> None:
    text = "Orla won. Orla lost. Orla drew."
    tagged = [Tagged(0, 4, "organisation"), Tagged(10, 14, "place"), Tagged(21, 25, "place")]
    [name] = group_names(text, tagged)
    assert (name.kind, len(name.mentions)) == ("place", 3)


def test_a_surname_tagged_as_a_place_stays_a_place() -> None:
    text = "Ida Lincoln flew to Lincoln. Lincoln was cold."
    tagged = [Tagged(0, 11, "person"), Tagged(20, 27, "place"), Tagged(29, 36, "place")]
    assert {name.name: name.kind for name in group_names(text, tagged)} == {
        "Ida Lincoln": "person",
        "Lincoln": "place",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Noll sat. Noll ate, and so did Noll-backed guests.", ["Ida Noll", "Noll", "Noll"]),
        ("Ida Noll sat. Then Ida Noll’s dog came.", ["Ida Noll", "Ida Noll"]),
        # Part of another name, a word, or an address.
        ("Ida Noll sat in the Noll Museum, Nollville, with Ola Noll.", ["Ida Noll"]),
        ("Ida Noll sat at #Noll, @Noll and example.org/Noll; noll is nothing.", ["Ida Noll"]),
    ],
)
def test_repetitions_that_the_network_missed_are_added(text: str, expected: list[str]) -> None:
    # The surname is tagged once, elsewhere, so that its form is known.
    text += " Noll left."
    tagged = [Tagged(0, 8, "person"), Tagged(len(text) - 10, len(text) - 6, "person")]
    [name] = [name for name in group_names(text, tagged) if name.name == "Ida Noll"]
    assert [text[start:end] for start, end in name.mentions][:-1] == expected


def test_a_name_that_is_a_word_too_is_not_added_at_a_sentence_start() -> None:
    text = "Kai Rice spoke. Rice grew dearer. People eat rice. So did Rice."
    tagged = [Tagged(0, 8, "person"), Tagged(58, 62, "person")]
    [name] = group_names(text, tagged)
    assert name.mentions == ((0, 8), (58, 62))


def test_nothing_tagged_gives_no_names() -> None:
    assert group_names("Nobody is here.", []) == []
    assert group_names("", []) == []


WORDS = st.sampled_from(
    ["Ida", "Noll", "NOLL", "Noll’s", "José", "Jose", "J.", "D.", "van", "Mr", "Senator", "(BHU)",
     "Bay", "Union", "said", "the", "–", "U.S.", "e\u0301", "𝒩oll", "\n\n", "Ǆ", "İda", ",", "ﬁn"]
)  # fmt: skip


@given(st.data())
def test_mentions_are_ordered_parts_of_the_text_and_of_one_name_each(data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(WORDS, max_size=25)))
    offsets = st.integers(0, max(len(text), 1))
    drawn = data.draw(
        st.lists(st.tuples(offsets, offsets, st.sampled_from(NAME_KINDS)), max_size=8)
    )
    tagged = [Tagged(min(a, b), max(a, b), kind) for a, b, kind in drawn]
    names = group_names(text, tagged)
    taken = [mention for name in names for mention in name.mentions]
    assert len(set(taken)) == len(taken)
    ordered = sorted(taken)
    assert all(one[1] <= other[0] for one, other in pairwise(ordered))
    for name in names:
        assert name.mentions == tuple(sorted(name.mentions))
        for start, end in name.mentions:
            assert 0 <= start < end <= len(text)
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
        shown = {" ".join(text[start:end].split()) for start, end in name.mentions}
        assert name.name in shown
    assert [name.mentions for name in names] == sorted(name.mentions for name in names)


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4)
)
def test_any_text_can_be_given(text: str, drawn: list[tuple[int, int]]) -> None:
    tagged = [Tagged(min(a, b), max(a, b), "person") for a, b in drawn]
    for name in group_names(text, tagged):
        assert all(text[start:end].strip() for start, end in name.mentions)

"""Who is one speaker in several articles: full names, surnames alone, titles, and no names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.desk.speakers import Source, sources_of

PERSON, ORGANISATION = "person", "organisation"


def together(*names, kind=PERSON):
    """Return the sources that names are put to, as sets of names."""
    pairs = [(name, kind) for name in names]
    found = sources_of(pairs)
    groups: dict[Source, set[str]] = {}
    for name, of in pairs:
        groups.setdefault(found[name, of], set()).add(name)
    return {source.name: names for source, names in groups.items()}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Joan Hale", "joan hale", "JOAN HALE"], {"Joan Hale": 3}),
        (["Joan Hale", "Mayor Joan Hale", "Hale"], {"Joan Hale": 3}),
        (["Joan Hale", "Mayor Hale"], {"Joan Hale": 2}),
        (["Zoë Müller", "Zoe Muller"], {"Zoe Muller": 2}),
        # Two of one surname: who the surname alone is cannot be said.
        (["Joan Hale", "James Hale", "Hale"], {"Joan Hale": 1, "James Hale": 1, "Hale": 1}),
        # A first name alone is nobody's.
        (["Joan Hale", "Joan"], {"Joan Hale": 1, "Joan": 1}),
        # A title that says another gender than the first name.
        (["Joan Hale", "Mr Hale"], {"Joan Hale": 1, "Mr Hale": 1}),
        (["Joan Hale", "Mrs Hale"], {"Joan Hale": 2}),
        # A first name that is a title too.
        (["Dean Hale", "Joan Hale"], {"Dean Hale": 1, "Joan Hale": 1}),
        # Only the same full name: a middle initial keeps two apart.
        (["Joan Hale", "Joan B. Hale"], {"Joan Hale": 1, "Joan B. Hale": 1}),
    ],
)
def test_persons(names, expected) -> None:
    assert {name: len(found) for name, found in together(*names).items()} == expected


def test_organisations_are_put_together_without_their_article() -> None:
    found = together("Sund Ferries", "the Sund Ferries", "Moor Council", kind=ORGANISATION)
    assert sorted(map(len, found.values())) == [1, 2]


def test_a_name_is_of_the_kind_that_it_mostly_has() -> None:
    pairs = [("Sund Ferries", ORGANISATION)] * 3 + [("Sund Ferries", PERSON)]
    found = sources_of(pairs)
    assert set(found.values()) == {Source("Sund Ferries", ORGANISATION)}


@pytest.mark.parametrize(
    "speaker",
    [
        *("officials", "Officials", "a spokesperson", "A spokesman for Sund Ferries", "the mayor"),
        *("two residents", "Police", "one of Joan Hale’s aides", "people close to Ana Pell"),
    ],
)
def test_speakers_without_a_name_are_one_row(speaker) -> None:
    assert sources_of([(speaker, "")])[speaker, ""] == Source("unnamed sources", "unnamed")


@pytest.mark.parametrize("speaker", ["", "he", "They", "who", " "])
def test_whom_nobody_can_name_is_unclear(speaker) -> None:
    assert sources_of([(speaker, "")])[speaker, ""] == Source("", "unclear")


def test_several_together_and_a_name_of_unknown_kind_stay_named() -> None:
    found = sources_of([("Joan Hale and Ana Pell", ""), ("Radio Sund", "")])
    assert {one.kind for one in found.values()} == {""}
    assert {one.name for one in found.values()} == {"Joan Hale and Ana Pell", "Radio Sund"}


@given(
    st.lists(
        st.tuples(
            st.text(max_size=12) | st.sampled_from(["Joan Hale", "Hale", "Mayor Hale", "he"]),
            st.sampled_from(["person", "organisation", "place", "group", ""]),
        ),
        max_size=12,
    )
)
def test_every_speaker_has_a_source_whatever_its_name(pairs) -> None:
    found = sources_of(pairs)
    assert set(found) == set(pairs)
    # The order does not matter.
    assert sources_of(pairs[::-1]) == found

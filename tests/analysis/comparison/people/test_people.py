"""Who is the same in several articles, and who is not."""

from collections.abc import Callable, Sequence

import pytest

from analysis.comparison.people import people
from analysis.frames import Result
from tests.hand_made_statements import names_of, piece, statements_of

Article = tuple[str, Sequence[tuple[str, str]], Sequence[str]]


@pytest.fixture
def articles(result_of: Callable[..., Result]) -> Callable[..., list[Result]]:
    """Return a function that makes articles of (text, (name, kind)s, speakers)."""

    def make(*given: Article) -> list[Result]:
        made = []
        for text, names, speakers in given:
            rows = [
                (name, kind, [(text.index(name), text.index(name) + len(name))])
                for name, kind in names
            ]
            pieces = [
                piece(text, text[:3], number, speaker=speaker)
                for number, speaker in enumerate(speakers)
            ]
            made.append(result_of([text], names=names_of(*rows), statements=statements_of(*pieces)))
        return made

    return make


def persons(*names: str) -> list[tuple[str, str]]:
    return [(name, "person") for name in names]


def test_a_surname_and_a_title_are_the_person_named_in_full(
    articles: Callable[..., list[Result]],
) -> None:
    found = people(
        articles(
            ("Mayor Khan spoke.", persons("Khan"), ["Khan"]),
            ("Sadiq Khan, the mayor, spoke.", persons("Sadiq Khan"), ["Sadiq Khan"]),
            ("Sadiq A. Khan spoke.", persons("Sadiq A. Khan"), []),
        )
    )
    assert [found.number(0, "Khan"), found.number(1, "Sadiq Khan")] == [0, 0]
    assert found.number(2, "Sadiq A. Khan") == 0
    # The longest has an initial, but it is the fullest all the same.
    assert [somebody.name for somebody in found.everybody] == ["Sadiq A. Khan"]


def test_two_people_of_one_surname_stay_apart(articles: Callable[..., list[Result]]) -> None:
    found = people(
        articles(
            ("Joan Hale met Rob Hale.", persons("Joan Hale", "Rob Hale"), []),
            ("Hale spoke.", persons("Hale"), []),
            ("Rob Hale spoke.", persons("Rob Hale"), []),
        )
    )
    assert found.number(0, "Rob Hale") == found.number(2, "Rob Hale")
    numbers = {found.number(0, "Joan Hale"), found.number(0, "Rob Hale"), found.number(1, "Hale")}
    assert len(numbers) == 3


def test_an_initial_that_fits_two_is_nobody_in_particular(
    articles: Callable[..., list[Result]],
) -> None:
    found = people(
        articles(
            ("J. Hale spoke.", persons("J. Hale"), []),
            ("Joan Hale spoke to James Hale.", persons("Joan Hale", "James Hale"), []),
        )
    )
    assert len({found.number(0, "J. Hale"), *found.numbers[1].values()}) == 3


def test_a_title_of_another_gender_keeps_apart(articles: Callable[..., list[Result]]) -> None:
    found = people(
        articles(
            ("Mrs Hale spoke.", persons("Hale"), []),
            ("Mr Robert Hale spoke.", persons("Robert Hale"), []),
        )
    )
    assert found.number(0, "Hale") != found.number(1, "Robert Hale")


def test_a_person_taken_for_an_organisation_is_found_by_the_title(
    articles: Callable[..., list[Result]],
) -> None:
    found = people(
        articles(
            ("Ms Hale spoke.", [("Ms Hale", "organisation")], ["Ms Hale"]),
            ("Joan Hale spoke.", persons("Joan Hale"), []),
        )
    )
    assert found.number(0, "Ms Hale") == found.number(1, "Joan Hale")
    assert [somebody.kind for somebody in found.everybody] == ["person"]


def test_organisations_by_their_words_acronym_or_ending(
    articles: Callable[..., list[Result]],
) -> None:
    organisation = "organisation"
    found = people(
        articles(
            (
                "The Bay Harbour Union and the Seaford Chamber of Trade met in Lower Sund.",
                [
                    ("Bay Harbour Union", organisation),
                    ("Seaford Chamber of Trade", organisation),
                    ("Lower Sund", "place"),
                ],
                [],
            ),
            (
                "The BHU met the Chamber of Trade and the Sons of Lower Sund.",
                [
                    ("BHU", organisation),
                    ("Chamber of Trade", organisation),
                    ("Sons of Lower Sund", organisation),
                ],
                [],
            ),
        )
    )
    assert found.number(0, "Bay Harbour Union") == found.number(1, "BHU")
    assert found.number(0, "Seaford Chamber of Trade") == found.number(1, "Chamber of Trade")
    assert found.number(0, "Lower Sund") != found.number(1, "Sons of Lower Sund")
    assert len(found.everybody) == 4


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a spokesman", "the spokesman", True),
        ("officials", "two city officials", True),
        ("the finance department", "the department", True),
        ("the health department", "the finance department", False),
        ("a spokesman for the mayor", "the mayor", False),
        ("the union", "the council", False),
        ("a man", "the man", False),
    ],
)
def test_unnamed_speakers_by_their_head_noun(
    articles: Callable[..., list[Result]], one: str, other: str, same: bool
) -> None:
    found = people(articles(("They spoke.", [], [one]), ("Others spoke.", [], [other])))
    first, second = found.number(0, one), found.number(1, other)
    assert (first is not None and first == second) is same


def test_a_bare_noun_is_the_one_organisation_of_its_article_that_ends_so(
    articles: Callable[..., list[Result]],
) -> None:
    council = [("Seaford City Council", "organisation")]
    found = people(
        articles(
            ("Seaford City Council voted.", council, ["the council"]),
            ("It voted.", [], ["the council"]),
            (
                "Bay Council met Hill Council.",
                [("Bay Council", "organisation"), ("Hill Council", "organisation")],
                ["a councillor"],
            ),
        )
    )
    named = found.number(0, "Seaford City Council")
    assert found.number(0, "the council") == found.number(1, "the council") == named
    assert found.everybody[named or 0].name == "Seaford City Council"


@pytest.mark.parametrize("speaker", ["it", "he", "", "they", "…"])
def test_pronouns_and_nothing_are_nobody(
    articles: Callable[..., list[Result]], speaker: str
) -> None:
    found = people(articles(("It spoke.", [], [speaker]), ("It did.", [], [speaker])))
    assert found.everybody == ()
    assert found.number(0, speaker) is None


def test_several_who_speak_together(articles: Callable[..., list[Result]]) -> None:
    both = persons("Joan Hale", "Ana Pell")
    found = people(
        articles(
            ("Joan Hale and Ana Pell spoke.", both, ["Joan Hale and Ana Pell"]),
            ("Ana Pell and Joan Hale spoke.", both, ["Ana Pell and Joan Hale"]),
        )
    )
    together = found.number(0, "Joan Hale and Ana Pell")
    assert together == found.number(1, "Ana Pell and Joan Hale")
    assert together not in (found.number(0, "Joan Hale"), found.number(0, "Ana Pell"), None)


def test_an_office_is_whoever_alone_holds_it(articles: Callable[..., list[Result]]) -> None:
    found = people(
        articles(
            ("The judge spoke, and so did the minister.", [], ["the judge", "the minister"]),
            (
                "Mrs Justice Lowe heard the prime minister, Ana Pell, and Minister Rob Hale.",
                persons("Lowe", "Ana Pell", "Rob Hale"),
                [],
            ),
        )
    )
    assert found.number(0, "the judge") == found.number(1, "Lowe")
    assert found.number(0, "the minister") == found.number(1, "Rob Hale")


def test_an_office_that_two_hold_is_nobody_in_particular(
    articles: Callable[..., list[Result]],
) -> None:
    found = people(
        articles(
            ("The mayor spoke.", [], ["the mayor", "the mayor, who wept"]),
            (
                "Joan Hale, the mayor of Lund, met the mayor of Ystad, Ana Pell.",
                persons("Joan Hale", "Ana Pell"),
                [],
            ),
        )
    )
    assert found.number(0, "the mayor") == found.number(0, "the mayor, who wept")
    assert found.number(0, "the mayor") not in (None, *found.numbers[1].values())
    assert [somebody.kind for somebody in found.everybody] == ["person", "person", "described"]

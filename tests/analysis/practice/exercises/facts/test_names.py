"""Names are kept by what tells them from others. The network is replaced by marks in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from analysis.practice.exercises.facts.names import lost_names


@dataclass(frozen=True)
class _Mention:
    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class _Told:
    """A tagger that knows its names beforehand."""

    names_by_kind: dict[str, str]

    def names(self, text: str) -> Iterator[_Mention]:
        """Return every place at which a known name stands."""
        for name, kind in self.names_by_kind.items():
            for match in re.finditer(re.escape(name), text):
                yield _Mention(match.start(), match.end(), kind)


TAGGER = _Told(
    {
        "Amira Khan": "person",
        "Ana Holt": "person",
        "Ben Holt": "person",
        "Bank of Tervia": "organisation",
        "Coastal Workers' Association": "organisation",
        "CWA": "organisation",
        "Norland": "place",
        "Łódź": "place",
    }
)


@pytest.mark.parametrize(
    ("after", "lost"),
    [
        ("Khan left.", []),
        ("KHAN LEFT.", []),
        ("Mayor Khan’s car left.", []),
        ("khan left.", []),
        ("Amira left.", ["Amira Khan"]),
        ("The mayor left.", ["Amira Khan"]),
        ("Khanna left.", ["Amira Khan"]),
    ],
)
def test_a_person_is_kept_by_the_surname(after: str, lost: list[str]) -> None:
    found, _ = lost_names("Amira Khan left.", after, TAGGER)
    assert [each.text for each in found] == lost


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("Ana Holt and Ben Holt left.", "Ana Holt left.", ["Ben Holt"]),
        ("The Bank of Tervia paid.", "Tervia’s bank paid.", []),
        ("The Bank of Tervia paid.", "The bank paid.", ["Bank of Tervia"]),
        ("The Coastal Workers' Association met.", "The CWA met.", []),
        ("The CWA met.", "The Coastal Workers' Association met.", []),
        ("The CWA met.", "The union met.", ["CWA"]),
        ("Norland lost.", "The Norlanders lost.", []),
        ("Norland lost.", "The north lost.", ["Norland"]),
        ("Łódź won.", "LODZ won.", []),
        ("🎉 Łódź\nwon.", "Somebody won.", ["Łódź"]),
    ],
)
def test_other_names_are_kept_by_the_words_that_tell_them_apart(
    before: str, after: str, lost: list[str]
) -> None:
    found, _ = lost_names(before, after, TAGGER)
    assert [each.text for each in found] == lost


def test_a_name_that_only_the_rewriting_has_is_added() -> None:
    assert [each.text for each in lost_names("It rained.", "Norland flooded.", TAGGER)[1]] == [
        "Norland"
    ]
    assert lost_names("Khan left.", "Amira Khan left.", TAGGER) == ([], [])

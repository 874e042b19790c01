"""Gender as far as an article shows it: by a title, or by a first name that leaves no doubt.

Only names that nearly everybody who bears them shares one gender with are listed; of any other name
nothing is guessed.
"""

from __future__ import annotations

from analysis.speakers.names.titles import FEMALE, MALE
from analysis.text.function_words import words

_MALE_NAMES = words(
    """abdul adam ahmed ahmad alan albert alexander ali allan andrew anthony antonio arthur barack
    ben benjamin bernie bill bob boris brendan brian bruce carl carlos charles christopher
    craig daniel dave david donald doug douglas edward eric francesco francois frank fred
    frederick gary george greg gregory harold harry hassan henry howard hugh hussein ian
    ibrahim imran jack jacob james jason jeff jeffrey jeremy jim jimmy joe john johnny jonathan
    jose joseph joshua juan keith ken kenneth kevin lawrence luis luke malcolm manuel marco
    mark martin matt matthew michael miguel mike mikhail mohamed mohammad mohammed muhammad
    nicholas nicolas omar patrick paul pedro peter philip pierre richard rick rob robert roger
    ronald ryan samuel scott sean sergei sergey simon stephen steve steven stuart ted thomas
    tim timothy tom tony victor vincent vladimir william"""
)
_FEMALE_NAMES = words(
    """alice alison amanda amelia amy ana angela anita ann anna anne barbara carmen caroline
    catherine charlotte christine claire clara deborah debbie diana diane donna dorothy eleanor
    elena elizabeth emily emma fiona florence frances hannah heather helen hillary isabel
    jacqueline jane janet jennifer jenny jessica joan judith julia julie kamala karen kate
    katherine kathleen katie laura lauren linda lisa louise maggie margaret maria marie martha
    mary maxine megan melania melanie melissa michelle miriam nancy natalie natasha nicole
    olivia pamela patricia pauline rachel rebecca ruth samantha sarah sharon sofia sophia sue
    susan suzanne theresa tina ursula valerie veronica victoria virginia wendy"""
)


def gender_of_first_name(first_name: str) -> str:
    """Return ``m`` or ``f`` for a first name in lower case that leaves no doubt, else ""."""
    if first_name in _MALE_NAMES:
        return MALE
    return FEMALE if first_name in _FEMALE_NAMES else ""

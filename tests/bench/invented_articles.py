"""Any number of different articles, all invented, for the load generator."""

from __future__ import annotations

import random

TOWNS = [
    "Ashby",
    "Brackwell",
    "Corrin",
    "Dunmere",
    "Eastholt",
    "Farley",
    "Gransby",
    "Hollin",
    "Ivelow",
    "Kestrel",
]
WHAT = (
    "the swimming pool on Canal Street",
    "a second bridge over the river",
    "the evening bus to the hospital",
    "free meals in the primary schools",
    "the rebuilt market hall",
    "a ban on parking near the station",
    "the new water tariff",
    "the planned wind turbines",
)
WHO = (
    "the mayor",
    "a spokeswoman for the council",
    "Nora Pell, who runs a bakery nearby",
    "the head of the residents' association",
    "an engineer at the works department",
    "the opposition leader",
)
PLAIN = (
    "The council of {town} discussed {what} for about two hours on {day}.",
    "The cost is put at {number} thousand, of which the county would pay a third.",
    "Work on {what} could begin in {month} if the county agrees.",
    "In a survey last year {number} of 400 households said they would use it.",
    "{Who} said that the figures would be checked again before the vote.",
    "A decision on {what} is expected at the next meeting, on {day}.",
    "The plans are on show in the town hall of {town} until the end of {month}.",
    "Traffic was counted at {number} vehicles an hour on a weekday in {month}.",
)
LOADED = (
    "The shameless scramble over {what} has become a disgrace to {town}.",
    "Ordinary families are being bled dry by a clueless council, all for {what}.",
    "It was a brazen betrayal of everyone who had trusted {who}.",
    "Once again the bungling officials of {town} hid behind their feeble excuses.",
)
QUOTED = (
    "“This is a reckless gamble with other people's money,” said {who}.",
    "“We have read the report and we support most of it,” said {who}.",
    "“Nobody in {town} asked for this absurd and wasteful circus,” {who} told the meeting.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
MONTHS = ("January", "March", "May", "September", "November")


def article(seed: int, words: int) -> str:
    """Return a title and paragraphs of together about ``words`` words, others for each seed."""
    dice = random.Random(seed)
    town = dice.choice(TOWNS)
    what = dice.choice(WHAT)
    text = f"{town} argues over {what}, part {seed}"
    while len(text.split()) < words:
        paragraph = " ".join(_sentence(dice, town, what) for _ in range(dice.randint(2, 5)))
        text += "\n\n" + paragraph
    return text


def _sentence(dice: random.Random, town: str, what: str) -> str:
    (kind,) = dice.choices((PLAIN, LOADED, QUOTED), weights=(6, 2, 2))
    who = dice.choice(WHO)
    return dice.choice(kind).format(
        town=town,
        what=what,
        who=who,
        Who=who[0].upper() + who[1:],
        day=dice.choice(DAYS),
        month=dice.choice(MONTHS),
        number=dice.randint(21, 399),
    )

"""Quotations in single marks, and the apostrophes that look like them."""

from __future__ import annotations

import pytest

from analysis.text.quotation.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Possessives inside.
        (
            "Hale: 'We won't be bullied by Brussels' mandarins' – live updates",
            ["'We won't be bullied by Brussels' mandarins'"],
        ),
        (
            "‘The nurses’ pay is an insult to nurses’ families’: union chief hits out",
            ["‘The nurses’ pay is an insult to nurses’ families’"],
        ),
        (
            "'It is the farmers' land' and nobody else's, says Pell",
            ["'It is the farmers' land'"],
        ),
        ("'Dogs' owners' group' wins the vote", ["'Dogs' owners' group'"]),
        ("Minister: 'I stand by the miners'", ["'I stand by the miners'"]),
        ("‘Boys’ own adventure’, the critics’ verdict", ["‘Boys’ own adventure’"]),
        (
            "He said: 'Our workers' rights are the voters' rights,' and left.",
            ["'Our workers' rights are the voters' rights,'"],
        ),
        ("'Traitors' in the council, says Moss", ["'Traitors'"]),
        ("The ‘experts’ knew that the dogs’ owners, and the boys’, had left.", ["‘experts’"]),
        ("The 'hard men' told the workers' union to go.", ["'hard men'"]),
        # Apostrophes.
        ("Give 'em hell in the '90s, in rock 'n' roll and in the dogs' home.", []),
        ("Give ’em hell in the ’90s, in rock ’n’ roll and in the dogs’ home.", []),
        ("The 'hood, the boys' club and the players' lounge are shut.", []),
        ("'Twas the season, and the '08 crash, and 'bout time for the lads' bus.", []),
        ("Fish 'n chips at the sailors' club, y'all.", []),
        # Feet, minutes.
        ("He is 6' tall, she 5' 4\", and the wall 12' high.", []),
        ("'He is 6' tall and 3' wide,' she said.", ["'He is 6' tall and 3' wide,'"]),
        ("The song 'Class of 1996' was played for 3'42\".", ["'Class of 1996'"]),
        # Other styles.
        ("She wrote ‚never‘ on the wall.", ["‚never‘"]),
        ("The note said `never' in ink, and `no´ in red.", ["`never'", "`no´"]),
        ("Run `slant` and the owners' `make test`, and don't ask.", []),
        ("He paused--'No.' She left.", ["'No.'"]),
        # Within one another.
        ("‘He told me ‘go,’ and I went,’ she said.", ["‘He told me ‘go,’ and I went,’"]),
        # The opening mark is lost.
        (
            "We will not yield to these liars,’ the mayor said.",
            ["We will not yield to these liars,’"],
        ),
    ],
)
def test_single_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "‘We lost the farm,’ he said. ‘We lost the herd.\n\n‘And then we lost the house.\n\n"
            "‘That’s all there is.’\n\nThe bank’s spokesman declined to comment.",
            [
                "‘We lost the farm,’",
                "‘We lost the herd.",
                "‘And then we lost the house.",
                "‘That’s all there is.’",
            ],
        ),
        (
            "He said: 'The neighbours' dogs left us.\n\n'They went home.'\n\nThat was all.",
            ["'The neighbours' dogs left us.", "'They went home.'"],
        ),
        ("The 'orrible man left.\n\n'We lost,' he said.", ["'We lost,'"]),
    ],
)
def test_single_marks_over_paragraphs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected

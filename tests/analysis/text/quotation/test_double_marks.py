"""Quotations in double marks: marks that are lost, nested, inside words, or of other languages."""

from __future__ import annotations

import pytest

from analysis.text.quotation.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Guillemets and corner brackets.
        ("The leaflet said ›never again‹ in red.", ["›never again‹"]),
        ("The leaflet said ‹never again› in red.", ["‹never again›"]),
        ("He shouted 「never」 and left.", ["「never」"]),
        ("»Er sagte ›nein‹ dazu«, she read.", ["»Er sagte ›nein‹ dazu«"]),
        ("« Il a dit ‹ non › hier », she read.", ["« Il a dit ‹ non › hier »"]),
        ("「彼は『いいえ』と」 he read.", ["「彼は『いいえ』と」"]),
        ("„Er sagte ‚nein‘ dazu“, she read.", ["„Er sagte ‚nein‘ dazu“"]),
        ("Home › News › Sport", []),
        ("Home » News » Sport", []),
        ("``We won,'' he said, and ``we lost''.", ["``We won,''", "``we lost''"]),
        # After dashes.
        ('He paused—"We go," he said—and left.', ['"We go,"']),
        ('He paused--"We go"--and left.', ['"We go"']),
        ('He paused - "We go" - and left.', ['"We go"']),
        # Inside words.
        ('The "un"employed and the re"form"ers met.', ['"un"', '"form"']),
        ("The “wo”man question.", ["“wo”"]),
        ('He serves in the Tzaha"l. She does not.', []),
        ('"He serves in the Tzaha"l," she said.', ['"He serves in the Tzaha"l,"']),
        ('"We go"he said. "They stay," she said.', ['"We go"', '"They stay,"']),
        # Inches.
        ('"I own a 12" record and a 7" one," he said.', ['"I own a 12" record and a 7" one,"']),
        ('A 40" screen ("huge") and a 5\'6" man.', ['"huge"']),
        # The opening mark is lost.
        (
            "We will not yield to these shameless liars,” the mayor said.\n\nThe council met.",
            ["We will not yield to these shameless liars,”"],
        ),
        (
            'We will not yield. They lied," said the mayor of Hale.',
            ['We will not yield. They lied,"'],
        ),
        ("They have failed us!” Councillor Ames shouted.", ["They have failed us!”"]),
        (
            "We have been failed by everybody.”\n\nThe council met.",
            ["We have been failed by everybody.”"],
        ),
        (
            "“We won,” he said. We will not yield,” he added.",
            ["“We won,”", "We will not yield,”"],
        ),
        ("We will never yield”, the mayor said.", ["We will never yield”"]),
        ("Liars,” says mayor of Hale", ["Liars,”"]),
        ("The mayor said it was over.”", []),
        ("The 12” pipe burst, the firm said.", []),
        # The closing mark is lost.
        (
            "“We will not yield to liars, the mayor said. The council met.",
            ["“We will not yield to liars,"],
        ),
        (
            "“It was late, but the doctor told us it was nothing. We left.\n\nThe council met.",
            ["“It was late, but the doctor told us it was nothing. We left."],
        ),
        # Over paragraphs, begun in mid paragraph.
        (
            'He said: "We lost.\n\n"We lost, he said, the house.\n\n"That is all."\n\nHe left.',
            ['"We lost.', '"We lost, he said, the house.', '"That is all."'],
        ),
    ],
)
def test_double_marks(text: str, expected: list[str]) -> None:
    found = find_quotations(text)
    assert [text[quotation.start : quotation.end] for quotation in found] == expected

"""Lines that send readers to another page are left out, and the sentence goes on."""

import pytest

from tests.analysis.reading.documents.pdf.drawn import FERRY, STORY, lines, text, words_of

TO = """Continued on page 4|CONTINUED ON PAGE 4|Continued on Page A4|Turn to page 4
Please turn to page 4|See FERRY, page 4|See FERRY on page A4|Cont. on p. 4|Cont’d on page 4
(Continued on page 4)|Continues on page 4|Continued overleaf|Continued on next page|Continued on A4
FERRY continues on page 4|» Continued on page 4|Continued, page 4|Continued on page 4.
Story continues on page 4|Continued on Page Four|FERRY, Page 4|See Page 4|Continued on back page
Turn to FERRY, page 4|Continued on 4"""
FROM = """PIER (from page 1)|FERRY, from page 1|From page 1|FERRY: Continued from page 1
Ferry: from page 1|FERRY Continued from Page A1|Continued from front page|(Continued from page 1)
FERRY / From A1|Ferry trouble, continued from page 1|Continued from 1A|FERRY | From page 1
Ferry will not sail — from page 1"""


@pytest.mark.parametrize("line", TO.replace("\n", "|").split("|"))
def test_lines_that_send_on(line: str) -> None:
    assert words_of(lines(FERRY[:3]) + text(line, 400, 684, 9), lines(FERRY[3:])) == STORY


@pytest.mark.parametrize("line", FROM.replace("| F", "¦ F").replace("\n", "|").split("|"))
def test_lines_that_send_back(line: str) -> None:
    back = text(line.replace("¦", "|"), 60, 780, 12) + lines(FERRY[3:])
    assert words_of(lines(FERRY[:3]) + text("Continued on page 4", 400, 684, 9), back) == STORY


def test_at_the_end_and_the_beginning_of_a_line_of_text() -> None:
    first = [*FERRY[:2], FERRY[2] + " (Continued on page 4)"]
    second = ["(Continued from page 1) " + FERRY[3], FERRY[4]]
    assert words_of(lines(first), lines(second)) == STORY


@pytest.mark.parametrize(
    "told",
    [
        ["The story that the paper told was", "continued on page 4.", "It ran for a week."],
        ["The map is on page 5, and the", "See page 4 for the timetable of the boat."],
        ["She read the story on from page 1", "to the last page of the paper."],
    ],
)
def test_sentences_about_pages_stay(told: list[str]) -> None:
    assert words_of(lines(told)) == " ".join(told)

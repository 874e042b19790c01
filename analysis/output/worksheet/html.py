"""Worksheet and answer sheet as self-contained HTML files that print on A4 and Letter.

As the report they have no scripts, pictures or fonts, make no requests, and Jinja escapes every
string in the templates.
"""

from __future__ import annotations

from pathlib import Path

from analysis.output.phrasing.loaded_language import MEANING
from analysis.output.phrasing.practice import paper
from analysis.output.report.page import styles, template
from analysis.output.worksheet.answers import Answers
from analysis.output.worksheet.sheet import Sheet
from analysis.practice.marks import REASONS

_HERE = Path(__file__).parent

LETTERS = "ABCDEFGHIJ"
"""What the reasons are called on paper, in their order."""


def worksheet_html(sheet: Sheet) -> str:
    """Return the worksheet as an HTML document, to be stored in UTF-8.

    It holds the text, its numbers and what is asked; nothing that the model found of the wording.
    """
    policy, style = styles("paper.css", "worksheet.css", folder=_HERE)
    html: str = template("worksheet.html", _HERE).render(
        sheet=sheet,
        policy=policy,
        style=style,
        meaning=MEANING,
        reasons=list(zip(LETTERS, REASONS.values(), strict=False)),
        # What is asked alone: a template cannot print an answer that it is not given.
        questions=[(question.asked, question.lines) for question in sheet.questions],
        said=paper,
    )
    return html


def answers_html(sheet: Sheet, answers: Answers) -> str:
    """Return the answer sheet to a worksheet as an HTML document, to be stored in UTF-8."""
    policy, style = styles("paper.css", "answers.css", folder=_HERE)
    html: str = template("answers.html", _HERE).render(
        sheet=sheet,
        answers=answers,
        policy=policy,
        style=style,
        meaning=MEANING,
        said=paper,
    )
    return html

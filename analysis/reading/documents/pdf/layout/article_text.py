"""All steps from the strings of the pages to the paragraphs of the article, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.reading.documents.pdf.contents import Fragment, usual_size
from analysis.reading.documents.pdf.layout.columns import Line, reading_order, runs_of
from analysis.reading.documents.pdf.layout.headers_footers import without_headers_and_footers
from analysis.reading.documents.pdf.layout.line_numbers import without_line_numbers
from analysis.reading.documents.pdf.layout.notes import footnotes_apart, without_note_marks
from analysis.reading.documents.pdf.layout.paragraphs import Paragraph, paragraphs_of
from analysis.reading.documents.pdf.layout.turn_lines import without_turn_lines
from analysis.reading.documents.pdf.layout.words.drop_caps import initials_apart, with_initials
from analysis.reading.documents.pdf.layout.words.spaced_letters import joined_letters
from analysis.reading.documents.pdf.repeats import without_repeated_runs


def laid_out(pages: Sequence[Sequence[list[Fragment]]]) -> list[Paragraph]:
    """Return the paragraphs of an article; notes at the foot of pages come last.

    ``pages`` are the passages of each page, a passage being strings in one direction. The first
    passage is the page's own, with headers and footers; others are read after it.
    """
    own = without_line_numbers([passages[0] if passages else [] for passages in pages])
    runs: list[list[Line]] = []
    marks: list[frozenset[str]] = []
    for passage in own:
        strings, found = without_note_marks(passage)
        runs.append(_runs(strings))
        marks.append(found)
    blocks: list[list[Line]] = []
    notes: list[list[Line]] = []
    pages_of_runs = without_headers_and_footers(runs)
    usual = usual_size(run for page in pages_of_runs for run in page)
    for number, page in enumerate(pages_of_runs):
        order = reading_order(page, number)
        for turned in pages[number][1:]:
            order += reading_order(_runs(turned), number)
        kept, apart = footnotes_apart(order, usual, marks[number])
        blocks += kept
        notes += apart
    paragraphs = paragraphs_of(without_turn_lines(blocks))
    return paragraphs + [one for note in notes for one in paragraphs_of([note])]


def _runs(strings: Sequence[Fragment]) -> list[Line]:
    strings, initials = initials_apart(joined_letters(strings))
    return with_initials(without_repeated_runs(runs_of(strings)), initials)

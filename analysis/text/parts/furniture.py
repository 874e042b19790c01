"""Find the furniture of a page among the lines of a text, by form and by neighbours.

Lines with a form of their own (``forms``) are furniture anywhere. Short lines without a stop are
furniture beside such lines, where articles have no headings: in menus before the article, in lists
of links, and among the lines after its last paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.text.parts.forms.credits import is_credit
from analysis.text.parts.forms.line_forms import is_list_heading, is_more, is_weak_label
from analysis.text.parts.forms.names import is_name_line, names_office
from analysis.text.parts.forms.phrases import BIOGRAPHY, HEADLINE_KIND, MAIL_FIELD
from analysis.text.parts.lines import LONGEST_LINK, PageLine, blocks, runs

LONGEST_LABEL = 3
"""Words of the longest label of a menu or a tag: “Entertainment and arts”."""

SHORTEST_PROSE = 6
"""Words from which a line with a stop is surely prose, which an article must have."""

SHORTEST_HEADLINE = 5
"""Words from which a first line with “Watch:” or “Sources:” is a headline, not a link."""

CAPTION = 40
"""Words of the longest caption beside its credit."""

BOX = 8
"""Words of the longest line in a box of buttons, as “Must-read news on boats.”"""

SHORTEST_IN_CAPITALS = 8
"""Words of the shortest link in capitals between the paragraphs; shorter ones can be headings."""

MOST_ABOUT_AUTHORS = 3
"""Most lines about the authors below an article."""

MENU = 3
"""Fewest labels one below the other that are a menu; fewer can be a kicker and a heading."""


def furniture(lines: Sequence[PageLine]) -> list[bool]:
    """Return, for each line of a text in order, whether it is furniture.

    None is in a text without a line of prose: a pasted headline stays what it is.
    """
    found = [line.furniture for line in lines]
    if lines and lines[0].words >= SHORTEST_HEADLINE and HEADLINE_KIND.match(lines[0].text.lower()):
        found[0] = False
    _mark_captions(lines, found)
    _mark_boxes(lines, found)
    prose = [number for number, line in enumerate(lines) if line.prose and not found[number]]
    if not any(lines[number].words >= SHORTEST_PROSE for number in prose):
        return [False] * len(lines)
    _mark_mail_header(lines, found)
    _mark_lists(lines, found)
    _mark_before(lines, found, prose[0])
    _mark_names(lines, found, prose[0])
    _mark_within(lines, found, prose[0], prose[-1])
    _mark_in_capitals(lines, found, prose)
    _mark_after(lines, found, prose[-1])
    return found


def _mark_mail_header(lines: Sequence[PageLine], found: list[bool]) -> None:
    """Mark the header of an e-mail above its text: three fields or more, one below the other."""
    header = [MAIL_FIELD.match(line.text.lower()) is not None for line in lines]
    for run in runs(header)[:1]:
        if run.start == 0 and len(run) >= MENU:
            _mark(found, run)


def _mark_captions(lines: Sequence[PageLine], found: list[bool]) -> None:
    """Mark captions in the line above or below their credit, in a block of these two lines."""
    for block in blocks(lines):
        if len(block) != 2:
            continue
        for credit, caption in (block[::-1], block):
            line = lines[caption]
            if is_credit(lines[credit].text) and line.words <= CAPTION:
                found[caption] = True


def _mark_boxes(lines: Sequence[PageLine], found: list[bool]) -> None:
    """Mark the short lines of a box between paragraphs, as that of a newsletter: a block in which
    buttons and the like are half of the lines."""
    first = next((number for number, line in enumerate(lines) if line.prose), len(lines))
    for block in blocks(lines):
        labels = sum(lines[number].label for number in block)
        short = all(found[number] or lines[number].words <= BOX for number in block)
        if block.start > first and labels > 1 and 2 * labels >= len(block) and short:
            _mark(found, block)


def _mark_lists(lines: Sequence[PageLine], found: list[bool]) -> None:
    """Mark the links below the heading of a list, up to the next line of prose.

    After the article's last prose a link may end in a stop, as “Who pays for the pier?”.
    """
    inside = False
    for number, line in enumerate(lines):
        if found[number]:
            inside = inside or is_list_heading(line.text)
        elif inside and (not line.prose or _is_link_with_stop(lines, number)):
            found[number] = True
        else:
            inside = False


def _is_link_with_stop(lines: Sequence[PageLine], number: int) -> bool:
    return lines[number].words <= LONGEST_LINK and all(
        not line.prose or line.text.rstrip("'\"”’ ").endswith(("?", "!")) for line in lines[number:]
    )


def _mark_before(lines: Sequence[PageLine], found: list[bool], first: int) -> None:
    """Mark menus, names of sections and of the outlet above the first prose.

    Where all lines there are short, the first that is no name of a section is the headline.
    """
    short = [found[number] or lines[number].words <= LONGEST_LABEL for number in range(first)]
    for run in runs(short):
        weak = [number for number in run if is_weak_label(lines[number].text)]
        menu = {number for number in run if lines[number].label}.union(weak)
        others = [number for number in run if not found[number] and number not in menu]
        headed = any(not found[number] and number not in run for number in range(first))
        if not headed:
            others = others[1:]
        if menu and len(menu) + len(others) >= MENU:
            _mark(found, others)
        elif headed:
            outlet = [n for n in others if names_office(lines[n].text) and n + 1 in menu]
            _mark(found, outlet)
        _mark(found, [n for n in weak if n + 1 < first or (headed and found[n - 1])])


def _mark_names(lines: Sequence[PageLine], found: list[bool], first: int) -> None:
    """Mark bylines without “By” between the headline and the first prose: lines of names that stand
    beside furniture, or of which one names an office or an outlet."""
    headline = next((number for number in range(first) if not found[number]), first)
    if headline + 1 < first and _is_author(lines[headline].text, lines[headline + 1].text):
        found[headline] = True  # a page pasted without its headline
    names = [
        headline < number < first and not found[number] and is_name_line(lines[number].text)
        for number in range(first)
    ]
    for run in runs(names):
        beside = found[run.start - 1] or found[run.stop]
        if beside or any(names_office(lines[number].text) for number in run):
            _mark(found, run)


def _is_author(line: str, below: str) -> bool:
    """Whether a first line is a person, as the office or the outlet stands below it."""
    return (
        1 < len(line.split()) <= LONGEST_LABEL
        and is_name_line(line)
        and not names_office(line)
        and "," not in below
        and is_name_line(below)
        and names_office(below)
    )


def _mark_within(lines: Sequence[PageLine], found: list[bool], first: int, last: int) -> None:
    """Mark labels that stand with furniture in one block, between the first and last prose, and
    links with “Read more” in the line below."""
    for number in range(first + 1, last):
        line = lines[number]
        if found[number] or line.prose:
            continue
        above, below = (
            found[other] and lines[other].paragraph == line.paragraph
            for other in (number - 1, number + 1)
        )
        caption = below and lines[number + 1].label and is_name_line(line.text)
        if (
            (below and is_more(lines[number + 1].text))
            or caption
            or (line.words <= LONGEST_LABEL and (above or (below and is_weak_label(line.text))))
        ):
            found[number] = True


def _mark_in_capitals(lines: Sequence[PageLine], found: list[bool], prose: Sequence[int]) -> None:
    """Mark links to other articles that are headlines in capitals between the paragraphs of a text
    that is not in capitals itself."""
    for number in range(prose[0] + 1, len(lines)):
        line = lines[number]
        if found[number] or line.prose or line.words < SHORTEST_IN_CAPITALS:
            continue
        alone = all(
            not 0 <= other < len(lines) or lines[other].paragraph != line.paragraph
            for other in (number - 1, number + 1)
        )
        if alone and line.text.isupper() and not lines[prose[0]].text.isupper():
            found[number] = True


def _mark_after(lines: Sequence[PageLine], found: list[bool], last: int) -> None:
    """Mark what stands below the last prose: all lines without a stop from the first furniture on,
    the labels and names above that, and a line about the author."""
    tail = range(last + 1, len(lines))
    _mark(found, [number for number in tail if BIOGRAPHY.match(lines[number].text)])
    for number in range(last, max(0, last - MOST_ABOUT_AUTHORS), -1):
        # Lines about the authors end the article.
        if not all(found[number + 1 :]) or not BIOGRAPHY.match(lines[number].text):
            break
        found[number] = True
    begin = next((number for number in tail if found[number]), None)
    if begin is None:
        return
    for number in tail:
        line = lines[number]
        if number > begin or line.words <= LONGEST_LABEL or is_name_line(line.text):
            found[number] = True


def _mark(found: list[bool], numbers: Sequence[int]) -> None:
    for number in numbers:
        found[number] = True

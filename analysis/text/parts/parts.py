"""Tell the headline and the furniture of a page from the body of an article.

Furniture is what stands around an article without being part of it: bylines, dates, credits,
“Read more” lines, adverts. It is shown, but neither scored nor counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.frames import BODY, FURNITURE, HEADLINE
from analysis.text.parts.furniture import furniture
from analysis.text.parts.headline import headline
from analysis.text.parts.lines import page_line
from analysis.text.segmentation.sentences import LogicalLines, Sentence, logical_lines


def parts(
    text: str,
    sentences: Sequence[Sentence],
    title: str | None = None,
    lines: LogicalLines | None = None,
) -> list[str]:
    """Return the part of each of the ``sentences`` of ``text``: headline, body or furniture.

    ``title`` is the article's title, if it is known: a line above the article that says the same
    is the headline. ``lines`` is ``logical_lines(text)``, computed here if it is None; all
    sentences of a line have the same part.
    """
    found_lines = logical_lines(text) if lines is None else lines
    places = [
        (start, end, paragraph)
        for paragraph, of_paragraph in enumerate(found_lines)
        for start, end in of_paragraph
    ]
    page = [page_line(text[start:end], paragraph) for start, end, paragraph in places]
    unwanted = furniture(page)
    of_line = [FURNITURE if one else BODY for one in unwanted]
    head = headline(page, unwanted, title)
    if head is not None:
        of_line[head] = HEADLINE
    found = []
    line = 0
    for sentence in sentences:
        while sentence.start >= places[line][1]:
            line += 1
        found.append(of_line[line])
    return found

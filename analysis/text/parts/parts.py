"""Tell the headline and the furniture of a page from the body of an article.

Furniture is what stands around an article without being part of it: bylines, dates, credits,
“Read more” lines, adverts. It is shown, but neither scored nor counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.frames import BODY, FURNITURE, HEADLINE
from analysis.text.parts.furniture import furniture
from analysis.text.parts.headline import headline
from analysis.text.parts.lines import page_line
from analysis.text.parts.within_lines import furniture_within
from analysis.text.segmentation.sentences import LogicalLines, Sentence, logical_lines


def parts(
    text: str,
    sentences: Sequence[Sentence],
    title: str | None = None,
    lines: LogicalLines | None = None,
) -> list[str]:
    """Return the part of each of the ``sentences`` of ``text``: headline, body or furniture.

    ``title`` is the article's title, if it is known: a line above the article that says the same
    is the headline. ``lines`` is ``logical_lines(text)``, computed here if it is None. All
    sentences of a line have the same part, but for furniture before and behind its text.
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
    of_sentence = []
    for line, (first, last) in enumerate(_sentences_of_lines(sentences, places)):
        of_sentence += [of_line[line]] * (last - first)
        if of_line[line] == BODY and last - first > 1:
            words = [text[one.start : one.end] for one in sentences[first:last]]
            for number in furniture_within(words):
                of_sentence[first + number] = FURNITURE
    return of_sentence


def _sentences_of_lines(
    sentences: Sequence[Sentence], places: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield, for each line, the number of its first sentence and that after its last one."""
    first = last = 0
    for _, end, _ in places:
        while last < len(sentences) and sentences[last].start < end:
            last += 1
        yield first, last
        first = last

"""Tell the headline and the furniture of a page from the body of an article.

Furniture is what stands around an article without being part of it: bylines, datelines, credits,
“Read more” lines, adverts. It is shown, but neither scored nor counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.frames import BODY, HEADLINE
from analysis.text.segmentation.sentences import Sentence


def parts(text: str, sentences: Sequence[Sentence], title: str | None = None) -> list[str]:
    """Return the part of each of the ``sentences`` of ``text``: headline, body or furniture.

    ``title`` is the article's title, if it is known: the sentences of a first paragraph that says
    the same are the headline.
    """
    found = [BODY] * len(sentences)
    first = [number for number, sentence in enumerate(sentences) if sentence.paragraph == 0]
    if title and first and len(first) < len(sentences):
        paragraph = text[sentences[first[0]].start : sentences[first[-1]].end]
        if _same(paragraph, title):
            for number in first:
                found[number] = HEADLINE
    return found


def _same(paragraph: str, title: str) -> bool:
    """Whether both say the same, apart from case, white space, marks of headings and full stops."""
    return _words(paragraph) == _words(title) != []


def _words(text: str) -> list[str]:
    return text.casefold().strip(" #*_.\n").split()

"""What must be true of every file that was read, whatever stands in it."""

from html import unescape
from itertools import pairwise

from analysis.rules.source.source import Source


def require_true_mapping(source: Source) -> None:
    """Every piece of the prose stands in the content, in the same order, or is what a mark, an
    entity or white space there stands for."""
    pieces = source.mapping.pieces
    assert source.mapping.length == len(source.prose)
    assert [piece.at for piece in pieces[:1]] == [0] * bool(source.prose)
    place = 0
    ends = [piece.at for piece in pieces[1:]] + [len(source.prose)] * bool(pieces)
    for piece, end in zip(pieces, ends, strict=True):
        text = source.prose[piece.at : end]
        there = source.content[piece.start : piece.end]
        assert text
        assert place <= piece.start <= piece.end <= len(source.content)
        place = piece.end
        if piece.literal:
            assert text == there
        else:
            assert stands_for(text, there), (text, there)
    places_rise(source)
    for start, end in source.quoted:
        assert 0 <= start < end <= len(source.prose)
    assert all(first[1] <= second[0] for first, second in pairwise(source.quoted))
    for ignore in source.ignores:
        assert 0 <= ignore.start < ignore.end <= len(source.content)
        assert 0 <= ignore.covers[0] <= ignore.covers[1] <= len(source.content)


def places_rise(source: Source) -> None:
    """What comes later in the prose comes later in the content; a passage is from its first
    character to its last."""
    places = [source.place(n, n + 1) for n in range(len(source.prose))]
    for (start, end), (following, after) in pairwise(places):
        assert start <= following
        assert end <= after
    assert source.place(0, len(source.prose)) == (
        (places[0][0], places[-1][1]) if places else (0, 0)
    )


def stands_for(text: str, there: str) -> bool:
    """Whether ``text`` can be what stands in the file as ``there``."""
    if text.isspace():  # white space, with marks in it; a block's gap may hold whole parts left out
        return True
    quotation = text in "“”‘’" and (not there or there.startswith("<"))
    return text in (unescape(there), there[1:]) or quotation

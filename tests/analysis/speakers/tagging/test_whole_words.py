import pytest

from analysis.speakers.tagging.attributions import Attribution
from analysis.speakers.tagging.whole_words import whole_attributions


def at(text: str, passage: str) -> tuple[int, int]:
    start = text.index(passage)
    return start, start + len(passage)


def source_of(text: str, source: str, cue: str, content: str, *names: str) -> str:
    one = Attribution(at(text, cue), at(text, source), (at(text, content),))
    ends = dict(at(text, name) for name in names)
    (found,) = whole_attributions(text, [one], ends.get)
    assert found.source is not None
    return text[slice(*found.source)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        ("Gov. Joan Hale urged calm.", "Gov.", "urged", "Gov. Joan Hale"),
        ("Gov. Joan Hale urged calm.", "Gov", "urged", "Gov. Joan Hale"),
        ("Armchair critics once sniffed calm.", "Armchair", "once sniffed", "Armchair critics"),
        ("Rail union leaders said calm.", "Rail", "said", "Rail union leaders"),
        ("Joan Hale also said calm.", "Joan Hale", "said", "Joan Hale"),
        ("Officials quietly said calm.", "Officials", "said", "Officials"),
        ("Officials who left said calm.", "Officials", "said", "Officials"),
        ("Nurses, tired now, said calm.", "Nurses", "said", "Nurses"),
    ],
)
def test_sources_end_with_their_name_or_noun(text: str, source: str, cue: str, whole: str) -> None:
    assert source_of(text, source, cue, "calm", "Joan Hale" if "Joan" in text else text[-5:-1]) == (
        whole
    )


def test_a_part_of_a_compound_is_no_cue() -> None:
    text = "The so-called “safe limit” would be ruinous."
    one = Attribution(at(text, "called"), at(text, "The so"), (at(text, "“safe limit”"),))
    assert whole_attributions(text, [one], {}.get) == []

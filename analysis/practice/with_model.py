"""One reader's marks beside the model's view: where both say the same, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from unicodedata import category

from analysis.practice.agreement import cohen_kappa
from analysis.practice.marks import Mark
from analysis.practice.material import Material

_RUN = re.compile(r"\S+")


@dataclass(frozen=True)
class WithModel:
    """A reader beside the model. Sentences are numbered from 0.

    ``of`` sentences are compared: those that count and that the model calls loaded or not loaded;
    ``uncertain`` are those it is uncertain of, which are in no other figure. In ``agreed`` of them
    both say the same; ``kappa`` is Cohen's κ of them, NaN where it is not defined. ``only_reader``
    and ``only_model`` are the sentences that one calls loaded and the other does not.

    Of the sentences compared the reader marked ``reader`` and the model calls ``model`` loaded; of
    the uncertain ones the reader marked ``reader_uncertain``.

    ``words_reader`` and ``words_model`` count the words that each calls loaded in the sentences
    that both call loaded, ``words_shared`` those that are the same.
    """

    agreed: int
    of: int
    uncertain: int
    kappa: float
    only_reader: tuple[int, ...]
    only_model: tuple[int, ...]
    words_shared: int
    words_reader: int
    words_model: int
    reader: int
    model: int
    reader_uncertain: int


def with_model(marks: Sequence[Mark], material: Material) -> WithModel:
    """Return what ``marks`` and the model's views of the material have in common.

    The reader is taken to be done: a sentence without a mark is not loaded to them. Of several
    marks for a sentence the last counts; marks on sentences that do not count are left out.
    """
    by_sentence = {mark.sentence: mark for mark in marks}
    compared: list[int] = []
    reader: list[bool] = []
    model: list[bool] = []
    uncertain = reader_uncertain = 0
    shared = words_reader = words_model = 0
    for number, (line, view) in enumerate(zip(material.lines, material.views, strict=True)):
        if not line.counts:
            continue
        mark = by_sentence.get(number)
        if view.band not in ("loaded", "not loaded"):
            uncertain += 1
            reader_uncertain += mark is not None and mark.loaded
            continue
        compared.append(number)
        reader.append(mark is not None and mark.loaded)
        model.append(view.band == "loaded")
        if mark is not None and mark.loaded and model[-1]:
            sentence = line.start, line.end
            by_reader = _touched(material.text, sentence, mark.words)
            by_model = _touched(material.text, sentence, view.words)
            shared += len(by_reader & by_model)
            words_reader += len(by_reader)
            words_model += len(by_model)
    both = list(zip(compared, reader, model, strict=True))
    return WithModel(
        agreed=sum(own == other for _, own, other in both),
        of=len(both),
        uncertain=uncertain,
        kappa=cohen_kappa(reader, model),
        only_reader=tuple(number for number, own, other in both if own and not other),
        only_model=tuple(number for number, own, other in both if other and not own),
        words_shared=shared,
        words_reader=words_reader,
        words_model=words_model,
        reader=sum(reader),
        model=sum(model),
        reader_uncertain=reader_uncertain,
    )


def _touched(
    text: str, sentence: tuple[int, int], passages: Collection[tuple[int, int]]
) -> set[int]:
    """Return where the words begin that the passages hold a part of.

    Words are what stands between spaces, without lone punctuation: a reader taps a word with the
    comma behind it and the model has it without, and a phrase of the model is several taps.
    """
    if not passages:
        return set()
    return {
        word.start()
        for word in _RUN.finditer(text, *sentence)
        if any(start < word.end() and word.start() < end for start, end in passages)
        and any(category(sign)[0] != "P" for sign in word.group())
    }

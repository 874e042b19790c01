"""What stands on an answer sheet: to each line of the worksheet, what the model makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.frames import BANDS
from analysis.output.blocks import WORD, Run, RunSplitter
from analysis.output.export import records
from analysis.output.phrasing.labels import BAND_NAMES
from analysis.output.phrasing.language_note import language_note
from analysis.output.phrasing.loaded_language import likeliest_unflagged, passed_over_counts
from analysis.output.phrasing.speakers import whose_words
from analysis.output.phrasing.summary import truncation_note
from analysis.output.worksheet.sheet import Sheet, SheetLine
from analysis.scoring.release import passed_over
from analysis.text.one_line import one_line
from analysis.text.words.normalised import as_read

if TYPE_CHECKING:
    from analysis.frames import Result

NOT_JUDGED = "not judged"
"""The view of a line that the model has not scored."""

MOST_UNSURE = 10
"""Most sentences that are named as those to look at for what the model missed."""


@dataclass(frozen=True)
class Word:
    """A loaded word or phrase as it is read, and a ``plainer`` wording, or empty."""

    text: str
    plainer: str


@dataclass(frozen=True)
class AnswerLine:
    """A line of the worksheet with the model's ``view`` of it in words and its ``band``, empty
    where it is not judged.

    ``runs`` are the pieces of the line and whether each is a loaded word; ``words`` are those
    words, each wording once; ``whose`` says whose words the line is.
    """

    line: SheetLine
    band: str
    view: str
    runs: tuple[tuple[str, bool], ...]
    words: tuple[Word, ...]
    whose: str


@dataclass(frozen=True)
class Answers:
    """An answer sheet: its ``lines``, the numbers (from 1) of the sentences to look at for what the
    model ``missed``, and what was ``measured`` of how much it misses, empty for a model of which
    nothing is measured. ``notes`` say what was not scored, or is not to be relied on, and what of
    the text could not be read."""

    lines: tuple[AnswerLine, ...]
    notes: tuple[str, ...]
    missed: tuple[int, ...]
    measured: str


def answers_of(result: Result, sheet: Sheet, notices: Sequence[str] = ()) -> Answers:
    """Return the answers to a worksheet that ``sheet_of`` made of the same result.

    ``notices`` are what is to be known of how complete the text is (``Article.notices``).
    """
    splitter = RunSplitter.of(result.text, result.spans, result.quotations, result.statements)
    words: dict[int, list[Word]] = {}
    for span in records(result.spans):
        word = Word(as_read(span["text"]), span["alternative"])
        if word not in words.setdefault(span["sentence"], []):
            words[span["sentence"]].append(word)
    rows = records(result.sentences)
    lines = []
    for line in sheet.lines:
        row = rows[line.number - 1]
        runs = splitter.runs(row["start"], row["end"])
        lines.append(_answer(line, row, runs, words.get(row["sentence"], [])))
    on_sheet = result.sentences[result.sentences["sentence"].isin(_numbers(sheet))]
    article = result.article.iloc[0]
    truncated = truncation_note(int(article["truncated_sentences"]))
    measured = passed_over(article["model"], article["model_version"])
    return Answers(
        lines=tuple(lines),
        notes=tuple(filter(None, (language_note(result), truncated, *map(one_line, notices)))),
        missed=tuple(sorted(n + 1 for n in likeliest_unflagged(on_sheet, MOST_UNSURE))),
        measured=passed_over_counts(measured) if measured else "",
    )


def _numbers(sheet: Sheet) -> list[int]:
    return [line.number - 1 for line in sheet.lines if line.marked]


def _answer(line: SheetLine, row: dict[str, Any], runs: list[Run], words: list[Word]) -> AnswerLine:
    judged = line.marked and row["loaded"] in BANDS
    return AnswerLine(
        line=line,
        band=row["loaded"] if judged else "",
        view=BAND_NAMES[row["loaded"]] if judged else NOT_JUDGED,
        runs=tuple((text, judged and bool(flags & WORD)) for text, flags in runs),
        words=tuple(words) if judged else (),
        whose=whose_words(row["voice"], row["speaker"]),
    )

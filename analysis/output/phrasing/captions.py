"""The caption of each chart: a title that states the finding, and a text alternative.

Pure functions from a frame to a ``Caption``. The strings are plain text and can contain words of
the article; code that shows them must escape them (``dashboard.escaping``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.frames import SENTIMENTS
from analysis.output.loaded_words import strongest_words
from analysis.output.phrasing.chart_descriptions import (
    loaded_words_description,
    mix_description,
    numbers_in,
    strip_description,
)
from analysis.output.phrasing.measures import GRADES, MEASURES, ease_level
from analysis.output.phrasing.numerals import counted, listed, percent

if TYPE_CHECKING:
    import pandas as pd

# Smallest difference of shares or tones that a caption reports: with the twenty or thirty sentences
# of an article, one sentence changes a share by 3 to 5 points.
_ALIKE = 0.1


@dataclass(frozen=True)
class Caption:
    """A chart's ``title``, and ``words`` that describe its content; both plain text."""

    title: str
    words: str


def strip_caption(sentences: pd.DataFrame) -> Caption:
    """Say in which part of the article the likely loaded sentences are."""
    peak = int(sentences["loaded_probability"].fillna(-1).to_numpy().argmax())
    words = (
        f"{strip_description(sentences)} The highest probability is "
        f"{percent(sentences['loaded_probability'].iloc[peak])}, in sentence {peak + 1}."
    )
    scored = int(sentences["loaded"].notna().sum())
    return Caption(_place(numbers_in(sentences, "loaded"), len(sentences), scored), words)


def _place(loaded: list[int], total: int, scored: int) -> str:
    if not loaded:
        return "No sentence is likely loaded"
    if len(loaded) == scored:
        return "Every sentence is likely loaded"
    if len(loaded) < 3 or total < 6:
        where = "sentence" if len(loaded) == 1 else "sentences"
        return f"Likely loaded: {where} {listed(loaded)}"
    thirds = [0, 0, 0]
    for number in loaded:
        thirds[min((number - 1) * 3 // total, 2)] += 1
    # A third of the article with three fifths of the loaded sentences has nearly twice its share.
    for count, where in zip(thirds, ("beginning", "middle", "end"), strict=True):
        if count >= 0.6 * len(loaded):
            return f"Most likely loaded sentences stand near the {where}"
    return "Likely loaded sentences are spread over the article"


def tone_caption(sentences: pd.DataFrame) -> Caption:
    """Say how the tone changes from the first third of the article to the last."""
    sentences = sentences[sentences["tone"].notna()]
    third = max(len(sentences) // 3, 1)
    first = float(sentences["tone"].iloc[:third].mean())
    last = float(sentences["tone"].iloc[-third:].mean())
    mean = float(sentences["tone"].mean())
    if last - first > 2 * _ALIKE:
        title = "The tone brightens towards the end"
    elif first - last > 2 * _ALIKE:
        title = "The tone darkens towards the end"
    else:
        title = f"The tone stays {_tone_word(mean)} throughout"
    counts = sentences["sentiment"].value_counts()
    words = (
        f"Tone runs from −1 (negative) to 1 (positive). Mean {_signed(mean)}; first third "
        f"{_signed(first)}, last third {_signed(last)}. "
        + ", ".join(f"{counts.get(name, 0)} {name}" for name in SENTIMENTS)
        + f" of {counted(len(sentences), 'sentence')}."
    )
    return Caption(title, words)


def _tone_word(tone: float) -> str:
    if tone < -0.5:
        return "negative"
    if tone < -0.15:
        return "rather negative"
    if tone > 0.5:
        return "positive"
    return "rather positive" if tone > 0.15 else "near neutral"


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def mix_caption(mix: pd.DataFrame) -> Caption:
    """Say whether the outlet's own voice is more negative than what it quotes.

    ``mix`` is what ``analysis.output.sentence_counts.voice_mix`` returns.
    """
    counts = dict(zip(mix["voice"].tolist(), mix["sentences"].tolist(), strict=True))
    return Caption(_mix_title(counts, mix["negative"].tolist()), mix_description(mix))


def _mix_title(counts: dict[str, int], negative: list[float]) -> str:
    """Return the title for sentences and negative shares by voice, both in the same order."""
    shares = dict(zip(counts, negative, strict=True))
    own = shares.pop("outlet", None)
    if own is None:
        return "All of it is quoted, wholly or partly"
    if not shares:
        return f"Nothing is quoted; {percent(own)} of sentences are negative"
    total = sum(counts[voice] for voice in shares)
    quoted = sum(share * counts[voice] for voice, share in shares.items()) / total
    if own - quoted > _ALIKE:
        return "The outlet's own voice is more negative than its quotations"
    if quoted - own > _ALIKE:
        return "The quotations are more negative than the outlet's own voice"
    return "The outlet's own voice and its quotations are about equally negative"


def words_caption(words: pd.DataFrame, limit: int = 8) -> Caption:
    """Say which loaded words have the largest effect; describe the first ``limit``.

    ``words`` is what ``analysis.output.loaded_words.loaded_words`` returns.
    """
    shown = strongest_words(words, limit)
    if shown.empty:
        title = f"{counted(len(words), 'loaded word')}, none of which weighs much by itself"
        return Caption(title, "No word lowers its sentence's probability by a point when hidden.")
    strongest = [f"“{word}”" for word in shown.index[:2]]
    verb = "weighs" if len(strongest) == 1 else "weigh"
    return Caption(
        f"{' and '.join(strongest)} {verb} most",
        "How many percentage points the sentence's loaded probability falls when the word is "
        f"hidden from the model: {loaded_words_description(shown)}",
    )


def paragraph_caption(paragraphs: pd.DataFrame) -> Caption:
    """Say which paragraph holds the most likely loaded sentences.

    ``paragraphs`` is what ``analysis.output.sentence_counts.paragraph_bands`` returns.
    """
    places = (paragraphs["paragraph"] + 1).tolist()
    loaded = paragraphs["loaded"].tolist()
    sentences = paragraphs["sentences"].tolist()
    most = max(loaded)
    top = [place for place, count in zip(places, loaded, strict=True) if count == most]
    if most == 0:
        title = "No paragraph holds a likely loaded sentence"
    elif len(places) == 1:
        title = "The article is one paragraph"
    elif len(top) == 1:
        title = f"Paragraph {top[0]} holds {most} of {sum(loaded)} likely loaded sentences"
    elif most == 1:
        title = "No paragraph holds more than one likely loaded sentence"
    else:
        title = f"Paragraphs {listed(top)} hold {most} likely loaded sentences each"
    words = "; ".join(
        f"paragraph {place}: {count} of {of}"
        for place, count, of in zip(places, loaded, sentences, strict=True)
        if count
    )
    return Caption(title, f"Likely loaded sentences by paragraph – {words or 'none'}.")


def readability_caption(article: pd.DataFrame) -> Caption:
    """Say which of Flesch's levels the article has, and give every measure.

    ``article`` is the article frame.
    """
    row = article.iloc[0]
    ease = float(row["flesch_reading_ease"])
    if ease == ease:
        level = ease_level(ease)
        title = f"Reads as {level.name}, like {level.example}"
        words = f"Flesch Reading Ease {ease:.0f} of 100. "
    else:
        title = "Too short to say how easily it reads"
        words = ""
    grades = "; ".join(
        f"{MEASURES[name].short} "
        + (f"{row[name]:.1f}" if row[name] == row[name] else "cannot say")
        for name in GRADES
    )
    return Caption(title, f"{words}In US school years: {grades}.")

"""The caption of each chart: a title that states the finding, and a text alternative.

A title states a conclusion only from ``LEAST`` sentences on and where an interval supports it
(``analysis.intervals``); otherwise it counts.

Pure functions from a frame to a ``Caption``. The strings are plain text and can contain words of
the article; code that shows them must escape them (``dashboard.escaping``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from analysis.frames import TONE_LABELS, UNCLEAR
from analysis.intervals import mean_difference, share_difference, share_interval
from analysis.output.loaded_words import OWN, QUOTED, strongest_words
from analysis.output.phrasing.chart_descriptions import (
    loaded_words_description,
    mix_description,
    numbers_in,
    strip_description,
)
from analysis.output.phrasing.measures import GRADES, MEASURES, ease_level, has_ease_level
from analysis.output.phrasing.numerals import counted, listed, percent

if TYPE_CHECKING:
    import pandas as pd

LEAST = 5
"""Fewest sentences, a side of a comparison or in all, that a title draws a conclusion from. Of
fewer it says which they are, or that they are too few to compare."""

# Smallest difference of shares or tones that a title states, however sure it is.
_ALIKE = 0.1


@dataclass(frozen=True)
class Caption:
    """A chart's ``title``, and ``words`` that describe its content; both plain text."""

    title: str
    words: str


def strip_caption(sentences: pd.DataFrame) -> Caption:
    """Say which sentences are likely loaded or, of many, in which part of the article."""
    words = strip_description(sentences)
    scored = sentences.loc[sentences["loaded"].notna(), "sentence"] + 1
    if len(scored):
        peak = int(sentences["loaded_probability"].fillna(-1).to_numpy().argmax())
        words += (
            f" The highest probability is {percent(sentences['loaded_probability'].iloc[peak])}, "
            f"in sentence {sentences['sentence'].iloc[peak] + 1}."
        )
    return Caption(_place(numbers_in(sentences, "loaded"), scored.tolist()), words)


def _place(loaded: list[int], scored: list[int]) -> str:
    """Return the title for the numbers of the loaded sentences among those of all scored ones."""
    if not scored:
        return "No sentence was scored"
    if not loaded:
        return "No sentence is likely loaded"
    if len(scored) == 1:
        return "The only sentence is likely loaded"
    if len(loaded) == len(scored):
        return "Every sentence is likely loaded"
    if len(loaded) < LEAST:
        where = "sentence" if len(loaded) == 1 else "sentences"
        return f"Likely loaded: {where} {listed(loaded)}"
    places = {number: place for place, number in enumerate(scored)}
    thirds = [0, 0, 0]
    for number in loaded:
        thirds[places[number] * 3 // len(scored)] += 1
    for count, where in zip(thirds, ("beginning", "middle", "end"), strict=True):
        # By chance a third of the article would hold a third of them.
        if share_interval(count, len(loaded))[0] > 1 / 3:
            return f"Likely loaded sentences stand mostly near the {where}"
    spread = ", in every part of the article" if all(thirds) else ""
    return f"Likely loaded: {len(loaded):,} of {counted(len(scored), 'sentence')}{spread}"


def tone_caption(sentences: pd.DataFrame) -> Caption:
    """Say how many sentences are clearly negative and positive, and, where there are enough
    sentences to tell, that the tone changes from the first third of the article to the last."""
    sentences = sentences[sentences["tone"].notna()]
    third = max(len(sentences) // 3, 1)
    tones = sentences["tone"].tolist()
    first, last = tones[:third], tones[-third:]
    counts = Counter(sentences["tone_label"])
    title = _trend(first, last) or _tones(counts, len(sentences))
    words = "Tone runs from −1 (negative) to 1 (positive). "
    if tones:
        words += f"Mean {_signed(fmean(tones))}"
        if len(tones) >= 3:
            words += f"; first third {_signed(fmean(first))}, last third {_signed(fmean(last))}"
        words += ". "
    words += ", ".join(f"{counts[label]} {label}" for label in TONE_LABELS)
    return Caption(title, f"{words}; {counted(len(sentences), 'sentence')} in all.")


def _trend(first: list[float], last: list[float]) -> str:
    """Return the title for a change between two parts of the article; empty if none is sure."""
    if len(first) < LEAST:
        return ""
    low, high = mean_difference(last, first)
    change = fmean(last) - fmean(first)
    if low > 0 and change > 2 * _ALIKE:
        return "The tone brightens towards the end"
    if high < 0 and change < -2 * _ALIKE:
        return "The tone darkens towards the end"
    return ""


def _tones(counts: Mapping[str, int], total: int) -> str:
    """Return the title that counts the sentences of clear tone."""
    if not total:
        return "No sentence was scored"
    if total == 1:
        (label,) = (label for label in TONE_LABELS if counts[label])
        if label == UNCLEAR:
            return "The tone of the only sentence is unclear"
        return f"The only sentence is {label} in tone"
    negative, positive = counts["negative"], counts["positive"]
    if not negative and not positive:
        return "No sentence is clearly negative or positive"
    first, other = ("negative", "positive") if negative else ("positive", "negative")
    count = counts[first]
    rest = f"{counts[other]:,} clearly {other}" if counts[other] else f"none {other}"
    return (
        f"{count:,} of {counted(total, 'sentence')} {'is' if count == 1 else 'are'} clearly "
        f"{first}, {rest}"
    )


def _signed(value: float) -> str:
    return _minus(f"{value:+.2f}")


def _minus(figure: str) -> str:
    return figure.replace("-", "−")


def mix_caption(mix: pd.DataFrame) -> Caption:
    """Say whether the outlet's own voice is more negative than what it quotes and reports, if there
    are enough sentences to tell.

    ``mix`` is what ``analysis.output.sentence_counts.voice_mix`` returns.
    """
    negative = {
        row["voice"]: (round(row["negative"] * row["sentences"]), row["sentences"])
        for row in mix.to_dict("records")
    }
    return Caption(_mix_title(negative), mix_description(mix))


def _mix_title(negative: dict[str, tuple[int, int]]) -> str:
    """Return the title for the voices' counts of clearly negative sentences and of all."""
    if not negative:
        return "No sentence was scored"
    own = negative.pop("outlet", None)
    if own is None:
        return "All of it has words of others"
    if not negative:
        if own[1] == 1:
            return "Nothing is quoted or reported"
        verb = "is" if own[0] == 1 else "are"
        return (
            f"Nothing is quoted or reported; {own[0]:,} of {counted(own[1], 'sentence')} {verb} "
            "clearly negative"
        )
    counts, totals = zip(*negative.values(), strict=True)
    others = (sum(counts), sum(totals))
    if min(own[1], others[1]) < LEAST:
        return (
            f"Too few to compare: {counted(own[1], 'sentence')} in the outlet's own voice, "
            f"{others[1]:,} with words of others"
        )
    low, high = share_difference(own, others)
    difference = own[0] / own[1] - others[0] / others[1]
    if low > 0 and difference > _ALIKE:
        return "The outlet's own voice is more negative than what it quotes and reports"
    if high < 0 and difference < -_ALIKE:
        return "What is quoted and reported is more negative than the outlet's own voice"
    return "No sure difference in tone between the outlet's own voice and the words of others"


def words_caption(words: pd.DataFrame) -> Caption:
    """Say which loaded words have the largest effect, the outlet's own apart from those of others.

    ``words`` is what ``analysis.output.loaded_words.loaded_words`` returns.
    """
    shown = strongest_words(words)
    if shown.empty:
        title = f"{counted(len(words), 'loaded word')}, none of which weighs much by itself"
        return Caption(title, "No word lowers its sentence's probability by a point when hidden.")
    groups = {voice: shown[shown["voice"] == voice] for voice in (OWN, QUOTED)}
    own, quoted = (group.index.tolist() for group in groups.values())
    if not own:
        words_are = "word that weighs most is" if len(quoted) == 1 else "words that weigh most are"
        title = f"{_first_two(quoted)}: the loaded {words_are} somebody else's"
    else:
        title = f"{_first_two(own)} {'weighs' if len(own) == 1 else 'weigh'} most"
        if (words["voice"] == QUOTED).any():
            title += " in the outlet's own words"
    said = " ".join(
        f"{name}: {loaded_words_description(group)}"
        for name, group in zip(("Own voice", "Words of others"), groups.values(), strict=True)
        if len(group)
    )
    return Caption(
        title,
        "How many percentage points the sentence's loaded probability falls when the word is "
        f"hidden from the model. {said}",
    )


def _first_two(words: list[str]) -> str:
    return " and ".join(f"“{word}”" for word in words[:2])


def paragraph_caption(paragraphs: pd.DataFrame) -> Caption:
    """Say which paragraph holds the most likely loaded sentences; of few of them, where they are.

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
        title = "All sentences are in one paragraph"
    elif sum(loaded) < LEAST:
        holding = [place for place, count in zip(places, loaded, strict=True) if count]
        where = "paragraph" if len(holding) == 1 else "paragraphs"
        title = f"Likely loaded sentences: {where} {listed(holding)}"
    elif len(top) == 1:
        title = f"Paragraph {top[0]} holds {most} of {sum(loaded)} likely loaded sentences"
    elif most == 1:
        title = "No paragraph holds more than one likely loaded sentence"
    else:
        title = f"Paragraphs {listed(top)} hold {most} likely loaded sentences each"
    words = "; ".join(
        f"paragraph {place}: {f'{count} of {of}' if of > 1 else 'its only one'}"
        for place, count, of in zip(places, loaded, sentences, strict=True)
        if count
    )
    return Caption(title, f"Likely loaded sentences by paragraph – {words or 'none'}.")


def readability_caption(article: pd.DataFrame) -> Caption:
    """Say which of Flesch's levels the article has, if it is long enough, and give every measure.

    ``article`` is the article frame.
    """
    row = article.iloc[0]
    ease = float(row["flesch_reading_ease"])
    title = "Too short to say how easily it reads"
    if has_ease_level(ease, int(row["words"])):
        level = ease_level(ease)
        title = f"Reads as {level.name}, like {level.example}"
    words = ""
    if ease == ease:
        words = f"Flesch Reading Ease {_minus(f'{ease:.0f}')}, where most texts have 0 to 100. "
    grades = "; ".join(
        f"{MEASURES[name].short} "
        + (_minus(f"{row[name]:.1f}") if row[name] == row[name] else "cannot say")
        for name in GRADES
    )
    return Caption(title, f"{words}In US school years: {grades}.")

"""The How it works page: for readers, what the marks mean and what they miss; folded below it, what
was measured, the model’s card and how to cite it.

All figures come from the files that ``python -m models.evaluate`` writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from analysis.errors import MeasurementsUnavailable
from analysis.output.phrasing.loaded_language import MEANING
from analysis.output.phrasing.numerals import counted
from dashboard.charts.palette import palette
from dashboard.model.bands import BandCount, band_counts, judged_words
from dashboard.model.examples import NEGATIVE_AND_PLAIN, examples_html
from dashboard.model.facts import model_facts
from dashboard.panels.measurements import measurements

BANDS = """
- **■ Likely loaded**: the model is fairly sure that readers would call it loaded.
- **▨ Uncertain**: it cannot tell, and people often disagree as well. Your own reading counts for
  more.
- **□ Not loaded**: it finds nothing in the wording. That does not make the sentence true or fair.
"""
NOT_SEEN = """
- **What is left out.** An article can mislead by omission, by what it puts first, or by whom it
  asks. None of that is in a sentence’s wording.
- **Whether it is true.** A calm sentence can be false and a furious one right.
- **Irony.** It is mostly taken at its word.
- **Which side.** There is no verdict of left or right, and no score for an outlet: twenty
  sentences of one article cannot carry one.
"""
TONE_AND_VOICE = f"""
- **Tone** is whether a sentence sounds ▼ negative or ▲ positive, which is another matter than
  loaded: “{NEGATIVE_AND_PLAIN.rstrip(".")}” is negative, and plainly worded. Where the model is
  not sure enough, the page says “tone unclear”.
- **Own voice and others’.** What somebody says or thinks is theirs, in quotation marks (“a farce”,
  said the minister) or only reported (the minister called the vote a farce), so it is counted
  apart from the outlet’s own words, and each statement is judged by itself, as if it stood alone.
  A few words in marks that nobody is said to have said are the outlet’s.
- **Who speaks** is found by a second model. Without quotation marks it is harder to tell whose
  words they are, and sometimes it is told wrongly; what is overlooked counts as the outlet’s.
"""


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="How it works · Slant")
    st.html(Path(__file__).parents[1] / "assets" / "how_it_works.css")
    theme = st.context.theme.type or "light"
    with st.container(key="prose"):
        st.title("How it works", anchor=False)
        st.markdown(
            "A small language model, trained on sentences that people had judged, reads each "
            "sentence by itself. It gives a probability that readers would call the wording "
            "loaded, and names the words that make the difference."
        )
        st.header("What “loaded” means", anchor=False)
        st.markdown(f"{MEANING} Two examples, worded so and plainly:")
        st.html(examples_html())
        try:
            facts = model_facts()
        except MeasurementsUnavailable as error:
            st.error(str(error), icon=":material/error:")
            return
        counts = band_counts(facts.metrics["bands"])
        _bands(counts, theme)
        if judged := judged_words(facts.metrics.get("judged_bands")):
            st.markdown(judged)
        st.header("What it misses", anchor=False)
        passed_over = facts.metrics.get("passed_over")
        st.markdown(f"- {missed(counts, passed_over)}\n{NOT_SEEN.lstrip()}")
        if alarms := false_alarms(facts.metrics.get("vivid")):
            st.markdown(alarms)
        st.header("Tone, and whose words", anchor=False)
        st.markdown(TONE_AND_VOICE)
        st.header("The figures, the model card, how to cite", anchor=False)
        with st.container(gap="xsmall", key="measurements"):
            measurements(facts, theme)


def _bands(counts: Sequence[BandCount], theme: str) -> None:
    from dashboard.charts.bands_held_out import bands_held_out

    st.header("What the page says of a sentence", anchor=False)
    st.markdown(BANDS)
    total = sum(count.sentences for count in counts)
    st.markdown(
        f"So it went with {counted(total, 'sentence')} that it was not trained on, and on which "
        "at least four of five people agreed (crossed out: where these disagreed with the model):"
    )
    st.plotly_chart(
        bands_held_out(counts, palette(theme)),
        key="bands",
        theme=None,
        config={"displayModeBar": False},
        alt="; ".join(count.words for count in counts),
    )


def missed(counts: Sequence[BandCount], passed_over: Mapping[str, Any] | None) -> str:
    """Return, as Markdown, how many loaded sentences it passes over.

    ``counts`` are those of the chart; ``passed_over`` is the measurement of that name on whole
    articles, None where the release has none.
    """
    of = {count.band: count for count in counts}
    said = (
        f"**Some loaded sentences.** Of the {of['not loaded'].sentences:,} above that it called "
        f"not loaded, {of['not loaded'].wrong:,} were loaded to people."
    )
    if not passed_over:
        return said
    flagged, unsure, lost = (
        f"{passed_over[band]['rows']:,}" for band in ("loaded", "uncertain", "not loaded")
    )
    return (
        f"{said} In {counted(passed_over['articles'], 'whole article')} a close reader called "
        f"{counted(passed_over['rows'], 'sentence')} clearly loaded: it flags {flagged} of them, "
        f"is unsure of {unsure} and misses {lost}."
    )


def false_alarms(vivid: Mapping[str, Any] | None) -> str:
    """Return, as Markdown, how often plain sentences in vivid words are flagged.

    ``vivid`` is the measurement of that name; empty where the release has none of new desks.
    """
    held_out = (vivid or {}).get("held_out")
    if not held_out:
        return ""
    flagged = sum(held_out["desks"].values())
    return (
        "It also flags some sentences that take no side: idioms and terms of a trade. Of "
        f"{counted(held_out['rows'], 'plain sentence')} that we wrote in the manner of "
        f"{counted(len(held_out['desks']), 'desk')} it was not trained on (sport, law, food and "
        f"others), it called {flagged:,} likely loaded."
    )


if __name__ == "__main__":
    main()

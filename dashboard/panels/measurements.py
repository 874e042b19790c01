"""What was measured about the model, for those who check: the folds of the How it works page.

All figures come from the files that ``python -m models.evaluate`` writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.errors import MeasurementsUnavailable
from analysis.output.phrasing.numerals import counted, percent
from analysis.version import versions
from dashboard.charts.palette import palette
from dashboard.escaping import for_markdown
from dashboard.model.card import model_card

if TYPE_CHECKING:
    from analysis.scoring.release import ReleaseFacts

NOT_MEASURED = "This was not measured for this release."


def measurements(facts: ReleaseFacts, theme: str) -> None:
    """Draw the folds, all closed: measurements, the cards of both models, licences, how to cite.

    ``theme`` is ``light`` or ``dark``.
    """
    metrics = facts.metrics
    with st.expander("How well it does, beside simpler ways"):
        _scores(metrics, theme)
    with st.expander("How well one person would do"):
        _people(metrics)
    with st.expander("Whether its probabilities can be taken at face value"):
        _calibration(metrics, theme)
    with st.expander("Whether the words it names are its reasons"):
        _reasons(metrics)
    with st.expander("Does it treat names alike?"):
        _names(metrics, theme)
    with st.expander("How well it finds names, and who says what"):
        voices = _voices()
    with st.expander("Model card, with every figure"), st.container(key="card-of-model"):
        model_card(facts.card)
    if voices is not None:
        title = "Card of the model that finds names and who says what"
        with st.expander(title), st.container(key="card-of-voices"):
            model_card(voices.card)
    with st.expander("Licences"):
        _licences()
    with st.expander("How to cite"):
        _citation(metrics)


def _scores(metrics: dict[str, Any], theme: str) -> None:
    from dashboard.charts.model_scores import scores

    st.markdown(
        f"{versions(metrics['model'], metrics['version'])}, measured {metrics['evaluated']} on "
        f"sentences it was not trained on. Bars: {metrics['interval']}. The model "
        "card has every figure."
    )
    st.plotly_chart(
        scores(metrics["table"], palette(theme)),
        key="scores",
        theme=None,
        config={"displayModeBar": False},
        alt="Scores of the model and of three baselines on each test; the model card has them",
    )


def _measured(metrics: Mapping[str, Any], name: str) -> Any:
    """Return a measurement, or None after saying that there is none."""
    measured = metrics.get(name)
    if measured is None:
        st.markdown(NOT_MEASURED)
    return measured


def _people(metrics: dict[str, Any]) -> None:
    measured = _measured(metrics, "annotators")
    if measured is None:
        return
    of = {
        row["task"]: {who: f"{found['value']:.2f}" for who, found in row["scores"].items()}
        for row in measured
    }
    sentences = of["loaded sentences, against the other four"]
    words = of["loaded words, against the other four"]
    st.markdown(
        "Five people read each sentence of BABE, the set that taught Slant most about loaded "
        "wording, and they often differ. One of them, held against the other four, gets a "
        f"macro-F1 of {sentences['annotator']} for loaded sentences (1 would be full agreement) "
        f"and a word F1 of {words['annotator']} for the words. Slant, held against the same four "
        "on articles it never saw, gets "
        f"{sentences['slant']} and {words['slant']}. So take what it says as one more careful "
        "reader’s opinion, not as the answer."
    )


def _calibration(metrics: dict[str, Any], theme: str) -> None:
    from dashboard.charts.model_scores import reliability

    st.markdown(
        "If a model says 80% a hundred times, it should be right about eighty times: then its "
        "points lie on the dotted line. The larger the point, the more sentences it stands for."
    )
    names = {"loaded": "Loaded language", "sentiment": "Sentiment"}
    for place, (name, title) in zip(st.columns(2), names.items(), strict=True):
        measured = metrics["calibration"][name]
        with place:
            st.subheader(title, anchor=False)
            st.plotly_chart(
                reliability(measured["bins"], palette(theme)),
                key=f"reliability-{name}",
                theme=None,
                config={"displayModeBar": False},
                alt=f"{title}: probability given against the share that was so",
            )
            st.caption(calibration_words(metrics["calibration"], name))


def calibration_words(measured: Mapping[str, Any], head: str) -> str:
    """Say how far a head's probabilities are off, and which way, on each set it was tried on.

    Args:
        measured: ``metrics["calibration"]``; the chart shows its row ``head``, others of the
            same head are called ``head_…``.
        head: ``loaded`` or ``sentiment``.

    Returns:
        Markdown, a paragraph a set, the one in the chart first.
    """
    paragraphs: list[str] = []
    for row in (row for key, row in measured.items() if key.partition("_")[0] == head):
        bins, rows = row["bins"], row["rows"]
        said, so = (
            percent(sum(bin_["rows"] * bin_[what] for bin_ in bins) / rows)
            for what in ("confidence", "correct")
        )
        of = f"{for_markdown(row['rows_of'].partition(';')[0])}, {counted(rows, 'sentence')}"
        off = counted(round(row["ece"] * 100), "point")
        if not paragraphs:
            of = f"This is {of}"
            off += " off the line on average (expected calibration error, 10 bins)"
        paragraphs.append(f"{of}: {off}. It said {said}, and {so} were so.")
    return "\n\n".join(paragraphs)


def _reasons(metrics: dict[str, Any]) -> None:
    found = _measured(metrics, "faithfulness")
    if found is None:
        return
    without = found["without_words"]
    st.markdown(
        f"Of {found['flagged']:,} held-out sentences that it called likely loaded or uncertain, "
        f"it named loaded words in {found['flagged'] - without:,}. In {found['sentences']:,} of "
        "those the words it named were hidden from it, and then as many others, chosen at random. "
        f"In {round(found['share'] * found['sentences']):,} the probability fell further without "
        f"the named words: by {found['fall_named'] * 100:.0f} points on average, and by "
        f"{found['fall_random'] * 100:.0f} without the others. So they are what it goes by. "
        "Whether they are what people would point at is another question; the scores above have "
        "the answer as word F1."
    )


def _names(metrics: dict[str, Any], theme: str) -> None:
    from dashboard.charts.model_scores import name_gaps
    from dashboard.model.names_alike import SCORES, alternative, finding, real_sentences, swapped

    measured = _measured(metrics, "invariance")
    if measured is None:
        return
    st.markdown(
        f"{measured['names']:,} names were put into the same plain sentences, such as “… will "
        f"hold a meeting with local officials on Tuesday”: {measured['sentences']:,} sentences "
        "in all. Only the name changes, so the scores should not. Each name has its average, and "
        "for each kind of name the chart shows the difference between the highest and the lowest; "
        f"the aim is {measured['aim']} at most. Loaded probability runs from 0 to 1, tone from −1 "
        "(negative) to 1 (positive)."
    )
    st.plotly_chart(
        name_gaps(measured, palette(theme)),
        key="name-gaps",
        theme=None,
        config={"displayModeBar": False},
        alt=alternative(measured),
    )
    said = [*(finding(measured, score) for score in SCORES), swapped(measured)]
    for words in (*said, real_sentences(metrics.get("steady", []))):
        if words:
            st.markdown(f"- {for_markdown(words)}")
    st.markdown(
        "So where two sentences differ in little but a name, take no meaning from a difference "
        "up to these gaps. Some names hold an English word, and the model reads that too. The "
        "model card has the figures for groups of names, women’s against men’s names among them."
    )


def _voices() -> ReleaseFacts | None:
    """Draw what was measured of the second model, and return it; without it, say so."""
    from dashboard.model.facts import voices_facts
    from dashboard.model.voices_measured import measured_words

    try:
        facts = voices_facts()
    except MeasurementsUnavailable as error:
        st.error(str(error), icon=":material/error:")
        return None
    metrics = facts.metrics
    st.markdown(
        "A second model finds the names in an article, and who says or thinks what. "
        f"{versions(metrics['model'], metrics['version'])}, measured {metrics['evaluated']} on "
        "texts it was not trained on:"
    )
    for words in measured_words(metrics):
        st.markdown(words)
    return facts


def _licences() -> None:
    st.markdown(
        "The code of Slant is under the Apache License 2.0: use it, change it and pass it on, "
        "commercially too, with the licence and its notices. The model’s weights are under the "
        "same licence as far as they are ours to license.\n\n"
        "They were trained on sets that others made. The table “Trained on” in the model card "
        "names each set and the licence that its publishers state. None of their text is "
        "included. Whether a training set’s conditions reach the weights is not settled "
        "everywhere; where a set states no licence, nobody can promise you that they do not. If "
        "you need a cleared chain of rights, train the model again without those sets: "
        "`models/training/README.md` says how."
    )


def _citation(metrics: dict[str, Any]) -> None:
    from dashboard.model.citation import bibtex, citation

    st.code(citation(metrics), language=None, wrap_lines=True)
    st.markdown("The same as BibTeX:")
    st.code(bibtex(metrics), language=None, wrap_lines=True)

"""The head of the Compare page: which articles are compared, and what they are to each other."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from analysis.comparison.frames import letter
from analysis.output.comparison.about import About, ArticleName, article_names
from analysis.output.phrasing.comparison.whole import notes, summary
from dashboard.escaping import for_markdown
from dashboard.panels.origin import event_name
from dashboard.session.address import address_of
from dashboard.session.comparing.compared import Compared
from dashboard.session.open_article import OpenArticle
from dashboard.session.opening import samples

READ = "dashboard/pages/read.py"
HOW_OFTEN = {2: "told twice", 3: "told three times", 4: "told four times", 5: "told five times"}
HOW_MANY = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}


def known(compared: Compared) -> list[About]:
    """Return what is known of each article beside its text."""
    return [_about(article) for article in compared.articles]


def names(compared: Compared) -> list[ArticleName]:
    """Return how the articles are named, in their order."""
    return article_names(compared.comparison, known(compared))


def title(compared: Compared) -> str:
    """Return the page's heading: ``Bus fares, told twice``, or how many articles there are."""
    count = len(compared.articles)
    found = {article.sample and samples()[article.sample].event for article in compared.articles}
    if len(found) == 1 and (event := found.pop()):
        return f"{event_name(event)}, {HOW_OFTEN[count]}"
    return f"{HOW_MANY[count]} articles side by side"


def heading(compared: Compared) -> None:
    """Draw the title, a line for each article with a link to it on the Read page, what is to be
    said of the articles as a whole, and how many facts they share."""
    with st.container(key="heading", gap="xsmall"):
        st.title(for_markdown(title(compared)), anchor=False)
        with st.container(key="compared-articles", gap=None):
            for place, (article, name) in enumerate(
                zip(compared.articles, names(compared), strict=True)
            ):
                _article_line(place, article, name)
        for number, note in enumerate(notes(compared.comparison)):
            with st.container(key=f"note-{number}"):
                st.warning(for_markdown(note), icon=":material/difference:")
        with st.container(key="summary"):
            st.markdown(for_markdown(summary(compared.comparison)))


def _article_line(place: int, article: OpenArticle, name: ArticleName) -> None:
    words = int(article.result.article["words"].iloc[0])
    detail = f"{name.detail}, " if name.detail else ""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"article-{letter(place)}"
    ):
        st.markdown(
            f"**{letter(place)}** {for_markdown(name.title)} "
            f":small[{for_markdown(f'{detail}{words:,} words')}]",
            width="content",
        )
        st.page_link(
            READ,
            label=f"Read {letter(place)} on its own",
            icon=":material/article:",
            query_params=address_of(article, None),
        )


def _about(article: OpenArticle) -> About:
    notices = article.article.notices
    if article.sample:
        sample = samples()[article.sample]
        return About(sample.outlet, sample.date, invented=True, notices=notices)
    # The host of a web address stands for an outlet that nothing else names.
    host = _host(article.article.url or "")
    return About(host, article.article.date or "", notices=notices)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

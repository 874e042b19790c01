"""Own texts that the browser gives back: only what has the form in which it was given."""

from dataclasses import asdict
from typing import Any

import pytest
import streamlit as st

from analysis import Article
from dashboard.components.kept_text import KEY, Kept, given_back

ARTICLE = Article(
    "On Monday Ana Pell wrote:\n\nYou lied.",
    "A title",
    None,
    "2021-05-04",
    None,
    "html",
    quoted=((27, 36),),
    notices=("Page 2 could not be read.",),
)


@pytest.fixture(autouse=True)
def _own_session():
    """Leave no session behind for the tests that follow."""
    yield
    st.session_state.clear()


def answer(kept: Any, number: Any = 3) -> Kept | bool:
    """Return what is made of an answer of the browser, which comes as JSON."""
    st.session_state[KEY] = {
        "found": [{"number": 9, "kept": None}, {"number": number, "kept": kept}]
    }
    return given_back(3)


def content(**other: Any) -> dict[str, Any]:
    article = asdict(ARTICLE) | {"quoted": [[27, 36]], "notices": list(ARTICLE.notices)}
    return {"article": article, "source": "letter.html", "any_language": False} | other


def test_before_the_answer_there_is_nothing_to_say():
    assert given_back(3) is False
    assert answer(content(), number=2) is False
    for unlike in ({"number": 3}, [3], "3"):
        st.session_state[KEY] = {"found": unlike}
        assert given_back(3) is False


def test_the_text_comes_back_as_it_was():
    assert answer(content()) == Kept(ARTICLE, "letter.html", any_language=False)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        "text",
        content(article=None),
        content(source=3),
        content(article=asdict(ARTICLE) | {"text": 1}),
        content(article={"text": "Hello."}),
        content(article=asdict(ARTICLE) | {"quoted": [[5, 999]], "notices": []}),
        content(article=asdict(ARTICLE) | {"quoted": [[9, 5]], "notices": []}),
        content(article=asdict(ARTICLE) | {"quoted": [["1", 2]], "notices": []}),
        content(article=asdict(ARTICLE) | {"quoted": [], "notices": [3]}),
    ],
)
def test_anything_else_counts_as_not_kept(kept):
    assert answer(kept) is True

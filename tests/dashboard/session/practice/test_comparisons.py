"""Comparisons are given back to the component that is no longer on the page, the last few."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from dashboard.session.practice.comparisons import MOST


def page() -> None:
    import streamlit as st

    from dashboard.session.practice.comparisons import (
        comparisons_made,
        forget_comparison,
        give_back,
        keep_comparison,
    )

    for text in st.session_state["compared"]:
        st.session_state["c"] = {"committed": {"marks": [text]}}
        keep_comparison(text, "c")
    del st.session_state["c"]
    for text in st.session_state["forgotten"]:
        forget_comparison(text)
    give_back(st.session_state["back"], "c")
    given = st.session_state.get("c")
    st.text(str(given["committed"]["marks"][0]) if given else "nothing")
    st.text(str(comparisons_made()))


def told(compared: list[str], back: str, forgotten: tuple[str, ...] = ()) -> list[str]:
    app = AppTest.from_function(page)
    for name, value in {"compared": compared, "back": back, "forgotten": forgotten}.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception
    return [one.value for one in app.text]


def test_each_text_has_its_own() -> None:
    assert told(["one", "two"], "one") == ["one", "2"]
    assert told(["one", "two"], "three") == ["nothing", "2"]


def test_only_the_last_are_kept() -> None:
    names = [f"text {number}" for number in range(MOST + 1)]
    assert told(names, names[0])[0] == "nothing"
    assert told(names, names[1])[0] == names[1]
    # One that is compared again is the last.
    assert told([*names[:MOST], names[0], names[MOST]], names[0])[0] == names[0]


def test_a_run_of_the_same_comparison_is_not_another_one() -> None:
    assert told(["one", "one", "one"], "one") == ["one", "1"]


def test_one_that_is_chosen_anew_is_forgotten() -> None:
    assert told(["one"], "one", ("one", "two")) == ["nothing", "1"]

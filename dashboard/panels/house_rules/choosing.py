"""Which house rules are in use, and the place to load some for this visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing import rules as said
from dashboard.escaping import for_markdown
from dashboard.session.house_rules import (
    LARGEST_FILE,
    dismiss_trouble,
    load_rules,
    remove_rules,
    use_examples,
)

if TYPE_CHECKING:
    from dashboard.session.house_rules import RulesInUse

ABOUT = (
    "What your house’s style guide asks to avoid or to look at twice, marked in the text beside "
    "what the model finds."
)
VISIT = "Kept for this visit, in this server’s memory alone; a reload of the page forgets them."
SERVED = "This server’s rules: whoever runs it sets them."


def house_rules_place(used: RulesInUse) -> None:
    """Draw a fold that says which rules are in use, or offers to load some."""
    # Another key for other rules: a new one folds the place again, while trouble leaves it open.
    digest = used.rules.digest[:12] if used.rules else "none"
    label = "Which rules" if used.rules else said.TITLE
    with st.expander(
        label, expanded=bool(used.trouble), key=f"house-rules-place-{digest}", type="compact"
    ):
        _trouble(used.trouble)
        if used.refused:
            st.button("Dismiss", key="dismiss-rules-trouble", on_click=dismiss_trouble)
        if used.rules is None:
            st.caption(ABOUT)
        else:
            st.text(_in_use(used))
        if used.origin == "server":
            st.caption(SERVED)
            return
        if used.rules is not None:
            st.button("Remove", key="remove-rules", on_click=remove_rules)
        _upload()
        with st.container(horizontal=True, gap="xsmall"):
            if used.origin != "examples":
                st.button("Use the example rules", key="example-rules", on_click=use_examples)
            st.download_button(
                "Example rules, CSV",
                _example_file,
                file_name="house-rules.csv",
                mime="text/csv",
                on_click="ignore",
                key="download-rules",
                help="A file to begin with: one rule a line",
            )
        st.caption(VISIT)


def _in_use(used: RulesInUse) -> str:
    """Return which rules are in use: ``style.csv: 20 live rules and 2 drafts``, and what drafts
    do."""
    assert used.rules is not None
    live = len(used.rules.live.rules)
    drafts = len(used.rules.rules) - live
    line = said.rules_line(used.rules.name, live, drafts)
    return f"{line}. {said.DRAFTS}" if drafts else f"{line}."


def _trouble(trouble: tuple[str, ...]) -> None:
    """Say what is wrong, one thing a line."""
    if trouble:
        first, *rest = map(for_markdown, trouble)
        st.error("\n".join([first, "", *(f"- {line}" for line in rest)]), icon=":material/error:")


def _upload() -> None:
    number = st.session_state.setdefault("rule-uploads", 0)
    st.file_uploader(
        "A file of rules, CSV",
        max_upload_size=LARGEST_FILE,
        # Another key after each upload: a new box has no file and no message of the one before.
        key=f"rules-{number}",
        on_change=_load,
        args=(number,),
    )


def _load(number: int) -> None:
    file = st.session_state[f"rules-{number}"]
    if file is not None:
        load_rules(file.name, file.getvalue())
        st.session_state["rule-uploads"] = number + 1


def _example_file() -> bytes:
    from analysis.rules.files.examples import example_rules
    from analysis.rules.files.rule_files import rules_to_csv

    return rules_to_csv(example_rules()).encode("utf-8-sig")

"""Examples of loaded wording for the How it works page: the same said so, and said plainly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Example:
    """A sentence of our own in a ``loaded`` and a ``plain`` wording.

    ``words`` are those of the first that take a side, in their order. The model agrees: the one is
    likely loaded to it and the other not loaded (a test asks it).
    """

    loaded: str
    words: tuple[str, ...]
    plain: str


EXAMPLES = (
    Example(
        "The reckless council rammed through its shameful parking grab.",
        ("reckless", "rammed through", "shameful", "grab"),
        "The council voted by nine to six to raise parking charges.",
    ),
    Example(
        "The minister slunk away from questions about the hospital fiasco.",
        ("slunk away", "fiasco"),
        "The minister left without answering questions about the hospital delays.",
    ),
)

NEGATIVE_AND_PLAIN = "Twelve people died when the bridge fell."
"""A sentence of negative tone that is not loaded (a test asks the model)."""


def examples_html(examples: Sequence[Example] = EXAMPLES) -> str:
    """Return the examples as an HTML table of two columns, the loaded words marked."""
    rows = "".join(
        f"<tr><td>{_marked(example)}</td><td>{escape(example.plain)}</td></tr>"
        for example in examples
    )
    return (
        '<table class="examples"><thead><tr><th scope="col">■ Likely loaded</th>'
        f'<th scope="col">□ Not loaded</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _marked(example: Example) -> str:
    """Return the loaded wording with ``mark`` around each of its words."""
    parts, at = [], 0
    for word in example.words:
        start = example.loaded.index(word, at)
        parts += [escape(example.loaded[at:start]), f"<mark>{escape(word)}</mark>"]
        at = start + len(word)
    return "".join([*parts, escape(example.loaded[at:])])

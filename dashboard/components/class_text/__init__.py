"""A class's text with what the pupils marked, beside it the sentences that split the class.

The text is drawn once; as marks arrive only tints and figures change. See ``class_text.js`` for the
part that runs in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.components.class_text.payload import figures_payload, text_payload
from dashboard.components.component import component
from dashboard.components.component.encoding import encoded

if TYPE_CHECKING:
    from analysis.practice.class_figures import ClassFigures
    from analysis.practice.class_words import ClassWords
    from analysis.practice.material import Material

__all__ = ["Drawn", "class_text", "drawn_figures", "drawn_text", "no_figures"]

Drawn = tuple[str, str]
"""What the browser draws, as JSON, and the digest that names it."""

_component = component("class_text", uses=("article_text",))


def drawn_text(material: Material) -> Drawn:
    """Return the text of ``material`` for ``class_text``: nothing of the model's is in it."""
    return encoded(text_payload(material))


def drawn_figures(
    material: Material,
    figures: ClassFigures | None,
    words: ClassWords,
    split: Sequence[int],
    said: Sequence[str],
    *,
    revealed: bool,
) -> Drawn:
    """Return the figures for ``class_text``: see ``figures_payload``. The model's view is among
    them only where the round is ``revealed``."""
    return encoded(figures_payload(material, figures, words, split, said, revealed=revealed))


def no_figures(material: Material) -> Drawn:
    """Return what ``class_text`` draws of a text without any figures."""
    return drawn_figures(material, None, {}, (), (), revealed=False)


def class_text(text: Drawn, figures: Drawn, *, key: str) -> None:
    """Show a text with the class's figures; what is drawn already is not drawn again."""
    _component(
        key=key,
        data={
            "text": text[0],
            "text_digest": text[1],
            "figures": figures[0],
            "figures_digest": figures[1],
        },
    )

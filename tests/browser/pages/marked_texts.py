"""Texts to mark with a model's view made by hand, for the browser tests of practice and classes."""

from analysis.practice.material import Line, Material, View

BANDS = ((0.6, "loaded"), (0.4, "uncertain"), (0.0, "not loaded"))
"""Least probability of each band here; the model's own limits are others."""


def material(title: str, paragraphs: list[list[tuple[str, bool, float]]]) -> Material:
    """Return a material of paragraphs of (sentence, whether it counts, the model's probability)."""
    text, lines, views = "", [], []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if number else ""
        for place, (sentence, counts, probability) in enumerate(paragraph):
            text += " " if place else ""
            start = len(text)
            text += sentence
            lines.append(Line(start, len(text), number, counts))
            band = next(band for above, band in BANDS if probability >= above)
            words = ((start, start + 3),) if band == "loaded" else ()
            views.append(View(band, probability, words, "outlet", ""))
    return Material(title, text, tuple(lines), tuple(views))


TEXTS = {
    "pool": material(
        "The pool",
        [
            [("By Ada Fenn", False, 0.0)],
            [
                ("The town pool closes on Friday.", True, 0.0625),
                ("It is a cruel, heartless blow to every child in Wenlow.", True, 0.9375),
            ],
            [
                ("🏊 Swimmers 👩‍👧 from three clubs met at the gate.", True, 0.125),
                ("Only a fool would call the plan careful.", True, 0.875),
                ("Some think the council hopes nobody notices.", True, 0.53125),
            ],
        ],
    ),
    "odd": material(
        "<b>Odd</b>",
        [
            [("<img src=x onerror=alert(1)> came, she said.", True, 0.25)],
            [("הבריכה נסגרת ביום שישי.", True, 0.75), ("A final line.", True, 0.25)],
        ],
    ),
}

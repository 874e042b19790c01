"""What an editor reads: the sentences of the model's notes, and what was not done."""

from __future__ import annotations

NOTHING_TO_CHECK = "The text holds no sentence, so there was nothing to check."


def loaded_message(words: str) -> str:
    """Return the sentence on a likely loaded word or phrase of the outlet's own."""
    return f"“{_on_one_line(words)}” is likely loaded, and it is the outlet's own wording."


def doubting_message(words: str, implies: str) -> str:
    """Return the sentence on a doubting verb of saying; ``implies`` completes “The word …”, as the
    table of verbs has it."""
    return f"“{_on_one_line(words)}” {implies}."


def not_english(language: str, with_model: bool) -> str:
    """Return what was not done in a text in ``language``: “German”, “another language than
    English”."""
    notes = " and made no notes of its own" if with_model else ""
    return (
        f"The text seems to be in {language}: house rules were applied, but the model, which reads "
        f"English only, did not look for reported speech{notes}."
    )


def _on_one_line(words: str) -> str:
    return " ".join(words.split())

"""Format numbers and lists for sentences: percentages, counts with a noun, ``1, 3–5 and 8``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def percent(share: float) -> str:
    """Return a share of 0 to 1 as a whole percentage; only exactly 0 and 1 give 0% and 100%."""
    if 0 < share < 0.01:
        return "<1%"
    return ">99%" if 0.99 < share < 1 else f"{share:.0%}"


def two_decimals(value: float) -> str:
    """Return a number with two decimals and a true minus sign; what rounds to nothing has none."""
    shown = f"{value:.2f}"
    return shown.replace("-", "" if float(shown) == 0 else "−")


def counted(count: int, noun: str) -> str:
    """Return ``count`` with its noun: ``1 sentence``, ``2 sentences``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(items: Iterable[int]) -> str:
    """Return ascending numbers as text, three or more in sequence as a range: ``1, 3–5 and 8``.

    Without numbers it is ``none``.
    """
    runs: list[list[int]] = []
    for item in items:
        if runs and item == runs[-1][-1] + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run)
    return joined(parts) or "none"


def joined(parts: Sequence[str]) -> str:
    """Return ``one``, ``one and two`` or ``one, two and three``."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))

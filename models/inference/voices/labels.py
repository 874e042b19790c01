"""The tags that the network gives to words, and the sizes of its linker."""

from __future__ import annotations

KINDS = ("person", "organisation", "place", "group")
"""Kinds of names. A group is one of people: a nation, a religion, a party's followers."""

NAME_TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
"""No name; the first word, or a further one, of a name of each kind (the BIO scheme)."""

PARTS = ("source", "cue", "content")
"""Parts of an attribution: who, the word or phrase of saying or thinking, what."""

TAGS = tuple(f"{place}-{part}" for part in PARTS for place in "OBI")
"""For each part on its own: outside, first word, further word."""

LINK_WIDTH = 64
"""Width of the vectors that are compared to link a cue with its source and content."""

REACH = 96
"""Tokens up to which the distance between a cue and another word counts."""

"""Names of species and technical things that begin with a word of abuse: "assassin bug".

Before an animal, a plant or a technical thing such a word is the first half of its name, so that
the list of set terms (``phrases``) need not hold every beetle.
"""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.scoring.senses.noun_kinds import kinds_of
from analysis.scoring.senses.reading import Replacement, in_case_of
from analysis.text.function_words import words

_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
#: First halves of such names. No adjective that tells how an animal behaves: those can be meant.
_MODIFIERS = words(
    "assassin bandit bastard bully cannibal coward cuckold demon devil devil's dumb executioner "
    "false fool's ghost goblin hag hangman idiot impostor imposter killer lazy liar lunatic mad "
    "monster murder parasite parasitic phantom pirate poison rabid robber rogue savage slave "
    "stinking thief thug traitor tyrant vampire villain witch zombie corpse death"
)
#: First halves before technical things only; before an animal they can be meant.
_TECHNICAL_MODIFIERS = _MODIFIERS | words(
    "aggressive bloody brutal corrupt crazy cruel dirty fake greedy hostile hysterical insane lame "
    "malicious naive perverse promiscuous ruthless sick stupid toxic ugly vicious violent vulgar "
    "wicked pathetic moronic paranoid obscene"
)


def compounds_in(sentence: str) -> list[Replacement]:
    """Return each first half that belongs to a name in ``sentence``, to be read as the second."""
    found: list[Replacement] = []
    matches = list(_WORD.finditer(sentence))
    for first, second in pairwise(matches):
        modifier = first.group().casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        noun = second.group()
        if modifier not in _TECHNICAL_MODIFIERS or sentence[first.end() : second.start()].strip():
            continue
        kinds = kinds_of(noun)
        is_species = modifier in _MODIFIERS and bool(kinds & {"animal", "plant"})
        if is_species or "technical" in kinds:
            plain = in_case_of(first.group(), noun)
            found.append(Replacement(first.start(), second.end(), plain))
    return found

"""What a plainer wording demands of the words beside it, to keep the sense of a sentence.

"criticised" can stand for "slammed" only where somebody or something that people do is criticised,
"rose" for "soared" only of amounts, "gave way" for "buckled" only of people. Where a rule finds no
evidence there is no wording, because a wrong one misleads and a missing one does not.
"""

from analysis.scoring.wording.demands.met import is_met

__all__ = ["is_met"]

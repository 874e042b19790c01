"""The twenty example rules that come with Slant, to begin a file of one's own with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from analysis.rules.files.rule_files import rules_from_csv
from analysis.rules.rule import RuleSet

EXAMPLES = Path(__file__).resolve().parents[3] / "seeds" / "rules" / "house-rules.csv"
"""The file of the example rules."""


@cache
def example_rules() -> RuleSet:
    """Return the example rules: 20, of which two are drafts and one only accepts wordings."""
    return rules_from_csv(EXAMPLES.read_bytes(), EXAMPLES.name)

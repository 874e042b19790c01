"""Check an article: house rules, and the model's notes, as one frame of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import EmptyText
from analysis.rules.checking.findings import findings_of, matches_of
from analysis.rules.checking.messages import NOTHING_TO_CHECK
from analysis.rules.checking.observed import Observed, observed_in
from analysis.rules.checking.scopes import Where
from analysis.rules.frames import Checked
from analysis.rules.rule import RuleSet

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article
    from models import Classifier
    from models.inference.voices.network import Voices


def check(
    text: str | Article,
    rules: RuleSet,
    *,
    title: str | None = None,
    section: str = "",
    path: str = "",
    with_model: bool = True,
    model: Classifier | None = None,
    tagger: Voices | None = None,
    any_language: bool = False,
) -> Checked:
    """Check a text with the live ones of ``rules`` and, ``with_model``, what the model notes."""
    from analysis.scoring.pipeline import analyze

    given = text if isinstance(text, str) else text.text
    where = Where(section, path)
    try:
        result = analyze(text, title=title, model=model, tagger=tagger, any_language=any_language)
    except EmptyText:
        return Checked(
            findings_of(Observed(given), matches_of(given, rules, where), rules, where, False),
            given,
            (NOTHING_TO_CHECK,),
        )
    return check_result(result, rules, section=section, path=path, with_model=with_model)


def check_result(
    result: Result,
    rules: RuleSet,
    *,
    section: str = "",
    path: str = "",
    with_model: bool = True,
) -> Checked:
    """Check an analysed article; the same findings as ``check`` of its text."""
    where = Where(section, path)
    matches = matches_of(result.text, rules, where)
    found = findings_of(observed_in(result), matches, rules, where, with_model)
    return Checked(found, result.text, matches.notices)

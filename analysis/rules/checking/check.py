"""Check an article: house rules, and the model's notes, as one frame of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.errors import EmptyText
from analysis.rules.checking.findings import findings_of, matches_of
from analysis.rules.checking.messages import NOTHING_TO_CHECK, not_english
from analysis.rules.checking.observed import observed_in
from analysis.rules.checking.observing import observed_by_marks, observed_by_networks
from analysis.rules.checking.scopes import Where
from analysis.rules.frames import FINDINGS, Checked
from analysis.rules.rule import RuleSet
from analysis.scoring.classifier import classifier
from analysis.scoring.prepared import prepared
from analysis.scoring.senses.classifier import with_senses
from analysis.speakers.tagging.network import voices
from analysis.text.language import ENGLISH, language_name

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article
    from analysis.speakers.tagging.network import AttributionTagger
    from models import Classifier


def check(
    text: str | Article,
    rules: RuleSet,
    *,
    title: str | None = None,
    section: str = "",
    path: str = "",
    with_model: bool = True,
    model: Classifier | None = None,
    tagger: AttributionTagger | None = None,
    any_language: bool = False,
) -> Checked:
    """Check a text with the live ones of ``rules`` and, ``with_model``, what the model notes.

    ``text`` is a text or an ``Article`` as ``read`` returns it, whose title and quoted passages are
    used; ``title`` goes before its own. ``section`` and ``path`` are those of the article, for
    rules that are for some only. ``model`` and ``tagger`` are as ``analyze`` takes them; None is
    the network of this process, in this thread. A server calls
    ``analysis.rules.checking.served.check_in_queue`` instead.

    A text that is empty, or that is not English, is no error: a notice says what was not done. With
    ``any_language`` it is read as if it were English. Raises TextTooLong, NotText, BadRules or
    ModelUnavailable.
    """
    given = text if isinstance(text, str) else text.text
    where = Where(section, path)
    try:
        one = prepared(text, title)
    except EmptyText:
        return Checked(empty(FINDINGS), given, (NOTHING_TO_CHECK,))
    matches = matches_of(given, rules, where)
    notices = matches.notices
    if any_language or one.language == ENGLISH:
        observed = observed_by_networks(
            one,
            tagger or voices(),
            with_senses(model or classifier()) if with_model else None,
            any_language=any_language,
        )
    else:
        observed = observed_by_marks(one)
        notices = (*notices, not_english(language_name(one.language), with_model))
    return Checked(findings_of(observed, matches, rules, where, with_model), given, notices)


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

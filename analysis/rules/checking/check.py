"""Check an article: house rules, and the model's notes, as one frame of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.errors import EmptyText
from analysis.rules.checking.findings import findings_of
from analysis.rules.checking.messages import NOTHING_TO_CHECK, not_english
from analysis.rules.checking.observing.light_way import observed_by_marks, observed_by_networks
from analysis.rules.checking.observing.networks import asked
from analysis.rules.checking.observing.observed import observed_in
from analysis.rules.checking.scopes import Where
from analysis.rules.frames import FINDINGS, Checked
from analysis.rules.matching.matcher import matcher
from analysis.rules.rule import RuleSet
from analysis.scoring.prepared import prepared
from analysis.text.language import ENGLISH, language_name

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article
    from analysis.speakers.tagging.network import AttributionTagger
    from models import Classifier


def patient(_: int) -> None:
    """Wait for as long as it takes, whoever is ahead."""


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
    rules that are for some only.

    ``model`` scores sentences and ``tagger`` finds attributions; None for both are the networks of
    this process, run by the workers of its inference queue, so that one article has all cores.
    What they say of a sentence or a paragraph is kept (by digest, without its words): a text that
    was changed in one place is checked in a third of the time. A server calls
    ``analysis.rules.checking.served.check_in_queue``, which tells who asks how long they wait, or
    gives its place in the queue as ``model``, which is the same.

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
    matches = matcher(rules.live).matches(given)
    notices = matches.notices
    if not any_language and one.language != ENGLISH:
        observed = observed_by_marks(one)
        notices = (*notices, not_english(language_name(one.language), with_model))
    elif not with_model and not matches.found:
        return Checked(empty(FINDINGS), given, notices)
    else:
        with asked(model, tagger, patient) as (scoring, tagging):
            observed = observed_by_networks(
                one,
                tagging,
                scoring if with_model else None,
                [(one.start, one.end) for one in matches.found if where.applies(one.rule)],
                any_language=any_language,
            )
    return Checked(findings_of(observed, matches, where, with_model), given, notices)


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
    matches = matcher(rules.live).matches(result.text)
    found = findings_of(observed_in(result), matches, where, with_model)
    return Checked(found, result.text, matches.notices)

"""``POST /api/lint``: one article, checked with the house rules of this server."""

from __future__ import annotations

from dataclasses import replace

from analysis.errors import SlantError
from analysis.output.lint.record import findings_records
from analysis.rules.checking.served import check_in_queue
from analysis.rules.errors import BadRules
from analysis.rules.files.served import served_rules
from analysis.rules.rule import RuleSet
from analysis.rules.source.ignores import without_ignored
from analysis.rules.source.source import source_of
from api.answers import Answer
from api.articles.fields import KINDS, choice_of, name_of, switch_of, text_of
from api.articles.problems import problem_of
from api.bodies import fields
from api.resource import Asked


def lint(asked: Asked) -> Answer:
    """Answer with the findings of a text and with notices on what was not done; raises Problem.

    What a comment in the text asks to ignore is left out; a comment that ignores nothing is a
    notice.
    """
    given = fields(asked.body, {"text"}, {"title", "section", "path", "kind", "model"})
    text, notices = text_of(given)
    title, section, path = (name_of(given, part) for part in ("title", "section", "path"))
    source = source_of(text, path or "", choice_of(given, "kind", KINDS))
    with_model = switch_of(given, "model", True)
    article = source.article() if title is None else replace(source.article(), title=title)
    checked = check_in_queue(
        article,
        house_rules(),
        section=section or source.section,
        path=path or "",
        with_model=with_model,
        waiting=asked.waiting,
    )
    kept, unused = without_ignored(checked.findings, source)
    shown = [*notices, *source.notices, *checked.notices]
    shown += [
        f"Line {source.line_and_column(one.start)[0]}: nothing is found here that “{one.check}” "
        "would ignore."
        for one in unused
    ]
    findings = findings_records(replace(checked, findings=kept), source)
    return Answer(200, {"findings": findings, "notices": shown})


def house_rules() -> RuleSet:
    """Return the rules of this server; raises Problem (503) if they cannot be used, be it because
    a file of theirs cannot be read."""
    try:
        return served_rules()
    except SlantError as error:
        raise problem_of(BadRules("SLANT_RULES", error.message.removesuffix("."))) from None

"""From an analysed article to what the desk keeps of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from math import isnan
from typing import TYPE_CHECKING, Any

from analysis.desk.records import DeskSentence, DeskStatement, NewArticle, NewFlag, UsedRule
from analysis.rules.checking.check import check_result

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article
    from analysis.rules.rule import RuleSet


def desk_article(
    article: Article,
    result: Result,
    rules: RuleSet,
    *,
    source: str = "",
    outlet: str = "",
    section: str = "",
) -> NewArticle:
    """Return what the desk keeps of ``article``, whose analysis is ``result``, checked with the
    live ones of ``rules``.

    ``source`` is the file or address it came from; ``outlet`` and ``section`` are said by the
    editor. Raises BadRules.
    """
    checked = check_result(result, rules, section=section)
    sentences = [_sentence(row) for row in result.sentences.itertuples()]
    about = result.article.iloc[0]
    return NewArticle(
        digest=sha256(result.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=result.text,
        title=article.title or "",
        author=article.author or "",
        section=section,
        outlet=outlet,
        published=article.date or "",
        url=article.url or "",
        source=source,
        kind=article.kind,
        language=str(about["language"]),
        words=int(about["words"]),
        model=str(about["model"]),
        model_version=str(about["model_version"]),
        sentences=tuple(sentences),
        flags=tuple(_flag(row, sentences) for row in checked.findings.itertuples()),
        statements=_statements(result),
        rules=tuple(
            UsedRule(rule.rule, rule.revision, json.dumps(asdict(rule)))
            for rule in rules.live.rules
        ),
        notices=(*article.notices, *checked.notices),
    )


def _sentence(row: Any) -> DeskSentence:
    return DeskSentence(
        int(row.start),
        int(row.end),
        int(row.paragraph),
        row.part,
        row.voice,
        _number(row.loaded_probability),
    )


def _flag(row: Any, sentences: list[DeskSentence]) -> NewFlag:
    sentence = sentences[row.sentence]
    return NewFlag(
        start=int(row.start),
        end=int(row.end),
        text=row.text,
        check=row.check,
        kind=row.kind,
        severity=row.severity,
        message=row.message,
        plainer=tuple(row.plainer),
        voice=row.voice,
        part=row.part,
        reason=row.reason,
        link=row.link,
        revision=int(row.revision),
        probability=_number(row.probability),
        fingerprint=row.fingerprint,
        sentence=int(row.sentence),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        sentence_probability=sentence.probability,
    )


def _statements(result: Result) -> tuple[DeskStatement, ...]:
    kinds = dict(zip(result.names["name"], result.names["kind"], strict=True))
    found = []
    for _, pieces in result.statements.groupby("statement", sort=True):
        first = pieces.iloc[0]
        words = sum(len(text.split()) for text in pieces["text"])
        found.append(
            DeskStatement(
                speaker=first["speaker"],
                kind=kinds.get(first["speaker"], ""),
                form=first["form"],
                act=first["act"],
                verb=first["verb"],
                manner=first["manner"],
                words=words,
                # To be completed: only the words inside quotation marks.
                quoted_words=words if first["form"] == "direct" else 0,
                sentence=int(first["sentence"]),
                start=int(first["start"]),
                end=int(first["end"]),
            )
        )
    return tuple(found)


def _number(value: float) -> float | None:
    return None if isnan(value) else float(value)

"""From an analysed article to what the desk keeps of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from math import isnan
from typing import TYPE_CHECKING, Any

from analysis.desk.records import DeskSentence, DeskStatement, NewArticle, NewFlag, UsedRule
from analysis.rules.checking.check import check_result
from analysis.text.readability import count_words

if TYPE_CHECKING:
    import pandas as pd

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
    editor. Sentences in another language, and furniture, are kept without a probability, and none
    of their words is flagged. Raises BadRules.
    """
    checked = check_result(result, rules, section=section)
    sentences = [_sentence(row) for row in result.sentences.itertuples()]
    about = result.article.iloc[0]
    return NewArticle(
        digest=text_digest(result.text),
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


def text_digest(text: str) -> str:
    """Return what names a text on the desk: SHA-256 of its UTF-8, hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


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
    marked = _places(result.quotations)
    found = []
    for _, pieces in result.statements.groupby("statement", sort=True):
        first = pieces.iloc[0]
        found.append(
            DeskStatement(
                speaker=first["speaker"],
                kind=kinds.get(first["speaker"], ""),
                form=first["form"],
                act=first["act"],
                verb=first["verb"],
                manner=first["manner"],
                words=sum(map(count_words, pieces["text"])),
                quoted_words=sum(
                    _quoted_words(result.text, start, end, marked) for start, end in _places(pieces)
                ),
                sentence=int(first["sentence"]),
                start=int(first["start"]),
                end=int(first["end"]),
            )
        )
    return tuple(found)


def _places(found: pd.DataFrame) -> list[tuple[int, int]]:
    return list(zip(found["start"].tolist(), found["end"].tolist(), strict=True))


def _quoted_words(text: str, start: int, end: int, marked: list[tuple[int, int]]) -> int:
    """Return how many words of ``text[start:end]`` stand in one of the ``marked`` quotations."""
    found, behind = 0, start
    for opening, closing in marked:
        # From where the one before ended: a quotation within another is counted once.
        first, last = max(opening, behind), min(closing, end)
        if first < last:
            found += count_words(text[first:last])
            behind = last
    return found


def _number(value: float) -> float | None:
    return None if isnan(value) else float(value)

"""Articles and editors for the tests of the desk, made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Any

from sqlalchemy import Engine, update

from analysis.desk.records import (
    DeskSentence,
    DeskStatement,
    NewArticle,
    NewFlag,
    UsedRule,
)
from store.database import writing
from store.desk.articles import add_article
from store.desk.editors import sign_in
from store.desk.queue import article_flags
from store.desk.tables import EDITORS

requests = map("request-{}".format, count())
"""Names for requests, none of them twice."""


def flag_of(text: str, words: str, **given: Any) -> NewFlag:
    """Return a flag on the first ``words`` of ``text``, which is one sentence."""
    start = text.index(words)
    said: dict[str, Any] = {
        "check": "slant.loaded-words",
        "kind": "loaded",
        "severity": "warning",
        "message": f"“{words}” is loaded.",
        "plainer": ("plainer", "plain"),
        "voice": "outlet",
        "part": "body",
        "reason": "",
        "link": "",
        "revision": 0,
        "probability": 0.75,
        "fingerprint": sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "sentence": 0,
        "sentence_start": 0,
        "sentence_end": len(text),
        "sentence_probability": 0.5,
    }
    return NewFlag(start=start, end=start + len(words), text=words, **{**said, **given})


def article_of(text: str, *flags: NewFlag, **given: Any) -> NewArticle:
    """Return an article of one sentence with these flags."""
    said: dict[str, Any] = {
        "title": "A title",
        "outlet": "The Paper",
        "section": "news",
        "words": len(text.split()),
        "model": "slant-minilm",
        "model_version": "9",
        "sentences": (DeskSentence(0, len(text), 0, "body", "outlet", 0.5),),
        "rules": (UsedRule("house.one", 1, '{"rule": "house.one"}'),),
    }
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return NewArticle(digest=digest, text=text, flags=flags, **{**said, **given})


def many_flags(number: int, flags: int) -> NewArticle:
    """Return the article of that number, with so many flags."""
    words = [f"word{place}" for place in range(flags)]
    text = f"Article {number}: {' '.join(words)} end."
    return article_of(text, *(flag_of(text, f"{word} ") for word in words))


def statement_of(speaker: str, start: int, **given: Any) -> DeskStatement:
    """Return a statement of ``speaker``."""
    said: dict[str, Any] = {
        "kind": "person",
        "form": "direct",
        "act": "said",
        "verb": "say",
        "manner": "neutral",
        "words": 7,
        "quoted_words": 5,
        "sentence": 0,
        "end": start + 9,
    }
    return DeskStatement(speaker=speaker, start=start, **{**said, **given})


@dataclass(frozen=True)
class Newsroom:
    """A desk with three editors: Ann is an admin, Ben and Cem are reviewers."""

    engine: Engine
    ann: int
    ben: int
    cem: int

    def add(self, new: NewArticle) -> tuple[int, list[int]]:
        """Put an article on the desk; return its number, and those of its flags in text order."""
        number = add_article(self.engine, self.ann, new)
        return number, [flag.id for flag in article_flags(self.engine, number)]

    def has_role(self, editor: int, role: str) -> None:
        """Give an editor a role, past all that is asked of an admin."""
        with writing(self.engine) as connection:
            connection.execute(update(EDITORS).where(EDITORS.c.id == editor).values(role=role))


def newsroom_in(engine: Engine) -> Newsroom:
    """Return a newsroom at the empty desk in ``engine``."""
    ann, ben, cem = (sign_in(engine, name).id for name in ("Ann Lee", "Ben Okri", "Cem Ay"))
    return Newsroom(engine, ann, ben, cem)

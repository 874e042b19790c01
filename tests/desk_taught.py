"""A desk with enough decided for a fit: judging words are accepted, telling ones dismissed."""

from __future__ import annotations

import random
from hashlib import sha256

from sqlalchemy import Engine

from analysis.desk.records import DeskSentence, NewArticle, NewFlag
from store.desk.articles import add_article
from store.desk.decisions import decide
from store.desk.editors import sign_in
from store.desk.queue import article_flags
from tests.analysis.desk.fit.houses import JUDGING, TELLING

ARTICLES, FLAGS_EACH, DECIDED_EACH = 20, 6, 5


def teach(engine: Engine, name: str = "Ann") -> int:
    """Fill an empty desk with 120 flags of which 100 are decided on; return the editor's number,
    an admin's. It takes about a second."""
    editor = sign_in(engine, name).id
    for number in range(ARTICLES):
        article = add_article(engine, editor, invented(number))
        for flag in article_flags(engine, article)[:DECIDED_EACH]:
            accepted = flag.text in JUDGING
            decide(
                engine,
                editor,
                flag.id,
                "accept" if accepted else "dismiss",
                seen=0,
                request=f"taught-{flag.id}",
                reason="" if accepted else "fact",
            )
    return editor


def invented(number: int) -> NewArticle:
    """Return an article of six sentences with a flag each."""
    dice = random.Random(number)
    text, sentences, flags = "", [], []
    for place in range(FLAGS_EACH):
        judging = dice.random() < 0.5
        word = dice.choice(JUDGING if judging else TELLING)
        sentence = (
            f"It was a {word} answer & <b>no</b> more, the council said on day {number}."
            if judging
            else f"The shares {word} after the council of Ashby met on day {number}."
        )
        text += " " if text else ""
        start = len(text)
        text += sentence
        chance = dice.uniform(0.5, 0.95)
        sentences.append(DeskSentence(start, len(text), 0, "body", "outlet", chance))
        begins = start + sentence.index(word)
        flags.append(
            NewFlag(
                start=begins,
                end=begins + len(word),
                text=word,
                check="slant.loaded-words",
                kind="loaded",
                severity="note",
                message=f"“{word}” is likely loaded.",
                plainer=(),
                voice="outlet",
                part="body",
                reason="",
                link="",
                revision=0,
                probability=dice.uniform(0.3, 0.95),
                fingerprint=sha256(f"{number} {place}".encode()).hexdigest()[:32],
                sentence=place,
                sentence_start=start,
                sentence_end=len(text),
                sentence_probability=chance,
            )
        )
    return NewArticle(
        digest=sha256(text.encode()).hexdigest(),
        text=text,
        title=f"Council, day {number}",
        outlet="The Ashby Courier",
        words=len(text.split()),
        model="slant-minilm",
        model_version="0.9.0",
        sentences=tuple(sentences),
        flags=tuple(flags),
    )

"""Articles on the desk: their list, one with its text and flags, and the notes on it."""

from __future__ import annotations

from dataclasses import astuple

from api.answers import Answer
from api.bodies import fields
from api.desk.asking import article_asked, editor_of, number_sent, request_sent, text_sent
from api.desk.telling import article_told, flags_told, note_told
from api.resource import Asked
from store.desk.articles import article, article_text, articles
from store.desk.notes import add_note, notes
from store.desk.queue import article_flags
from store.desk.records import REVIEWER
from store.desk.trail import version

_BAD_NOTE = "bad-note"


def all_articles(asked: Asked) -> Answer:
    """Answer with the articles on the desk, without their texts. Raises NotSignedIn, NotAllowed."""
    editor_of(asked)
    # The version first: what changes in between is then told as a change.
    now = version(asked.engine)
    told = [article_told(one) for one in articles(asked.engine)]
    return Answer(200, {"version": now, "articles": told})


def one_article(asked: Asked) -> Answer:
    """Answer with an article, its text, its sentences and its flags; offsets count code points.

    Raises NotSignedIn, NotAllowed, NoSuchArticle.
    """
    editor_of(asked)
    number = article_asked(asked)
    now = version(asked.engine)
    body = article_told(article(asked.engine, number))
    text, sentences = article_text(asked.engine, number)
    body |= {"text": text, "sentences": [astuple(one) for one in sentences], "version": now}
    body["flags"] = flags_told(article_flags(asked.engine, number))
    return Answer(200, body)


def article_notes(asked: Asked) -> Answer:
    """Answer with the notes on an article and its flags.

    Raises NotSignedIn, NotAllowed, NoSuchArticle.
    """
    editor_of(asked)
    number = article(asked.engine, article_asked(asked)).id
    return Answer(200, {"notes": [note_told(one) for one in notes(asked.engine, number)]})


def keep_note(asked: Asked) -> Answer:
    """Keep a note, and answer with it.

    Raises NotSignedIn, NotAllowed, NoSuchArticle, NoSuchFlag, BadNote, Problem, StoreFailed.
    """
    editor = editor_of(asked, REVIEWER)
    body = fields(asked.body, {"request", "text"}, {"flag"})
    flag = None if body.get("flag") is None else number_sent(body, "flag", _BAD_NOTE)
    note = add_note(
        asked.engine,
        editor.id,
        article_asked(asked),
        text_sent(body, "text", _BAD_NOTE),
        flag=flag,
        request=request_sent(body, _BAD_NOTE),
    )
    return Answer(201, {"note": note_told(note), "version": version(asked.engine)})

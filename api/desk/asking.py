"""Who asks, and what: numbers and texts of requests, looked at before the store sees them."""

from __future__ import annotations

import re
from typing import Any

from analysis.desk.records import OPEN
from analysis.text.characters import encodable
from api.answers import Problem, malformed
from api.resource import Asked
from store.desk.editors import session_editor
from store.desk.errors import NoSuchArticle, NoSuchFlag
from store.desk.queue import MOST_FLAGS
from store.desk.records import MOST_CHECK, READER, RULES_FIRST, Editor

LARGEST = 2**31 - 2
"""The largest number that PostgreSQL keeps in an integer, less one, as ``seen`` is counted up."""

MOST_ARTICLES = 500
"""Most articles that a part of the queue may be asked of by number."""

STATES = {OPEN: OPEN, "accept": "accept", "dismiss": "dismiss", "reword": "reword", "all": None}
"""What the query's ``state`` may be, and what the store is asked for; ``decided`` beside it."""

_BAD = "bad-decision"

# PostgreSQL keeps no NUL, and the others are no part of what somebody types on purpose.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_REQUEST = re.compile("[!-~]{1,64}", re.ASCII)


def editor_of(asked: Asked, role: str = READER) -> Editor:
    """Return the editor whose session's token came with the request, with the role of now.

    Where the server has a login, the token of a typed name, from before, lets nobody in. Raises
    NotSignedIn, and NotAllowed for one who may do less than ``role``.
    """
    return session_editor(asked.engine, asked.token, needed=role, only_logins=asked.only_logins)


def flag_asked(asked: Asked) -> int:
    """Return the number of the flag that the address names. Raises NoSuchFlag."""
    number = _number(asked.path["number"])
    if number is None:
        raise NoSuchFlag
    return number


def article_asked(asked: Asked) -> int:
    """Return the number of the article that the address names. Raises NoSuchArticle."""
    number = _number(asked.path["number"])
    if number is None:
        raise NoSuchArticle
    return number


def part_asked(asked: Asked) -> dict[str, Any]:
    """Return which part of the queue the query asks for, as arguments of ``second_queue``.

    Raises Problem.
    """
    return {
        "articles": _articles(asked),
        "kind": _one_of(asked, "kind", RULES_FIRST),
        "check": _check(asked),
        "with_held_back": _one_of(asked, "held_back", ("0", "1")) == "1",
        "offset": count_asked(asked, "offset", 0),
        "most": min(count_asked(asked, "most", 100), MOST_FLAGS),
    }


def state_asked(asked: Asked) -> str | None:
    """Return the state of the flags that the query asks for, None for all. Raises Problem."""
    given = _one_of(asked, "state", (*STATES, "decided")) or OPEN
    return STATES.get(given, given)


def count_asked(asked: Asked, name: str, otherwise: int) -> int:
    """Return a number of the query, ``otherwise`` where it has none. Raises Problem."""
    if name not in asked.query:
        return otherwise
    number = _number(asked.query[name])
    if number is None:
        raise malformed(f"“{name}” is not a number from 0 to {LARGEST}.")
    return number


def text_sent(body: dict[str, Any], name: str, kind: str = _BAD) -> str:
    """Return a text of the request as every database keeps it, empty where it is not there.

    Half of a character is read as �, and control characters are left out. Raises Problem of
    ``kind`` for what is no text.
    """
    value = body.get(name, "")
    if not isinstance(value, str):
        raise Problem(422, kind, f"“{name}” is not a text.")
    return _CONTROLS.sub("", encodable(value))


def request_sent(body: dict[str, Any], kind: str = _BAD) -> str:
    """Return the name under which the sender sent this. Raises Problem of ``kind``."""
    value = body["request"]
    if not isinstance(value, str) or not _REQUEST.fullmatch(value):
        title = "“request” is a name of 1 to 64 ASCII characters without spaces."
        raise Problem(422, kind, title)
    return value


def number_sent(body: dict[str, Any], name: str, kind: str = _BAD) -> int:
    """Return a number of the request. Raises Problem of ``kind`` for what is none, or too large."""
    value = body[name]
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise Problem(422, kind, f"“{name}” is not a number from 0 to {LARGEST}.")
    return value


def _number(given: str) -> int | None:
    # Compared before it is made a number, which takes long for a million digits.
    if not (given.isascii() and given.isdecimal() and len(given) <= len(str(LARGEST))):
        return None
    number = int(given)
    return number if number <= LARGEST else None


def _articles(asked: Asked) -> list[int] | None:
    given = asked.every.get("article")
    if given is None:
        return None
    numbers = [_number(one) for one in given[: MOST_ARTICLES + 1]]
    if len(numbers) > MOST_ARTICLES:
        raise malformed(f"Ask for at most {MOST_ARTICLES} articles at a time.")
    if None in numbers:
        raise malformed("“article” is not the number of an article.")
    return [one for one in numbers if one is not None]


def _check(asked: Asked) -> str | None:
    check = asked.query.get("check")
    if check is not None and (len(check) > MOST_CHECK or _CONTROLS.search(check)):
        raise malformed("“check” is not the name of a check.")
    return check


def _one_of(asked: Asked, name: str, known: Any) -> str | None:
    given = asked.query.get(name)
    if given is not None and given not in known:
        raise malformed(f"“{name}” is one of {', '.join(known)}.")
    return given

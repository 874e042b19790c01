"""What a server says of itself: its languages, its version, how long a text may be."""

from __future__ import annotations

from analysis.reading.limits import MAX_CHARACTERS
from analysis.version import VERSION
from api.answers import Answer, Problem
from api.languagetool.answers import PlainText
from api.resource import Asked

SOFTWARE = {"name": "Slant", "version": VERSION, "buildDate": "", "premium": False}

NO_DICTIONARY = (
    "Slant checks no spelling and keeps no dictionary: switch the dictionary's synchronisation off."
)


def languages(_: Asked) -> Answer:
    """Answer ``/v2/languages``: the languages that are read, by code and by code with country."""
    from api.languagetool.languages import VARIANTS

    return Answer(
        200, [{"name": name, "code": "en", "longCode": code} for code, name in VARIANTS.items()]
    )


def info(_: Asked) -> Answer:
    """Answer ``/v2/info``."""
    return Answer(200, {"software": SOFTWARE})


def health(_: Asked) -> Answer:
    """Answer ``/v2/healthcheck``."""
    return PlainText(200, "OK")


def most_characters(_: Asked) -> Answer:
    """Answer ``/v2/maxtextlength``: the most characters of a text."""
    return PlainText(200, str(MAX_CHARACTERS))


def words(_: Asked) -> Answer:
    """Refuse ``/v2/words``, with which clients keep a dictionary of their own on the server."""
    raise Problem(400, "no-dictionary", NO_DICTIONARY)


def no_reading_from_an_address(_: Asked) -> Answer:
    """Refuse ``GET /v2/check``: a text in an address would be written into logs, and the address
    could stand in any stranger's page."""
    raise Problem(405, "method", "Send the text with POST, in a form.", {"Allow": "OPTIONS, POST"})


def nothing_here(_: Asked) -> Answer:
    """Refuse an address under ``/v2/`` that is not known."""
    raise Problem(404, "no-such-address", "There is nothing at this address.")

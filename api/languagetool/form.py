"""The parameters of a request: a form in the body (``application/x-www-form-urlencoded``)."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from analysis.reading.limits import MAX_CHARACTERS
from api.answers import Problem
from api.bodies import Taken
from api.languagetool.utf16 import paired

MOST_FIELDS = 1_000
"""Most ``name=value`` pairs of a form; clients send about ten."""

_NEVER_ENCODED = re.compile(r"[^!-~]")
_NOT_ENCODED = re.compile(r"text=(?P<text>.*)&(?P<rest>language=[!-~]*)", re.DOTALL)
# LibreOffice 7.4 (Debian 12 has it) sends its text as it is: with "&" and "%" in it, and with
# spaces and letters that no form has. It is all between "text=" and the last "&language=".


def parameters(form: str) -> dict[str, str]:
    """Return the parameters of a form or of an address's query; the last of several counts.

    What is no form is read as far as it can be: a ``%`` that begins no byte stands for itself, and
    bytes that are no UTF-8 become U+FFFD. Raises Problem for more than ``MOST_FIELDS``.
    """
    plain = _NOT_ENCODED.fullmatch(form) if _NEVER_ENCODED.search(form) else None
    if plain:
        return {"text": _readable(plain["text"]), **parameters(plain["rest"])}
    if form.count("&") >= MOST_FIELDS:
        title = f"The form has more than {MOST_FIELDS:,} fields: write “&” in a text as “%26”."
        raise Problem(400, "malformed", title)
    found = {}
    for field in form.split("&"):
        name, equals, value = field.partition("=")
        if equals:
            found[_text(name)] = _text(value)
    return found


def _decoded(body: bytes) -> dict[str, str]:
    return parameters(body.decode("utf-8", "surrogateescape"))


FORM = Taken(
    6 * MAX_CHARACTERS + 64 * 1024,
    frozenset({"application/x-www-form-urlencoded", "text/plain", ""}),
    _decoded,
    "a form, with the content type application/x-www-form-urlencoded",
    "check the text in parts",
)
"""What is taken as a body. A letter that is not ASCII has six bytes in a form or more (``%C3%A9``).
Some clients leave the content type out, or have their library write that of plain text."""


def _text(encoded: str) -> str:
    return _readable(encoded.replace("+", " "), unquote_to_bytes)


def _readable(given: str, read: Callable[[bytes], bytes] = bytes) -> str:
    # What was no UTF-8 as it came is passed on as it was, byte by byte.
    content = read(given.encode("utf-8", "surrogateescape"))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        # Half an emoji, or one whose two halves were encoded apart: as the client counts them.
        return paired(content.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")

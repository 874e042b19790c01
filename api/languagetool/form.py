"""The parameters of a request: a form in the body (``application/x-www-form-urlencoded``)."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from api.languagetool.utf16 import paired

MOST_FIELDS = 1_000
"""Most ``name=value`` pairs of a form. Clients send about ten; an old LibreOffice, which leaves
``&`` in its text as it is, may send more."""


def parameters(form: str) -> dict[str, str]:
    """Return the parameters of a form or of an address's query; the last of several counts.

    What is no form is read as far as it can be: a ``%`` that begins no byte stands for itself, and
    bytes that are no UTF-8 become U+FFFD. Raises ValueError for more than ``MOST_FIELDS``.
    """
    if form.count("&") >= MOST_FIELDS:
        raise ValueError(f"more than {MOST_FIELDS} fields")
    found = {}
    for field in form.split("&"):
        name, equals, value = field.partition("=")
        if equals:
            found[_text(name)] = _text(value)
    return found


def _text(encoded: str) -> str:
    content = unquote_to_bytes(encoded.replace("+", " "))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        # Half an emoji, or one whose two halves were encoded apart: as the client counts them.
        return paired(content.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")

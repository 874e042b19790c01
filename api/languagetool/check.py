"""``POST /v2/check``: a text to its matches."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reading.limits import require_words
from analysis.rules.checking.served import check_in_queue
from analysis.rules.frames import Checked
from analysis.text.segmentation.sentences import segment
from api.answers import Answer
from api.articles.lint import house_rules
from api.guard import Guard
from api.languagetool.asking import Wanted, wanted
from api.languagetool.languages import detected
from api.languagetool.record import check_record
from api.languagetool.utf16 import readable
from api.resource import Asked

OUT_OF_THE_QUERY = ("text", "data", "apiKey", "username", "password")
"""Parameters that are not taken from the address: addresses are written into logs."""


def check(asked: Asked, guard: Guard) -> Answer:
    """Answer with the matches in a text.

    The token comes as ``apiKey`` in the form, in the address (``/lt/TOKEN/v2/check``), or as the
    API's own. Raises Problem, and SlantError as ``analysis.rules.checking`` does.
    """
    sent = parameters_of(asked)
    guard.require(asked.token or asked.path.get("token", "") or sent.get("apiKey", ""))
    request = wanted(sent)
    text = readable(request.source.prose)
    require_words(text)
    sentences = segment(text)
    given = request.language
    found = detected(text, sentences, given.code if given and given.english else request.variant)
    checked = None
    if (given or found.language).english and not request.nothing:
        checked = _checked(asked, request, text)
    return Answer(200, check_record(request, checked, sentences, found))


def parameters_of(asked: Asked) -> Mapping[str, str]:
    """Return the parameters of the form, and those of the address that may stand there."""
    of_address = {k: v for k, v in asked.query.items() if k not in OUT_OF_THE_QUERY}
    return {**of_address, **(asked.body or {})}


def _checked(asked: Asked, request: Wanted, text: str) -> Checked | None:
    if not any(map(str.isalpha, text)):
        return None
    return check_in_queue(text, house_rules(), title=request.title, waiting=asked.waiting)

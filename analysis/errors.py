"""Errors that the user can fix. The message of each is one sentence that says how.

The command line prints the message and exits with status 2; the dashboard shows it on the page.
The attributes hold the same facts for programs.
"""

from __future__ import annotations


class SlantError(Exception):
    """Base class of the analysis' errors; ``message`` can be shown to the user as it is."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class EmptyText(SlantError):
    """The text has no sentence. ``found`` completes "The text …": "is empty", "holds no
    letters"."""

    def __init__(self, found: str) -> None:
        super().__init__(f"The text {found}: give an article of at least one sentence.")
        self.found = found


class TextTooLong(SlantError):
    """The text is longer than ``limit``; ``unit`` is ``words`` or ``characters``.

    ``length`` is the length of the text, None if reading stopped at the limit.
    """

    def __init__(self, limit: int, length: int | None, unit: str = "characters") -> None:
        has = f"more {unit}" if length is None else f"{length:,} {unit}, more"
        super().__init__(
            f"The text has {has} than the {limit:,} that one article may have: "
            "split it and give one article at a time."
        )
        self.limit = limit
        self.length = length
        self.unit = unit


class NotText(SlantError):
    """The input is not text. ``name`` is what the message calls it, ``looks_like`` its likely
    kind."""

    def __init__(self, name: str, looks_like: str) -> None:
        super().__init__(
            f"{name} looks like {looks_like}, not text: save the article as plain text (.txt) "
            "or paste its text."
        )
        self.name = name
        self.looks_like = looks_like


class NotEnglish(SlantError):
    """The text is in another language: ``language`` its English name, ``code`` its ISO 639 code."""

    def __init__(self, language: str, code: str) -> None:
        super().__init__(
            f"The text looks like {language}, and Slant can judge the wording of English only: "
            "give an English article or a translation."
        )
        self.language = language
        self.code = code


class NotSentences(SlantError):
    """The input is not a list of strings.

    ``position`` is the index of the element that is not a string, None if the input is no list.
    ``type_name`` is the type found there.
    """

    def __init__(self, type_name: str, position: int | None = None) -> None:
        if position is None:
            message = f"The sentences are of type {type_name}: give a list of strings."
        else:
            message = f"The sentence at position {position} is of type {type_name}: give a string."
        super().__init__(message)
        self.type_name = type_name
        self.position = position


class ModelUnavailable(SlantError):
    """The classifier cannot be loaded or run; the message is that of ``models.ModelError``."""


class MeasurementsUnavailable(SlantError):
    """The model's measurements or its card cannot be read; the message is that of
    ``models.ModelError``."""


class CannotRead(SlantError):
    """A file or web address cannot be read.

    ``name`` is the file or address as given, ``reason`` says why, ``advice`` what to do.
    """

    def __init__(self, name: str, reason: str, advice: str) -> None:
        super().__init__(f"{name} {reason}: {advice}.")
        self.name = name
        self.reason = reason
        self.advice = advice


class CannotWrite(SlantError):
    """A file cannot be written. ``name`` is as given, ``reason`` says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} cannot be written ({reason}): give another file.")
        self.name = name
        self.reason = reason


class CannotServe(SlantError):
    """The dashboard cannot be served. ``where`` is the address or port, ``option`` what sets it."""

    def __init__(self, where: str, reason: str, option: str) -> None:
        super().__init__(f"Slant cannot be served at {where} ({reason}): give another {option}.")
        self.where = where
        self.reason = reason
        self.option = option


class BadSample(SlantError):
    """A sample's front matter is wrong. ``name`` is the file's name, ``reason`` says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"The sample {name} {reason}: mend the lines between its --- marks.")
        self.name = name
        self.reason = reason


class CannotFetch(CannotRead):
    """A web page cannot be fetched. ``status`` is the HTTP status, None without a response."""

    def __init__(
        self,
        name: str,
        reason: str,
        advice: str = "paste the text instead",
        status: int | None = None,
    ) -> None:
        super().__init__(name, reason, advice)
        self.status = status


class FetchingOff(CannotFetch):
    """Fetching web pages is switched off on this machine (``SLANT_FETCH=0``)."""

    def __init__(self) -> None:
        super().__init__("Fetching web pages", "is switched off here (SLANT_FETCH=0)")


class BadAddress(CannotFetch):
    """A web address of a form that is not fetched. ``reason`` says why."""

    def __init__(self, name: str, reason: str) -> None:
        advice = "give an address that starts with http:// or https://, or paste the text instead"
        super().__init__(name, reason, advice)


class RefusedAddress(CannotFetch):
    """A host that is not on the public internet. ``name`` is the host.

    The message leaves out the IP address, which would reveal the structure of the local network.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, "is not on the public internet")


class NeedsLogin(CannotFetch):
    """A page that needs a login or a subscription. ``status`` is the HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__("This page", "needs a login", status=status)


class DisallowedByRobots(CannotFetch):
    """The robots.txt of the host ``name`` disallows the page."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "asks programs not to read this page (robots.txt)")

"""Read an article from an e-mail (.eml), or from a web page saved as one file (.mhtml)."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.checks import require_length
from analysis.reading.decoding import decode
from analysis.reading.documents.byline import property_or_none
from analysis.reading.documents.html import decode_html, read_html
from analysis.reading.text_files.markup import text_of_markup
from analysis.reading.text_files.signs import ENVELOPE

_NEXT_MAIL = re.compile(rb"^From [^\n]{3,200}\d{4}\r?\n[\w-]+:", re.M)
_PLACEHOLDER_WORDS = 60
"""Fewest words of a plain part that stands beside a longer HTML part; shorter ones often only say
that the reader's program cannot show the mail."""


def read_mail(data: bytes) -> Article:
    """Read an article from an e-mail or a page saved as one file.

    Of an e-mail the plain text is taken, where there is one, else the HTML; title, author and date
    are its subject, sender and date. Raises CannotRead (several e-mails, no text, encrypted),
    EmptyText or TextTooLong.
    """
    if len(mails := _NEXT_MAIL.findall(data)) > 1:
        raise CannotRead(
            "The file", f"is a mailbox of {len(mails):,} e-mails", "save one of them and give that"
        )
    envelope = ENVELOPE.match(data[:1000])
    message = message_from_bytes(data[envelope.end() if envelope else 0 :], policy=policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    pages = [part for part in parts if _type(part) in ("text/html", "application/xhtml+xml")]
    if pages and not {"to", "received", "message-id"} & {name.lower() for name in message}:
        return _page(message, pages)
    if _type(message) in ("multipart/encrypted", "application/pkcs7-mime"):
        raise CannotRead("The file", "is an encrypted e-mail", "open it and paste its text")
    texts = [part for part in parts if _type(part) == "text/plain" and not _attached(part)]
    article = _body(texts, [part for part in pages if not _attached(part)])
    attached = sum(map(_attached, parts))
    if article is None:
        raise CannotRead(
            "The file",
            "is an e-mail without text of its own",
            "save what is attached to it and give that" if attached else "paste the article's text",
        )
    were = "One attachment was" if attached == 1 else f"{attached:,} attachments were"
    return replace(
        article,
        title=_header(message, "Subject"),
        author=_sender(message),
        date=_date(message),
        url=None,
        kind="mail",
        notices=(*article.notices, *([f"{were} not read."] if attached else [])),
    )


def _page(message: EmailMessage, pages: list[EmailMessage]) -> Article:
    """Return the article of a saved page: of its first HTML part that has one."""
    address = _header(message, "Snapshot-Content-Location") or _header(pages[0], "Content-Location")
    url = address if address and re.match(r"https?://", address) else None
    trouble: CannotRead | None = None
    for part in pages:
        try:
            article = read_html(_payload(part), part.get_content_charset(), url)
        except CannotRead as error:
            trouble = trouble or error
        else:
            return replace(article, title=article.title or _header(message, "Subject"))
    assert trouble is not None
    raise trouble


def _body(texts: list[EmailMessage], pages: list[EmailMessage]) -> Article | None:
    """Return the text of an e-mail as an article without title, or None if it has none."""
    plain = [decode(_payload(part), charset=part.get_content_charset()) for part in texts]
    flowed = [_unflowed(one.text, part) for one, part in zip(plain, texts, strict=True)]
    text = "\n\n".join(filter(None, (one.strip() for one in flowed)))
    if pages and len(text.split()) < _PLACEHOLDER_WORDS:
        found = _of_html(pages)
        if found and len(found.text.split()) > 2 * len(text.split()):
            return found
    if not any(map(str.isalpha, text)):
        return None
    require_length(text)
    notices = tuple(notice for one in plain for notice in one.notices)
    return Article(text, None, None, None, None, "mail", notices=notices)


def _of_html(pages: list[EmailMessage]) -> Article | None:
    """Return the text of an e-mail's HTML. What is laid out in tables, as newsletters are, is read
    like a web page; else all of it is text."""
    part = pages[0]
    data, charset = _payload(part), part.get_content_charset()
    if re.search(rb"<table[\s>]", data, re.I):
        try:
            return read_html(data, charset)
        except CannotRead:
            pass
    try:
        found = text_of_markup(decode_html(data, charset))
    except ValueError:
        return None
    if not any(map(str.isalpha, found.text)):
        return None
    require_length(found.text)
    return Article(found.text, None, None, None, None, "mail", found.quoted)


def _unflowed(text: str, part: EmailMessage) -> str:
    """Return text whose lines were broken to be sent (RFC 3676) with these lines joined."""
    text = text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    glue = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    return re.sub(r"(?<!^--) \n(?![>\n]|-- \n)", glue, text, flags=re.M)


def _payload(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _type(part: EmailMessage) -> str:
    return str(part.get_content_type())


def _attached(part: EmailMessage) -> bool:
    """Whether a part is an attachment; pictures that belong to the text are none."""
    if part.get_content_disposition() == "attachment":
        return True
    return part.get_content_maintype() not in (
        "text",
        "image",
        "multipart",
        "message",
    ) and part.get_content_type() not in (
        "application/pgp-signature",
        "application/pkcs7-signature",
    )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return property_or_none(str(message.get(name, "")))
    except Exception:  # the library fails in many ways on broken headers
        return None


def _sender(message: EmailMessage) -> str | None:
    name, _ = parseaddr(_header(message, "From") or "")
    return property_or_none(name)


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None

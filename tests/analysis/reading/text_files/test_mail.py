"""E-mails and pages saved as one file become articles; what they hide is said."""

from email.message import EmailMessage

import pytest

from analysis import read
from analysis.errors import CannotRead
from analysis.reading.documents.kinds import recognise

PARAGRAPHS = (
    "The ferry to Skerry will cost more from April, the harbour board decided on Monday evening.",
    "“We were never asked,” said Ida Moss, who runs the café at the slip – and half the islanders.",
    "The board said it had written to every household in January and had received four answers.",
)
TEXT = "\n\n".join(PARAGRAPHS)
HTML = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
PAGE = (
    "<!DOCTYPE html><html><head><title>Ferry fares</title></head>"
    f"<body><article>{HTML}</article></body></html>"
)


def mail(**parts: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ida Moss <ida@board.example>"
    message["To"] = "list@board.example"
    message["Subject"] = "Ferry fares – the “new” ones"
    message["Date"] = "Wed, 09 Mar 2022 10:00:00 +0000"
    if "text" in parts:
        message.set_content(parts["text"])
    if "html" in parts:
        (message.add_alternative if "text" in parts else message.set_content)(
            parts["html"], subtype="html"
        )
    return message


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_plain_text(encoding: str, charset: str) -> None:
    message = mail()
    message.set_content(TEXT, charset=charset, cte=encoding)
    article = read(bytes(message), "fares.eml")
    assert article.text == TEXT
    assert article.title == "Ferry fares – the “new” ones"
    assert (article.author, article.date) == ("Ida Moss", "2022-03-09")
    assert (article.kind, article.notices) == ("mail", ())


def test_html_only() -> None:
    html = HTML + "<blockquote><p>Nobody asked us either.</p></blockquote><style>p {}</style>"
    article = read(bytes(mail(html=html)), "fares.eml")
    assert article.text == f"{TEXT}\n\nNobody asked us either."
    ((start, end),) = article.quoted
    assert article.text[start:end] == "Nobody asked us either."


def test_the_plain_part_is_taken_unless_it_only_stands_in() -> None:
    long = f"{TEXT}\n\n{TEXT}"
    assert read(bytes(mail(text=long, html=PAGE)), "a.eml").text == long
    stand_in = "Your program cannot show this mail. Open it in a browser."
    assert read(bytes(mail(text=stand_in, html=HTML)), "a.eml").text == TEXT


def test_newsletter_in_tables() -> None:
    html = f"<html><body><table><tr><td>{HTML}</td></tr></table></body></html>"
    article = read(bytes(mail(html=html)), "a.eml")
    assert all(one in article.text for one in PARAGRAPHS)
    assert "<" not in article.text


def test_lines_broken_for_sending_are_joined() -> None:
    message = mail(text="The ferry to \nSkerry costs \nmore.\n\n> You knew. \n\nYes.\n")
    message.set_param("format", "flowed")
    assert (
        read(bytes(message), "a.eml").text
        == "The ferry to Skerry costs more.\n\n> You knew. \n\nYes."
    )


def test_attachments_are_said() -> None:
    message = mail(text=TEXT)
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    assert read(bytes(message), "a.eml").notices == ("One attachment was not read.",)
    message = mail(text="\n")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(CannotRead, match="without text of its own: save what is attached to it"):
        read(bytes(message), "a.eml")


def test_mailboxes() -> None:
    one = b"From ida@board.example Wed Mar  9 10:00:00 2022\n" + bytes(mail(text=TEXT)) + b"\n"
    assert read(one, "box.mbox").text == TEXT
    assert read(b"1234 \n" + bytes(mail(text=TEXT)), "a.emlx").text == TEXT
    with pytest.raises(
        CannotRead, match="is a mailbox of 3 e-mails: save one of them and give that"
    ):
        read(one * 3, "box.mbox")


@pytest.mark.parametrize("name", ["fares.mhtml", "fares.mht", "fares"])
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_a_page_saved_as_one_file(name: str, newline: str) -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://board.example/fares"
    message["Subject"] = "Ferry fares"
    message.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    article = read(bytes(message).replace(b"\n", newline.encode()), name)
    assert article.text == TEXT
    assert (article.title, article.url) == ("Ferry fares", "https://board.example/fares")
    assert article.kind == "html"


def test_a_saved_page_without_an_article() -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message.set_content("<html><body></body></html>", subtype="html")
    with pytest.raises(CannotRead, match=r"^a\.mhtml is a web page in which no article was found"):
        read(bytes(message), "a.mhtml")


@pytest.mark.parametrize(
    "text",
    [
        "From: the mayor\nSubject: the pier\n\nThe mayor spoke.",
        "Dear reader: this is a letter.\n\nThe mayor spoke.",
        "Date: 4 May\n\nThe mayor spoke.",
    ],
)
def test_a_text_that_begins_like_a_letter_is_text(text: str) -> None:
    assert recognise(text.encode(), "a.txt") is None
    assert read(text.encode(), "a.txt").text == text


def test_broken_headers_are_left_out() -> None:
    data = (
        b"MIME-Version: 1.0\r\nFrom: =?x?q?=\xff<\r\nDate: 99 Foo\r\nSubject: \r\n\r\n"
        + TEXT.encode()
    )
    article = read(data, "a.eml")
    assert article.text == TEXT
    assert (article.title, article.date) == (None, None)

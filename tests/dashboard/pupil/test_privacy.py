"""*Privacy for schools* as a plain page: all of the text, and no way to the scores."""

import re
from html.parser import HTMLParser

from dashboard.pupil.privacy import STATEMENT, as_html, privacy_page


class Words(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.said, self.links = [], []
        self.feed(text)

    def handle_data(self, data):
        self.said.append(data)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs)["href"])


def letters(text):
    return re.findall(r"\w+", text)


def test_all_words_of_the_statement_are_on_the_page():
    statement = STATEMENT.read_text(encoding="utf-8")
    assert letters(" ".join(Words(as_html(statement)).said)) == letters(statement)


def test_no_sign_of_markdown_is_left():
    shown = "".join(Words(as_html(STATEMENT.read_text(encoding="utf-8"))).said)
    assert [sign for sign in ("*", "`", "|", "#", "](") if sign in shown] == []


def test_the_only_link_leads_back():
    assert Words(privacy_page("7")).links == ["../join"]


def test_markup_in_the_text_is_text():
    assert as_html("**1** <i>\n\n<script>x</script>") == (
        "<p><strong>1</strong> &lt;i&gt;</p>\n<p>&lt;script&gt;x&lt;/script&gt;</p>\n"
    )

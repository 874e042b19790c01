"""Articles of web pages."""

import pytest

from analysis.errors import CannotRead
from analysis.reading.documents.html.article import read_html


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<html><body>123</body>", b"<html><script>a()"]
)
def test_no_article(data: bytes) -> None:
    with pytest.raises(CannotRead, match="in which no article was found: open it in a browser"):
        read_html(data)


def test_address_is_the_given_one_where_the_page_has_none() -> None:
    data = f"<html><body><article>{'<p>The mayor spoke for an hour.</p>' * 9}</article>".encode()
    assert read_html(data, url="https://examiner.example/a").url == "https://examiner.example/a"


def test_a_year_in_the_story_is_not_the_date() -> None:
    story = "<p>In 2019 the group received four million pounds of public money.</p>" * 5
    assert read_html(f"<html><body><article>{story}</article></body></html>".encode()).date is None

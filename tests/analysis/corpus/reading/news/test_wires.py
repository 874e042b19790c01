"""Feeds, NITF and ninjs: what their articles are, and what in them is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from analysis.corpus.reading.kinds import module_for
from analysis.corpus.reading.opening import open_archive
from analysis.corpus.reading.record import Choices, Found, Unreadable
from tests.analysis.corpus.reading.news.made.feed_files import in_cdata, rss
from tests.analysis.corpus.reading.news.made.stories import stories
from tests.analysis.corpus.reading.news.made.wire_files import nitf, nitf_documents

STORIES = stories(51, 4)
LONG = "The council met again and the harbour stayed shut for the boats. " * 12
BOMB = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'


def read(folder: Path, data: bytes | str) -> Sequence[Found | Unreadable]:
    path = folder / "a.file"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    module = module_for(path)
    assert module is not None
    return list(module.open_file(path, Choices({})).articles())


def said(one: Found | Unreadable) -> str:
    assert isinstance(one, Unreadable)
    return one.message


def test_entities_are_not_declared(tmp_path: Path) -> None:
    (one,) = read(
        tmp_path,
        f"{BOMB}<rss><channel><item><title>T</title><description>{LONG} &b; &f;</description>"
        "</item></channel></rss>",
    )
    assert isinstance(one, Found)
    assert "boom" not in one.text
    assert one.text.startswith(LONG[:50])
    (two,) = read(tmp_path, f"{BOMB.replace('rss', 'nitf')}" + nitf(STORIES[0]))
    assert isinstance(two, Found)
    assert two.text == STORIES[0].text


def test_items_without_whole_text(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "<feed><entry><title>A</title><summary>Short.</summary><link href='https://a.example/a'/>"
        f"</entry><entry><title>B</title><content>{LONG} Continue reading</content></entry>"
        "<entry><title>C</title></entry></feed>",
    )
    assert [one.title for one in found] == ["A", "B", "C"]
    assert found[0].url == "https://a.example/a"
    assert "only the beginning of its text: fetch its page with --fetch" in said(found[0])
    assert "only the beginning of its text: get the feed" in said(found[1])
    assert "has no text" in said(found[2])


def test_hostile_items(tmp_path: Path) -> None:
    deep = "<b>" * 5000
    found = read(
        tmp_path,
        "<rss><item><title>A</title><description>" + "x" * 10_600_000 + "</description></item>"
        f"<item><title>B</title><description>{deep}</description></item>"
        f"<item>\0<title>C &lt;script&gt;</title><description>{LONG}</description></item></rss>",
    )
    assert "is larger than the 10 MB" in said(found[0])
    assert isinstance(found[1], Unreadable)
    assert isinstance(found[2], Found)
    assert found[2].text == LONG.strip()


def test_a_feed_without_articles_and_one_that_is_cut_off(tmp_path: Path) -> None:
    archive_file = tmp_path / "a.xml"
    archive_file.write_text("<rss><channel><title>T</title></channel></rss>", "utf-8")
    archive = open_archive(archive_file, Choices({}))
    ((articles, skipped),) = archive.parts(10)
    assert articles.empty
    assert list(skipped["message"]) == ["a.xml is a feed without an article: give another file."]
    whole = rss(STORIES, in_cdata, claims=4)
    archive_file.write_bytes(whole[: len(whole) * 2 // 3])
    archive = open_archive(archive_file, Choices({}))
    ((articles, skipped),) = archive.parts(10)
    assert list(articles["title"]) == [one.title for one in STORIES[:2]]
    assert list(skipped["source"]) == ["a.xml, article 3"]
    assert "is cut off where the file ends" in skipped["message"].iloc[0]
    ((_, claimed, found),) = [(one.file, one.claimed, one.found) for one in archive.claims]
    assert (claimed, found) == (4, 3)


def test_quotations_stay_quotations(tmp_path: Path) -> None:
    document = (
        "<nitf><body><body.content><p>The first.</p><bq><block><p>It is a mess.</p></block></bq>"
        "<ul><li>one</li><li>two</li></ul></body.content></body></nitf>"
    )
    (one,) = read(tmp_path, document)
    assert isinstance(one, Found)
    assert one.text == "The first.\n\nIt is a mess.\n\n- one\n- two"
    assert [one.text[start:end] for start, end in one.quoted] == ["It is a mess."]
    (two,) = read(
        tmp_path,
        '{"uri": "u", "body_html": "<p>The first.</p><blockquote>A mess.</blockquote>"}',
    )
    assert isinstance(two, Found)
    assert [two.text[start:end] for start, end in two.quoted] == ["A mess."]


def test_nitf_that_is_no_article(tmp_path: Path) -> None:
    whole = nitf_documents(STORIES[:1], "utf-8").decode()
    canceled = whole.replace("<docdata>", '<docdata management-status="canceled">')
    empty = "<nitf><head/><body><body.content/></body></nitf>"
    found = read(tmp_path, canceled + empty + whole + "<nitf><body>")
    assert "was withdrawn by its publisher (canceled)" in said(found[0])
    assert found[0].id == STORIES[0].id
    assert found[0].date == str(STORIES[0].day)
    assert found[0].outlet
    assert "has no text" in said(found[1])
    assert isinstance(found[2], Found)
    assert "is cut off" in said(found[3])


def test_ninjs_that_is_withdrawn_keeps_outlet_and_day(tmp_path: Path) -> None:
    item = '{"uri": "u", "pubstatus": "withheld", "source": "Wire", "versioncreated": "2020-03-03"}'
    (one,) = read(tmp_path, item)
    assert isinstance(one, Unreadable)
    assert (one.outlet, one.date) == ("Wire", "2020-03-03")


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ('{"uri": "u", "type": "picture", "versioncreated": "2020-03-03"}', "no text"),
        ('{"uri": "u", "pubstatus": "withheld", "body_text": "x"}', "withdrawn"),
        ('{"uri": "u", "body_text": "bad \\ud800"}', "broken Unicode"),
        ('{"uri": "u", "body_text": ["x"]}', "is empty"),
        ('{"uri": "u", "bodies": "x", "headlines": 5}', "is empty"),
        ('{"uri": ["u"], "body_html": "<p></p>"}', "is empty"),
    ],
)
def test_ninjs_that_is_no_article(item: str, message: str, tmp_path: Path) -> None:
    found = read(tmp_path, f'[{item}, {{"uri": "v", "body_text": "Words."}}]')
    assert message in said(found[0])
    assert getattr(found[1], "text", "") == "Words."


def test_other_json_and_xml_is_left_to_others(tmp_path: Path) -> None:
    path = tmp_path / "a.file"
    for data in (
        '[{"uri": "u", "headline": "T", "text": "x"}]',
        '[{"source": "s", "title": "T", "content": "x"}]',
        "<html><body>rss</body></html>",
        "<urlset><url/></urlset>",
    ):
        path.write_text(data, "utf-8")
        module = module_for(path)
        assert module is None or ".news." not in module.__name__

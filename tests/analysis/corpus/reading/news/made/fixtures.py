"""All files of news and research that the readers are measured on, made of articles that are
known."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.analysis.corpus.reading.exports.made.record import Fixture, Truth
from tests.analysis.corpus.reading.news.made import feed_files as feeds
from tests.analysis.corpus.reading.news.made import research_files as research
from tests.analysis.corpus.reading.news.made import wire_files as wire
from tests.analysis.corpus.reading.news.made.stories import Story, stories

NO_ARTICLE = Truth("", "")


def _written(folder: Path, name: str, data: Callable[[], bytes]) -> Path:
    path = folder / name
    path.write_bytes(data())
    return path


def _fixture(
    name: str,
    form: str,
    data: Callable[[], bytes],
    truth: Sequence[Truth],
    claims: int | None = None,
) -> Fixture:
    return Fixture(name, form, partial(_written, name=name, data=data), tuple(truth), claims)


def _feeds() -> Iterator[Fixture]:
    for seed, body in enumerate((feeds.in_cdata, feeds.escaped), 1):
        made = stories(seed)
        data = partial(feeds.rss, made, body, claims=len(made) + seed - 1)
        yield _fixture(f"rss-{seed}.xml", "RSS", data, [one.truth() for one in made],
                       len(made) + seed - 1)  # fmt: skip
    made = stories(3)
    yield _fixture("rss-western.xml", "RSS", partial(feeds.rss, made, feeds.escaped, "cp1252"),
                   [one.truth() for one in made])  # fmt: skip
    made = stories(4)
    yield _fixture("rss-wide.rss", "RSS", partial(feeds.rss, made, feeds.in_cdata, "utf-16"),
                   [one.truth() for one in made])  # fmt: skip
    yield _mixed_feed()
    made = stories(6, 9)
    yield _fixture("rss-1.rdf", "RSS", partial(feeds.rss_1, made), [one.truth() for one in made])
    for seed, encoding in ((7, "utf-8"), (8, "utf-16")):
        made = stories(seed)
        yield _fixture(f"atom-{seed}.atom", "Atom", partial(feeds.atom, made, encoding),
                       [one.truth() for one in made])  # fmt: skip


def _mixed_feed() -> Fixture:
    """Said to be UTF-8, with items in Windows-1252, one without a text, one that has no end."""
    made = stories(5, beyond=False)

    def data() -> bytes:
        whole = feeds.rss(made, feeds.in_cdata)
        head, *items = whole.split(b"<item>")
        head = b"<item>".join([head, items.pop(0)])  # the one in the comment
        items[1] = items[1].decode().encode("cp1252")
        items[2] = items[2].replace(b"</item>", b"")
        empty = b"<title>Nothing</title><guid>e</guid></item>"
        return b"<item>".join([head, *items[:3], empty, *items[3:]])

    truth = [one.truth() for one in made]
    return _fixture("rss-mixed.xml", "RSS", data, [*truth[:3], NO_ARTICLE, *truth[3:]])


def _wires() -> Iterator[Fixture]:
    for seed, encoding in ((11, "utf-8"), (12, "iso-8859-1")):
        made = stories(seed)
        yield _fixture(f"nitf-{seed}.xml", "NITF", partial(wire.nitf_documents, made, encoding),
                       [one.truth() for one in made])  # fmt: skip
    made = stories(13)
    yield _fixture("nitf-lead.xml", "NITF", partial(wire.nitf_documents, made, "utf-8", True),
                   [one.truth() for one in made])  # fmt: skip
    made = stories(14, 12)
    yield _fixture("newsml.xml", "NITF", partial(wire.newsml, made),
                   [one.truth() for one in made])  # fmt: skip
    for seed, item in ((15, wire.ninjs_1), (16, wire.ninjs_2), (17, wire.ninjs_3)):
        made = stories(seed)
        items = [item(one) for one in made]
        truth = [one.truth(section="") for one in made]
        yield _fixture(f"ninjs-{seed}.json", "ninjs",
                       lambda items=items: json.dumps(items, indent=2).encode(), truth)  # fmt: skip
        cut = wire.lines(items[:1])[:300]
        data = b"\n".join([cut, wire.lines(items), b'{"uri": "x", "type": "picture"}'])
        yield _fixture(f"ninjs-{seed}.jsonl", "ninjs", lambda data=data: data,
                       [NO_ARTICLE, *truth, NO_ARTICLE])  # fmt: skip


def _research() -> Iterator[Fixture]:
    for seed, encoding in ((21, "utf-8"), (22, "cp1252")):
        made = stories(seed, 8, beyond=encoding == "utf-8")
        rows = [research.nela_row(one, epoch=seed == 22) for one in made]
        rows.insert(2, {**rows[2], "content": None})
        truth = [one.truth(section="") for one in made]
        name = f"nela-{seed}.db"
        yield Fixture(
            name,
            "NELA-GT database",
            lambda folder, name=name, rows=rows, encoding=encoding: research.nela_database(
                folder / name, rows, encoding
            ),
            (*truth[:2], NO_ARTICLE, *truth[2:]),
            len(rows),
        )
    for seed, indent in ((23, None), (24, 1)):
        made = stories(seed, 8)
        rows = [research.nela_row(one) for one in made]
        yield _fixture(f"nela-{seed}.json", "NELA-GT JSON",
                       lambda rows=rows, indent=indent: json.dumps(rows, indent=indent).encode(),
                       [one.truth(section="") for one in made])  # fmt: skip
    for seed, packed, name in (
        (25, False, "pages.warc"),
        (26, True, "pages.warc.gz"),
        (27, False, "whole.warc.gz"),
    ):
        made = stories(seed, 4)
        data = partial(research.warc, made, packed)
        if name.startswith("whole"):
            data = partial(_whole_gzip, made)
        yield _fixture(name, "WARC", data, [*map(_of_page, made), NO_ARTICLE])


def _whole_gzip(made: Sequence[Story]) -> bytes:
    return gzip.compress(research.warc(made, False), mtime=0)


def _of_page(story: Story) -> Truth:
    """A page begins with its headline, and its outlet is its site."""
    text = f"{story.title}\n\n{story.text}"
    return replace(story.truth("examiner.example", section=""), text=text)


FIXTURES: list[Fixture] = [*_feeds(), *_wires(), *_research()]

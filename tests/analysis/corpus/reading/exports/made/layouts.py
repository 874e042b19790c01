"""Invented articles in the layouts of Nexis and Factiva, as their help pages show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.analysis.corpus.reading.exports.made.record import Made, Row


def words(one: Made) -> int:
    return sum(len(row.text.split()) for row in one.body)


def nexis(articles: Sequence[Made], claims: int | None, numbered: bool = True) -> Iterator[Row]:
    """Nexis Uni: a first page with the list, then title, outlet, date, labels, Body."""
    if claims is not None:
        yield from _listed(articles, claims, numbered)
    for one in articles:
        yield from _nexis(one)


def _listed(articles: Sequence[Made], claims: int, numbered: bool) -> Iterator[Row]:
    yield Row("Date and Time: Tuesday, March 3, 2020 4:12:00 PM EST")
    yield Row("Job Number: 110223344")
    yield Row(f"Documents ({claims})", "bold")
    for number, one in enumerate(articles, 1):
        yield Row(
            f"{number}. {one.title}" if numbered else one.title, "plain" if numbered else "item"
        )
        yield Row("Client/Matter: -None-")
        if number == 1:
            yield Row("Search Terms: harbour AND pool")
            yield Row("Search Type: Terms and Connectors")
            yield Row("Narrowed by:")
            yield Row("Content Type\tNarrowed by", "cells")
            yield Row("News\tTimeline: Jan 01, 2019 to Dec 31, 2021", "cells")


def _nexis(one: Made) -> Iterator[Row]:
    yield Row(one.title, "page")
    for line in one.lines_of_title:
        yield Row(line, "title")
    yield Row(one.outlet, "centre")
    if one.said:
        yield Row(one.said, "centre")
    if one.edition:
        yield Row(one.edition, "centre")
    yield Row(f"Copyright 2020 {one.outlet} All Rights Reserved", "centre")
    if one.section:
        pages = f"; Pg. {one.pages}" if one.pages else ""
        yield Row(f"Section: {one.section}{pages}")
    yield Row(f"Length: {words(one)} words")
    if one.byline:
        yield Row(f"Byline: {one.byline}")
    if one.body:
        yield Row("Body", "bold")
    yield from one.body
    if one.graphic:
        yield Row("Graphic", "bold")
        yield Row(one.graphic)
    if one.pages == "4":
        yield Row("Classification", "bold")
        yield Row("Language: ENGLISH")
        yield Row("Publication-Type: Newspaper")
        yield Row("Subject: HARBORS & PORTS (90%); MAYORS (78%)")
    yield Row("Load-Date: April 9, 2021")
    yield Row("End of Document", "bold")


def nexis_old(articles: Sequence[Made], claims: int, rights_first: bool = False) -> Iterator[Row]:
    """LexisNexis Academic: "1 of 25 DOCUMENTS" and labels in capitals."""
    for number, one in enumerate(articles, 1):
        yield Row("", "page")
        yield Row(f"{number} of {claims} DOCUMENTS", "centre")
        if rights_first:
            yield Row(f"Copyright 2020 {one.outlet}", "centre")
            yield Row("All Rights Reserved", "centre")
        yield Row(one.outlet, "centre")
        if one.said:
            yield Row(one.said, "centre")
            if one.edition:
                yield Row(one.edition, "centre")
        for line in one.lines_of_title:
            yield Row(line, "title")
        if one.byline:
            yield Row(f"BYLINE: {one.byline}")
        if one.section:
            pages = f"; Pg. {one.pages}" if one.pages else ""
            yield Row(f"SECTION: {one.section}{pages}")
        yield Row(f"LENGTH: {words(one)} words")
        yield from one.body
        if one.graphic:
            yield Row(f"GRAPHIC: {one.graphic}")
        if one.pages == "4":
            yield Row("SUBJECT: HARBORS & PORTS (90%); MAYORS (78%)")
        yield Row("LOAD-DATE: April 9, 2021")
        yield Row("LANGUAGE: ENGLISH")
        yield Row("PUBLICATION-TYPE: Newspaper")
        if rights_first:
            continue
        yield Row(f"Copyright 2020 {one.outlet}", "centre")
        yield Row("All Rights Reserved", "centre")


def factiva(articles: Sequence[Made], claims: int | None, rights: bool = True) -> Iterator[Row]:
    """Factiva without tags."""
    for one in articles:
        if one.section:
            yield Row(one.section)
        for line in one.lines_of_title:
            yield Row(line, "title")
        if one.byline:
            yield Row(one.byline)
        yield Row(f"{words(one):,} words")
        if one.said:
            yield Row(one.said)
        if one.pages == "4":
            yield Row("10:15")
        yield Row(one.outlet)
        yield Row(one.code)
        if one.edition:
            yield Row(one.edition)
        if one.pages:
            yield Row(one.pages)
        yield Row("English")
        if rights:
            yield Row(f"Copyright 2020 {one.outlet}. All Rights Reserved.")
        yield from one.body
        yield Row(f"Document {one.id}")
    yield from _summary(claims)


def factiva_tagged(articles: Sequence[Made], claims: int | None) -> Iterator[Row]:
    """Factiva with tags."""
    for one in articles:
        fields = (
            ("SE", one.section),
            ("HD", one.title),
            ("BY", one.byline),
            ("WC", f"{words(one):,} words"),
            ("PD", one.said),
            ("ET", "10:15" if one.pages == "4" else ""),
            ("SN", one.outlet),
            ("SC", one.code),
            ("ED", one.edition),
            ("PG", one.pages),
            ("LA", "English"),
            ("CY", f"Copyright 2020 {one.outlet}. All Rights Reserved."),
        )
        for tag, text in fields:
            if text:
                yield Row(f"{tag}\t{text}", "tag")
        half = min(2, len(one.body))
        for tag, body in (("LP", one.body[:half]), ("TD", one.body[half:])):
            for number, row in enumerate(body):
                text = row.text.replace("\t", " | ")
                yield Row(f"{tag}\t{text}", "tag") if number == 0 else Row(text, "under")
        if one.graphic:
            yield Row(f"ART\t{one.graphic}", "tag")
        yield Row("NS\tgpol : Domestic Politics | gcat : Political/General News", "tag")
        yield Row("RE\tuk : United Kingdom | eurz : Europe", "tag")
        yield Row(f"AN\tDocument {one.id}", "tag")
    yield from _summary(claims)


def _summary(claims: int | None) -> Iterator[Row]:
    if claims is None:
        return
    yield Row("Search Summary", "bold")
    yield Row("Text\tharbour and pool", "cells")
    yield Row("Date\t01/01/2019 to 31/12/2021", "cells")
    yield Row("Source\tAll Sources", "cells")
    yield Row(f"Results Found\t{claims}", "cells")
    yield Row("Timestamp\t3 March 2021 10:12", "cells")

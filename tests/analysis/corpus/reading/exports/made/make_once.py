"""Make the files of the folder ``once``: exports as other programs write them.

    python -m tests.analysis.corpus.reading.exports.made.make_once CHROMIUM

They are in the repository, with the articles that they were made of in ``truth.json``, because a
browser's PDF is not the same on every machine. The RTF file is written as Word saves one: text in
many short runs, bookmarks, deleted and hidden text, lists of styles and of revisions.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from html import escape
from itertools import groupby
from pathlib import Path

from tests.analysis.corpus.reading.exports.made import layouts
from tests.analysis.corpus.reading.exports.made.articles import invented
from tests.analysis.corpus.reading.exports.made.record import Row
from tests.analysis.corpus.reading.exports.made.rtf_files import escaped

FOLDER = Path(__file__).parent / "once"

WORD = (
    r"{\rtf1\adeflang1025\ansi\ansicpg1252\uc2\adeff31507\deff0\stshfdbch31506\stshfloch31506"
    r"{\fonttbl{\f0\fbidi \froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}"
    r"{\flomajor\f31500\fbidi \froman\fcharset0\fprq2 Times New Roman;}"
    r"{\f39\fbidi \froman\fcharset204\fprq2 Times New Roman Cyr;}}"
    r"{\colortbl;\red0\green0\blue0;}{\*\defchp \fs22}{\*\defpap \ql \li0}"
    r"{\stylesheet{\ql \li0\ri0\sa160 \snext0 \sqformat Normal;}{\s1\ql heading 1;}}"
    r"{\*\rsidtbl \rsid1\rsid77}{\mmathPr\mmathFont34}{\info{\operator X}{\nofpages3}}"
    r"{\*\xmlnstbl {\xmlns1 http://schemas.microsoft.com/office/word/2003/wordml}}"
    r"\paperw12240\paperh15840\margl1440 {\*\wgrffmtfilter 2450}"
    r"{\headerr \pard {\rtlch\ltrch\insrsid77 Page 1 of 4\par }}"
    r"{\footerr \pard End of Document\par}"
    "\n"
)
LATENT = r"{\*\latentstyles\lsdstimax376{\lsdlockedexcept \lsdqformat1 Normal;}}"


def word_like(rows: Iterable[Row]) -> bytes:
    """Rows as Word saves them in RTF."""
    return (WORD + "".join(map(_paragraph, rows)) + LATENT + "}").encode("ascii")


def _paragraph(row: Row) -> str:
    if row.kind == "page":
        return r"\pard\plain {\rtlch\ltrch\insrsid77 \page }" + "\n"
    run = r"{\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid77 "
    words = row.text.replace("\t", " | ").split(" ")
    runs = []
    for start in range(0, len(words), 4):
        piece = escaped(" ".join(words[start : start + 4]))
        space = " " if start + 4 < len(words) else ""
        # Two characters stand for those that an old reader lacks.
        runs.append(run + piece.replace("?", r"\'3f\'3f") + space + "}\n")
    runs.insert(1, r"{\*\bkmkstart _Toc1}{\deleted\insrsid1 struck out }{\v\insrsid1 Body }")
    runs.append(r"{\*\bkmkend _Toc1}{\rtlch\ltrch\insrsid77 \par }")
    return r"\pard\plain \ltrpar\ql \li0\ri0\sa160\itap0 " + "".join(runs) + "\n"


def page_of(rows: Iterable[Row]) -> str:
    """Rows as a web page that a browser prints."""
    style = (
        "@page{margin:2.2cm} body{font:11pt/1.35 serif} h1{font-size:17pt}"
        ".centre{text-align:center} table{border-spacing:0} .page{break-before:page}"
        "td{vertical-align:top;padding:1pt 12pt 1pt 0}"
    )
    return f"<meta charset=utf-8><style>{style}</style>" + "".join(_elements(rows))


def _elements(rows: Iterable[Row]) -> Iterator[str]:
    for kind, group in groupby(rows, lambda row: "tag" if row.kind == "under" else row.kind):
        if kind == "tag":
            yield "<table>" + "".join(_cells(list(group))) + "</table>"
            continue
        for row in group:
            text = escape(row.text.replace("\t", " "))
            if kind == "page":
                yield "<div class=page></div>"
            elif kind == "title":
                yield f"<h1>{text}</h1>"
            elif kind == "item":
                yield f"<ul><li>{text}</li></ul>"
            else:
                yield f"<p class={kind}>{f'<b>{text}</b>' if kind == 'bold' else text}</p>"


def _cells(rows: list[Row]) -> Iterator[str]:
    fields: list[tuple[str, list[str]]] = []
    for row in rows:
        tag, _, text = row.text.partition("\t") if row.kind == "tag" else ("", "", row.text)
        if tag:
            fields.append((tag, []))
        fields[-1][1].append(f"<p>{escape(text)}</p>")
    for tag, texts in fields:
        yield f"<tr><td><b>{tag}</b></td><td>{''.join(texts)}</td></tr>"


def printed(browser: str, page: str) -> bytes:
    """A page as a PDF by Chromium, with its date above and the address and number below."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "export.html"), Path(folder, "export.pdf")
        source.write_text(page, "utf-8")
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}"]
        subprocess.run([browser, *arguments, source.as_uri()], check=True, capture_output=True)
        return target.read_bytes()


def main() -> None:
    """Make all of them."""
    browser = sys.argv[1]
    dates = ("%B {n}, %Y %A", "{n} %B %Y", "%A {th} %B %Y, 10:15 AM GMT")
    days = ("{n} %B %Y",)
    nexis, old = invented(31, 5, dates), invented(32, 4, dates, beyond=True)
    tagged, plain = invented(33, 4, days), invented(34, 6, days, beyond=True)
    files = {
        "nexis-printed.pdf": (nexis, lambda: printed(browser, page_of(layouts.nexis(nexis, 5)))),
        "lexisnexis-word.rtf": (old, lambda: word_like(layouts.nexis_old(old, 4))),
        "factiva-tagged-printed.pdf": (
            tagged,
            lambda: printed(browser, page_of(layouts.factiva_tagged(tagged, 4))),
        ),
        "factiva-word.rtf": (plain, lambda: word_like(layouts.factiva(plain, 6))),
    }
    truth = {}
    for name, (articles, make) in files.items():
        (FOLDER / name).write_bytes(make())
        truth[name] = [asdict(one.truth()) for one in articles]
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (FOLDER / "truth.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()

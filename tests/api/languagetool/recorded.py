"""Requests as clients make them, written down by hand from reading their source.

The texts are made for these tests; parameters, their order, headers and encodings are the clients'.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

FORM = "application/x-www-form-urlencoded"

TEXT = "A café 😀 in town.\n\nThe regime’s plan costs 5% & more: “shameful” is a word. Regime!"
"""With an emoji before the words to be found, and what forms have to encode."""

WORDS = ["regime", "Regime"]
"""What a house rule finds in it."""

METADATA = {"EmailToAddress": "ann@desk.example"}


def uri_component(text: str) -> str:
    """Encode as JavaScript's ``encodeURIComponent`` does."""
    return quote(text, safe="-_.!~*'()")


def search_params(parameters: dict[str, str]) -> str:
    """Encode as JavaScript's ``URLSearchParams`` does (the URL Standard, section 5.2)."""
    encoded = (
        f"{quote_plus(k, safe='*-._')}={quote_plus(v, safe='*-._')}" for k, v in parameters.items()
    )
    return "&".join(encoded)


@dataclass(frozen=True)
class Recorded:
    """A request to ``/v2/check``; offsets refer to ``joined``, the text with its markup."""

    client: str
    body: str
    headers: dict[str, str] = field(default_factory=dict)
    joined: str = TEXT
    code: str = "en-GB"
    found: tuple[str, ...] = tuple(WORDS)


def _libreoffice(user: str = "") -> str:
    # Everything but RFC 3986's unreserved characters is encoded.
    return f"text={quote(TEXT, safe='-._~')}&language=en-GB{user}"


_MARKED = [
    {"markup": "", "interpretAs": "• "},
    {"text": "A café 😀 in town."},
    {"markup": "\n\n**", "interpretAs": "\n\n"},
    {"text": "The regime’s plan"},
    {"markup": "**"},
    {"text": " costs 5% & more: “shameful” is a word. "},
    {"markup": "      "},
    {"text": "Regime!"},
    {"markup": "", "interpretAs": "\n\n"},
]
"""Markdown as the plugins of Obsidian set it apart: without its text where it is code, as spaces of
its length, or as it is."""

_JOINED = "".join(piece.get("text") or piece.get("markup", "") for piece in _MARKED)


def _with_offsets() -> list[dict[str, object]]:
    # The packages annotatedtext-* add the place of each piece.
    found: list[dict[str, object]] = []
    at = 0
    for piece in _MARKED:
        length = len((piece.get("text") or piece.get("markup", "")).encode("utf-16-le")) // 2
        found.append({**piece, "offset": {"start": at, "end": at + length}})
        at += length
    return found


RECORDED = [
    # LibreOffice 7.5 and later, lingucomponent/source/spellcheck/languagetool/languagetoolimp.cxx:
    # curl, POST to the base address + "/check", one paragraph or more a request.
    Recorded("LibreOffice", _libreoffice(), {"Content-Type": FORM, "Accept": "*/*"}),
    # The same with user name and key, which it sends only together.
    Recorded(
        "LibreOffice with a key",
        _libreoffice("&username=ann%40desk.example&apiKey=secret"),
        {"Content-Type": FORM, "Accept": "*/*"},
    ),
    # LibreOffice 7.4 sends the text as it is: this was recorded from 7.4.7, but for the text.
    Recorded(
        "LibreOffice 7.4",
        f"text={TEXT}&language=en-GB&username=ann&apiKey=secret",
        {"Content-Type": FORM, "Accept": "*/*"},
    ),
    # The browser add-on, last public source, webextension/bs/common.js: XMLHttpRequest with a
    # string and no content type of its own, so that the browser writes that of plain text.
    Recorded(
        "browser add-on",
        "disabledRules=WHITESPACE_RULE&useragent=webextension-firefox"
        f"&text={uri_component(TEXT)}&language=auto&preferredVariants=en-GB,de-DE,pt-PT,ca-ES",
        {
            "Content-Type": "text/plain;charset=UTF-8",
            "Origin": "moz-extension://7f0c0a52-0000-4000-8000-1d2f3a4b5c6d",
        },
    ),
    # The same of a paying user: text and what is known of it as "data", and a password.
    Recorded(
        "browser add-on with an account",
        "disabledRules=WHITESPACE_RULE&useragent=webextension-chrome"
        f"&data={uri_component(json.dumps({'text': TEXT, 'metaData': METADATA}))}"
        "&motherTongue=de&language=en-GB&username=ann&password=secret",
        {
            "Content-Type": "text/plain;charset=UTF-8",
            "Origin": "chrome-extension://oldceeleldhonbafppcapldpdifcinji",
        },
    ),
    # Obsidian, github.com/wrenger/obsidian-languagetool, src/api.ts and src/annotated.ts: its own
    # requestUrl, which sends no origin.
    Recorded(
        "Obsidian (wrenger)",
        search_params(
            {
                "data": json.dumps({"annotation": _MARKED}, ensure_ascii=False),
                "language": "auto",
                "enabledOnly": "false",
                "level": "picky",
                "motherTongue": "de",
                "disabledRules": "ARROWS,EN_QUOTES",
                "preferredVariants": "en-GB,de-DE,pt-BR,ca-ES",
            }
        ),
        {"Content-Type": FORM, "Accept": "application/json"},
        joined=_JOINED,
    ),
    # Obsidian, github.com/Clemens-E/obsidian-languagetool-plugin, src/api.ts: fetch from its page.
    Recorded(
        "Obsidian (Clemens-E)",
        f"data={uri_component(json.dumps({'annotation': _with_offsets()}, ensure_ascii=False))}"
        "&language=auto&enabledOnly=false&level=default&disabledCategories=TYPOS"
        "&preferredVariants=en-GB%2Cde-AT",
        {"Content-Type": FORM, "Accept": "application/json", "Origin": "app://obsidian.md"},
        joined=_JOINED,
    ),
    # language_tool_python 3, src/language_tool_python/server.py: requests, a dictionary as data.
    Recorded(
        "language_tool_python",
        f"language=en-US&text={quote_plus(TEXT)}&motherTongue=de&disabledRules=A,B&level=picky",
        {"Content-Type": FORM, "Accept": "*/*"},
        code="en-US",
    ),
    # Visual Studio Code, github.com/davidlday/vscode-languagetool-linter, AbstractService.ts.
    Recorded(
        "VS Code (davidlday)",
        f"data={uri_component(json.dumps({'annotation': _with_offsets()}))}"
        "&language=en-GB&enabledOnly=false&level=default",
        {"Content-Type": f"{FORM};charset=UTF-8", "Accepts": "application/json"},
        joined=_JOINED,
    ),
]

"""Where the links of a page lead: to another article of the site, or somewhere else."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from analysis.reading.documents.html.page.elements import Element

FEWEST_PERMALINKS = 3
"""Headings that lead to the same address, so often or more, are entries of this very page."""

_ENTRY = re.compile(r"(?:block|post|entry|update)[=:_-]", re.I)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Links:
    """Tells whether a link of a page leads to another page of the site.

    ``url`` is the page's address if it is known; ``<link rel="canonical">`` and ``og:url`` give it
    too.
    """

    def __init__(self, tree: Element, url: str | None = None) -> None:
        known = [
            url,
            *(e.get("href") for e in tree.iterfind(".//link[@rel='canonical']")),
            *(e.get("content") for e in tree.iterfind(".//meta[@property='og:url']")),
        ]
        self._own = {target(address) for address in known if address}
        in_headings = Counter(
            target(link.get("href") or "")
            for heading in tree.iter(*_HEADINGS)
            for link in [*heading.iter("a"), *heading.iterancestors("a")]
        )
        self._own |= {path for path, count in in_headings.items() if count >= FEWEST_PERMALINKS}
        self._hosts = {host for host in map(_host, filter(None, known)) if host}

    def leads_away(self, link: Element) -> bool:
        """Whether a link leads to another page, not to a place on this one."""
        address = link.get("href") or "#"
        return not address.startswith("#") and target(address) not in self._own

    def leads_off_site(self, link: Element) -> bool:
        """Whether a link leads to another site, as those to a shop or a source do; False where the
        page does not say which site it is of."""
        host = _host(link.get("href") or "")
        return bool(host and self._hosts) and host not in self._hosts


def target(address: str) -> str:
    """Return an address without its fragment, and without a query that names an entry of a live
    blog."""
    page = address.strip().partition("#")[0]
    path, _, query = page.partition("?")
    return path if _ENTRY.search(query) else page


def _host(address: str) -> str:
    if "//" not in address[:9]:
        return ""
    try:
        return (urlsplit(address.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

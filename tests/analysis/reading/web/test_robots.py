"""robots.txt as RFC 9309 has it; the examples of its sections are here with their answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.web.robots import (
    CACHE_SECONDS,
    CACHE_SITES,
    CACHE_WEIGHT,
    RobotsCache,
    Rules,
    parse_robots,
)


def allows(content: str, target: str, product: str = "Slant") -> bool:
    return parse_robots(content.encode(), product).allows(target)


@pytest.mark.parametrize(
    ("pattern", "target", "fits"),
    [
        # RFC 9309 section 2.2.2, the table of percent-encodings
        ("/foo/bar?baz=quz", "/foo/bar?baz=quz", True),
        ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar", True),
        ("/foo/bar/ツ", "/foo/bar/%E3%83%84", True),
        ("/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84", True),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz", True),
        ("/a%2Fb", "/a/b", False),  # reserved characters stay apart from their escapes
        # section 2.2.3, special characters
        ("/this/path/exactly$", "/this/path/exactly", True),
        ("/this/path/exactly$", "/this/path/exactly/not", False),
        ("/this/*/exactly", "/this/path/exactly", True),
        ("/this/*/exactly", "/this/path/not", False),
        ("/", "/", True),
        ("/fish", "/fish.html", True),
        ("/fish", "/Fish", False),
        ("/fish", "/a/fish", False),
        ("*/fish", "/a/fish", True),
        ("/fish*", "/fish", True),
        ("/*.php$", "/a/index.php", True),
        ("/*.php$", "/a/index.php?x=1", False),
        ("/*.php", "/a/index.php?x=1", True),
        ("/a*a$", "/a", False),
        ("/**b", "/aab", True),
        ("/*$", "/anything", True),
    ],
)
def test_patterns(pattern: str, target: str, fits: bool) -> None:
    assert allows(f"User-agent: *\nDisallow: {pattern}", target) is not fits


@pytest.mark.parametrize(
    ("lines", "target", "allowed"),
    [
        # section 5.2: the longest match decides
        (["Allow: /example/page/", "Disallow: /example/page/disallowed.gif"],
         "/example/page/disallowed.gif", False),
        (["Disallow: /", "Allow: /news"], "/news/a", True),
        (["Disallow: /", "Allow: /news"], "/sport", False),
        (["Disallow: /a", "Allow: /a"], "/a", True),
        (["Disallow:"], "/a", True),
        (["Disallow: # nothing"], "/a", True),
        (["  DISALLOW :  /a  # all of it"], "/a", False),
        (["Crawl-delay: 10", "Disallow: /a"], "/a", False),
        (["Disallow /a"], "/a", True),
        (["Disallow: /robots.txt"], "/robots.txt", True),
        (["Disallow: /"], "/robots.txt?x", False),
    ],
)  # fmt: skip
def test_rules(lines: list[str], target: str, allowed: bool) -> None:
    assert allows("\n".join(["User-agent: *", *lines]), target) is allowed
    assert allows("\r\n".join(["\ufeffUser-Agent: *", "", *lines]), target) is allowed


# RFC 9309 section 5.1, shortened
GROUPS = """
User-agent: *
Disallow: *.gif$
Disallow: /example/

User-agent: foobot
Disallow:/
Allow:/example/page.html

User-agent: barbot
User-agent: bazbot
Disallow: /example/page.html

User-agent: quxbot
"""


@pytest.mark.parametrize(
    ("product", "target", "allowed"),
    [
        ("other", "/a.gif", False),
        ("other", "/example/page.html", False),
        ("other", "/a", True),
        ("foobot", "/a", False),
        ("foobot", "/example/page.html", True),
        ("FooBot", "/a", False),
        ("foo", "/a", True),
        ("foobots", "/a", True),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/a.gif", True),
        ("quxbot", "/example/page.html", True),
    ],
)
def test_groups(product: str, target: str, allowed: bool) -> None:
    assert allows(GROUPS, target, product) is allowed


def test_groups_that_name_the_same_program_are_one() -> None:
    content = "User-agent: Slant/1.0\nDisallow: /a\n\nUser-agent: b\nDisallow: /c\n\n" + (
        "User-agent: slant\nDisallow: /d\n\nUser-agent: *\nDisallow: /e"
    )
    verdicts = [allows(content, target) for target in ("/a", "/c", "/d", "/e")]
    assert verdicts == [False, True, False, True]


@pytest.mark.parametrize(
    ("between", "allowed"),
    [
        ("Crawl-delay: 5", True),
        ("crawl-delay : 5\n", True),
        ("Crawl-delay: 5\nSitemap: https://n.example/s.xml\n\n", True),
        ("Request-rate: 1/5", True),
        ("Content-Signal: search=yes", True),
        # These say nothing of the programs above them, so the group goes on (RFC 9309, 2.2.4).
        ("Sitemap: https://n.example/s.xml", False),
        ("# Crawl-delay: 5", False),
        ("\n\n", False),
        ("Host: n.example", False),
    ],
)
def test_a_crawl_delay_belongs_to_the_programs_above_it(between: str, allowed: bool) -> None:
    content = f"User-agent: *\n{between}\nUser-agent: b\nDisallow: /notes"
    assert allows(content, "/notes") is allowed
    assert allows(content, "/notes", "b") is False
    assert allows(content, "/other") is True


def test_rules_after_a_crawl_delay_belong_to_the_same_group() -> None:
    content = (
        "User-agent: *\nDisallow: /a\nCrawl-delay: 5\nDisallow: /b\nUser-agent: c\nDisallow: /d"
    )
    assert [allows(content, target) for target in ("/a", "/b", "/d")] == [False, False, True]


def test_rules_before_any_group_hold_for_nobody() -> None:
    assert allows("Disallow: /\nUser-agent: *\nDisallow: /a", "/b")


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_are_read(content: bytes, target: str) -> None:
    target = "/" + target.encode("utf-8", "replace").decode()
    assert parse_robots(content, "Slant").allows(target) in (True, False)


def test_hostile_files_are_read_and_matched() -> None:
    agents = b"".join(b"user-agent:a%d\n" % number for number in range(15_000))
    parse_robots(agents + b"allow:/a\n" * 25_000 + b"user-agent:*\ndisallow:/b", "Slant")
    stars = b"user-agent:*\n" + b"disallow:/" + b"*a" * 200_000 + b"b\n"
    assert parse_robots(stars, "Slant").allows("/" + "a" * 2000)
    many = b"user-agent:*\n" + b"disallow:/*a*a*a*b$\n" * 25_000
    assert parse_robots(many, "Slant").allows("/" + "a" * 2000)


def test_the_cache_forgets_after_a_while_and_stays_small() -> None:
    now = [0.0]
    cache = RobotsCache(clock=lambda: now[0])
    rules = Rules((("/a", False),))
    cache.put("https://n.example", rules)
    now[0] = CACHE_SECONDS - 1
    assert cache.get("https://n.example") is rules
    assert cache.get("http://n.example") is None
    now[0] = CACHE_SECONDS
    assert cache.get("https://n.example") is None
    for number in range(CACHE_SITES + 1):
        cache.put(f"https://{number}.example", rules)
    assert cache.get("https://0.example") is None
    assert cache.get("https://1.example") is rules


@pytest.mark.parametrize("rules", [(("/" * CACHE_WEIGHT, False),), (("/a", False),) * 1000])
def test_the_cache_keeps_nothing_heavy(rules: tuple[tuple[str, bool], ...]) -> None:
    cache = RobotsCache()
    cache.put("https://n.example", Rules(rules))
    assert cache.get("https://n.example") is None

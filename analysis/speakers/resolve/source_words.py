"""The words of a source: which name in them speaks, or how they describe who does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.speakers.names.titles import is_title, titles_before
from analysis.speakers.names.words import shown, trimmed
from analysis.speakers.resolve.article_names import PERSON, ArticleNames
from analysis.text.function_words import ALL, words

_CUT = re.compile(
    r"[,;()–—]|\s(?:of|for|from|at|in|with|who|whom|whose|which|that|to|on|by|as|about|against|near|"
    r"inside|within|behind|close|familiar|outside|after|before|during|under|representing|like|including|such|told|tells|said|says|asked|wrote)\b"
)
_COMMA = re.compile(r"[,;()–—]")
_AND = re.compile(r"(?:,\s*)?\s(?:and|or)\s|,\s|\s&\s")
_TITLE_WORDS = 6
"""Most words before a name in a list of names."""
_OF_ANOTHER = words("a an to for from with at who by in than like")
"""Words before a name that make it part of a description: “an adviser to Ana Pell”."""
_TRAILING = words(
    "himself herself itself themselves also too alone both jr sr iii long then later now still "
    "never ever often already has had have is was were who previously repeatedly recently publicly "
    "privately reportedly allegedly apparently initially originally finally formally frequently"
)
"""Words after a name that a source can end with by mistake."""
_BRACKETS = 40
"""Characters before a mark in which the brackets around it open."""
_COMMON_FIRST_WORDS = words(
    "two three four five six seven eight nine ten several dozens hundreds thousands officials "
    "sources experts critics supporters opponents aides analysts residents voters people witnesses"
)
"""Words that are no names, and so lose the capital that a sentence's start gave them."""
_ONE = words("the a an its their his her one another")
_POSSESSIVE = re.compile(r"['’](?:s\b)?\s")
_DOCUMENTS = words(
    """statement statements comment comments remark remarks letter letters tweet tweets post posts
    email emails e-mail e-mails memo memos message messages speech speeches testimony interview
    account book article op-ed column editorial essay release report reports study survey poll
    analysis words announcement filing affidavit complaint note notes transcript
    blog website declaration assessment estimate estimates findings"""
)
_SOME_OF = words("other many some most several few all both two three four five more fellow no any")
"""Words before a group or an organisation of which only a part speaks: “other Greens”."""
_OF_SOMEBODY = re.compile(r"['’]s?\s|\b(?:of|for|to|with|from|by|under|at|in|who|whose)\b")
_OF_WHOM = re.compile(r"\s(?:from|by|of)\s(?:the\s)?$")


@dataclass(frozen=True)
class Source:
    """Who the words of a source name: ``names`` are numbers of names, empty for a description;
    ``words`` are the source's words on one line."""

    names: tuple[int, ...]
    words: str


def read_source(article: ArticleNames, start: int, end: int) -> Source:
    """Return who ``text[start:end]`` names.

    That is the name at the end of what stands before the first preposition or comma (“Bay Party
    leader *Joan Hale*”, “*Joan Hale*, a lawyer for Ana Pell”), the name in apposition after it
    (“the mayor of Seaford, *Joan Hale*”), several with “and”, or who wrote a document (“a letter
    from *Joan Hale*”). A name that only belongs to a description (“Hale’s lawyer”, “officials of
    the Bay Party”) does not speak, nor does one alone if others do too (“Hale and her aides”).
    """
    start, end = trimmed(article.text, start, end)
    end = _without_trailing(article.text, start, end)
    segments = list(_segments(article, start, end))
    several = _coordinated(article, start, end) or (
        _coordinated(article, *segments[0]) if len(segments) > 1 else ()
    )
    if several:
        return Source(several, "")
    if not _others_too(article, start, end):
        name = _one_name(article, start, end, segments)
        if name is not None:
            return Source((name,), "")
    return Source((), _described(article, start, end))


def _one_name(
    article: ArticleNames, start: int, end: int, segments: Sequence[tuple[int, int]]
) -> int | None:
    """Return the name of the one person or organisation that the segments of a source give."""
    for number, (begin, stop) in enumerate(segments):
        name = _head(article, begin, stop)
        if name is None and number == 0:
            name = _writer(article, start, end)
            if name is None and not _is_described_person(article.text, begin, stop):
                return None
        if name is not None:
            return _after(article, name, segments[number + 1 :])
    return None


def _after(article: ArticleNames, name: int, segments: Sequence[tuple[int, int]]) -> int:
    """Return the person who stands after another and a comma with a title of their own: in “Joan
    Hale, Bay Party leader Ana Pell” two places were taken for one, and the nearer to the verb
    counts."""
    if len(segments) != 1 or article.names[name].kind != PERSON:
        return name
    begin, end = trimmed(article.text, *segments[0])
    found = list(article.persons(begin, end))
    if len(found) == 1 and found[0][1] == end and titles_before(article.text, found[0][0]):
        before = article.text[begin : found[0][0]]
        if not _OF_SOMEBODY.search(before):
            return found[0][2]
    return name


def _others_too(article: ArticleNames, start: int, end: int) -> bool:
    """Whether words begin with a person and go on with others: “Hale and her aides”, “Hale, Pell
    and two more”."""
    persons = list(article.persons(start, end))
    if not persons:
        return False
    rest = article.text[persons[0][1] : end]
    if re.match(r"\s+(?:and|or|&)\s", rest):
        return True
    listed = len(persons) > 1 and rest[: persons[1][0] - persons[0][1]].strip() == ","
    return listed and re.search(r"\s(?:and|or|&)\s", rest) is not None


def _segments(article: ArticleNames, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between the commas and brackets outside of names."""
    begin = start
    for match in _COMMA.finditer(article.text, start, end):
        if match.start() < begin or _within_name(article, match.start()):
            continue
        if _within_brackets_that_go_on(article.text, match.start(), end):
            continue
        if begin < match.start():
            yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end


def _within_brackets_that_go_on(text: str, at: int, end: int) -> bool:
    """Whether a mark belongs to brackets in the middle of a phrase: “Bay Union (BU) officials”."""
    close = text.find(")", at, end)
    opening = text.rfind("(", max(0, at - _BRACKETS), at + 1)
    if close < 0 or opening < 0 or ")" in text[opening:at]:
        return False
    following = text[close + 1 : end]
    return re.match(r"\s+[a-z]", following) is not None and _CUT.match(following) is None


def _head(article: ArticleNames, begin: int, end: int) -> int | None:
    """Return the name that is the head of a segment, or None."""
    text = article.text
    stop = end
    for match in _CUT.finditer(text, begin, end):
        at = match.start()
        if _within_brackets_that_go_on(text, at, end):
            continue
        if at > begin and not _within_name(article, at + 1):
            stop = match.start()
            break
    stop = _without_trailing(text, begin, stop)
    begin, stop = trimmed(text, begin, stop)
    found = [m for m in article.mentions(begin, stop) if m[0] >= begin and m[1] <= stop + 1]
    if not found:
        return None
    last = found[-1]
    if last[1] < stop:
        return None
    before = set(text[begin : last[0]].casefold().split())
    if article.names[last[2]].kind != PERSON and before & _SOME_OF:
        return None
    return last[2]


def _without_trailing(text: str, begin: int, end: int) -> int:
    """Return where a source ends without adverbs, auxiliaries and “himself”."""
    while end > begin:
        space = max(text.rfind(" ", begin, end), text.rfind("\n", begin, end))
        if space <= begin or not text[space + 1].islower():
            break
        if text[space + 1 : end].strip(".,").casefold() not in _TRAILING:
            break
        end = space
    return end


def _writer(article: ArticleNames, begin: int, end: int) -> int | None:
    """Return who wrote a document: “Hale’s letter”, “a letter to voters by Hale”; else None."""
    text = article.text
    first = next(iter(_segments(article, begin, end)), (begin, end))
    for start, stop, name in article.mentions(*first):
        after = text[stop : first[1]]
        if _POSSESSIVE.match(after):
            tail = [w.strip(".,").casefold() for w in after.split()[1:]]
            head = _until_preposition(tail)
            return name if head and head[-1] in _DOCUMENTS else None
        head = _until_preposition(text[begin:start].casefold().split())
        if _OF_WHOM.search(text[begin:start]) and head and head[-1] in _DOCUMENTS:
            return name
    return None


def _until_preposition(given: list[str]) -> list[str]:
    found: list[str] = []
    for word in given:
        if _CUT.fullmatch(" " + word):
            break
        found.append(word)
    return found


def _coordinated(article: ArticleNames, start: int, end: int) -> tuple[int, ...]:
    """Return the names of “Joan Hale and Ana Pell”, “A, B and C”; none if anything else stands
    between them than titles."""
    text = article.text
    if not re.search(r"\s(?:and|or|&)\s", text[start:end]):
        return ()
    found: list[int] = []
    begin = start
    borders = [
        m for m in _AND.finditer(text, start, end) if not _within_name(article, m.start() + 1)
    ]
    for border in [*borders, None]:
        stop = border.start() if border else end
        name = _only_name(article, begin, stop)
        if name is None:
            return ()
        found.append(name)
        begin = border.end() if border else end
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()


def _only_name(article: ArticleNames, begin: int, end: int) -> int | None:
    """Return the name if a passage is nothing else, but for titles and articles."""
    begin, end = trimmed(article.text, begin, end)
    found = list(article.mentions(begin, end))[-1:]
    if not found or found[0][1] < end or len(list(article.persons(begin, end))) > 1:
        return None
    before = article.text[begin : found[0][0]].split()
    fits = not before or is_title(before[-1]) or before[-1].casefold() in ("the", "both", "former")
    fits = fits or before[-2:] == ["of", "State"]
    of_another = set(before) & _OF_ANOTHER
    return found[0][2] if fits and not of_another and len(before) <= _TITLE_WORDS else None


def _is_described_person(text: str, begin: int, end: int) -> bool:
    """Whether a segment describes one person, so that a name after a comma can be theirs: it is
    definite or has a title, and no plural."""
    given = [word.strip(".,").casefold() for word in text[begin:end].split()]
    return bool(given) and (
        given[0] in _ONE
        or any(map(is_title, given))
        or "’s" in text[begin:end]
        or "'s" in text[begin:end]
    )


def _within_name(article: ArticleNames, at: int) -> bool:
    return any(start < at < end for start, end, _ in article.mentions(at, at + 1))


def _described(article: ArticleNames, start: int, end: int) -> str:
    """Return the words of a description, its first letter small where only its place made it
    large."""
    text = article.text
    if text[end : end + 1] == ")" and "(" in text[start:end]:
        end += 1
    worded = shown(text, start, end)
    first = worded.split()[0] if worded else ""
    named = any(begin <= start for begin, _, _ in article.mentions(start, start + 1))
    if named or not first[:1].isupper() or first[1:] != first[1:].lower():
        return worded
    small = first.lower()
    if small in ALL | _COMMON_FIRST_WORDS or small in article.small_words:
        return small + worded[len(first) :]
    return worded

"""The numbers of a sentence: where they stand, their values, and what kind of number each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from analysis.text.function_words import ALL, words

COUNT, PERCENT, MONEY, AGE, OTHER = KINDS = ("count", "percent", "money", "age", "other")
"""What a number is. “Other” is what is not compared: dates, times, ordinals, labels (Route 14),
telephone numbers, fractions, and two numbers that belong together (11 to 8, one in three)."""

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENTHS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_ONES.split(), start=1)}
_TENS = {word: 10 * value for value, word in enumerate(_TENTHS.split(), start=2)}
_MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_MONEY = {
    "dollar": ("$", 1.0), "pound": ("£", 1.0), "euro": ("€", 1.0), "crown": ("crown", 1.0),
    "franc": ("franc", 1.0), "rupee": ("₹", 1.0), "peso": ("peso", 1.0), "yen": ("¥", 1.0),
    "yuan": ("yuan", 1.0), "rouble": ("rouble", 1.0), "ruble": ("rouble", 1.0),
    "pence": ("£", 0.01), "penny": ("£", 0.01), "p": ("£", 0.01), "cent": ("", 0.01),
}  # fmt: skip
"""Words for money after a number: the currency, empty if the word does not say, and its part."""

# A plain space also stands between two numbers (“in 2019 400 people”), so it separates no groups.
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})++(?!,?\d)|\d++)(?:\.\d+)?"
_UNIT = "|".join(_SMALL)
_WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\u2010\u2011 ](?:{'|'.join(list(_SMALL)[:9])}))?|{_UNIT}|"
    r"(?:half\s)?an?(?=\s(?:hundred|thousand|million|billion|trillion|dozen)\b))(?![\w])"
)
_NUMBER = rf"(?:{_DIGITS}|\b{_WORDS})"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_SCALE = (
    r"(?:[\s\u00a0-](?P<scale>hundred|thousand|million|billion|trillion|mn|bn|tn|dozen)s?\b|"
    r"(?P<glued>mn|bn|tn|[mk])\b)"
)
_CURRENCY = r"(?P<currency>(?:US|AU|A|C|NZ|HK|S)?\$|[£€¥₹])\s?"
_FRACTION = (
    r"\b(?:a|one|two|three|four)[\s-](?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    r"\b|\bhalf\b(?!\san?\s)"
)
_TOKEN = re.compile(
    # Kinds that are left alone come first: the first alternative that fits at a place is taken.
    r"(?P<other>"
    r"(?<!\w)\+?\d[\d()]*+(?:[ -]\d{2,}){2,}(?!\w)|"  # telephone numbers
    r"\b\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b\.?|\b\d{1,2}:\d{2}\b|"  # times
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?!\w)(?:,?\s\d{{4}}\b)?|"
    rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:[-–]\d{{1,2}}\b)?(?![,.]?\d)(?:,?\s\d{{4}}\b)?|"
    r"\b\d{4}-\d{2}(?:-\d{2})?\b|['’]?\b\d{2,4}s\b|\b\d+(?:st|nd|rd|th)\b|"
    rf"(?:(?<!\d)\d++(?:\.\d+){{2,}})|{_FRACTION}|"
    r"\b[^\W\d_]++[-\u2010\u2011]?\d[\w.-]*"  # A14, Covid-19
    r")|"
    rf"(?P<quantity>(?:{_CURRENCY})?(?P<number>(?<![\w.,])(?:{_NUMBER})){_SCALE}?"
    r"(?P<percent>\s?%|[\s-]per\s?cent\b|[\s-]pc\b)?)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s?[-\u2010\u2011–—]\s?|[-\u2010\u2011]to[-\u2010\u2011]|\s(?:votes?\s)?(?:to|or|against)\s|\s(?:in|out\sof)\s(?:every\s)?"
)
_RANGE_AND = re.compile(r"\sand\s")
_MONEY_AFTER = re.compile(r"[\s-]?(?P<word>[^\W\d_]+)")
_WORD_BEFORE = re.compile(r"(?P<word>[\w’'.-]+)[\s\u00a0]$")
_YEARS = range(1500, 2101)
_BEFORE_YEAR = words(
    "in since of from until till by before after during early late for and to the its their his her"
)
_AGE_AFTER = re.compile(r"[-\s]years?[-\s]old\b")
_HYPHEN = "-\u2010\u2011"


@dataclass(frozen=True)
class Quantity:
    """A number of a sentence.

    ``start`` and ``end`` are offsets into the sentence, with the currency's sign and “million” or
    “per cent”; ``value`` is the number meant (2.4 million: 2,400,000; 19 per cent: 19); ``unit``
    the currency's sign or name, for a share ``%``, else empty; ``kind`` one of ``KINDS``;
    ``step`` the place of the last digit that says something: 100 for 1,400 and for 0.1 thousand.
    """

    start: int
    end: int
    value: float
    unit: str
    kind: str
    step: float


@lru_cache(maxsize=1024)
def quantities(sentence: str) -> tuple[Quantity, ...]:
    """Return the numbers of a sentence in their order, digits and words to ninety-nine.

    Vague amounts (dozens, several) are none. “One” counts as a number only before “million” and
    the like, since it is mostly a pronoun.
    """
    found = list(_read(sentence))
    for place in range(len(found) - 1):
        first, second = found[place : place + 2]
        between = sentence[first.end : second.start]
        if OTHER in (first.kind, second.kind) and first.kind != second.kind:
            continue
        # “From 60 to 40” is a change of which both ends can be compared.
        is_change = between.strip() == "to" and _says_before(sentence, first.start, "from")
        is_range = _RANGE_AND.fullmatch(between) and _says_before(sentence, first.start, "between")
        if is_range or (_BETWEEN.fullmatch(between) and not is_change):
            found[place : place + 2] = [_left_alone(first), _left_alone(second)]
    return tuple(found)


def _read(sentence: str) -> Iterator[Quantity]:
    for match in _TOKEN.finditer(sentence):
        if match["other"]:
            yield Quantity(match.start(), match.end(), float("nan"), "", OTHER, 0)
            continue
        number = match["number"]
        scale = match["scale"] or match["glued"]
        if number.casefold() == "one" and not scale:
            continue
        value, step = _value(number, (scale or "").casefold())
        start, end = match.span("quantity")
        unit, kind = "", COUNT
        if match["percent"]:
            unit, kind = "%", PERCENT
        elif match["currency"]:
            unit, kind = match["currency"].lstrip("USANZHKCusanzhkc"), MONEY
        elif after := _money_after(sentence, end):
            unit, part, end = after
            value, step, kind = value * part, step * part, MONEY
        if kind == COUNT:
            kind = _kind(sentence, start, end, number, value)
        yield Quantity(start, end, value, unit, kind, step)


def _value(number: str, scale: str) -> tuple[float, float]:
    """Return the value of a number as written, and the place of its last digit that says
    something."""
    factor = _MAGNITUDES.get(scale, 1)
    if number[0].isdecimal():
        digits = re.sub(r"[,\u00a0\u202f]", "", number)
        whole, _, decimals = digits.partition(".")
        zeros = len(whole) - len(whole.rstrip("0")) if not decimals and not scale else 0
        # Nobody rounds a number of one or two digits without saying so.
        zeros = zeros if len(whole) > 2 else 0
        return float(digits) * factor, 10.0 ** (zeros - len(decimals)) * factor
    spoken = re.split(r"[-\u2010\u2011\s]", number.casefold())
    if spoken[0] == "half":
        return factor / 2, factor / 2
    value = sum(_SMALL.get(word, 0) + _TENS.get(word, 0) for word in spoken) or 1
    return value * factor, factor


def _money_after(sentence: str, end: int) -> tuple[str, float, int] | None:
    """Return the currency, its part and where it ends, if a word for money follows a number."""
    match = _MONEY_AFTER.match(sentence, end)
    if match is None:
        return None
    word = match["word"].casefold()
    glued = match.start("word") == end
    if glued != (word == "p"):
        return None
    found = _MONEY.get(word) or _MONEY.get(word.removesuffix("s"))
    return None if found is None else (*found, match.end())


def _kind(sentence: str, start: int, end: int, number: str, value: float) -> str:
    """Return what a number without a unit is: a count, an age, or one that is left alone."""
    before = _WORD_BEFORE.search(sentence, max(0, start - 40), start)
    word = before["word"] if before else ""
    follows = sentence[end : end + 20]
    if _AGE_AFTER.match(follows) or word.casefold() == "aged":
        return AGE
    aside = sentence[max(0, start - 2) : start] in (", ", " (", "(")
    if aside and number.isdecimal() and value < 120 and follows[:1] in (",", ")", ";", "."):
        # “Marit Dahl, 54, said”; in “buses 9, 54, and 60” a number comes before.
        name = re.search(r"([^\W\d_][\w’'-]*),?\s?\(?$", sentence[max(0, start - 40) : start])
        return AGE if name and name[1][0].isupper() else OTHER
    if number.isdecimal() and len(number) == 4 and int(number) in _YEARS:
        plural_follows = re.match(r"\s[a-z]{2,}s\b", follows) is not None
        if word.casefold() in _BEFORE_YEAR or not plural_follows:
            return OTHER
    # “Route 14”, “Article 5”; at the start of a sentence a capital says nothing.
    is_name = word[:1].isupper() and word.casefold() not in ALL
    is_label = is_name and before is not None and before.start() > 0
    if is_label or word.casefold() in ("no", "no.", "number", "nos."):
        return OTHER
    if sentence[end : end + 1] in ("/", ":") or sentence[start - 1 : start] in ("/", ":", "#"):
        return OTHER
    return COUNT


def _says_before(sentence: str, start: int, wanted: str) -> bool:
    """Whether the word ``wanted`` stands at most two words before an offset."""
    return wanted in sentence[max(0, start - 30) : start].casefold().split()[-3:]


def _left_alone(quantity: Quantity) -> Quantity:
    return Quantity(quantity.start, quantity.end, quantity.value, quantity.unit, OTHER, 0)

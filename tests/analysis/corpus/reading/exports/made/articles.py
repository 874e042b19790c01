"""Invented articles with what makes exports hard to take apart."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.analysis.corpus.reading.exports.made.record import Made, Row
from tests.bench.invented_articles import article

OUTLETS = (
    ("The Carrow Examiner", "CARREX"),
    ("Dunmere & Farley Gazette (London)", "DUNGAZ"),
    ("Le Petit Écho de Brackwell", "ECHOBR"),
    ("The Hollin Times", "HOLLT"),
    ("Kestrel Daily News", "KDN"),
)
BYLINES = ("By Ana Hale", "By Tom Reed and Ana Hale", "", "By Zoë O’Brien-Müller", "By JOHN PELL")
SECTIONS = ("World News", "Sport", "", "Business", "National Desk")
LONG = "Council of all the towns along the river agrees at last, after nine years of talks, "
MARKS = (
    "She wrote “End of Document” below the letter, and Body above it.",
    "The box was labelled 1 of 3 DOCUMENTS and nobody knew where the others were.",
    "Page 1 of 12 of the report is missing, said the clerk. Load-Date: unknown, she added.",
    "The file is called Document KDN0000 and was found on 3 March 2020 in a drawer.",
    "Length: that was the only question of the evening. By Monday it will be answered.",
)
TAG_LIKE = (
    "IN ASHBY the talks went on until midnight, and nobody left the room.",
    "BY ten o'clock all of the seats were taken.",
    "RE the letter of Monday: the clerk has not replied.",
    "SUBJECT: a question of money, and who is to pay for the bridge.",
)
ODD = "Zoë paid £3 for a “crème brûlée” – or was it €4? – at Ana’s café…"
BEYOND = "Łukasz Wójcik read the letter in Москва 😀 twice."


def invented(seed: int, count: int, dates: tuple[str, ...], beyond: bool = False) -> list[Made]:
    """Return ``count`` articles; ``dates`` are forms that they are said in, as ``strftime`` has
    them and {n} for a day without zero, {th} for an ordinal. ``beyond`` adds letters that Windows'
    Western code page lacks."""
    dice = random.Random(seed)
    return [_one(dice, seed * 1000 + n, n, dates, beyond) for n in range(count)]


def _one(dice: random.Random, seed: int, number: int, dates: tuple[str, ...], beyond: bool) -> Made:
    title, *paragraphs = article(seed, dice.choice((50, 60, 80, 420))).split("\n\n")
    body = [Row(text) for text in paragraphs]
    trap = number % 12
    lines = [title]
    if trap == 1:
        lines = [LONG.strip() + " and nobody", f"knows why; {title}"]
    elif trap == 2:
        body.insert(dice.randint(1, len(body)), Row(dice.choice(MARKS)))
    elif trap == 3:
        body.append(Row("Three points were left open:"))
        body += [Row(f"the {what} of the harbour", "item") for what in ("price", "depth", "name")]
        body.append(Row("They come up again in May."))
    elif trap == 4:
        body += [Row("Town\tVotes", "cells"), Row("Ashby\t1,204", "cells")]
        body += [Row("Farley\t87", "cells"), Row("The count goes on.")]
    elif trap == 5:
        body.insert(1, Row(BEYOND if beyond else ODD))
    elif trap == 6:
        lines = ["Correction"]
        body.append(Row("Correction: An earlier version of this article misstated the year."))
    elif trap == 7:
        body.insert(1, Row("Body"))
        body.insert(2, Row("Voices of the town"))
    elif trap == 9:
        body[1:1] = [Row(text) for text in TAG_LIKE]
    elif trap == 10:
        body[1:1] = [Row("End of Document"), Row("1 of 3 DOCUMENTS"), Row("That was all it said.")]
    elif trap == 11:
        body[1:1] = [Row("3 March 2020"), Row("By Ana Hale"), Row("812 words"), Row("It went on:")]
    outlet, code = dice.choice(OUTLETS)
    day = date(2019, 1, 1) + timedelta(dice.randint(0, 800))
    form = dates[number % len(dates)]
    clear = "%d" in form or "{" in form
    return Made(
        " ".join(lines),
        body,
        outlet,
        _said(day, form),
        day.isoformat() if clear else "",
        BYLINES[number % len(BYLINES)],
        SECTIONS[(number + seed) % len(SECTIONS)],
        dice.choice(("A12", "4", "")),
        dice.choice(("Late Edition - Final", "", "Edition 1, National Edition")),
        lines,
        f"{code}0000{day:%Y%m%d}eg{number:02d}{seed % 100000:05d}",
        code,
        dice.choice(("", "PHOTO: The harbour at noon. (PHOTOGRAPH BY A. HALE)")),
    )


def _said(day: date, form: str) -> str:
    suffix = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    said = form.replace("{n}", str(day.day)).replace("{th}", f"{day.day}{suffix}")
    return day.strftime(said)

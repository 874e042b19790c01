"""Recognise by their wording the lines that stand around an article: credits, times, buttons,
“Read more”.

Every pattern is matched against short lines, most against a whole line, so none can take long.
"""

from __future__ import annotations

import re

from analysis.reading.documents.byline import byline_in
from analysis.reading.documents.html.choosing.offers import (
    LONGEST_LINE,
    is_consent,
    is_newsletter,
    is_wall,
)


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\W*(?:{'|'.join(patterns)})\W*")


_RELATED = re.compile(
    r"(?i)\W*(?:read (?:more|also|next)|also read|see also"
    r"|related(?: (?:stories|articles|news|topics|content|links|reading))?"
    r"|more (?:on this(?: story)?|stories|from|like this|news)|recommended"
    r"|you (?:may|might) (?:also )?(?:like|be interested)|don['’]t miss"
    r"|most (?:read|popular|viewed)|trending(?: now)?|top stories|latest(?: news| stories)?"
    r"|up next|watch(?: more)?|listen|explore more|in pictures|further reading"
    r"|editor['’]s picks?|what to read next|popular|topics|tags|filed under"
    r"|more in [\w ]{1,30}|keep reading)\b(?:\W*$|\s*[:|»›→])"
)

_NETWORK = (
    r"(?:facebook|twitter|whatsapp|linkedin|reddit|x|telegram|bluesky|threads|pinterest|flipboard)"
)
_TOOL = _whole(
    r"share(?: (?:this|on|via)\b.{0,40})?",
    r"tweet(?: this)?",
    r"(?:e-?mail|print|save|bookmark)(?: (?:this|for later).{0,20})?",
    r"copy (?:the )?(?:link|url)",
    _NETWORK,
    r"listen to (?:this )?(?:article|story).{0,20}",
    r"advertisement|advertising|ad|sponsored(?: content)?|promoted",
    r"(?:story|article|content) continues (?:below|after).{0,40}",
    r"(?:scroll|skip) (?:down |to )?.{0,40}",
    r"\d*\s*comments?|leave a (?:comment|reply)|(?:view|show|add a|post a) comments?",
    r"join the (?:conversation|discussion)|comments? (?:are )?closed",
    r"report (?:a|an|this) (?:typo|error|ad|mistake)",
    r"follow us.{0,60}",
    r"loading|close|more|less|menu|search|home|(?:back|go) to top",
    r"(?:read|show|see|view|load|expand) (?:more|less|all|full.{0,20})",
    r"view (?:image|gallery).{0,20}",
    r"(?:continue reading|read (?:the )?(?:full|whole|rest)).{0,60}",
    r"(?:next|previous)(?: page| story| article)?",
    r"(?:view|see) this (?:post|photo|video) on \w+",
    r"a (?:post|photo|video|reel) shared by .{1,120}",
    r"terms(?: (?:of use|and conditions))?|privacy(?: policy)?|contact(?: us)?|about us",
    r"(?:tap|click) (?:here|to) .{0,60}",
    r"\d+ ?(?:/|of) ?\d+",
    r"(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.{0,120}",
    r"(?:you need to |please )?enable javascript to .{0,80}",
    r"to (?:view|watch|play|see) (?:this|the) .{0,40}javascript.{0,120}",
    r"javascript (?:is|must be|has been) .{0,80}",
    r"(?:please )?verify (?:that )?you are (?:a )?human.{0,60}|checking your browser.{0,80}",
)

_LEGAL = _whole(
    r"(?:©|\(c\)|copyright)\s.{0,200}",
    r".{0,120}all rights reserved.{0,120}",
    r"(?:registered in|company (?:number|no)).{0,120}",
)

_CREDITED = (
    r"(?i:(?:photo(?:graph)?s?|pictures?|images?|pic|illustrations?|graphics?|video|credits?|source)"
    r"(?: credits?)?)\s*(?:(?i:by|courtesy(?: of)?)\b|[:/©])\s*"
)
_AGENCY = (
    r"(?:Getty|AP|AFP|PA|EPA|Reuters|Shutterstock|Alamy|Rex|Bloomberg|NurPhoto|Anadolu|iStock|ZUMA)"
)
_CREDIT = re.compile(
    rf"\W*(?:{_CREDITED}\S.{{0,100}}"
    rf"|(?:[A-Z][\w.’'-]*\s+){{0,4}}[A-Z][\w.’'-]*\s*/\s*{_AGENCY}\b.{{0,60}}"
    rf"|{_AGENCY}(?: Images)?\W*|(?i:image source), .{{1,100}})"
)
_AFTER_SENTENCE = r"(?<=[.!?”’\")])\s*[([]?"
_TRAILING_CREDIT = re.compile(
    rf"{_AFTER_SENTENCE}{_CREDITED}[^\s.][^.]{{0,80}}\.?[)\]]?$"
    rf"|{_AFTER_SENTENCE}(?:[A-Z][\w.’'-]*\s){{0,4}}[A-Z][\w’'-]*\s?/\s?[A-Z][\w ]{{1,40}}[)\]]?$"
)

_COMMENTS = _whole(
    r"(?:\d[\d,]* |all |readers?['’]? |latest |top |the )?comments?(?: ?\(\d*\)|: \d+)?",
    r"leave a (?:comment|reply)|join the (?:conversation|discussion)",
    r"(?:readers['’]? )?(?:discussion|responses|reactions)",
    r"(?:\d+ )?(?:replies|responses|thoughts on .{1,40})|what do you think|have your say",
)

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_TIME = re.compile(  # of the words of a line, with one space between
    r"(?:(?:first |last )?(?:published|updated|posted|modified|date|time)?(?: on| at)? ?)"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: \d{{4}})?"
    r"|\d{4} \d\d \d\d|\d{1,2} \d{1,2} \d{4})?(?: at| t)? ?"
    r"(?:\d{1,2} \d\d(?: \d\d)?(?: ?[ap] ?m)?|\d{1,2} ?[ap] ?m)?"
    r"(?: ?(?:gmt|bst|utc|ce?s?t|es?t|edt|ps?t|pdt))?"
    r"|(?:(?:last |first )?(?:published|updated|posted) )?(?:\d+|an?|one|two) "
    r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month)s? ago|\d+ ?[smhd] ago"
    r"|\d+ min(?:ute)?s? read"
)


def is_around_the_article(text: str, linked: bool = False) -> bool:
    """Whether a line is no part of an article, by its wording: consent, subscription, newsletter,
    related stories, buttons, copyright, credits, bylines, times.

    ``linked`` says that most of the line is a link; “Read more: …” then covers a whole line.
    """
    text = text.strip()
    if len(text) > LONGEST_LINE:
        return False
    return bool(
        _TOOL.fullmatch(text)
        or _LEGAL.fullmatch(text)
        or is_credit(text)
        or is_time(text)
        or (not text.endswith(".") and byline_in([text]) is not None)
        or is_consent(text)
        or is_wall(text)
        or is_newsletter(text)
        or _is_related(text, linked)
    )


def begins_comments(text: str) -> bool:
    """Whether a heading stands above what readers wrote."""
    return len(text) <= 60 and _COMMENTS.fullmatch(text.strip()) is not None


def is_credit(text: str) -> bool:
    """Whether a line is a credit: “Photograph: Rob Tale”, “R. Tallis/Reuters”."""
    return len(text) <= 120 and _CREDIT.fullmatch(text.strip()) is not None


def without_credit(text: str) -> str:
    """Return a caption without the credit at its end."""
    end = text[-160:]
    found = _TRAILING_CREDIT.search(end)
    return text[: len(text) - len(end) + found.start()].rstrip() if found else text


def is_time(text: str) -> bool:
    """Whether a line is nothing but a date or a time: “10.42am”, “2 hours ago”, “3 May 2021”."""
    if not 0 < len(text) <= 60 or not any(map(str.isdigit, text)):
        return False
    return _TIME.fullmatch(" ".join(re.findall(r"\w+", text.lower()))) is not None


def _is_related(text: str, linked: bool) -> bool:
    found = _RELATED.match(text)
    return found is not None and (linked or found.end() >= len(text) or len(text.split()) <= 16)

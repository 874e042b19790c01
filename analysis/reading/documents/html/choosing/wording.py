"""Recognise lines around an article by their wording: consent, subscription, credits, “Read more”.

Each pattern matches a whole line or its beginning; a line is short, so none can take long.
"""

from __future__ import annotations

import re

from analysis.reading.documents.byline import byline_in

LONGEST_LINE = 400
"""Most characters of a line that is recognised by its wording; paragraphs of a story can begin
with the same words."""

_CONSENT = re.compile(
    r"(?i)(?:we|our (?:web ?)?sites?|this (?:web ?)?site|this page|the site)"
    r"(?: and (?:our|its) (?:\d[\d,]* )?(?:\w+ )?partners)?(?: also)? (?:use|uses|using|store|stores) "
    r"(?:\w+ ){0,3}(?:cookies|tracking technolog|similar technolog)"
    r"|[\w ]{1,40} and (?:our|its) (?:\d[\d,]* )?(?:\w+ )?partners\b.{0,60}\b(?:cookies|data|device)"
    r"|[\w ]{1,30} uses cookies to (?:improve|give|offer|personal|enhance|ensure|make|provide|show)"
    r"|we (?:value|respect|care about) your privacy|your privacy (?:matters|choices|is important)"
    r"|(?:accept|reject|allow|manage)(?: all)?(?: optional)? (?:cookies|preferences|consent)"
    r"|cookie (?:settings|policy|preferences|notice|consent)"
    r"|by (?:continuing|using|clicking|browsing).{0,60}(?:cookies|privacy policy|terms)"
    r"|you (?:can|may) (?:change|withdraw) your (?:mind|choices?|consent|preferences|settings)"
    r"|.{0,80}(?:our use of|accept(?:ing)? our) cookies"
)

_READ_ON = (
    r"(?:read(?: on| more| this| the| our| all| full| in full|ing|$)|keep reading|continue|carry on|unlock|"
    r"access (?:this|the|our|all|full|unlimited)|view (?:this|the|all)|see (?:this|the rest|more)|finish|"
    r"get (?:full|unlimited)|enjoy (?:full|unlimited))"
)
_PIECE = r"(?:article|story|content|post|feature|report|piece|page|analysis|column)"
_PAYING = r"(?:paying |registered |paid |premium |digital |our )*(?:subscribers?|members)"
_ENDS_TEASER = (
    r"(?:please |simply |just )?(?:subscribe|sign ?up|sign[- ]?in|log ?in|login|register|join(?: us| now)?|"
    r"create (?:an?|your) (?:free )?account|upgrade|pay)\b(?![^.!?]{0,60}newsletter)[^.!?]{0,60}\bto "
    + _READ_ON
    + r"|to (?:continue|keep|finish|go on|carry on) reading"
    r"|to read (?:the (?:full|whole|rest|complete|entire)|on\b|more of|this " + _PIECE + r")"
    r"|(?:the|this) (?:rest of (?:the|this) |full )?"
    + _PIECE
    + r" (?:is|are) (?:only |exclusively |exclusive |reserved |available |free |just )*(?:for|to) "
    + _PAYING
    + r"|(?:for )?"
    + _PAYING
    + r"[- ]only\b|(?:exclusive|only|just|exclusively)(?: available)? (?:for|to) "
    + _PAYING
    + r"|unlock (?:this|the|full|unlimited)|want to (?:read|know|see) (?:more|on|the rest)"
    r"|(?:keep|continue) reading (?:with|for|by)\b"
    r"|you(?:['’]ve| have)?(?: now| already)? (?:read|reached|used|hit|got|have)(?: up)? (?:all )?"
    r"(?:of )?(?:your|the|no|one|\d+)\b[^.!?]{0,40}\b(?:free|articles?|limit|stor(?:y|ies)|reads)\b"
    r"|(?:this is |you are reading )?(?:a )?(?:premium|subscriber|member) (?:exclusive|article|content|only)\b"
    r"|(?:the )?rest of (?:this|the) " + _PIECE + r" is\b"
)
_TEASER_END = re.compile(rf"(?i)\W*(?:{_ENDS_TEASER})")
_WALL = re.compile(
    rf"(?i)\W*(?:{_ENDS_TEASER}"
    r"|(?:already|not|are you) (?:yet )?(?:a|an|have an?) (?:\w+ )?(?:subscriber|member|subscription|account)\b"
    r"|(?:get|enjoy) (?:unlimited|full|instant) (?:digital )?access|start your (?:free )?(?:trial|subscription)"
    r"|(?:\w+ ){0,4}cancel (?:at )?any ?time|subscribe(?: now| today| here| to \w+)?\W*$|subscribe (?:from|for|now|today)\b"
    r"|(?:log|sign) ?in\W*$|become a (?:subscriber|member)|choose (?:your|a) (?:plan|subscription)"
    r"|(?:try|get) .{0,40}\b(?:free|just [£$€]\d+)\b.{0,20}(?:trial|month|week)|[£$€]\d[\d.]* (?:a|per|/) ?(?:week|month)\b.{0,60}$"
    r"|subscri(?:be|ption) .{0,60}[£$€]\d)"
)

_NEWSLETTER = re.compile(
    r"(?i)(?:sign up|subscribe|get|join|enter your|receive|never miss|don['’]t miss|stay (?:up|in))\b"
    r".{0,80}(?:newsletter|inbox|e-?mail (?:address|alerts?|updates?)|mailing list|alerts?\b|briefing\b)"
    r"|never miss a story|(?:our |the )?(?:daily |weekly |free |morning )*newsletter\W*$"
    r"|thank you for (?:signing|subscribing)|support us(?:\W*$|[:.!])"
    r"|support (?:our|independent) (?:journalism|reporting|work)\b"
)

_RELATED = re.compile(
    r"(?i)(?:read (?:more|also|next)|also read|see also|related(?: (?:stories|articles|news|topics|"
    r"content|links|reading))?|more (?:on this(?: story)?|stories|from|like this|news)|recommended|"
    r"you (?:may|might) (?:also )?(?:like|be interested)|don['’]t miss|most (?:read|popular|viewed)|"
    r"trending(?: now)?|top stories|latest(?: news| stories)?|up next|watch(?: more)?|listen|explore more|"
    r"in pictures|further reading|editor['’]s picks?|what to read next|popular|topics|tags|filed under|"
    r"more in [\w ]{1,30}|keep reading)\b(?:\W*$|\s*[:|»›→])"
)

_TOOLS = re.compile(
    r"(?i)\W*(?:share(?: (?:this|on|via)\b.{0,40})?|tweet(?: this)?|e-?mail(?: this.{0,20})?|print(?: this.{0,20})?|"
    r"copy (?:the )?(?:link|url)|(?:facebook|twitter|whatsapp|linkedin|reddit|x|telegram|bluesky|threads|pinterest)|"
    r"save(?: (?:this|for later).{0,20})?|bookmark|listen to (?:this )?(?:article|story).{0,20}|"
    r"advertisement|advertising|sponsored(?: content)?|ad|promoted|"
    r"(?:story|article|content) continues (?:below|after).{0,40}|(?:scroll|skip) (?:down |to )?.{0,40}|"
    r"\d*\s*comments?|leave a (?:comment|reply)|view comments|add a comment|join the (?:conversation|discussion)|"
    r"show comments|comments? (?:are )?closed|report (?:a|an|this) (?:typo|error|ad|mistake)|follow us.{0,60}|"
    r"loading\W*|close|more|less|menu|search|back to top|go to top|home|view (?:image|gallery|full.{0,12}) ?.{0,20}|"
    r"(?:read|show|see|view|load|expand) (?:more|less|all|full.{0,20})|continue reading.{0,60}|"
    r"read (?:the )?(?:full|whole|rest).{0,60}|next(?: page)?|previous(?: page)?|"
    r"(?:view|see) this (?:post|photo|video) on \w+|a (?:post|photo|video|reel) shared by .{1,120}|"
    r"\d+ ?(?:/|of) ?\d+|(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.{0,120}|"
    r"(?:you need to |please )?enable javascript to .{0,80}|javascript (?:is|must be|has been) .{0,80}|"
    r"(?:please )?verify (?:that )?you are (?:a )?human.{0,60}|checking your browser.{0,80}|"
    r"terms(?: (?:of use|and conditions))?|privacy(?: policy)?|contact(?: us)?|about us|"
    r"(?:tap|click) (?:here|to) .{0,60})\W*"
)

_LEGAL = re.compile(
    r"(?i)\W*(?:©|\(c\)|copyright)\s.{0,200}|.{0,120}all rights reserved.{0,120}|(?:registered in|company "
    r"(?:number|no)).{0,120}"
)

_CREDIT_WORD = (
    r"(?:photo(?:graph)?s?|pictures?|images?|pic|illustrations?|graphics?|video|credits?|source)"
)
_CREDIT = re.compile(
    rf"\W*(?:(?i:{_CREDIT_WORD}(?: credits?)?)\s*(?:(?i:by|courtesy(?: of)?)\b|[:/©])\s*\S.{{0,100}}"
    r"|(?:[A-Z][\w.’'-]*\s+){0,4}[A-Z][\w.’'-]*\s*/\s*(?:Getty|AP|AFP|PA|EPA|Reuters|Shutterstock|Alamy|Rex|"
    r"Bloomberg|NurPhoto|Anadolu|iStock|ZUMA)\b.{0,60}|(?:Getty Images|Reuters|Shutterstock|Alamy|AFP|AP)\W*)"
)
_TRAILING_CREDIT = re.compile(
    rf"(?<=[.!?”’\")])\s*[([]?(?i:{_CREDIT_WORD}(?: credits?)?)\s*(?:(?i:by|courtesy(?: of)?)\b|[:/©])\s*"
    r"[^\s.][^.]{0,80}\.?[)\]]?$"
    r"|(?<=[.!?”’\")])\s*[([]?(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w’'-]*\s?/\s?[A-Z][\w ]{1,40}[)\]]?$"
)

_COMMENTS = re.compile(
    r"(?i)\W*(?:(?:\d[\d,]* |all |readers?['’]? |latest |top |the )?comments?(?: ?\(\d*\)|: \d+)?"
    r"|leave a (?:comment|reply)|join the (?:conversation|discussion)|(?:readers['’]? )?(?:discussion|responses|"
    r"reactions)|(?:\d+ )?(?:replies|responses|thoughts on .{1,40})|what do you think|have your say)\W*"
)

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_TIME = re.compile(  # of the words of a line, with one space between
    r"(?:(?:first |last )?(?:published|updated|posted|modified|date|time)?(?: on| at)? ?)"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: \d{{4}})?|"
    r"\d{4} \d\d \d\d|\d{1,2} \d{1,2} \d{4})?(?: at| t)? ?"
    r"(?:\d{1,2} \d\d(?: \d\d)?(?: ?[ap] ?m)?|\d{1,2} ?[ap] ?m)?(?: ?(?:gmt|bst|utc|ce?s?t|es?t|edt|ps?t|pdt))?"
    r"|(?:(?:last |first )?(?:published|updated|posted) )?(?:\d+|an?|one|two) "
    r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month)s? ago|\d+ min(?:ute)?s? read"
)


def is_consent(text: str) -> bool:
    """Whether a line asks for consent to cookies or speaks of them on the site's behalf."""
    return _CONSENT.match(text[:LONGEST_LINE].strip()) is not None


def is_wall(text: str) -> bool:
    """Whether a line asks the reader to subscribe or log in to read on."""
    return len(text) <= LONGEST_LINE and _WALL.match(text) is not None


def ends_a_teaser(text: str) -> bool:
    """Whether a line says that the rest of the article is for subscribers."""
    return len(text) <= LONGEST_LINE and _TEASER_END.match(text) is not None


def is_around_the_article(text: str, linked: bool = False) -> bool:
    """Whether a line is no part of an article, by its wording: consent, subscription, newsletter,
    related stories, buttons, copyright, credits, times.

    ``linked`` says that most of the line is a link; “Read more: …” then covers a whole line.
    """
    if len(text) > LONGEST_LINE:
        return False
    text = text.strip()
    return bool(
        _TOOLS.fullmatch(text)
        or _LEGAL.fullmatch(text)
        or is_credit(text)
        or is_time(text)
        or (not text.endswith(".") and byline_in([text]) is not None)
        or is_consent(text)
        or is_wall(text)
        or (len(text) < 200 and _NEWSLETTER.match(text))
        or _is_related(text, linked)
    )


def _is_related(text: str, linked: bool) -> bool:
    found = _RELATED.match(text)
    return found is not None and (linked or found.end() >= len(text) or len(text.split()) <= 16)


def begins_comments(text: str) -> bool:
    """Whether a heading stands above what readers wrote."""
    return len(text) <= 60 and _COMMENTS.fullmatch(text.strip()) is not None


def is_credit(text: str) -> bool:
    """Whether a line is a credit: “Photograph: Rob Tale”, “R. Tallis/Reuters”."""
    return len(text) <= 120 and _CREDIT.fullmatch(text.strip()) is not None


def without_credit(text: str) -> str:
    """Return a caption without the credit at its end."""
    found = _TRAILING_CREDIT.search(text[-160:])
    return text[: len(text) - len(text[-160:]) + found.start()].rstrip() if found else text


def is_time(text: str) -> bool:
    """Whether a line is nothing but a date or a time: “10.42am”, “2 hours ago”, “3 May 2021”."""
    if not 0 < len(text) <= 60 or not any(map(str.isdigit, text)):
        return False
    return _TIME.fullmatch(" ".join(re.findall(r"\w+", text.lower()))) is not None

"""Recognise by their wording the lines in which a site asks something of its reader: consent to
cookies, a subscription, an address for a newsletter.

Every pattern is tried at the beginning of a line only, and its open stretches have an upper bound,
so none can take long.
"""

from __future__ import annotations

import re

LONGEST_LINE = 400
"""Most characters of a line that is recognised by its wording; a longer one is a paragraph of a
story, which can begin with the same words."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\W*(?:{'|'.join(patterns)})")


_SITE = r"(?:we|our (?:web ?)?sites?|this (?:web ?)?site|this page|the site)"
_PARTNERS = r"and (?:our|its) (?:\d[\d,]* )?(?:\w+ )?partners"

_CONSENT = _any_of(
    rf"{_SITE}(?: {_PARTNERS})?(?: also)? (?:use|uses|using|store|stores) (?:\w+ ){{0,3}}"
    r"(?:cookies|tracking technolog|similar technolog)",
    rf"[\w ]{{1,40}} {_PARTNERS}\b.{{0,60}}\b(?:cookies|data|device)",
    r"[\w ]{1,30} uses cookies to (?:improve|give|offer|personal|enhance|ensure|make|provide|show)",
    r"we (?:value|respect|care about) your privacy",
    r"your privacy (?:matters|choices|is important)",
    r"(?:accept|reject|allow|manage)(?: all)?(?: optional)? (?:cookies|preferences|consent)",
    r"cookie (?:settings|policy|preferences|notice|consent)",
    r"by (?:continuing|using|clicking|browsing).{0,60}(?:cookies|privacy policy|terms)",
    r"you (?:can|may) (?:change|withdraw) your (?:mind|choices?|consent|preferences|settings)",
    r".{0,80}(?:our use of|accept(?:ing)? our) cookies",
)

_PIECE = r"(?:article|story|content|post|feature|report|piece|page|analysis|column)"
_PAYING = r"(?:paying |registered |paid |premium |digital |our )*(?:subscribers?|members)"
_READ_ON = (
    r"(?:read(?: on| more| this| the| our| all| full| in full|ing|$)|keep reading|continue|carry on"
    r"|unlock|access (?:this|the|our|all|full|unlimited)|view (?:this|the|all)"
    r"|see (?:this|the rest|more)|finish|(?:get|enjoy) (?:full|unlimited))"
)
_JOIN = (
    r"(?:subscribe|sign ?up|sign[- ]?in|log ?in|login|register|join(?: us| now)?|upgrade|pay"
    r"|create (?:an?|your) (?:free )?account)"
)

_TEASER_ENDS = (
    rf"(?:please |simply |just )?{_JOIN}\b(?![^.!?]{{0,60}}newsletter)[^.!?]{{0,60}}"
    rf"\bto {_READ_ON}",
    r"to (?:continue|keep|finish|go on|carry on) reading",
    r"(?:get|read|see|view) the (?:full|whole|complete|rest of the) (?:story|article)\W*$",
    rf"to read (?:the (?:full|whole|rest|complete|entire)|on\b|more of|this {_PIECE})",
    rf"(?:the|this) (?:rest of (?:the|this) |full )?{_PIECE} (?:is|are) "
    rf"(?:only |exclusively |exclusive |reserved |available |free |just )*(?:for|to) {_PAYING}",
    rf"(?:for )?{_PAYING}[- ]only\b",
    rf"(?:exclusive|only|just|exclusively)(?: available)? (?:for|to) {_PAYING}",
    r"unlock (?:this|the|full|unlimited)",
    r"want to (?:read|know|see) (?:more|on|the rest)",
    r"(?:keep|continue) reading (?:with|for|by)\b",
    r"you(?:['’]ve| have)?(?: now| already)? (?:read|reached|used|hit|got|have)(?: up)?(?: all)?"
    r"(?: of)? (?:your|the|no|one|\d+)\b[^.!?]{0,40}"
    r"\b(?:free|articles?|limit|stor(?:y|ies)|reads)\b",
    r"(?:this is |you are reading )?(?:a )?(?:premium|subscriber|member) "
    r"(?:exclusive|article|content|only)\b",
    rf"(?:the )?rest of (?:this|the) {_PIECE} is\b",
    r"only (?:subscribers|members) (?:can|may) (?:read|view|see|access|continue)\b",
    r"(?:sorry,? )?you (?:must|need to|have to|need) (?:be (?:a )?|a )?(?:logged in|log in|login|"
    r"sign in|subscri\w+|member\w*|register\w*|account)\b.{0,20}"
    r"\bto (?:read|view|see|access|continue)",
    rf"this {_PIECE} is (?:locked|part of (?:our|a) (?:subscriber|premium|member))",
    r"(?:subscription|login|registration) (?:is )?required\W*$",
    r"thank you for reading.{0,40}\bsubscri",
    r"to (?:access|view|see|unlock|get) (?:the|this|our) "
    rf"(?:full |whole |entire |complete )?{_PIECE}"
    r"\b.{0,20}\b(?:subscri|log ?in|sign|register)",
    r"(?:read|continue reading|keep reading|access) .{0,30}\bwith (?:a|your) "
    r"(?:subscription|account|membership)",
    r"your (?:free )?(?:articles|preview|trial|limit) .{0,20}"
    r"\b(?:used up|ended|over|expired|reached)",
    r"become a (?:subscriber|member) to (?:read|continue|unlock|see)\b",
    r"support .{0,40}[.!] subscribe to read",
    r"there(?:['’]s| is) more to this (?:story|article)\b",
)
_TEASER_END = _any_of(*_TEASER_ENDS)
_WALL = _any_of(
    *_TEASER_ENDS,
    r"(?:already|not|are you) (?:yet )?(?:a|an|have an?) (?:\w+ )?"
    r"(?:subscriber|member|subscription|account)\b",
    r"(?:get|enjoy) (?:unlimited|full|instant) (?:digital )?access",
    r"start your (?:free )?(?:trial|subscription)",
    rf"enjoy(?:ing|ed)? (?:this|the) {_PIECE}\?",
    r"(?:\w+ ){0,4}cancel (?:at )?any ?time",
    r"subscribe(?: now| today| here| to \w+)?\W*$",
    r"subscribe (?:from|for|now|today)\b",
    r"(?:log|sign) ?in\W*$",
    r"become a (?:subscriber|member)",
    r"choose (?:your|a) (?:plan|subscription)",
    r"(?:try|get) .{0,40}\b(?:free|just [£$€]\d+)\b.{0,20}(?:trial|month|week)",
    r"[£$€]\d[\d.]* (?:a|per|/) ?(?:week|month)\b.{0,60}$",
    r"subscri(?:be|ption) .{0,60}[£$€]\d",
)

_NEWSLETTER = _any_of(
    r"(?:sign up|subscribe|get|join|enter your|receive|never miss|don['’]t miss|stay (?:up|in))\b"
    r".{0,80}(?:newsletter|inbox|e-?mail (?:address|alerts?|updates?)|mailing list|alerts?\b"
    r"|briefing\b)",
    r"never miss a story|to receive new (?:posts|stories|articles)",
    r".{0,80}\b(?:is a reader-supported publication|consider becoming a (?:\w+ ){0,4}subscriber)",
    r"(?:our |the )?(?:daily |weekly |free |morning )*newsletters?\W*$",
    r"thank you for (?:signing|subscribing)",
    r"support us(?:\W*$|[:.!])",
    r"support (?:our|independent) (?:journalism|reporting|work)\b",
)


def is_consent(text: str) -> bool:
    """Whether a line asks for consent to cookies or speaks of them on the site's behalf."""
    return _CONSENT.match(text[:LONGEST_LINE]) is not None


def is_wall(text: str) -> bool:
    """Whether a line offers a subscription or asks the reader to log in."""
    return len(text) <= LONGEST_LINE and _WALL.match(text) is not None


def ends_a_teaser(text: str) -> bool:
    """Whether a line says that one has to subscribe or log in to read the rest of the article."""
    return len(text) <= LONGEST_LINE and _TEASER_END.match(text) is not None


def is_newsletter(text: str) -> bool:
    """Whether a line asks for an address for a newsletter, or for support."""
    return len(text) < LONGEST_LINE // 2 and _NEWSLETTER.match(text) is not None

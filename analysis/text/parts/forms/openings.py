"""Beginnings of furniture lines that need no colon: “Follow us on …”, “We use cookies …”.

All patterns are for lines in lower case with straight apostrophes. None can repeat over the same
characters in two ways, so that they take linear time on any line.
"""

from __future__ import annotations

import re

from analysis.text.parts.forms.phrases import PICTURE, one_of

_NETWORK = one_of(
    "twitter|facebook|instagram|linkedin|youtube|tiktok|bluesky|mastodon|threads|whatsapp|x",
    "reddit|pinterest|telegram|google news|apple news|e-?mail|friends",
)
_BUTTON = "(?:share|save|print|tweet|e-?mail|comments?|copy link|bookmark|listen)"
_SITE = r"(?:we|(?:this|our) (?:web)?site|this page|our partners|we and our [\w ]{1,30})"
_JOURNALIST = "(?:reporter|correspondent|editor)"
_PIECE = "(?:article|story|report|post|piece|column|page)"
_SOURCE = "(?:interview|episode|segment|broadcast|podcast|report|story|column|talk|speech)"
_OPINIONS = "(?:opinions?|views?)"
_AUTHOR = "(?:me|him|her|them|the author)"

_PICTURES = one_of(
    rf"{PICTURE} (?:source|credit|caption|copyright)s?,? |file photo |media playback is ",
    "enlarge this image|toggle caption|hide caption|view image in|just watched |must watch ",
    "view (?:this post on|on (?:instagram|twitter|x|facebook))|a post shared by ",
    r"pic\.twitter\.com|show caption\b|video provided by |watch the latest video at video\.",
    rf"listen to this {_PIECE}\b|heard on [\w' ]{{1,40}}$|listen to article \d|download · \d",
)

_SHARING = one_of(
    rf"facebook twitter {_NETWORK}\b|share (?:on|via|with) {_NETWORK}\b",
    r"(?:like|follow|find|join) us on |follow @\w",
    rf"follow [\w' .@-]{{1,50}} on {_NETWORK}\b|follow {_AUTHOR} (?:on|at|@)",
    rf"{_BUTTON}(?: (?:{_BUTTON}|{_NETWORK}))+$",
    "click to (?:share|print|e-?mail|follow|view|enlarge|expand|read)",
    r"(?:click|tap) here (?:for|to)\b|(?:vote|sign up|subscribe) here\b",
    "skip to (?:main )?content|share or comment on this article|(?:read or )?share this story",
    "share this article share|please include a contact number",
    rf"reach {_AUTHOR}\b.{{0,30}}\S@\S",
    r"share your (?:stor(?:y|ies)|experiences?|views) (?:by|with|at)\b",
    rf"(?:you can )?(?:also )?(?:contact|e-?mail) (?:us|{_AUTHOR})\b.{{0,40}}(?:@|following ways)",
    r"(?:- ?)?check out the [\w' -]{1,50}(?:calculator|page|map)\b",
)

_RIGHTS = one_of(
    r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})|all rights reserved|our standards: ",
    "this material may not be published|this page may contain affiliate links|we may earn ",
    rf"this {_PIECE} is (?:republished from|based on (?:reporting by|an? (?:\w+ )?{_SOURCE}))\b",
    rf"this {_PIECE} (?:first|originally) appeared\b|this {_PIECE} tagged under:",
    rf"this {_PIECE} (?:was (?:first|originally) published|(?:has been|was) (?:last )?updated)\b",
    "a version of this (?:article|story) (?:appears|appeared|was published) in|order reprints",
    r"(?:the )?[\w ]{1,30} is not responsible for the content of (?:external|other)",
    r"this (?:article|story) is more than (?:\d+|a|one|two|three|five|ten) \w+ old",
    "this is a rush transcript|(?:this )?copy may not be in its final form",
    r"for licensing opportunities of|content created by [\w ]{1,50} is available\b",
    rf"(?:the )?{_OPINIONS}(?: and {_OPINIONS})? expressed (?:by|in|here|on|are)\b.{{0,80}}"
    r"\b(?:own|alone|authors?|represent|reflect)\b",
    r"[\w' ]{1,30}'s editorial opinions are decided by|you can read diverse opinions from",
    "the claims and opinions set forth in",
)

_ACCOUNTS = one_of(
    "newsletter sign|unsubscribe|view (?:this e-?mail )?in (?:your |a )?browser",
    "this e-?mail was sent|you (?:are receiving|received) this e-?mail",
    r"manage your (?:e-?mail )?(?:preferences|subscriptions?|account)\b",
    "your e-?mail address will not be published|required fields are marked|submit a comment",
    r"sign up (?:for|to) (?:our|the|get|receive|daily|weekly|free|morning|evening|breaking)\b",
    r"sign up (?:for|to) [\w' .]{1,40}(?:newsletter|briefing|e-?mail|alerts)",
    r"sign up (?:here|now|today)\b|sign up loading|subscribe (?:to|for|now|today)\b",
    r"get (?:our|the) [\w' -]{0,40}(?:newsletter|app|briefing|alerts)\b",
    r"get [\w' -]{1,40} (?:delivered )?(?:straight )?(?:to|in) your inbox",
    r"[\w' ,&-]{1,60} delivered (?:\w+ )?(?:straight )?(?:to|in) your inbox",
    r"get [\w' ]{1,30} newsletter\.?$|let our news meet your inbox",
    "the news and stories that matters?, delivered|stay up[- ]to[- ]date (?:on our work|with the) ",
    r"(?:download|get) (?:our|the) [\w' ]{0,30}app\b|enter your e-?mail",
    r"download [\w' ]{1,30} for (?:iphone|ipad|android|ios)\b",
    "already (?:a (?:subscriber|member)|have an account)|(?:sign|log) in to ",
    r"register (?:for free|to|now)\b|to (?:continue reading|read (?:more|the full)),? ",
    "thank you for (?:reading|subscribing|signing up)|if you enjoyed this (?:article|story|piece)",
    r"support (?:[\w'.]+ ){1,3}journalism|[\w' ]{1,30} is reader[- ]supported",
    "something to consider if you enjoyed|(?:use|with) (?:the )?promo code",
    r"visit [\w' ]{1,40} homepage for|(?:join|try) [\w' ]{1,20} (?:vip|plus|premium)\b",
    r"was this (?:article|page|story) (?:helpful|useful)",
    r"you(?:'ve| have) (?:read|reached|used|\d+ free|one free)\b.{0,60}\b(?:articles?|limit)\b",
    "please (?:select your country|check to proceed)|choose your country ",
    "for your security, we've sent|click the link to confirm your subscription",
    "if you don't get the confirmation within|i can confirm i have read",
    r"(?:you (?:may|can) )?(?:unsubscribe|opt[- ]out) (?:from [\w ]{1,30} )?at any",
)

_CONSENT = one_of(
    rf"{_SITE} (?:and our partners )?(?:uses?|stores?|may use|would like to use) "
    r"(?:\w+ ){0,4}cookies",
    "by (?:continuing|clicking|signing up|subscribing|entering|submitting|using this)"
    r"\b.{0,120}\b(?:agree|accept|consent)",
    "you can (?:change|manage|update|withdraw) your (?:cookie|consent|privacy|preferences)",
    r"(?:we|we and our \d+ partners|our partners) (?:store|process|share|use)\b.{0,60}"
    r"\b(?:personal data|your data|your device|a device|cookies)",
    "this site is protected by recaptcha|(?:we|the site) (?:value|respect) your privacy",
    "please (?:enable javascript|disable your ad|turn off your ad)",
    "advertisement (?:advertisement|continue|scroll|skip|story|article|-|–|—)",
)

_PEOPLE = one_of(
    r"\(?h/t [\w' .]{1,50}\)?$",
    "(?:reporting|additional reporting|editing|writing|compiled|produced) by (?!the |an? )[a-z]",
    rf"analysis(?: by |: )(?=[\w .,']{{1,80}}{_JOURNALIST}$)",
    rf"analysis by [a-z][\w .,']{{1,60}}{_JOURNALIST}",
    r"(?:got|do you have|have) (?:a|any) (?:news )?(?:tips?|story|stories)\b.{0,80}"
    "(?:@|contact|e-?mail|call|get in touch)",
    r"[\w' .,&•—–-]{1,120} contributed (?:to this (?:report|article|story|column)|reporting)\b"
    r"[^.]{0,40}\.?$",
    r"for (?:more|further) (?:information|details),?:? (?:call|visit|contact|e-?mail|go to|see)\b",
    r"embargoed (?:until|for)\b",
)

_LINKS = one_of(
    r"most (?:watched|read|viewed|popular|shared) [\w &]{1,30}$",
    "(?:most read|more|read more) (?:in|from|by|about|stories (?:in|from|on)) "
    r"[\w'&]+(?: [\w'&]+){0,2}$",
    r"read (?:the|our) (?:full |declassified )?(?:report|agreement|ruling|memo|letter|decision|"
    r"statement|transcript|complaint|indictment)\b[\w' -]{0,80}$",
)

BEGINNING = re.compile(one_of(_PICTURES, _SHARING, _RIGHTS, _ACCOUNTS, _CONSENT, _PEOPLE, _LINKS))
"""Beginnings that need no colon: “Sign up to our newsletter”, “Follow us on …”."""

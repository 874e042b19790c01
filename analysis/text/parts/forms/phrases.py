"""Beginnings and ends of furniture lines: “Read more: …”, “Follow us on …”, “We use cookies …”.

All patterns are for lines in lower case with straight apostrophes. None can repeat over the same
characters in two ways, so that they take linear time on any line.
"""

from __future__ import annotations

import re


def _one_of(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_NUMBER = r"\d[\d,.]*[km]?"
_MINUTES = r"(?:min(?:ute)?s?|sec(?:ond)?s?)"
_NETWORK = _one_of(
    "twitter|facebook|instagram|linkedin|youtube|tiktok|bluesky|mastodon|threads|whatsapp|x",
    "reddit|pinterest|telegram|google news|apple news|e-?mail|friends",
)
_PICTURE = "(?:image|photo|picture|video|media|figure)"
_BUTTON = "(?:share|save|print|tweet|e-?mail|comments?|copy link|bookmark|listen)"
_SITE = r"(?:we|(?:this|our) (?:web)?site|this page|our partners|we and our [\w ]{1,30})"
_JOURNALIST = "(?:reporter|correspondent|editor)"

COUNT = re.compile(
    _one_of(
        rf"(?:(?:view|show|see|read|all) )*{_NUMBER} ?{_MINUTES}(?:[ -]read| to read)?",
        rf"(?:(?:view|show|see|read|all) )*{_NUMBER} (?:new )?(?:comments?|shares?|likes?|views?|"
        "reads?|reactions?|replies|reposts?|retweets?|photos|images|pictures|videos|stories|"
        "articles|followers|saves|items)",
        rf"(?:(?:estimated )?read(?:ing)? time|time to read):? ?(?:about |approx\.? )?{_NUMBER} ?"
        rf"{_MINUTES}?(?: read)?",
        rf"(?:comments?|shares?|views?):? ?{_NUMBER}",
        r"(?:(?:prev|next|previous) )?(?:image|photo|picture|slide|page|video) \d+ (?:of|/) \d+"
        r"(?: next)?",
        r"\d+-minute (?:listen|read|watch)|slideshow \(\d+ images|be the first to comment",
    )
)
"""Whole lines that count something: “4 min read”, “12 comments”, “Image 2 of 3”."""

WITH_COLON = re.compile(
    r"\(? ?"
    + _one_of(
        "read (?:more|also|next|the full (?:story|article|report)(?: here)?)|also read|see also",
        r"also (?:on|in|from) [\w' .]{1,30}|more(?: on (?:the |this )?[\w' -]{1,30})?",
        "related(?: (?:stor(?:y|ies)|articles?|topics?|coverage|content|reading|video))?",
        "further reading|recommended(?: reading)?|must[- ]reads?|don't miss|you may (?:also )?like",
        "trending|watch(?: (?:live|now|more|the video))?|listen(?: (?:live|now|here))?|video",
        "photos?|gallery|(?:in )?pictures|podcast|slideshow",
        "topics?|tags?|tagged(?: with)?|filed under|categor(?:y|ies)|sections?|keywords?",
        "sources?|chart|graphic|map|file(?: (?:photo|picture|image))?",
        rf"(?:cover |lead |main )?{_PICTURE}(?: (?:source|credit|caption|copyright)s?)?",
        "credits?|caption|copyright|photograph(?:s|er|y)?|illustration|composite",
        "share (?:this|on|via|with)|authors?|published|updated|contributing",
        "tel(?:ephone)?|phone|fax|mobile|e-?mail|web(?:site)?|contact|twitter|facebook|instagram",
        "sign up|newsletter|subscribe|follow(?: us)?",
        "advertisement|advertorial|sponsored|promoted",
    )
    + r"\s?:(?= ?\S|$)"
)
"""Beginnings with a colon: “Related: …”, “Photograph: …”, “Topics: …”."""

HEADLINE_KIND = re.compile(
    r"(?:watch|video|listen|podcast|trending|sources?|media|updated|(?:in )?pictures|gallery)\s?:"
)
"""Those of them that headlines begin with, too: “Watch: Mayor quits over pier”."""

BEGINNING = re.compile(
    _one_of(
        # Pictures and players.
        rf"{_PICTURE} (?:source|credit|caption|copyright)s?,? |file photo |media playback is ",
        "enlarge this image|toggle caption|hide caption|view image in|just watched |must watch ",
        "view (?:this post on|on (?:instagram|twitter|x|facebook))|a post shared by ",
        r"pic\.twitter\.com",
        r"listen to this (?:article|story|page)\b|heard on [\w' ]{1,40}$",
        # Sharing and following.
        rf"facebook twitter {_NETWORK}\b|share (?:on|via|with) {_NETWORK}\b",
        rf"(?:like|follow|find|join) us on |follow @\w|follow [\w' .@-]{{1,50}} on {_NETWORK}\b",
        rf"{_BUTTON}(?: (?:{_BUTTON}|{_NETWORK}))+$",
        "click to (?:share|print|e-?mail|follow|view|enlarge|expand|read)",
        r"(?:click|tap) here (?:for|to)\b",
        r"skip to (?:main )?content|share or comment on this article|(?:read or )?share this story",
        # Rights.
        r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})|all rights reserved|our standards: ",
        "this material may not be published|this page may contain affiliate links|we may earn ",
        "this (?:article|story|report|post|piece) (?:is (?:based on|republished from)|first "
        r"appeared|originally appeared|was (?:first|originally) published)\b",
        "a version of this (?:article|story) (?:appears|appeared|was published) in|order reprints",
        r"(?:the )?[\w ]{1,30} is not responsible for the content of (?:external|other)",
        r"this (?:article|story) is more than (?:\d+|a|one|two|three|five|ten) \w+ old",
        # Newsletters, accounts, apps.
        "newsletter sign|unsubscribe|view (?:this e-?mail )?in (?:your |a )?browser",
        "this e-?mail was sent|you (?:are receiving|received) this e-?mail",
        r"manage your (?:e-?mail )?(?:preferences|subscriptions?|account)\b",
        "your e-?mail address will not be published|required fields are marked|submit a comment",
        "sign up (?:for|to) (?:our|the|get|receive|daily|weekly|free|morning|evening|breaking)\\b",
        r"sign up (?:for|to) [\w' .]{1,40}(?:newsletter|briefing|e-?mail|alerts)",
        r"subscribe (?:to|for|now|today)\b|get (?:our|the) [\w' -]{0,40}(?:newsletter|app|briefing|"
        r"alerts)\b|get [\w' -]{1,40} (?:delivered )?(?:straight )?(?:to|in) your inbox",
        r"(?:download|get) (?:our|the) [\w' ]{0,30}app\b|enter your e-?mail",
        "already (?:a (?:subscriber|member)|have an account)|(?:sign|log) in to |register (?:for "
        r"free|to|now)\b|to (?:continue reading|read (?:more|the full)),? ",
        "thank you for (?:reading|subscribing|signing up)|support (?:our|independent) journalism",
        r"sign up (?:here|now|today)\b|was this (?:article|page|story) (?:helpful|useful)",
        r"you(?:'ve| have) (?:read|reached|used|\d+ free|one free)\b.{0,60}\b(?:articles?|limit)\b",
        # Cookies and consent.
        rf"{_SITE} (?:and our partners )?(?:uses?|stores?|may use|would like to use) "
        r"(?:\w+ ){0,4}cookies",
        "by (?:continuing|clicking|signing up|subscribing|entering|submitting|using this)"
        r"\b.{0,120}\b(?:agree|accept|consent)",
        "you can (?:change|manage|update|withdraw) your (?:cookie|consent|privacy|preferences)",
        r"(?:we|we and our \d+ partners|our partners) (?:store|process|share|use)\b.{0,60}"
        r"\b(?:personal data|your data|your device|a device|cookies)",
        "this site is protected by recaptcha|(?:we|the site) (?:value|respect) your privacy",
        "please (?:enable javascript|disable your ad|turn off your ad)",
        # Adverts.
        "advertisement (?:continue|scroll|skip|story|article|-|–|—)",
        # People.
        r"(?:reporting|additional reporting|editing|writing|compiled|produced) by [a-z]",
        rf"analysis(?: by |: )(?=[\w .,']{{1,80}}{_JOURNALIST}$)",
        rf"analysis by [a-z][\w .,']{{1,60}}{_JOURNALIST}",
        r"(?:got|do you have|have) (?:a|any) (?:news )?(?:tips?|story|stories)\b.{0,80}"
        "(?:@|contact|e-?mail|call|get in touch)",
        r"[\w' .,]{1,80} contributed to this (?:report|article|story)\.?$",
        r"for (?:more|further) (?:information|details),?:? "
        r"(?:call|visit|contact|e-?mail|go to|see)\b",
        r"embargoed (?:until|for)\b",
        # Lists of links.
        r"most (?:watched|read|viewed|popular|shared) [\w &]{1,30}$",
        "(?:most read|more|read more) (?:in|from|by|about|stories (?:in|from|on)) "
        r"[\w'&]+(?: [\w'&]+){0,2}$",
    )
)
"""Beginnings that need no colon: “Sign up to our newsletter”, “Follow us on …”."""

ENDING = re.compile(
    r"[\w'\"”’).?!] (?:read more|continue reading|replay more videos \.\.\.|manage newsletters|"
    r"\d{2}:\d{2})$"
)
"""Ends: “Council splits over pier Read more”, “The pier from the air 02:33”."""

MAIL_FIELD = re.compile(r"(?:from|to|cc|bcc|sent|date|subject|reply-to) ?:")
"""Fields of the header of an e-mail."""

CONTACT = re.compile(
    r"(?:contact|e-?mail|write to|reach|send|call|tel|phone|tips|you can (?:contact|reach|e-?mail))"
    r"\b"
)
"""Beginnings of a line that says where to write to; the line must hold an address."""

BIOGRAPHY = re.compile(
    r"[•*]? ?(?:[A-Z][\w'’.-]* ){2,4}"
    "(?:is|writes|covers|reports) (?:(?:a|an|the|about|on|for|from) )?"
    r"[^.!?]{0,60}?\b(?:columnist|reporter|correspondent|editor|contributor|journalist|freelance|"
    r"writer|fellow|author|covering|politics|news)\b[^!?]{0,150}$"
)
"""A line about the author, in the case of the text: “Ana Pell is a reporter for the Courier.”"""

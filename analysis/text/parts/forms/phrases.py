"""Beginnings with a colon, counts and ends of furniture lines: “Read more: …”, “4 min read”.

Beginnings without a colon are in ``openings``. All patterns are for lines in lower case with
straight apostrophes. None can repeat over the same characters in two ways, so that they take linear
time on any line.
"""

from __future__ import annotations

import re


def one_of(*patterns: str) -> str:
    """Return a pattern that matches one of the ``patterns``."""
    return f"(?:{'|'.join(patterns)})"


_NUMBER = r"\d[\d,.]*[km]?"
_MINUTES = r"(?:min(?:ute)?s?|sec(?:ond)?s?)"
PICTURE = "(?:image|photo|picture|video|media|figure)"
"""What a picture is called in its caption, as a pattern."""

COUNT = re.compile(
    one_of(
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
    + one_of(
        "read (?:more|also|next|this next|the full (?:story|article|report)(?: here)?)|also read|"
        "see(?: also| more)?|also see|go deeper|(?:full|special|complete|more|related) coverage|"
        "previously from [\\w' ]{1,20}",
        r"also (?:on|in|from) [\w' .]{1,30}(?=\s?:.*[^.]$)",
        r"more(?: on (?:the |this )?[\w' -]{1,30})?",
        "related(?: (?:stor(?:y|ies)|articles?|topics?|coverage|content|reading|video))?",
        "further reading|recommended(?: reading)?|must[- ]reads?|don't miss|you may (?:also )?like",
        "trending|read|story|quiz|live updates|(?:now )?watch(?: (?:live|now|more|the video))?",
        "listen(?: (?:live|now|here))?|video",
        "photos?|gallery|(?:in )?pictures|podcast|slideshow",
        "topics?|tags?|tagged(?: with)?|filed under|categor(?:y|ies)|sections?|keywords?",
        "sources?|chart|graphic|map|file(?: (?:photo|picture|image))?",
        rf"(?:cover |lead |main )?{PICTURE}(?: (?:source|credit|caption|copyright)s?)?",
        "credits?|caption|copyright|photograph(?:s|er|y)?|illustration|composite",
        "share (?:this|on|via|with)|authors?|published|updated|contributing",
        "tel(?:ephone)?|phone|mobile|e-?mail|web(?:site)?|contact|twitter|facebook|instagram",
        "sign up|newsletter|subscribe|follow(?: us)?|fax|vote here",
        "advertisement|advertorial|sponsored|promoted",
    )
    + r"\s?:(?= ?\S|$)"
)
"""Beginnings with a colon: “Related: …”, “Photograph: …”, “Topics: …”."""

HEADLINE_KIND = re.compile(
    r"(?:watch|video|listen|podcast|trending|sources?|media|updated|(?:in )?pictures|gallery|read|"
    r"story|quiz|live updates)\s?:|read (?:the|our) "
)
"""Those of them that headlines begin with, too: “Watch: Mayor quits over pier”."""

ENDING = re.compile(
    r"[\w'\"”’).?!] (?:read more|continue reading|replay more videos \.\.\.|manage newsletters|"
    r"\d{2}:\d{2}|listen · \d{1,2}:\d{2}(?: \d{1,2}:\d{2})?|"
    r"(?:sent|delivered)(?: \w+)? (?:to|in) your inbox[.!]?)$"
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
    r"[•*]? ?(?:[A-Z][\w'’.-]*+,? ){2,4}"
    "(?:is|writes|covers|reports|teaches) (?:(?:a|an|the|about|on|for|from) )?"
    r"[^.!?]{0,60}?\b(?:columnist|reporter|correspondent|editor|contributor|journalist|freelance|"
    "writer|fellow|author|covering|politics|news|professor|director|founder|host|strategist|"
    r"consultant|analyst|scholar|commentator)\b[^!?]{0,300}$"
)
"""A line about the author, in the case of the text: “Ana Pell is a reporter for the Courier.”"""

"""An article as the desk keeps it: its text, its sentences, its flags and its statements."""

from __future__ import annotations

from dataclasses import dataclass, field

OPEN = "open"
"""The state of a flag on which nothing is decided."""

ACTS = ACCEPT, DISMISS, REWORD, UNDO = ("accept", "dismiss", "reword", "undo")
"""What is decided on a flag: it is right; it is wrong, with a reason; it is right, and the words
are replaced by a wording; or the last decision is taken back, and the flag is open again."""

DISMISS_REASONS = {
    "fair": "fair wording here",
    "quoted": "somebody else's words",
    "sense": "another sense of the word",
    "fact": "states a fact",
    "style": "house style allows it",
    "other": "another reason",
}
"""Why a flag is dismissed: what is kept, and how it is shown. ``other`` needs a note."""


@dataclass(frozen=True)
class NewFlag:
    """A flag of an article: a row of ``FINDINGS`` (``analysis.rules.frames``) and its sentence.

    Offsets point into the article's text. ``probability`` is None where the finding has none.
    ``sentence_probability`` is the sentence's ``loaded_probability``, None where it was not scored.
    """

    start: int
    end: int
    text: str
    check: str
    kind: str
    severity: str
    message: str
    plainer: tuple[str, ...]
    voice: str
    part: str
    reason: str
    link: str
    revision: int
    probability: float | None
    fingerprint: str
    sentence: int
    sentence_start: int
    sentence_end: int
    sentence_probability: float | None


@dataclass(frozen=True)
class DeskSentence:
    """A sentence of an article: offsets into its text, number of its paragraph (from 0), ``part``
    and ``voice`` as in ``SENTENCES``, and its ``loaded_probability``, None where not scored."""

    start: int
    end: int
    paragraph: int
    part: str
    voice: str
    probability: float | None


@dataclass(frozen=True)
class DeskStatement:
    """A statement of an article, its pieces together: who says it, how, and how long it is.

    ``form``, ``act``, ``verb`` and ``manner`` are those of ``STATEMENTS``; ``kind`` is that of the
    speaker's name (``NAME_KINDS``), empty where it is no name; ``words`` counts its words, of which
    ``quoted_words`` stand in quotation marks. ``start`` and ``end`` are those of its first piece.
    """

    speaker: str
    kind: str
    form: str
    act: str
    verb: str
    manner: str
    words: int
    quoted_words: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True)
class UsedRule:
    """A rule that was live when an article was checked: its id, its revision, and all it says as
    JSON (``analysis.rules.rule.Rule``)."""

    rule: str
    revision: int
    said: str


@dataclass(frozen=True)
class NewArticle:
    """An article that was analysed and checked for the desk.

    ``digest`` names its text (SHA-256, hexadecimal); ``published`` is YYYY-MM-DD or empty;
    ``source`` is the file or address it came from; ``kind`` that of ``Article``; ``words`` counts
    the words that are the article's. ``notices`` are sentences to be shown beside it. Texts that
    are not known are empty.
    """

    digest: str
    text: str
    title: str = ""
    author: str = ""
    section: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    source: str = ""
    kind: str = "text"
    language: str = "en"
    words: int = 0
    model: str = ""
    model_version: str = ""
    sentences: tuple[DeskSentence, ...] = ()
    flags: tuple[NewFlag, ...] = ()
    statements: tuple[DeskStatement, ...] = ()
    rules: tuple[UsedRule, ...] = ()
    notices: tuple[str, ...] = field(default=())

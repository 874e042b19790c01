"""The tables of the desk, as the present version of Slant has them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from store.desk.texts import ExactText

DESK = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _number() -> Column[int]:
    return Column("id", Integer, primary_key=True)


EDITORS = Table(
    "desk_editors",
    DESK,
    _number(),
    Column("name", String(80), nullable=False),
    # Case folded, white space put together: “Ann  Lee” and “ann lee” are one typed name. NULL for
    # those who log in, whom ``subject`` names.
    Column("name_key", String(240), nullable=True, unique=True),
    # SHA-256 of issuer and subject of a login; NULL for a typed name.
    Column("subject", String(64), nullable=True, unique=True),
    Column("verified", Boolean, nullable=False),
    Column("role", String(10), nullable=False),
    # Whether it is only SLANT_DESK_ADMINS that makes them an admin.
    Column("admin_by_settings", Boolean, nullable=False),
    Column("since", DateTime, nullable=False),
    sqlite_autoincrement=True,
)

SESSIONS = Table(
    "desk_sessions",
    DESK,
    Column("token_digest", String(64), primary_key=True),
    Column("editor", ForeignKey("desk_editors.id"), nullable=False),
    Column("until", DateTime, nullable=False),
)

ARTICLES = Table(
    "desk_articles",
    DESK,
    _number(),
    Column("digest", String(64), nullable=False),
    *(
        Column(name, ExactText, nullable=False)
        for name in ("title", "author", "section", "outlet", "published", "url", "source")
    ),
    Column("kind", String(20), nullable=False),
    Column("language", String(10), nullable=False),
    Column("words", Integer, nullable=False),
    Column("model", ForeignKey("desk_models.id"), nullable=False),
    Column("added", DateTime, nullable=False),
    Column("added_by", ForeignKey("desk_editors.id"), nullable=False),
    Column("removed", Boolean, nullable=False),
    # JSON: a list of sentences.
    Column("notices", ExactText, nullable=False),
    # JSON: a list of [start, end, paragraph, part, voice, probability].
    Column("sentences", Text, nullable=False),
    Column("text", ExactText, nullable=False),
    sqlite_autoincrement=True,
)

# The same text is on the desk once, also when two add it at once.
Index(
    "uq_desk_articles_digest",
    ARTICLES.c.digest,
    unique=True,
    sqlite_where=~ARTICLES.c.removed,
    postgresql_where=~ARTICLES.c.removed,
)

MODELS = Table(
    "desk_models",
    DESK,
    _number(),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    UniqueConstraint("name", "version"),
    sqlite_autoincrement=True,
)

RULES = Table(
    "desk_rules",
    DESK,
    _number(),
    Column("rule", String(80), nullable=False),
    Column("revision", Integer, nullable=False),
    # SHA-256 of ``said``: a rule may be worded anew without a new revision.
    Column("digest", String(64), nullable=False),
    Column("said", Text, nullable=False),
    Column("seen", DateTime, nullable=False),
    UniqueConstraint("rule", "revision", "digest"),
    sqlite_autoincrement=True,
)

FLAGS = Table(
    "desk_flags",
    DESK,
    _number(),
    Column("article", ForeignKey("desk_articles.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("check", String(80), nullable=False),
    Column("kind", String(10), nullable=False),
    # Whose place in the queue: 0 for rules, 1 for loaded words, 2 for doubting verbs.
    Column("kind_rank", Integer, nullable=False),
    Column("severity", String(10), nullable=False),
    # 0 error, 1 warning, 2 note.
    Column("severity_rank", Integer, nullable=False),
    Column("message", ExactText, nullable=False),
    # JSON: a list of wordings.
    Column("plainer", ExactText, nullable=False),
    Column("voice", String(10), nullable=False),
    Column("part", String(10), nullable=False),
    Column("reason", ExactText, nullable=False),
    Column("link", ExactText, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("probability", Float, nullable=True),
    Column("fingerprint", String(32), nullable=False),
    Column("sentence", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("sentence_probability", Float, nullable=True),
    # What the house's fit in use says; NULL and false without one.
    Column("house_probability", Float, nullable=True),
    Column("held_back", Boolean, nullable=False),
    # What the queue sorts by: the house's probability, else the model's, else 0.
    Column("certainty", Float, nullable=False),
    # What was decided, kept here too so that the queue is one index; “removed” with its article.
    Column("state", String(10), nullable=False),
    Column("seq", Integer, nullable=False),
    # The decision that stands; NULL where the flag is open.
    Column("standing", Integer, nullable=True),
    Index("ix_desk_flags_article", "article", "start", "state"),
    sqlite_autoincrement=True,
)

_ORDER = (
    FLAGS.c.severity_rank,
    FLAGS.c.certainty.desc(),
    FLAGS.c.article,
    FLAGS.c.start,
    FLAGS.c.id,
    FLAGS.c.held_back,
)

# The queue in its order, and that of one check, all of whose flags are of one kind.
Index("ix_desk_flags_queue", FLAGS.c.state, FLAGS.c.kind_rank, *_ORDER)
Index("ix_desk_flags_check", FLAGS.c.check, FLAGS.c.state, *_ORDER)

DECISIONS = Table(
    "desk_decisions",
    DESK,
    _number(),
    Column("flag", ForeignKey("desk_flags.id"), nullable=False),
    # From 1 for each flag; NULL for second readings, which are outside that order.
    Column("seq", Integer, nullable=True),
    Column("act", String(10), nullable=False),
    Column("reason", String(20), nullable=False),
    Column("wording", ExactText, nullable=False),
    Column("note", ExactText, nullable=False),
    Column("editor", ForeignKey("desk_editors.id"), nullable=False),
    Column("made", DateTime, nullable=False),
    Column("second", Boolean, nullable=False),
    Column("request", String(64), nullable=False, unique=True),
    UniqueConstraint("flag", "seq"),
    sqlite_autoincrement=True,
)

STATEMENTS = Table(
    "desk_statements",
    DESK,
    _number(),
    Column("article", ForeignKey("desk_articles.id"), nullable=False, index=True),
    *(
        Column(name, ExactText, nullable=False)
        for name in ("speaker", "kind", "form", "act", "verb", "manner")
    ),
    *(
        Column(name, Integer, nullable=False)
        for name in ("words", "quoted_words", "sentence", "start", "end")
    ),
    sqlite_autoincrement=True,
)

NOTES = Table(
    "desk_notes",
    DESK,
    _number(),
    Column("article", ForeignKey("desk_articles.id"), nullable=False, index=True),
    Column("flag", ForeignKey("desk_flags.id"), nullable=True),
    Column("text", ExactText, nullable=False),
    Column("editor", ForeignKey("desk_editors.id"), nullable=False),
    Column("made", DateTime, nullable=False),
    Column("request", String(64), nullable=False, unique=True),
    sqlite_autoincrement=True,
)

FITS = Table(
    "desk_fits",
    DESK,
    _number(),
    Column("said", Text, nullable=False),
    Column("editor", ForeignKey("desk_editors.id"), nullable=False),
    Column("made", DateTime, nullable=False),
    sqlite_autoincrement=True,
)

FITS_USED = Table(
    "desk_fits_used",
    DESK,
    _number(),
    # NULL: none from here on.
    Column("fit", ForeignKey("desk_fits.id"), nullable=True),
    Column("editor", ForeignKey("desk_editors.id"), nullable=False),
    Column("made", DateTime, nullable=False),
    sqlite_autoincrement=True,
)

TRAIL = Table(
    "desk_trail",
    DESK,
    _number(),
    Column("at", DateTime, nullable=False),
    Column("editor", ForeignKey("desk_editors.id"), nullable=True),
    Column("act", String(30), nullable=False),
    # What it was done to: flag:12, article:3, editor:2, fit:1.
    Column("subject", String(60), nullable=False),
    # JSON.
    Column("detail", Text, nullable=False),
    sqlite_autoincrement=True,
)

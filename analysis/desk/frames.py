"""The frames of the desk: every column's name, dtype and meaning, declared once."""

from __future__ import annotations

from analysis.columns import Column, Columns

DECISIONS: Columns = {
    "decision": Column("int64", "number of the decision, in the order they were made"),
    "flag": Column("int64", "number of the flag"),
    "article": Column("int64", "number of the article"),
    "standing": Column("bool", "whether it is the flag's last word; false if replaced or undone"),
    "second": Column("bool", "whether it is a second reading, given without seeing the first"),
    "act": Column("str", "accept, dismiss, reword or undo"),
    "reason": Column("str", "why it was dismissed (DISMISS_REASONS), or empty"),
    "wording": Column("str", "the wording that replaces the words, or empty"),
    "note": Column("str", "what the editor noted, or empty"),
    "editor": Column("int64", "number of the editor"),
    "name": Column("str", "name of the editor"),
    "made": Column("datetime64[us, UTC]", "when it was kept"),
    "check": Column("str", "id of the rule, or slant.loaded-words, slant.doubting-verbs"),
    "kind": Column("str", "what found it: rule, loaded or doubting"),
    "severity": Column("str", "note, warning or error"),
    "revision": Column("int64", "revision of the rule; 0 for what the model found"),
    "voice": Column("str", "whose words stand there: outlet, reported or quoted"),
    "part": Column("str", "headline or body"),
    "text": Column("str", "the words that were flagged"),
    "start": Column("int64", "offset of their first character in the article's text"),
    "end": Column("int64", "offset after their last character"),
    "sentence": Column("int64", "number of the sentence in the article, from 0"),
    "sentence_text": Column("str", "the sentence"),
    "sentence_start": Column("int64", "offset of its first character in the article's text"),
    "probability": Column("float64", "probability that the words are loaded; NaN for others"),
    "sentence_probability": Column("float64", "probability that the sentence is loaded, or NaN"),
    "outlet": Column("str", "outlet of the article, or empty"),
    "section": Column("str", "section of the article, or empty"),
    "url": Column("str", "address of the article, or empty"),
    "model": Column("str", "name of the model that scored it"),
    "model_version": Column("str", "version of that model"),
}
"""One row per decision, in the order they were made; those undone and second readings too."""

FLAGS: Columns = {
    "flag": Column("int64", "number of the flag"),
    "article": Column("int64", "number of the article"),
    "state": Column("str", "open, accept, dismiss or reword"),
    **{
        name: DECISIONS[name]
        for name in (
            "check",
            "kind",
            "severity",
            "revision",
            "voice",
            "part",
            "text",
            "start",
            "end",
            "sentence",
            "sentence_text",
            "sentence_start",
            "probability",
            "sentence_probability",
            "outlet",
            "section",
            "model",
            "model_version",
        )
    },
}
"""One row per flag, by number."""

QUOTED: Columns = {
    "article": Column("int64", "number of the article"),
    "title": Column("str", "title of the article, or empty"),
    "outlet": Column("str", "outlet of the article, or empty"),
    "section": Column("str", "section of the article, or empty"),
    "published": Column("str", "YYYY-MM-DD, or empty"),
    "article_words": Column("int64", "words of the article"),
    "speaker": Column("str", "who speaks, as STATEMENTS has it; may be empty"),
    "kind": Column("str", "kind of the speaker's name, or empty"),
    "form": Column("str", "direct, reported or mixed"),
    "act": Column("str", "said or thought"),
    "verb": Column("str", "base form of the verb of saying, or empty"),
    "manner": Column("str", "what the verb implies, or empty"),
    "words": Column("int64", "words of the statement"),
    "quoted_words": Column("int64", "those of them in quotation marks"),
    "sentence": Column("int64", "number of the sentence, from 0"),
    "start": Column("int64", "offset of its first character in the article's text"),
    "end": Column("int64", "offset after the last character of its first piece"),
}
"""One row per statement of the articles on the desk, by article and place."""

SHARES: Columns = {
    "check": Column("str", "id of the rule, or slant.loaded-words, slant.doubting-verbs"),
    "month": Column("str", "YYYY-MM, or empty for all months together"),
    "decided": Column("int64", "flags with a standing decision"),
    "accepted": Column("int64", "those of them accepted or reworded"),
    "share": Column("float64", "accepted / decided, 0 to 1"),
    "low": Column("float64", "lower end of the share's 95 % interval"),
    "high": Column("float64", "upper end of the share's 95 % interval"),
    "verdict": Column("str", "good, to mend, perhaps to mend, or too few"),
}
"""One row per check and month, and one with an empty month for all of them together; of the check's
last revision, as a rule that was mended starts anew."""

BY_BAND: Columns = {
    "what": Column("str", "the check of the model, or all house rules of one severity"),
    "band": Column("str", "from and to which probability, as 0.50 to 0.60; or empty"),
    "from": Column("float64", "lower end of the band, which belongs to it; NaN without one"),
    "probability": Column("float64", "mean probability of the flags in it; NaN without one"),
    "decided": SHARES["decided"],
    "accepted": SHARES["accepted"],
    "share": SHARES["share"],
    "low": SHARES["low"],
    "high": SHARES["high"],
}
"""Accepted share of what the model flags by how probable it said it was, and of house rules by
severity; one row per band or severity with a decision."""

SOURCES: Columns = {
    "speaker": Column("str", "who speaks, by the fullest name found"),
    "kind": Column("str", "person, organisation, place, group, unnamed, unclear, or empty"),
    "articles": Column("int64", "articles in which they speak"),
    "statements": Column("int64", "their statements"),
    "direct": Column("int64", "those of them with words in quotation marks"),
    "words": Column("int64", "words of their statements"),
    "quoted_words": Column("int64", "those of them in quotation marks"),
    "share": Column("float64", "these / all words of statements, 0 to 1"),
    "verbs": Column("object", "list of (verb, manner, times), the most frequent first"),
    "doubting": Column("int64", "statements whose verb implies that it may be untrue"),
    "first": Column("str", "YYYY-MM-DD of their first article with a date, or empty"),
    "last": Column("str", "YYYY-MM-DD of their last article with a date, or empty"),
}
"""One row per speaker, by words, then name. All without a name (officials, a spokesperson) are one
row of the kind unnamed, all of whom nobody can say who they are (“he”) one of the kind unclear."""

ROOM: Columns = {
    "part": Column("str", "the month (YYYY-MM) or the section, or empty where it is not known"),
    "articles": Column("int64", "articles with a statement in it"),
    "statements": Column("int64", "statements in them"),
    "words": Column("int64", "words of these statements"),
    "quoted_words": Column("int64", "those of them in quotation marks"),
    "unnamed": Column("int64", "statements of speakers without a name"),
    "unclear": Column("int64", "statements of whom it is not clear who speaks"),
    "doubting": Column("int64", "statements whose verb implies that it may be untrue"),
}
"""How much room others get, by month or section; one row per part, in order."""

MANNERS_USED: Columns = {
    "manner": Column("str", "what the verb implies (MANNERS), or empty where there is no verb"),
    "statements": Column("int64", "statements with such a verb"),
    "share": Column("float64", "these / all statements, 0 to 1"),
    "verbs": Column("object", "list of [verb, times], the most frequent first"),
}
"""One row per manner with a statement, in the order of MANNERS, then those without a verb."""

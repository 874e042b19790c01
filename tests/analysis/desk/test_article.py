"""What the desk keeps of an article: everything points into the text exactly as it was given."""

import hashlib

import pytest

from analysis import Article, analyze
from analysis.desk.article import desk_article
from analysis.rules.files.examples import example_rules
from analysis.rules.rule import RuleSet

TEXT = (
    "Pool to close\n\n"
    "By Ida Moss\n\n"
    "“This is a shameful mess, an utter disgrace,” the mayor, Tom Reed, said. "
    "Reed told the board that the pool “leaks every day”. "
    "The board claimed that repairs cost 2 million 😀.\n\n"
    "It is a reckless betrayal of families.\n\n"
    "Read more: the shameful history of the pool\n"
)
FRENCH = "Le conseil municipal a voté la fermeture de la piscine, une décision scandaleuse."


def kept(text, rules=None, **said):
    article = Article(text, "Pool to close", None, "2026-03-02", None, "text")
    return desk_article(article, analyze(article), rules or RuleSet(), **said)


@pytest.fixture(scope="module")
def pool():
    return kept(TEXT, example_rules(), source="pool.txt", outlet="The Bugle", section="Town")


def test_the_text_is_the_one_given_and_offsets_point_into_it(pool):
    assert pool.text == TEXT
    assert pool.digest == hashlib.sha256(TEXT.encode()).hexdigest()
    assert [TEXT[one.start : one.end] for one in pool.sentences][-2:] == [
        "It is a reckless betrayal of families.",
        "Read more: the shameful history of the pool",
    ]
    assert pool.flags
    for flag in pool.flags:
        assert TEXT[flag.start : flag.end] == flag.text
        assert flag.sentence_start <= flag.start < flag.sentence_end
        sentence = pool.sentences[flag.sentence]
        assert (sentence.start, sentence.end) == (flag.sentence_start, flag.sentence_end)
        assert sentence.probability == flag.sentence_probability


def test_what_is_known_of_the_article_is_kept(pool):
    assert (pool.source, pool.outlet, pool.section) == ("pool.txt", "The Bugle", "Town")
    assert (pool.published, pool.language) == ("2026-03-02", "en")
    assert {rule.rule for rule in pool.rules} == {one.rule for one in example_rules().live.rules}


def test_rules_and_model_flag_the_outlets_words(pool):
    assert {flag.kind for flag in pool.flags} == {"rule", "loaded"}
    assert "claimed" in {flag.text for flag in pool.flags}
    assert any("betrayal" in flag.text for flag in pool.flags)


def test_furniture_and_quotations_are_not_flagged(pool):
    furniture = [one for one in pool.sentences if one.part == "furniture"]
    assert [TEXT[one.start : one.end] for one in furniture] == [
        "By Ida Moss",
        "Read more: the shameful history of the pool",
    ]
    assert all(one.probability is None for one in furniture)
    assert all("shameful" not in flag.text for flag in pool.flags)


def test_quoted_words_are_those_in_quotation_marks(pool):
    reed = [one for one in pool.statements if one.speaker == "Tom Reed"]
    # “This … disgrace,” has eight words; “leaks every day” three of the six of what Reed told.
    assert [(one.form, one.words, one.quoted_words) for one in reed] == [
        ("direct", 8, 8),
        ("mixed", 6, 3),
    ]
    board = [one for one in pool.statements if one.speaker != "Tom Reed"]
    assert [one.quoted_words for one in board] == [0]


def test_a_sentence_in_another_language_has_no_probability():
    text = f"The council voted on Monday. {FRENCH} The pool was old and it leaked."
    found = kept(text)
    assert [one.probability is None for one in found.sentences] == [False, True, False]


def test_nothing_to_flag_is_no_flag():
    found = kept("The council met on Monday.")
    assert (found.flags, found.rules) == ((), ())
    assert len(found.sentences) == 1

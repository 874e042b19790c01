"""Sentences about whom a house quotes: counts, and conclusions only from enough articles."""

from analysis.desk.sources import manners_used, source_audit
from analysis.output.export import records
from analysis.output.phrasing.desk import sources as said
from tests.analysis.desk.made import quoted_of

CLAIM = {"verb": "claim", "manner": "doubting"}


def of_articles(number):
    rows = [{"article": article, "words": 10, "quoted_words": 4} for article in range(number)]
    rows += [{"article": 0, "speaker": "officials", "kind": "", "words": 20, "quoted_words": 0}]
    return quoted_of(rows)


def test_few_articles_are_said_to_be_few() -> None:
    quoted = of_articles(3)
    sources = source_audit(quoted)
    assert said.sources_summary(quoted, sources) == (
        "3 articles, 4 statements, 50 words of others, 24% of them in quotation marks. 1 of 4 "
        "statements are of sources without a name: 25% (5% to 70%). These are counts of 3 "
        "articles: of fewer than 10, one article more can change the picture."
    )
    assert said.room_caption(sources, 3).title == "Words of 1 source with a name, and of others"


def test_from_enough_articles_on_it_is_said_who_has_most_room() -> None:
    quoted = of_articles(10)
    sources = source_audit(quoted)
    assert "one article more" not in said.sources_summary(quoted, sources)
    assert said.room_caption(sources, 10).title == "Joan Hale has most room: 83%"


def test_a_source_and_its_verbs() -> None:
    (row,) = records(source_audit(quoted_of([{}, {**CLAIM, "quoted_words": 0}, CLAIM])))
    assert said.source_said(row) == (
        "3 statements in 1 article, 30 words, 100% of all words of others; 2 with words in "
        "quotation marks"
    )
    assert said.verbs_said(row) == "claim ×2 (sounds doubtful), say"


def test_verbs_that_imply_something_are_counted() -> None:
    manners = manners_used(quoted_of([{}, CLAIM, {"verb": "", "manner": ""}]))
    caption = said.manners_caption(manners)
    assert caption.title == "1 of 3 statements have a verb that implies something"
    assert caption.words == (
        "neutral: 1 statement, 33%. sounds doubtful: 1 statement, 33%. no verb: 1 statement, 33%."
    )
    neutral = said.manners_caption(manners_used(quoted_of([{}])))
    assert neutral.title == "No verb of saying implies anything"


def test_what_is_not_known_has_a_name() -> None:
    assert said.source_name("") == "speaker unclear"
    assert said.part_said("", "month") == "no date"
    assert said.part_said("", "section") == "no section"
    assert said.sources_summary(quoted_of([]), source_audit(quoted_of([]))) == said.NO_STATEMENTS

"""Adding articles in a thread: each is kept before the next, and stopping loses none."""

import threading

import pytest

from analysis import Article
from analysis.desk.adding import Source, bytes_source
from analysis.rules.files.examples import example_rules
from dashboard.panels.desk.adding.progress import said_of, summary
from dashboard.session.desk import adding
from dashboard.session.desk.adding import Adding, Outcome, Progress
from store.desk.articles import articles
from store.errors import StoreFailed

POOL = "Pool to close\n\nThe council voted on Monday. It is a reckless betrayal of families."
FERRY = "Ferry late\n\nThe ferry sails on Monday. The board claimed that nobody was told."


def upload(name, text):
    return bytes_source(name, lambda: text.encode())


def done(job):
    job.go_on()
    job.wait(60)
    found = job.progress()
    assert not found.runs
    return found


def test_articles_are_kept_with_outlet_and_flags_and_none_twice(desk):
    given = [
        upload("a.txt", POOL),
        upload("b.json", '{"a": 4}'),
        upload("c.txt", POOL),
        upload("d.txt", FERRY),
    ]
    job = Adding(
        desk.engine, desk.editor, given, example_rules(), outlet="The Bugle", section="Town"
    )
    found = done(job)
    assert [one.known for one in found.done] == [False, False, True, False]
    assert found.done[2].number == found.done[0].number
    assert found.done[1].trouble.startswith("b.json looks like data")
    assert (found.trouble, found.total) == ("", 4)
    newest, first = articles(desk.engine)
    assert (first.title, first.outlet, first.section, first.source, first.added_by) == (
        "Pool to close", "The Bugle", "Town", "a.txt", "Ann",
    )  # fmt: skip
    assert newest.title == "Ferry late"
    assert first.flags
    assert newest.flags
    assert summary(found) == ("2 articles added, 1 was on the desk already, 1 could not be read.")


def test_stopping_keeps_what_was_done_and_one_goes_on_with_the_rest(desk):
    reads, begun, let_go = [], threading.Event(), threading.Event()

    def reading(text):
        reads.append(text)
        if text == FERRY:
            begun.set()
            assert let_go.wait(30)
        return Article(text, None, None, None, None, "text")

    texts = [POOL, FERRY, POOL + " The pool was old.", FERRY + " It was cold."]
    given = [Source("", lambda text=text: reading(text)) for text in texts]
    job = Adding(desk.engine, desk.editor, given, example_rules())
    job.go_on()
    assert begun.wait(60)
    job.stop()
    let_go.set()
    job.wait(60)
    stopped = job.progress()
    # The article in hand is finished, or read again afterwards.
    assert 1 <= len(stopped.done) <= 2
    assert len(articles(desk.engine)) == len(stopped.done)
    found = done(job)
    assert len(found.done) == 4
    assert [one.known for one in found.done] == [False] * 4
    assert len(articles(desk.engine)) == 4


def test_a_database_that_fails_ends_it_and_one_goes_on_with_the_same_article(desk, monkeypatch):
    keep, fails = adding.add_article, [False, True, False, False]

    def failing(*given):
        if fails.pop(0):
            raise StoreFailed("the disk is full", "make room")
        return keep(*given)

    monkeypatch.setattr(adding, "add_article", failing)
    given = [upload("a.txt", POOL), upload("b.txt", FERRY)]
    job = Adding(desk.engine, desk.editor, given, example_rules())
    found = done(job)
    assert found.trouble == "Nothing was saved just now, as the disk is full: make room."
    assert len(found.done) == 1
    assert "1 not read yet" in summary(found)
    found = done(job)
    assert (found.trouble, len(found.done)) == ("", 2)
    assert len(articles(desk.engine)) == 2


def test_a_fault_is_said_and_logged(desk, caplog):
    def broken():
        raise ZeroDivisionError

    job = Adding(desk.engine, desk.editor, [Source("a", broken)], example_rules())
    assert done(job).trouble == adding.FAILED
    assert "ZeroDivisionError" in caplog.text


OUTCOME = Outcome("a.txt", "A", 1, False, "")


@pytest.mark.parametrize(
    ("done", "total", "left", "said"),
    [
        (1, 9, None, "1 of 9 read"),
        (3, 9, 20.4, "3 of 9 read, about 20 seconds left"),
        (3, 9, 0.2, "3 of 9 read, about 1 second left"),
        (3, 90, 290, "3 of 90 read, about 5 minutes left"),
        (9, 9, 0.0, "9 of 9 read"),
    ],
)
def test_how_far_it_is_is_said(done, total, left, said):
    assert said_of(Progress((OUTCOME,) * done, total, True, "", left)) == said


def test_the_time_left_is_that_of_the_articles_so_far(desk):
    clock = iter([0.0, 0.0, *[30.0] * 20])
    given = [upload(f"{number}.json", '{"a": 4}') for number in range(3)]
    job = Adding(desk.engine, desk.editor, given, example_rules(), now=lambda: next(clock))
    job._done = [OUTCOME, OUTCOME]
    assert job.progress().seconds_left == 0.0 / 2
    assert job.progress().seconds_left == 15.0

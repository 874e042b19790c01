import pytest

from store.classes import errors
from store.classes.errors import ClassError
from store.errors import StoreError

KINDS = sorted(ClassError.__subclasses__(), key=lambda kind: kind.__name__)


def test_all_errors_of_a_class_are_there() -> None:
    assert {kind.__name__ for kind in KINDS} == {
        *("NoSuchClass", "NotTheTeacher", "TooManyClasses", "WrongWord", "JoiningClosed"),
        *("ClassFull", "NotInClass", "NoSuchRound", "TooManyRounds", "MaterialTooLong"),
        *("AlreadyRevealed", "NotRevealed", "BadSequence"),
    }
    assert all(getattr(errors, kind.__name__) is kind for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_says_in_one_sentence_what_to_do(kind: type[ClassError]) -> None:
    error = kind()
    assert isinstance(error, StoreError)
    assert error.message == str(error)
    what, do = error.message.split(": ")
    assert what[0].isupper()
    assert do.endswith(".")
    assert error.message.count(".") == 1


def test_no_two_say_the_same() -> None:
    assert len({kind.sentence for kind in (ClassError, *KINDS)}) == len(KINDS) + 1

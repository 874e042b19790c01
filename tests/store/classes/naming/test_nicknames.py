import pytest

from store.classes.naming.nicknames import MOST_NICKNAMES, nickname
from store.classes.naming.words import word_list


@pytest.mark.parametrize("seed", [0, 1, 2**31 - 1])
def test_no_nickname_comes_twice(seed: int) -> None:
    given = [nickname(seed, number) for number in range(1, 1001)]
    assert len(set(given)) == 1000


def test_all_nicknames_there_are_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = {"adjectives": ("brave", "calm", "keen"), "animals": ("lynx", "owl")}
    monkeypatch.setattr("store.classes.naming.nicknames.word_list", lists.__getitem__)
    given = {nickname(7, number) for number in range(1, 7)}
    assert given == {f"{a} {b}" for a in ("Brave", "Calm", "Keen") for b in ("Lynx", "Owl")}


def test_a_class_of_sixty_has_sixty_animals_and_sixty_adjectives() -> None:
    given = [nickname(5, number).split(" ") for number in range(1, 61)]
    assert len({adjective for adjective, _ in given}) == 60
    assert len({animal for _, animal in given}) == 60


def test_the_same_pupil_has_the_same_nickname_and_classes_differ() -> None:
    assert nickname(3, 9) == nickname(3, 9)
    assert len({nickname(seed, 1) for seed in range(50)}) > 40


@pytest.mark.parametrize("number", [0, -1, MOST_NICKNAMES + 1])
def test_numbers_without_a_nickname(number: int) -> None:
    with pytest.raises(ValueError, match="no nickname"):
        nickname(1, number)


def test_the_lists_are_long_enough_and_plain() -> None:
    adjectives, animals = word_list("adjectives"), word_list("animals")
    assert len(adjectives) >= 60
    assert len(animals) >= 60
    for words in (adjectives, animals):
        assert len(set(words)) == len(words)
        assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    # Nicknames are read from a wall, and kept in a column of 40 signs.
    assert max(map(len, adjectives)) + 1 + max(map(len, animals)) <= 24


# What children call one another, and what is said of bodies, skin and minds.
NEVER = """
    ape ass bat bear beaver bitch boar cat chicken cock cow cuckoo dodo dog donkey elephant goat
    goose gorilla hippo hog horse hyena leech louse mole monkey mule ox parasite pig rat rhino
    rooster sheep shrew skunk sloth slug snail snake sow swine tick tit toad turkey viper vulture
    walrus weasel whale worm big black blind bright brown clever clumsy crazy cute dark deaf dirty
    dumb fat funny hairy large lazy lean light little mad mighty odd old pale poor pretty red rich
    round short silly skinny slim slow small smart smelly stout strange strong stupid tall tiny
    ugly weak weird white wild wise yellow young gay queer
"""


def test_nobody_is_called_that() -> None:
    assert set(NEVER.split()) & {*word_list("adjectives"), *word_list("animals")} == set()

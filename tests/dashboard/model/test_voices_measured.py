"""What is said of the network of names and statements, on made-up measurements."""

from dashboard.model.voices_measured import names_words, same_fact_words, statements_words


def scores(**systems):
    return {"scores": {name: {"value": value} for name, value in systems.items()}}


def test_names_are_told_for_newswire_only():
    def line(task, names, recall, precision):
        return {"task": task, "names": names, "recall": recall, "precision": precision}

    said = names_words(
        [
            line("persons, newswire", 1_200, 0.93, 0.9),
            line("places, newswire", 80, 0.805, 0.7),
            line("persons, tweets", 99, 0.5, 0.5),
        ]
    )
    assert "marked 93% of 1,200 persons (90%) and 80% of 80 places (70%); in brackets" in said
    assert "99" not in said


LINKED = [
    {
        "kind": kind,
        "attributions": rows,
        "cue": {"value": cue},
        "linked": {"value": whole},
    }
    for kind, rows, cue, whole in (("all", 2_000, 0.81, 0.62), ("direct", 500, 0.9, 0.84))
]


def test_statements_are_told_in_shares():
    said = statements_words(LINKED, [], [])
    assert "Of 2,000 statements that people marked" in said
    assert "in 81%, and with them" in said
    assert said.endswith("in 62%: 84% where the words stand in quotation marks.")


def test_statements_stand_beside_two_people():
    lines = [{"task": "cues", **scores(slant=0.77)}, {"task": "contents", **scores(slant=0.9)}]
    people = [{"task": "cues", **scores(annotator=0.82)}]
    said = statements_words(LINKED, lines, people)
    assert "their F1 is 0.82 for these words (the network 0.77), and 1 would" in said


def test_pairs_are_told_beside_shared_words():
    said = same_fact_words(
        [
            {"metric": "AUROC", **scores(slant=0.834, tfidf=0.742)},
            {"metric": "average precision", **scores(slant=0.1, tfidf=0.1)},
        ]
    )
    assert "likelier 83 times in 100; counting shared words does so 74 times." in said

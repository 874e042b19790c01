"""The articles of the comparison made by hand: three reports of a pier that is closed."""

from collections.abc import Mapping, Sequence

from analysis.frames import Result
from tests.hand_made_result import result_of
from tests.hand_made_statements import names_of, piece, statements_of

TEXTS = (
    (
        "Pier closed after inspection",
        "The pier at Cold Haven was closed on Monday after an inspection.",
        "About 70 people gathered at the gate, the harbour office said.",
        "“The boards are rotten and nobody would pay for them,” said Dilys Aruna.",
        "Residents want a new pier by spring.",
        "The council admitted that the money was gone.",
        "Protesters went home at dusk.",
    ),
    (
        "Fury at the pier 😡",
        "Cold Haven’s pier has been shut since Monday’s inspection.",
        "An angry mob of 200 people besieged the gate.",
        "“The boards are rotten,” claimed Dilys Aruna.",
        "The money was gone.",
        "“We will mend it,” said Grace Mollison, the mayor.",
        "Rioters were driven off at dusk.",
    ),
    (
        "A pier of 1911",
        "An inspection closed the pier on Monday.",
        "The pier was built in 1911.",
        "The council said that the money was gone.",
    ),
)
"""Title and sentences of the articles; sentence 0 is the title."""

_VOICES: tuple[Mapping[int, tuple[str, str]], ...] = (
    {2: ("reported", "harbour office"), 3: ("quoted", "Dilys Aruna"), 5: ("reported", "council")},
    {3: ("quoted", "Dilys Aruna"), 5: ("quoted", "Grace Mollison")},
    {3: ("reported", "council")},
)
_LOADED = ((), ("angry mob", "besieged", "Rioters"), ())
_STATEMENTS: tuple[Sequence[tuple[int, str, str, str, str, str]], ...] = (
    (
        (2, "About 70 people gathered at the gate", "harbour office", "said", "say", "neutral"),
        (
            3,
            "“The boards are rotten and nobody would pay for them,”",
            "Dilys Aruna",
            "said",
            "say",
            "neutral",
        ),
        (5, "the money was gone", "council", "admitted", "admit", "conceding"),
    ),
    (
        (3, "“The boards are rotten,”", "Dilys Aruna", "claimed", "claim", "doubting"),
        (5, "“We will mend it,”", "Grace Mollison", "said", "say", "neutral"),
    ),
    ((3, "the money was gone", "council", "said", "say", "neutral"),),
)


def article(place: int) -> Result:
    """Return the article at this place."""
    title, *_ = texts = TEXTS[place]
    text = "\n\n".join(texts)
    voices = _VOICES[place]
    words = [(word, text.index(word)) for word in _LOADED[place]]
    holders = [next(n for n, one in enumerate(texts) if word in one) for word, _ in words]
    pieces = []
    for number, (sentence, content, speaker, cue, verb, manner) in enumerate(_STATEMENTS[place]):
        row = piece(text, content, number, sentence=sentence, verb=verb, manner=manner)
        row["form"] = "direct" if content[0] == "“" else "reported"
        whole = texts[sentence]
        start = text.index(whole)
        for name, value in (("speaker", speaker), ("cue", cue)):
            at = start + whole.index(value)
            row |= {name: value, f"{name}_start": at, f"{name}_end": at + len(value)}
        pieces.append(row)
    who = [name for name in ("Dilys Aruna", "Grace Mollison") if name in text]
    return result_of(
        texts,
        spans={
            "sentence": holders,
            "start": [start for _, start in words],
            "end": [start + len(word) for word, start in words],
            "text": [word for word, _ in words],
            "probability": [0.9] * len(words),
            "alternative": [""] * len(words),
            "effect": [0.3] * len(words),
        },
        statements=statements_of(*pieces),
        names=names_of(
            *((name, "person", [span(text, name)]) for name in who),
        ),
        article={"title": title, "language": "en", "sentences": len(texts), "model": "by hand"},
        part=["headline"] + ["body"] * (len(texts) - 1),
        voice=[voices.get(n, ("outlet", ""))[0] for n in range(len(texts))],
        speaker=[voices.get(n, ("outlet", ""))[1] for n in range(len(texts))],
        loaded=["loaded" if n in holders else "not loaded" for n in range(len(texts))],
        loaded_probability=[0.9 if n in holders else 0.1 for n in range(len(texts))],
        words=[len(one.split()) for one in texts],
    )


def span(text: str, part: str, start: int = 0) -> tuple[int, int]:
    at = text.index(part, start)
    return at, at + len(part)

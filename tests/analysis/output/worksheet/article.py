"""An analysed article made by hand: own, quoted and reported sentences with known speakers."""

from typing import Any

from analysis.frames import Result
from tests.hand_made_result import result_of
from tests.hand_made_statements import piece, statements_of

LINES = [
    "Council axes the night bus",
    "By Jo Marsh",
    "The callous council scrapped the night bus on Monday.",
    "Lena Ortiz warned that nurses would walk home.",
    "“Nobody asked us,” said Tom Reed.",
    "The last bus leaves on 4 May.",
]
TEXT = "\n\n".join(LINES)


def article(**changed: Any) -> Result:
    """Return a headline, a byline, a loaded sentence, a reported and a quoted one, and a plain one.

    ``changed`` are other values of the article's row than its own.
    """
    callous = TEXT.index("callous")
    statements = statements_of(
        piece(
            TEXT,
            "nurses would walk home",
            0,
            sentence=3,
            form="reported",
            speaker="Lena Ortiz",
            cue="warned",
            verb="warn",
            manner="neutral",
        ),
        piece(
            TEXT,
            "“Nobody asked us,”",
            1,
            sentence=4,
            speaker="Tom Reed",
            cue="said",
            verb="say",
            manner="neutral",
        ),
    )
    row = {"title": "Council axes the night bus", "model": "by hand", "model_version": "1"}
    return result_of(
        LINES,
        spans={
            "sentence": [2],
            "start": [callous],
            "end": [callous + len("callous")],
            "text": ["callous"],
            "probability": [0.9],
            "alternative": ["uncaring"],
            "effect": [0.4],
        },
        statements=statements,
        article=row | changed,
        part=["headline", "furniture", "body", "body", "body", "body"],
        voice=["outlet", "outlet", "outlet", "reported", "quoted", "outlet"],
        speaker=["", "", "", "Lena Ortiz", "Tom Reed", ""],
        loaded=["uncertain", None, "loaded", "not loaded", "not loaded", "not loaded"],
        loaded_probability=[0.5, float("nan"), 0.93, 0.1, 0.1, 0.02],
    )

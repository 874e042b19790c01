"""Articles and their frames, made by hand: what the text view's test page shows.

Each is written as paragraphs of sentences with the marks they should carry, so that every
offset is counted from the text itself and no model is needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace

import pandas as pd

BANDS = ((0.62, "loaded"), (0.38, "uncertain"), (0.0, "not loaded"))


@dataclass(frozen=True)
class Said:
    """A statement in a sentence: its content, its speaker, its form and its cue."""

    content: str
    speaker: str
    form: str = "direct"
    cue: str = "said"


@dataclass(frozen=True)
class Line:
    """A sentence, its loaded probability, its tone, and the words and quotations in it.

    A sentence whose voice is somebody else's takes the speaker of its first statement."""

    text: str
    probability: float = 0.05
    tone: float = 0.0
    words: dict[str, str] = field(default_factory=dict)  # loaded word → plainer wording
    quotes: tuple[str, ...] = ()
    voice: str = "outlet"
    said: tuple[Said, ...] = ()


HARBOUR = [
    [
        Line("Harbour council votes to close the east quay", 0.08),
    ],
    [
        Line("Councillors in Wenlow voted 11 to 6 on Tuesday to close the east quay.", 0.06),
        Line(
            "The reckless decision, rammed through after midnight, betrays the fishing families "
            "who built this town.",
            0.94,
            -0.86,
            {"reckless": "hasty", "rammed through": "passed", "betrays": ""},
        ),
        Line("The quay was built in 1922 and last repaired in 1987.", 0.03),
    ],
    [
        Line(
            "“This is a disgraceful stab in the back, and every skipper knows it,” said "
            "Maren Oddy, who has landed crab there for thirty years.",
            0.81,
            -0.9,
            {"disgraceful": "bad", "stab in the back": ""},
            ("“This is a disgraceful stab in the back, and every skipper knows it,”",),
            "quoted",
            (
                Said(
                    "“This is a disgraceful stab in the back, and every skipper knows it,”",
                    "Maren Oddy",
                ),
            ),
        ),
        Line(
            "The council’s own engineers had warned that the piles would “not survive another "
            "winter”, according to a report published in May.",
            0.22,
            -0.31,
            {},
            ("“not survive another winter”",),
            "mixed",
            (
                Said(
                    "that the piles would “not survive another winter”",
                    "the council’s own engineers",
                    "mixed",
                    "had warned",
                ),
            ),
        ),
        Line(
            "Critics say the figures were conveniently late.",
            0.51,
            -0.4,
            {"conveniently": ""},
            (),
            "reported",
            (Said("the figures were conveniently late", "Critics", "reported", "say"),),
        ),
    ],
    [
        Line(
            "“We listened for a year, and we found 2.4 million for a new slip at Dunmoor.",
            0.12,
            0.66,
            {},
            ("“We listened for a year, and we found 2.4 million for a new slip at Dunmoor.",),
            "quoted",
            (
                Said(
                    "“We listened for a year, and we found 2.4 million for a new slip at Dunmoor.",
                    "Ivo Tarn",
                    cue="",
                ),
            ),
        ),
        Line(
            "The crews will be safer there, and the ice plant moves with them,” said the "
            "council’s leader, Ivo Tarn.",
            0.1,
            0.71,
            {},
            ("The crews will be safer there, and the ice plant moves with them,”",),
            "quoted",
            (
                Said(
                    "The crews will be safer there, and the ice plant moves with them,”",
                    "Ivo Tarn",
                ),
            ),
        ),
    ],
    [
        Line(
            "His heroic patience has turned a squalid row into a triumph for the whole coast.",
            0.88,
            0.79,
            {"heroic": "", "squalid": "bitter", "triumph": "success"},
        ),
        Line("Work at Dunmoor starts in March.", 0.02),
        Line("A second vote, on mooring fees, is due before the summer recess.", 0.41),
    ],
]

HOSTILE = [
    [
        Line(
            'Read <img src=x onerror="window.harmed = 1"> before the tide turns.',
            0.7,
            -0.5,
            voice="reported",
            said=(
                Said(
                    "before the tide turns",
                    '<img src=z onerror="window.harmed = 1">',
                    "reported",
                    "Read",
                ),
            ),
        )
    ],
    [
        Line(
            "<script>window.harmed = 1</script> & <b>bold</b> stay what they are.",
            0.66,
            0.0,
            {"<b>bold</b>": '<img src="y.png" onerror="window.harmed = 1">'},
        )
    ],
]

SCRIPTS = [
    [Line("The café’s résumé: e\u0301clair, na\u0308ive, Z\u0351\u036b\u0343algo.", 0.7)],
    [
        Line(
            "Families 👩‍👩‍👧‍👦 cheered 🇵🇹 and 👍🏽 all night, a 𝔣𝔯𝔢𝔫𝔷𝔶 of joy.",
            0.9,
            0.8,
            {"𝔣𝔯𝔢𝔫𝔷𝔶": "rush"},
        )
    ],
    [
        Line(
            "قال الوزير إن القرار “كارثة” للجميع.", 0.8, -0.7, {"كارثة": ""}, ("“كارثة”",), "mixed"
        ),
        Line("ושלום גם לכם \u200f(1987)\u200e.", 0.3),
    ],
    [Line("Tabs\tand  two   spaces,\r\n    an indented line\u2028and a line separator.", 0.2)],
]


NAMES = [
    [
        Line(
            "“Yes,” said one, “no,” said others.",
            quotes=("“Yes,”", "“no,”"),
            voice="quoted",
            said=(
                Said("“Yes,”", "the harbour committee of the town of Wenlow and Dunmoor"),
                Said("“no,”", "the skippers who land crab there in winter"),
            ),
        )
    ],
    [Line("The vote is in May.")],
]


def article(paragraphs: list[list[Line]], gap: str = "\n\n", around: str = "") -> SimpleNamespace:
    """Return text and frames of ``paragraphs``, parted by ``gap``, inside ``around``."""
    text = around
    sentences: list[dict[str, object]] = []
    spans: list[dict[str, object]] = []
    quotations: list[dict[str, object]] = []
    statements: list[dict[str, object]] = []
    for number, lines in enumerate(paragraphs):
        text += gap if number else ""
        for place, line in enumerate(lines):
            text += " " if place else ""
            start = len(text)
            text += line.text
            index = len(sentences)
            sentences.append(_sentence(line, index, number, start, len(statements)))
            statements += [
                _statement(one, len(statements) + place, index, start, line.text)
                for place, one in enumerate(line.said)
            ]
            for word, alternative in line.words.items():
                at = start + line.text.index(word)
                spans.append(_span(index, at, word, alternative))
            for quote in line.quotes:
                at = start + line.text.index(quote)
                quotations.append(
                    {"start": at, "end": at + len(quote), "text": quote, "closed": quote[-1] == "”"}
                )
    spans.sort(key=lambda span: str(span["start"]).zfill(9))
    return SimpleNamespace(
        text=text + around,
        sentences=pd.DataFrame(sentences),
        spans=pd.DataFrame(spans, columns=list(_span(0, 0, "", ""))),
        quotations=pd.DataFrame(quotations, columns=["start", "end", "text", "closed"]),
        statements=pd.DataFrame(
            statements, columns=[*_statement(Said("", "", cue=""), 0, 0, 0, "")]
        ).astype({"cue_start": "Int64", "cue_end": "Int64"}),
    )


def _statement(said: Said, number: int, sentence: int, start: int, text: str) -> dict[str, object]:
    at = start + text.index(said.content)
    cue = start + text.index(said.cue) if said.cue else None
    return {
        "statement": number,
        "sentence": sentence,
        "start": at,
        "end": at + len(said.content),
        "text": said.content,
        "form": said.form,
        "speaker": said.speaker,
        "cue": said.cue,
        "cue_start": cue,
        "cue_end": None if cue is None else cue + len(said.cue),
    }


def _sentence(
    line: Line, index: int, paragraph: int, start: int, statement: int
) -> dict[str, object]:
    band = next(name for limit, name in BANDS if line.probability >= limit)
    sentiment = "neutral" if abs(line.tone) < 0.3 else "positive" if line.tone > 0 else "negative"
    return {
        "sentence": index,
        "paragraph": paragraph,
        "start": start,
        "end": start + len(line.text),
        "text": line.text,
        "part": "body",
        "voice": line.voice,
        "speaker": line.said[0].speaker if line.said else "",
        "statement": statement if line.voice in ("quoted", "reported") and line.said else pd.NA,
        "sentiment": sentiment,
        "tone_label": sentiment,
        "tone": line.tone,
        "loaded_probability": line.probability,
        "loaded": band,
    }


def _span(sentence: int, start: int, word: str, alternative: str) -> dict[str, object]:
    return {
        "sentence": sentence,
        "start": start,
        "end": start + len(word),
        "text": word,
        "probability": 0.9,
        "alternative": alternative,
        "effect": 0.1,
    }


ARTICLES = {
    "harbour": article(HARBOUR),
    "hostile": article(HOSTILE),
    "names": article(NAMES),
    "scripts": article(SCRIPTS, gap="\r\n \n\t", around="\n  \ufeff\n"),
    "long": article(HARBOUR[1:] * 455),
}

"""Two long articles that tell the same facts in opposite orders."""

from typing import Any

from analysis.comparison.frames import PAIRS, SAME_FACT, Comparison
from tests.hand_made_comparison import comparison_of
from tests.hand_made_result import result_of

SENTENCE = (
    "On day {} the ferry left the north pier with nineteen passengers, two crates of apples, one "
    "dog and a letter for the keeper."
)
SENTENCES = 900


def long_comparison() -> Comparison:
    """Return 20,000 words a side; the first sentence of A has its match at the end of B, and one
    more in the middle."""
    texts = [SENTENCE.format(day) for day in range(SENTENCES)]
    a = result_of(texts, article={"title": "From the first day"})
    b = result_of(texts[::-1], article={"title": "From the last day"})
    pairs = [(day, SENTENCES - 1 - day) for day in range(SENTENCES)]
    pairs.append((0, SENTENCES // 2))
    rows: list[dict[str, Any]] = []
    for one, other in pairs:
        row: dict[str, Any] = dict.fromkeys(PAIRS, float("nan"))
        row |= {"article_a": 0, "article_b": 1, "sentence_a": one, "sentence_b": other}
        row |= {"band": SAME_FACT, "text_a": texts[one], "text_b": texts[other]}
        rows.append(row | {"voice_a": "outlet", "voice_b": "outlet"})
    facts = [
        {
            "fact": fact,
            "articles": 2,
            "article": article,
            "sentence": sentence,
            "text": texts[fact],
            "band": SAME_FACT,
        }
        for fact, pair in enumerate(pairs[:SENTENCES])
        for article, sentence in enumerate(pair)
    ]
    return comparison_of([a, b], pairs=rows, facts=facts)

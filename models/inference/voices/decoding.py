"""The network's numbers for a window → names and attributions with their spans."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.inference.voices.found import Attribution, NameMention, Span
from models.inference.voices.labels import KINDS, NAME_TAGS, PARTS, REACH
from models.inference.voices.windows import Window

#: Runs of content words of one attribution that are at most so many words apart are one piece, if
#: nothing between belongs to its cue or source.
JOINED_WORDS = 2

#: Pieces of one content that are shorter than this share of its longest are left out as noise.
SHORTEST_PIECE = 0.12


@dataclass(frozen=True)
class TagThresholds:
    """From which probability a word is the first of a cue, belongs to its source, or to its
    content; and how far the tag that does not know the cue counts beside the link (0 … 1)."""

    cue: float = 0.5
    source: float = 0.5
    content: float = 0.5
    tag_share: float = 0.5


@dataclass(frozen=True)
class WordOutputs:
    """The network's logits for the attributions in a window, float32: tags of its tokens (t ×
    `TAGS`), and for each pair of tokens source and content (t × t), with distances counted in."""

    tags: NDArray[np.float32]
    source: NDArray[np.float32]
    content: NDArray[np.float32]


def link_logits(
    asks: NDArray[np.float32], offers: NDArray[np.float32], reach: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Whether each token belongs to what each token's cue asks for (t × t).

    Args:
        asks, offers: t × `LINK_WIDTH`.
        reach: what each distance −`REACH` … `REACH` adds.
    """
    places = np.arange(len(asks))
    apart = np.clip(places[None, :] - places[:, None], -REACH, REACH) + REACH
    scores = asks @ offers.T / np.sqrt(np.float32(asks.shape[1])) + reach[apart]
    return np.asarray(scores, dtype=np.float32)


def names_of(window: Window, logits: NDArray[np.float32]) -> list[NameMention]:
    """The names of a window, from the logits of its tokens (t × `NAME_TAGS`): the likeliest
    sequence of tags in which a further word of a name follows a word of the same kind."""
    words = np.flatnonzero(window.words)
    if not len(words):
        return []
    logs = _log_softmax(logits[words])
    tags = _best_sequence(logs)
    found: list[NameMention] = []
    start = 0
    while start < len(tags):
        tag = tags[start]
        end = start + 1
        if tag:
            while end < len(tags) and tags[end] == _further(tag):
                end += 1
            kind = KINDS[(tag - 1) // 2]
            chance = float(np.exp(np.mean([logs[i, tags[i]] for i in range(start, end)])))
            span = _span(window, words[start], words[end - 1])
            found.append(NameMention(*span, kind, chance))
        start = end
    return found


def attributions_of(
    window: Window, outputs: WordOutputs, thresholds: TagThresholds
) -> list[Attribution]:
    """The attributions of a window; one whose content is not found is left out.

    Each word of content belongs to one attribution only, to the likeliest.
    """
    words = np.flatnonzero(window.words)
    if not len(words):
        return []
    tags = _softmax(outputs.tags[words].reshape(len(words), len(PARTS), 3))
    cues = cue_runs(tags[:, PARTS.index("cue")], thresholds.cue)
    if not cues:
        return []
    share = thresholds.tag_share

    def linked(part: str, logits: NDArray[np.float32]) -> NDArray[np.float64]:
        """Cues × words: the link's probability with that of the tag."""
        inside = 1 - tags[:, PARTS.index(part), 0]
        rows = []
        for run in cues:
            scores = logits[np.ix_(words[run], words)].mean(0)
            rows.append(_sigmoid(scores) ** (1 - share) * inside**share)
        found = np.array(rows)
        for row, run in zip(found, cues, strict=True):
            row[run] = 0.0
        return found

    sources = linked("source", outputs.source)
    contents = linked("content", outputs.content)
    best = contents.argmax(0)
    found = []
    for number, run in enumerate(cues):
        source = _best_run(sources[number], thresholds.source)
        mine = (contents[number] >= thresholds.content) & (best == number)
        taken = set(run) | set(source)
        pieces = _pieces(mine, taken)
        if not pieces:
            continue
        found.append(
            Attribution(
                source=(_span(window, words[source[0]], words[source[-1]]),) if source else (),
                cue=(_span(window, words[run[0]], words[run[-1]]),),
                content=tuple(_span(window, words[a], words[b]) for a, b in pieces),
                probability=float(1 - tags[run[0], PARTS.index("cue"), 0]),
            )
        )
    return found


def cue_runs(tags: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Indexes of the words of each cue, from their probabilities (outside, first, further)."""
    inside = 1 - tags[:, 0] >= threshold
    runs: list[list[int]] = []
    for index in np.flatnonzero(inside).tolist():
        goes_on = runs and runs[-1][-1] == index - 1 and tags[index, 2] >= tags[index, 1]
        if goes_on:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _best_run(scores: NDArray[np.float64], threshold: float) -> list[int]:
    """Indexes of the run of words above the threshold with the largest sum; [] if there is none.
    One word below it inside a run does not end it."""
    runs: list[list[int]] = []
    for index in np.flatnonzero(scores >= threshold).tolist():
        if runs and index - runs[-1][-1] <= 2:
            runs[-1] += range(runs[-1][-1] + 1, index + 1)
        else:
            runs.append([index])
    return max(runs, key=lambda run: float(scores[run].sum()), default=[])


def _pieces(mine: NDArray[np.bool_], taken: set[int]) -> list[Span]:
    """First and last word of each piece."""
    pieces: list[list[int]] = []
    for index in np.flatnonzero(mine).tolist():
        if index in taken:
            continue
        if pieces:
            between = range(pieces[-1][1] + 1, index)
            if len(between) <= JOINED_WORDS and taken.isdisjoint(between):
                pieces[-1][1] = index
                continue
        pieces.append([index, index])
    longest = max((b - a + 1 for a, b in pieces), default=0)
    return [(a, b) for a, b in pieces if b - a + 1 >= SHORTEST_PIECE * longest]


def _span(window: Window, first: int, last: int) -> Span:
    return window.offsets[first][0], window.ends[last]


def _further(tag: int) -> int:
    """The tag of a further word of the name whose tag is given: B and I are neighbours."""
    return tag + tag % 2


def _transitions() -> NDArray[np.float64]:
    """0 where the second tag may follow the first, else minus infinity (tags × tags): I-kind only
    follows B-kind or I-kind. The first row, that of words outside, tells how a window may begin."""
    count = len(NAME_TAGS)
    allowed = np.full((count, count), -np.inf)
    for before in range(count):
        for after in range(count):
            is_further = after and after % 2 == 0
            if not is_further or before in (after, after - 1):
                allowed[before, after] = 0.0
    return allowed


_ALLOWED = _transitions()


def _best_sequence(logs: NDArray[np.float64]) -> list[int]:
    """Viterbi's algorithm: the likeliest tags in which I-kind follows B-kind or I-kind only."""
    best = logs[0] + _ALLOWED[0]
    back = np.zeros((len(logs), len(NAME_TAGS)), dtype=np.int64)
    for row in range(1, len(logs)):
        scores = best[:, None] + _ALLOWED
        back[row] = scores.argmax(0)
        best = scores.max(0) + logs[row]
    tags = [int(best.argmax())]
    for row in range(len(logs) - 1, 0, -1):
        tags.append(int(back[row, tags[-1]]))
    return tags[::-1]


def _log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    scores = logits.astype(np.float64)
    scores = scores - scores.max(-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(-1, keepdims=True)))


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    return np.exp(_log_softmax(logits))


def _sigmoid(logits: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-logits.astype(np.float64))))

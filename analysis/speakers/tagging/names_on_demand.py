"""Names of single lines of an article, found where somebody asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.speakers.tagging.attributions import mentions_of
from analysis.speakers.tagging.tagged_text import TaggedText

if TYPE_CHECKING:
    from analysis.speakers.tagging.network import AttributionTagger


class NamesOnDemand:
    """The names of ``tagged``, of which ``network`` reads no more lines than those asked for.

    The network finds names line by line, so they are those that it finds in the whole text.
    """

    def __init__(self, tagged: TaggedText, network: AttributionTagger) -> None:
        self._tagged = tagged
        self._network = network
        self._ends: dict[int, dict[int, int]] = {}

    def end_of(self, start: int) -> int | None:
        """Return the end of the name that begins at an offset of the article, or None."""
        line = self._line_of(start)
        if line is None:
            return None
        if line not in self._ends:
            self._ends[line] = self._names_in(line)
        return self._ends[line].get(start)

    def _line_of(self, at: int) -> int | None:
        """Return where the line begins, in the text for the network, that holds an offset of the
        article."""
        for part in self._tagged.parts:
            sentence = self._tagged.sentences[part.number]
            if sentence.start <= at < sentence.end:
                return self._tagged.text.rfind("\n", 0, part.at) + 1
        return None

    def _names_in(self, begin: int) -> dict[int, int]:
        text = self._tagged.text
        end = text.find("\n", begin)
        found = [
            one.moved(begin) for one in self._network.names(text[begin : end if end >= 0 else None])
        ]
        return {name.start: name.end for name in mentions_of(found, self._tagged)}

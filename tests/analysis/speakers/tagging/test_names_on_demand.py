"""Names of single lines are those that the network finds in the whole text."""

from collections.abc import Sequence

from analysis.reading.samples import samples
from analysis.scoring.prepared import prepared
from analysis.speakers.tagging.attributions import mentions_of
from analysis.speakers.tagging.names_on_demand import NamesOnDemand
from analysis.speakers.tagging.network import voices
from analysis.speakers.tagging.tagged_text import tagged_text
from models import Attribution, NameMention


class Counting:
    """The bundled network, with the texts in which it was asked for names."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def attributions(self, text: str) -> Sequence[Attribution]:
        return voices().attributions(text)

    def names(self, text: str) -> list[NameMention]:
        self.asked.append(text)
        return list(voices().names(text))


def test_the_names_of_a_line_are_those_of_the_whole_text() -> None:
    one = prepared(samples()[0].text)
    tagged = tagged_text(one.sentences, one.own, one.normal)
    ends = {name.start: name.end for name in mentions_of(voices().names(tagged.text), tagged)}
    assert len(ends) > 10
    network = Counting()
    names = NamesOnDemand(tagged, network)
    assert {start: names.end_of(start) for start in ends} == ends
    assert len(network.asked) == len(set(network.asked)) <= tagged.text.count("\n") + 1


def test_where_no_name_begins_there_is_none() -> None:
    text = "The mayor said so.\n\nJoan Hale did not."
    one = prepared(text)
    tagged = tagged_text(one.sentences, one.own, one.normal)
    network = Counting()
    names = NamesOnDemand(tagged, network)
    assert names.end_of(text.index("mayor")) is None
    assert names.end_of(text.index("\n")) is None
    assert network.asked == ["The mayor said so."]
    assert names.end_of(text.index("Joan")) == text.index(" did")

"""The same person, organisation or unnamed speaker in several articles."""

from analysis.comparison.people.everybody import People, Somebody, people

__all__ = ["People", "Somebody", "people"]

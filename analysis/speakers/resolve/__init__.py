"""Who a source is: the full name that “Khan”, “the mayor” or “she” stands for in an article."""

from analysis.speakers.resolve.resolver import Attributed, Resolver

__all__ = ["Attributed", "Resolver"]

"""Invariance to names: a suite of sentences and names, and the measures taken on it.

from models.invariance import invariance, read_suite
figures = invariance(classifier, read_suite(), trained=names_in_training)
"""

from models.invariance.measure import invariance
from models.invariance.suite import Suite, read_suite

__all__ = ["Suite", "invariance", "read_suite"]

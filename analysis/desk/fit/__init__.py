"""What the house's decisions teach: which of the model's flags it would dismiss anyway.

``house_fit`` makes a ``HouseFit`` from a frame of decisions: a small logistic regression, a
threshold, and what both are worth on articles they were not made from. It needs numpy and pandas
alone, and no network.
"""

from analysis.desk.fit.counting import TooFewDecisions
from analysis.desk.fit.figures import Figures, Share
from analysis.desk.fit.house import FLOOR, HouseFit, house_fit
from analysis.desk.fit.said import BadFit

__all__ = [
    "FLOOR",
    "BadFit",
    "Figures",
    "HouseFit",
    "Share",
    "TooFewDecisions",
    "house_fit",
]

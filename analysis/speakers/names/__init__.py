"""Names: who and what an article names, one row a person, organisation, place or group."""

from analysis.speakers.names.frame import names_frame
from analysis.speakers.names.grouping import Mention, Name, group_names

__all__ = ["Mention", "Name", "group_names", "names_frame"]

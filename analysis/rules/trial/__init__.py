"""Trying rules on an archive before they go live: how often they would report, and where."""

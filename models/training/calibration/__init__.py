"""Scaling and thresholds of a release, and the settings file that holds them."""

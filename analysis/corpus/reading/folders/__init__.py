"""Folders as archives: their files in order, those of one article each, those not read."""

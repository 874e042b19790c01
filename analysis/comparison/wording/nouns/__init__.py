"""Noun phrases: what persons, groups and things are called in a sentence."""

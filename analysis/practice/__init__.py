"""Exercises in which readers judge wording themselves, and what their answers show."""

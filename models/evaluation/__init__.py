"""The evaluation that `python -m models.evaluate` runs."""

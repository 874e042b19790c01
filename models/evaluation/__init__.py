"""What `python -m models.evaluate` measures; each module holds one kind of figure."""

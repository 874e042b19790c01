"""What a linter knows besides rules: its settings, its baseline, what it was told to ignore."""

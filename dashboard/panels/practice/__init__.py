"""The exercises of the Practice page, drawn from finished data."""

"""The teacher's page of a class, drawn from finished data."""

"""Rules from files: a house's own CSV, and those of other tools."""

"""NELA-GT, the yearly collections of news for research: a database, or a file of JSON a source."""

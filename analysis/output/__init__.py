"""Output from frames: tables, exports, counts, phrasing and the report."""

"""What is worked out from frames to be shown: tables, exports, counts, phrasing, the report."""

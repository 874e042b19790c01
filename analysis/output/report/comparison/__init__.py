"""The comparison report: two to five articles on one event as one HTML file."""

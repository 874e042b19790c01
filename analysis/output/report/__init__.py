"""The report: one analysed article as one HTML file."""

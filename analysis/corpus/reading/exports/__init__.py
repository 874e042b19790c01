"""Exports of several articles in one Word, RTF or PDF file: Nexis, Factiva."""

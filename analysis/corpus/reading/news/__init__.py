"""Formats of news and of research: feeds, NITF, ninjs, WARC, NELA-GT, lists of addresses."""

"""Formats of news and of research: NELA, Media Cloud, feeds, WARC, ninjs, NITF."""

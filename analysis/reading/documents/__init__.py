"""From documents (web pages, PDF, Word) to articles, each parsed in a process of its own.

    from analysis.reading.documents.kinds import recognise
    from analysis.reading.documents.sandbox import read_document

    kind = recognise(data, "paper.pdf")     # "html", "pdf", "docx" or None: not a document
    article = read_document(data, kind, "paper.pdf")

Neither module imports a parser: trafilatura, pypdf and python-docx are loaded by the child process
only, and only the one that is needed.
"""

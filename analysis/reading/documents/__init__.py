"""Read articles from documents (web pages, PDF, Word), each parsed in a separate process.

    from analysis.reading.documents.kinds import recognise
    from analysis.reading.documents.sandbox import read_document

    kind = recognise(data, "paper.pdf")     # "html", "pdf", "docx", or None for other files
    article = read_document(data, kind, "paper.pdf")

Neither module imports a parser: the child process loads trafilatura, pypdf or python-docx,
whichever the document needs.
"""

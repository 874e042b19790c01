"""A lesson with thirty pupils on one server; see ``__main__.py``."""

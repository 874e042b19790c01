"""LanguageTool's HTTP protocol, version 2, for its clients: browser add-ons, LibreOffice, Obsidian.

The modules here only translate: a form into what is to be checked, findings into matches.
"""

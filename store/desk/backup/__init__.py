"""Backups of the desk: one file that either kind of database can be filled from.

A backup is a zip archive: ``manifest.json``, and for each table a member ``TABLE.jsonl`` with a
JSON object a row. ``form.py`` says what is in them, ``saving.py`` writes one, ``checking.py`` reads
one and finds what is wrong with it, ``restoring.py`` fills an empty desk from it.
"""

"""Near-duplicates of an archive: are edited copies found, and only those?"""

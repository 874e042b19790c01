"""The files that press databases export to: bytes in, lines out."""

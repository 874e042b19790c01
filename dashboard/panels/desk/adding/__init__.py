"""Adding articles to the desk: the ways to give them, and how far it is."""

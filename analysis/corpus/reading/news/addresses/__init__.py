"""Lists of addresses, whose pages are fetched politely if the person asks for it."""

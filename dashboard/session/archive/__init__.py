"""The archives that visitors may look at, and what the address of their page asks for."""

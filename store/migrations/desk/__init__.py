"""One module a step of the desk's tables. A released step is never changed."""

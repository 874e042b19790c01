"""One module a step, in the order of their revisions. A released step is never changed."""

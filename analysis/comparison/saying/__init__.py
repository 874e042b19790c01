"""Who says what in two articles: verbs, attributions, quotations."""

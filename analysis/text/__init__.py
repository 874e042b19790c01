"""Text analysis without a model: sentences, quotations, language, readability."""

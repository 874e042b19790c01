"""What an archive of a million articles costs on more machines: a model, and its page."""

"""Twenty editors at one desk; see ``__main__.py``."""

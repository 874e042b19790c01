"""A phrase searched for in the articles of an archive, capitals aside, to the exact offset."""

"""The views of the Archive page, a module each, and the filters that they share."""

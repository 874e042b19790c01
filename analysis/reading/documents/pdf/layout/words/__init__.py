"""Put words together that a layout took apart: hyphens, large first letters, spaced letters."""

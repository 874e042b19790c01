"""The network that tags names and attributions: what it reads, and what it finds."""

"""What one visitor compares: the articles, the pair and sentence in view, and their address."""

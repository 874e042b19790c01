"""What is shown of a comparison: findings, facts by article, pairs side by side, its JSON."""

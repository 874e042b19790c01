"""What linting writes: findings in files as text, and as the data that other tools read."""

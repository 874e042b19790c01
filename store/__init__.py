"""What is kept beyond one visitor's session: classes, in memory or in a database file."""

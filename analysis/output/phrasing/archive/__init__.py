"""What is said of a whole archive: names, captions, and what its figures cannot say."""

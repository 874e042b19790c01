"""What is measured in every article, and the differences with their intervals."""

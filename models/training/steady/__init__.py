"""The last pass of training: what doesn't change a sentence's wording doesn't change its scores."""

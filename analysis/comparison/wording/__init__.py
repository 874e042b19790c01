"""How two articles word the same: other words, other numbers, other names."""

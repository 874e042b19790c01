"""What the How it works page says about the model: facts, card, citation."""

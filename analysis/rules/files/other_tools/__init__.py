"""Rules of other tools, as far as rules here can say the same, and what of them was left out."""

"""What a visitor has open at the desk: who they are, and what they are adding."""

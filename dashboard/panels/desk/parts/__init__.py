"""Parts that the views Figures and Sources of the desk are drawn from."""

"""Two analysed articles beside each other."""

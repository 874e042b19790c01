"""The bounded queue through which every call of a network from a page or the API goes."""

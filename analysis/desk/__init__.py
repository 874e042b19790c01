"""A newsroom's desk: what is decided on flags, and what its decisions say, as frames."""

"""Web pages by their address: fetched safely, and as robots.txt allows."""

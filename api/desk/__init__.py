"""What the Desk page asks of the server: the queue, articles, decisions, and what is new."""

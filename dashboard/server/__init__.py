"""What all sessions of a server share: the queue, analyses, memory, headers."""

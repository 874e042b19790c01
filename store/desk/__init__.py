"""What a newsroom's desk keeps: articles, flags, decisions, editors, and the trail of it all."""

"""What an article holds that findings need to know: from frames, or the light way from a text."""

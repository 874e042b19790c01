"""From rules to the places in a text that their patterns match."""

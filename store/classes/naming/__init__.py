"""What is drawn for a class: its code and word, pupils' nicknames, keys and tokens."""

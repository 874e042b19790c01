"""The prose in a file with marks, with the way back from it to the file's lines."""

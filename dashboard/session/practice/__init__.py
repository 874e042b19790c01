"""What one visitor practises with: the exercise, the text to mark, and how far each exercise is.

All of it is the session's and ends with it.
"""

"""What every component that shows an article's text shares: its pieces, their marks, the legend.

``payload.py`` cuts the text in Python; the scripts and styles beside it draw the pieces. A
component asks for them by naming this folder (see ``component``).
"""

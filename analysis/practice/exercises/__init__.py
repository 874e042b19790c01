"""Three exercises for one reader: rewriting a sentence, telling wordings apart, hearing who speaks.

Their items are CSV files in ``seeds/practice/``, which a teacher may replace.
"""

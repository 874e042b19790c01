"""The sense in which a word of a sentence is used: set terms, literal verbs and denied words."""

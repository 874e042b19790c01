"""Whether a stop ends a sentence: abbreviations and initials before it, text glued to it."""

"""What the components of the Compare page share: the sentence chosen, the marks of a pair."""

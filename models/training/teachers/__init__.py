"""The teachers of a student, and the soft labels that they give to sentences."""

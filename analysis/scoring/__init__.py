"""Sentences to scores: the pipeline, the frames it fills and the classifier it asks."""

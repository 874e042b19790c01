"""Score sentences: the pipeline, its frames and the classifier."""

"""Inference: a release's files, the classifiers that run it, and their predictions."""

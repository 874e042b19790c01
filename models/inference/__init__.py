"""Running a network: a release's files, its classifier, and what it predicts."""

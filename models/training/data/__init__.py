"""What a network is trained on: batches, unlabelled sentences, sentences of our own, folds."""

"""The network, the encoder that it starts from, and the training loop."""

"""A network of the release's shape, small and random."""

import torch
from transformers import BertConfig, BertModel

from models.training.network.model import SlantNetwork


def tiny_network(seed: int) -> SlantNetwork:
    """Two layers, 48 inputs and 96 units each; the same for the same ``seed``."""
    torch.manual_seed(seed)
    config = BertConfig(
        hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96
    )
    return SlantNetwork(BertModel(config, add_pooling_layer=False)).eval()

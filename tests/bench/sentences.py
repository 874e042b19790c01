"""Sentences per second of the whole analysis against transformers pipelines in torch.

    python -m tests.bench.sentences

The reference is what a newsroom would otherwise run: two text-classification pipelines
(sentiment and loaded language) of DistilRoBERTa size on one thread, at their best batch size.
Their weights are random, which costs the same time. Both sides get the same sentences. The last
line relates the encoder to the machine's own int8 matrix product, measured in the same run.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np

REPEATS = 5
ARTICLES = 3  # each sample article this many times


def seconds(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """Median duration of `work`, after one call that isn't counted."""
    work()
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def pipelines() -> Callable[[list[str], int], None]:
    """Two random DistilRoBERTa-sized pipelines: 6 layers, 768 wide, vocabulary 50,265."""
    import torch
    from transformers import (
        PreTrainedTokenizerFast,
        RobertaConfig,
        RobertaForSequenceClassification,
        TextClassificationPipeline,
    )

    from models.inference.release import BUNDLED

    torch.set_num_threads(1)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(BUNDLED / "tokenizer.json"),
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=256,
    )
    config = RobertaConfig(
        vocab_size=50265, num_hidden_layers=6, max_position_embeddings=514, pad_token_id=0
    )
    heads = [
        TextClassificationPipeline(
            model=RobertaForSequenceClassification(config).eval(), tokenizer=tokenizer
        )
        for _ in range(2)
    ]

    def run(sentences: list[str], batch_size: int) -> None:
        for head in heads:
            head(sentences, batch_size=batch_size, truncation=True)

    return run


def int8_peak() -> float:
    """Multiply-adds per second of ONNX Runtime's own int8 matrix product, one thread."""
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper

    size = 1024
    rng = np.random.default_rng(1)
    weight = rng.integers(-64, 64, (size, size), dtype=np.int8)
    model = helper.make_model(
        helper.make_graph(
            [helper.make_node("MatMulInteger", ["a", "b"], ["c"])],
            "peak",
            [helper.make_tensor_value_info("a", TensorProto.UINT8, [size, size])],
            [helper.make_tensor_value_info("c", TensorProto.INT32, [size, size])],
            [numpy_helper.from_array(weight, "b")],
        ),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    values = {"a": rng.integers(0, 255, (size, size), dtype=np.uint8)}
    return float(size**3 / seconds(lambda: session.run(None, values), 10))


def encoder_work(lengths: list[int], layers: int = 6, width: int = 384) -> float:
    """Multiply-adds of the encoder for sentences of these token counts, padding not counted."""
    per_token = layers * 12 * width * width
    return float(sum(n * per_token + layers * 2 * n * n * width for n in lengths))


def first_call() -> str:
    """Seconds and peak memory of the first `score_sentences` in a fresh process."""
    code = (
        "import time; t = time.perf_counter()\n"
        "from analysis import score_sentences\n"
        "score_sentences(['The council met on Tuesday.'])\n"
        # ru_maxrss would be that of the process it was forked from, with torch and two pipelines.
        "status = dict(line.split(':', 1) for line in open('/proc/self/status'))\n"
        "peak = int(status['VmHWM'].split()[0]) / 1024\n"
        "print(f'{time.perf_counter() - t:.2f} s, {peak:.0f} MB')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main() -> None:
    """Print the table."""
    from analysis import analyze
    from analysis.reading.samples import samples
    from models import load_classifier
    from models.inference.onnx_classifier import OnnxClassifier

    articles = [sample.text for sample in samples()]
    classifier = load_classifier()
    assert isinstance(classifier, OnnxClassifier)
    sentences = [s for text in articles for s in analyze(text).sentences["text"]]

    whole = seconds(lambda: [analyze(text) for text in articles * ARTICLES]) / ARTICLES
    tokens = [t.ids for t in classifier.tokenize(sentences)]
    encoder = seconds(lambda: classifier.logits(tokens))
    run = pipelines()
    sizes = {size: seconds(lambda n=size: run(sentences, n), 2) for size in (1, 8, 16, 32)}
    best = min(sizes, key=lambda size: sizes[size])

    count = len(sentences)
    print(f"{count} sentences of {len(articles)} articles, one thread")
    print(f"analyze, frames and spans   {count / whole:8.0f} sentences/s")
    print(f"encoder and heads alone     {count / encoder:8.0f} sentences/s")
    print(f"two pipelines, batch {best:2}     {count / sizes[best]:8.1f} sentences/s")
    print(f"ratio, analyze to pipelines {sizes[best] / whole:8.1f}")
    work = encoder_work([len(ids) for ids in tokens]) / encoder
    peak = int8_peak()
    print(
        f"encoder {work / 1e9:.1f} of {peak / 1e9:.1f} G multiply-adds/s: {work / peak:.0%} of peak"
    )
    print(f"first call in a fresh process: {first_call()}")


if __name__ == "__main__":
    main()

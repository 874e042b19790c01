import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from models.errors import ModelError
from models.inference.hub_classifier import (
    UNCALIBRATED,
    UNCALIBRATED_TONE,
    HubClassifier,
    SequenceClassifier,
    loaded_index,
    sentiment_order,
)
from models.inference.loading import load_classifier
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import BUNDLED, read_release

pytestmark = pytest.mark.torch

SENTENCES = ["The council met on Monday.", "A disgraceful stitch-up by a rotten council!", ""]


def make_checkpoint(folder: Path, labels: dict[int, str]) -> Path:
    """A tiny checkpoint with random weights, written as transformers writes them."""
    torch = pytest.importorskip("torch")
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(BUNDLED / "tokenizer.json"),
        unk_token="[UNK]",
        pad_token="[PAD]",
        mask_token="[MASK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
    )
    torch.manual_seed(5)
    model = BertForSequenceClassification(
        BertConfig(
            vocab_size=len(tokenizer),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            id2label=labels,
            label2id={name: i for i, name in labels.items()},
        )
    )
    # Untrained heads answer one half to everything; widen them so that sentences differ.
    model.classifier.weight.data *= 40
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def loaded_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkpoint(tmp_path_factory.mktemp("loaded"), {0: "loaded", 1: "neutral"})


@pytest.fixture(scope="module")
def sentiment_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkpoint(
        tmp_path_factory.mktemp("sentiment"), {0: "positive", 1: "negative", 2: "neutral"}
    )


@pytest.fixture(scope="module")
def bundled() -> OnnxClassifier:
    return OnnxClassifier(read_release())


def test_a_checkpoint_takes_the_loaded_seat(
    loaded_checkpoint: Path, bundled: OnnxClassifier
) -> None:
    classifier = HubClassifier(bundled, loaded_model=str(loaded_checkpoint))
    ours, theirs = bundled.predict(SENTENCES), classifier.predict(SENTENCES)
    expected = SequenceClassifier(str(loaded_checkpoint)).probabilities(SENTENCES)
    assert theirs.loaded == pytest.approx(expected[:, 0])
    assert len(set(theirs.loaded.tolist())) == 3
    assert (theirs.sentiment == ours.sentiment).all()
    assert theirs.words == ours.words
    assert classifier.thresholds == UNCALIBRATED
    assert classifier.tone_thresholds == bundled.tone_thresholds
    assert str(loaded_checkpoint) in classifier.name


def test_a_checkpoint_takes_the_sentiment_seat(
    sentiment_checkpoint: Path, bundled: OnnxClassifier
) -> None:
    classifier = HubClassifier(bundled, sentiment_model=str(sentiment_checkpoint))
    raw = SequenceClassifier(str(sentiment_checkpoint)).probabilities(SENTENCES)
    theirs = classifier.predict(SENTENCES)
    assert theirs.sentiment == pytest.approx(raw[:, [1, 2, 0]])
    assert (theirs.loaded == bundled.predict(SENTENCES).loaded).all()
    assert classifier.thresholds == bundled.thresholds
    assert classifier.tone_thresholds == UNCALIBRATED_TONE


def test_masking_changes_the_checkpoints_answer(
    loaded_checkpoint: Path, bundled: OnnxClassifier
) -> None:
    classifier = HubClassifier(bundled, loaded_model=str(loaded_checkpoint))
    whole = classifier.predict([SENTENCES[1]]).loaded
    masked = classifier.loaded_when_masked([SENTENCES[1]] * 2, [[(2, 13)], [(0, 0)]])
    assert masked[0] != pytest.approx(whole[0], abs=1e-6)
    assert masked[1] == pytest.approx(whole[0], abs=1e-6)


def test_no_sentences(loaded_checkpoint: Path, bundled: OnnxClassifier) -> None:
    prediction = HubClassifier(bundled, loaded_model=str(loaded_checkpoint)).predict([])
    assert prediction.loaded.shape == (0,)
    assert prediction.loaded.dtype == np.float32
    assert prediction.read_to.shape == prediction.truncated.shape == (0,)


def test_a_sentence_is_read_as_far_as_every_network_reads_it(
    loaded_checkpoint: Path, sentiment_checkpoint: Path, bundled: OnnxClassifier
) -> None:
    classifier = HubClassifier(bundled, str(loaded_checkpoint), str(sentiment_checkpoint))
    assert classifier._loaded is not None
    classifier._loaded.max_tokens = 16
    texts = [*SENTENCES, "and then the mayor spoke " * 3, "and then the mayor spoke " * 100]
    whole = classifier.predict(texts)
    assert whole.read_to[:3].tolist() == [len(text) for text in SENTENCES]
    # 14 words of five each to a round, and two special tokens.
    assert texts[3][: whole.read_to[3]].split() == texts[3].split()[:14]
    assert whole.read_to[4] == whole.read_to[3]
    assert whole.truncated.tolist() == [False, False, False, True, True]
    read = classifier.predict(
        [text[:end] for text, end in zip(texts, whole.read_to.tolist(), strict=True)]
    )
    assert read.loaded == pytest.approx(whole.loaded, abs=1e-6)
    # Where the bundled network reads less than a checkpoint does, its end counts.
    longer = HubClassifier(bundled, sentiment_model=str(sentiment_checkpoint))
    assert longer._sentiment is not None
    longer._sentiment.max_tokens = 400
    assert longer.predict(texts).read_to.tolist() == bundled.predict(texts).read_to.tolist()


def test_the_environment_names_the_checkpoint(
    loaded_checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLANT_LOADED_MODEL", str(loaded_checkpoint))
    assert isinstance(load_classifier(), HubClassifier)
    monkeypatch.delenv("SLANT_LOADED_MODEL")
    assert isinstance(load_classifier(), OnnxClassifier)


def test_a_folder_that_is_no_checkpoint(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    with pytest.raises(ModelError, match="can't be loaded"):
        SequenceClassifier(str(tmp_path))


@pytest.mark.parametrize(
    ("labels", "index"),
    [
        ({0: "LABEL_0", 1: "LABEL_1"}, 1),
        ({0: "BIASED", 1: "NOT BIASED"}, 0),
        ({0: "Non-biased", 1: "Biased"}, 1),
        ({0: "unbiased", 1: "biased"}, 1),
        ({0: "SUBJ", 1: "OBJ"}, 0),
        ({0: "neutral", 1: "loaded"}, 1),
    ],
)
def test_which_label_means_loaded(labels: dict[int, str], index: int) -> None:
    assert loaded_index(labels) == index


@pytest.mark.parametrize("labels", [{0: "left", 1: "right"}, {0: "a", 1: "biased", 2: "c"}])
def test_labels_that_do_not_tell(labels: dict[int, str]) -> None:
    with pytest.raises(ModelError, match="don't say which one means loaded"):
        loaded_index(labels)


@pytest.mark.parametrize(
    ("labels", "order"),
    [
        ({0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, (0, 1, 2)),
        ({0: "NEGATIVE", 1: "POSITIVE"}, (0, None, 1)),
        ({0: "pos", 1: "neu", 2: "neg"}, (2, 1, 0)),
    ],
)
def test_sentiment_labels(labels: dict[int, str], order: tuple[int, int | None, int]) -> None:
    assert sentiment_order(labels) == order


def test_sentiment_labels_that_do_not_tell() -> None:
    with pytest.raises(ModelError, match="negative, neutral and positive"):
        sentiment_order({0: "1 star", 1: "2 stars"})


def test_without_torch_the_message_says_what_to_install(loaded_checkpoint: Path) -> None:
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from models import ModelError, load_classifier\n"
        "try: load_classifier()\n"
        "except ModelError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"SLANT_LOADED_MODEL": str(loaded_checkpoint), "PATH": ""},
    )
    assert "pip install torch" in done.stdout

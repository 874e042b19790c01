"""A whole training run, with tiny encoders and sets: what `make train` runs."""

# ruff: noqa: E402 - what is imported below needs torch
import os
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from models.corpora import read_corpora, training_rows
from models.evaluation.stored import read_crossval, read_float
from models.inference import release as bundled
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import read_release
from models.training.__main__ import main
from models.training.data import name_templates, wordings
from models.training.export import activation_ranges
from models.training.network import base_encoder
from models.training.stages import install, steady
from models.training.student import recipe
from models.training.teachers import labelling, large_teacher
from tests.models.training.tiny_sets import write_encoders, write_sets

pytestmark = [pytest.mark.torch, pytest.mark.slow]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_sets(folder)
    return folder


@pytest.fixture(scope="module", autouse=True)
def tiny(tmp_path_factory: pytest.TempPathFactory) -> object:
    """The tiny encoders in place of the real ones, few names and sentences of our own, one core."""
    small, large = write_encoders(tmp_path_factory.mktemp("encoders"))
    names, sentences = name_templates.read_name_templates(), wordings.read_wordings()
    few_names = replace(
        names,
        names={kind: members[:6] for kind, members in names.names.items()},
        templates=names.templates[::20],
    )
    few_sentences = replace(sentences, sentences=sentences.sentences[::40])

    def unpack(folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        return large

    threads = torch.get_num_threads()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base_encoder, "base_folder", lambda: small)
        patch.setattr(large_teacher, "unpack", unpack)
        for module in (recipe, labelling, steady):
            patch.setattr(module, "read_name_templates", lambda: few_names)
        for module in (recipe, activation_ranges, steady):
            patch.setattr(module, "read_wordings", lambda: few_sentences)
        patch.setattr(labelling, "HELD_OUT", 5)
        torch.set_num_threads(1)
        yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def out(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "out"
    assert main(["--data", str(data), "--out", str(folder)]) == 0
    return folder


def test_a_run_ends_with_a_release_that_scores_sentences(out: Path) -> None:
    release = read_release(out)
    assert release.version == "0.9.0"
    prediction = OnnxClassifier(release).predict(["A vile plan.", "The bus was late."])
    assert ((prediction.loaded > 0) & (prediction.loaded < 1)).all()
    assert prediction.sentiment.sum(axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_every_row_is_predicted_out_of_fold_once_in_each_scheme(out: Path, data: Path) -> None:
    rows = {e.row for e in training_rows(read_corpora(data), "babe")}
    stored = read_crossval(out)
    for scheme in ("random", "article", "outlet"):
        of_scheme = stored[stored["scheme"] == scheme]
        assert len(of_scheme) == len(rows)
        assert set(of_scheme["row"]) == rows
        assert set(of_scheme["fold"]) == set(range(5))
    test = {e.row for e in read_corpora(data) if e.part == "test"}
    assert set(read_float(out)["row"]) == test
    assert not rows & test


def test_the_folder_has_the_files_that_a_run_is_resumed_from(out: Path) -> None:
    files = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    folds = {f"crossval/{scheme}-{fold}" for scheme in ("random", "article") for fold in range(5)}
    assert {
        "float/together.pt",
        "float/taught.pt",
        "float/weights.pt",
        "float/steady.pt",
        "teacher/together.pt",
        "teachers/31/large.npz",
        "teachers/31/small.npz",
        "teachers/32/large.npz",
        "teachers/32/small.npz",
        "teachers/sentiment.npz",
        "teachers/judged.npz",
        *(f"{fold}.csv" for fold in folds),
        *(f"{fold}/{name}" for fold in folds for name in ("large.npz", "small.npz", "weights.pt")),
        *(f"crossval/outlet-{fold}/weights.pt" for fold in range(5)),
    } <= files


def test_a_run_that_was_cut_off_goes_on_and_ends_the_same(
    out: Path, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    for name in ("float/weights.pt", "crossval/outlet-3.csv", "model.onnx", "config.json"):
        (out / name).unlink()
    kept = {path: path.stat().st_mtime_ns for path in out.rglob("*.pt")}
    monkeypatch.setattr(bundled, "BUNDLED", tmp_path)
    assert main(["--data", str(data), "--out", str(out), "--install"]) == 0
    assert {path: path.read_bytes() for path in before} == before
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert sorted(os.listdir(tmp_path)) == sorted(install.FILES)
    assert (tmp_path / "model.onnx").read_bytes() == before[out / "model.onnx"]


def test_folds_of_another_release_are_taken_over(out: Path, data: Path, tmp_path: Path) -> None:
    for name in ("float", "teachers", "teacher"):
        (tmp_path / name).symlink_to(out / name)
    assert main(["--data", str(data), "--out", str(tmp_path), "--folds-of", str(out)]) == 0
    assert not (tmp_path / "crossval").exists()
    assert (tmp_path / "crossval.csv").read_bytes() == (out / "crossval.csv").read_bytes()
    ours, theirs = read_release(tmp_path), read_release(out)
    assert ours.fold_scale == theirs.fold_scale
    # The same weights, scaled to agree with the other release.
    assert ours.loaded_scale == pytest.approx(theirs.loaded_scale, rel=0.05)
    assert "what release 0.9.0 says" in (tmp_path / "config.json").read_text()


def test_a_release_is_trained_further_from_its_int8_weights(
    out: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(data), "--out", str(tmp_path), "--further", str(out)]) == 0
    assert not (tmp_path / "float" / "weights.pt").exists()
    assert (tmp_path / "crossval.csv").read_bytes() == (out / "crossval.csv").read_bytes()
    assert "what release 0.9.0 says" in (tmp_path / "config.json").read_text()
    sentences = ["A vile plan.", "The bus was late.", "Councillor Hesk is a liar and a crook."]
    ours = OnnxClassifier(read_release(tmp_path)).predict(sentences)
    theirs = OnnxClassifier(read_release(out)).predict(sentences)
    assert ours.loaded != pytest.approx(theirs.loaded, abs=1e-6)
    missing = tmp_path / "none"
    assert main(["--data", str(data), "--out", str(missing), "--further", str(missing)]) == 2
    assert "model.onnx can't be read as an ONNX model" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("stage", "missing"),
    [
        ("folds", "together.pt is missing: run the stage pretrain first."),
        ("release", "taught.pt is missing: run the stage distil first."),
        ("steady", "weights.pt is missing: run the stage release first."),
        ("export", "steady.pt is missing: run the stage steady first."),
        ("calibrate", "model.onnx is missing: run the stage export first."),
        ("install", "model.onnx is missing: run the stage export first."),
    ],
)
def test_a_stage_without_those_before_it_is_one_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], stage: str, missing: str
) -> None:
    assert main(["--data", str(data), "--out", str(tmp_path), "--stages", stage]) == 2
    printed = capsys.readouterr()
    assert printed.err.endswith(missing + "\n")
    assert printed.err.count("\n") == 1
    assert printed.out == ""


def test_a_folder_that_cannot_be_made_is_one_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert main(["--data", str(data), "--out", str(tmp_path / "file")]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("A file of the run can't be read or written: ")
    assert printed.err.count("\n") == 1

"""A name model of the reviewer's own, named by its folder, is used beside ours; a folder without one is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.errors import UnusableInput
from redactor.findings.detect import detect
from redactor.findings.finding import Finding
from redactor.findings.own_model import own_model

TEXT = "the file was kept by zorblax and sent to quennick with the invoice from march"
LABELS = ("O", "B-PER", "I-PER", "B-GPE", "B-MISC")
WORDS = ("[UNK]", "the", "file", "was", "kept", "by", "zorblax", "quennick", "invoice")
LABEL_OF = {"zorblax": 1, "quennick": 3, "invoice": 4}


@pytest.fixture
def spacy_folder(tmp_path: Path) -> Path:
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "zorblax"},
            {"label": "GPE", "pattern": "quennick"},
            {"label": "PERSON", "pattern": "typed up"},  # what ours never takes for a name
            {"label": "PRODUCT", "pattern": "invoice"},
        ]
    )
    pipeline.to_disk(tmp_path / "pipeline")
    return tmp_path / "pipeline"


@pytest.fixture
def onnx_folder(tmp_path: Path) -> Path:
    """A model of one step: each word of a tiny vocabulary has its label."""
    onnx = pytest.importorskip("onnx")
    import numpy as np
    from tokenizers import Tokenizer, models, pre_tokenizers

    folder = tmp_path / "exported"
    folder.mkdir()
    table = np.zeros((len(WORDS), len(LABELS)), np.float32)
    for number, word in enumerate(WORDS):
        table[number, LABEL_OF.get(word, 0)] = 9.0
    made, kinds = onnx.helper, onnx.TensorProto
    graph = made.make_graph(
        [made.make_node("Gather", ["table", "input_ids"], ["logits"])],
        "labels",
        [made.make_tensor_value_info("input_ids", kinds.INT64, ["batch", "length"])],
        [made.make_tensor_value_info("logits", kinds.FLOAT, ["batch", "length", len(LABELS)])],
        [onnx.numpy_helper.from_array(table, "table")],
    )
    model = made.make_model(graph, opset_imports=[made.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, folder / "model.onnx")
    tokeniser = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokeniser.pre_tokenizer = pre_tokenizers.Whitespace()
    tokeniser.save(str(folder / "tokenizer.json"))
    labels = {str(number): label for number, label in enumerate(LABELS)}
    (folder / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    return folder


def wordings(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.type, TEXT[finding.start : finding.end]) for finding in findings]


@pytest.mark.parametrize("kind", ["spacy_folder", "onnx_folder"])
def test_a_model_in_a_folder_finds_names_and_its_other_labels_are_left_out(
    kind: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(kind)

    assert wordings(own_model(folder).find(TEXT)) == [("PERSON", "zorblax"), ("PLACE", "quennick")]


def test_what_it_finds_joins_what_ours_finds(spacy_folder: Path) -> None:
    text = f"{TEXT}. It was typed up. Mrs Ann Thornbury saw it."

    ours = {text[f.start : f.end] for f in detect(text)}
    both = {text[f.start : f.end] for f in detect(text, own=spacy_folder)}

    assert ours < both
    assert "typed up" in both - ours


def test_a_folder_without_a_model_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"holds no name model that can be used"):
        own_model(tmp_path)


def test_a_folder_that_is_gone_is_told_as_gone(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"“gone” is not there"):
        own_model(tmp_path / "gone")


def test_a_model_tells_its_make_and_what_it_finds(spacy_folder: Path, onnx_folder: Path) -> None:
    seen = [(own_model(folder).make, own_model(folder).finds) for folder in (spacy_folder, onnx_folder)]

    assert seen == [("spaCy", ("PERSON", "PLACE")), ("Hugging Face", ("PERSON", "PLACE"))]


def test_a_model_that_finds_other_things_is_refused(onnx_folder: Path) -> None:
    labels = {str(number): label for number, label in enumerate(("O", "B-MISC", "I-MISC", "B-LAW", "I-LAW"))}
    (onnx_folder / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")

    with pytest.raises(UnusableInput, match=r"holds no name model that can be used") as refused:
        own_model(onnx_folder)

    assert "no people, places" in refused.value.advice


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_damaged_model_is_refused_in_one_sentence(onnx_folder: Path, name: str) -> None:
    (onnx_folder / name).write_bytes(b"{rubbish")

    with pytest.raises(UnusableInput, match=r"holds no name model that can be used"):
        own_model(onnx_folder)

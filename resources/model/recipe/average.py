"""Averages the weights of models that went on from the same start: python average.py OUT TRAINED TRAINED …

Two runs from one start with other seeds end in one basin; their mean does a little better than either (Wortsman et al.,
"Model soups", 2022) and costs nothing at run time.
"""

import sys
from pathlib import Path

import torch
from transformers import AutoModelForTokenClassification


def average(trained: list[Path], out: Path) -> None:
    """Write the mean of the models at `trained` to `out`."""
    models = [AutoModelForTokenClassification.from_pretrained(folder) for folder in trained]
    mean = models[0].state_dict()
    for name, weights in mean.items():
        if weights.is_floating_point():
            mean[name] = torch.stack([model.state_dict()[name] for model in models]).mean(0)
    models[0].load_state_dict(mean)
    models[0].save_pretrained(out)


if __name__ == "__main__":
    average([Path(folder) for folder in sys.argv[2:]], Path(sys.argv[1]))

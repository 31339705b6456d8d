"""The encoder while it learns: its last layers, and a linear head for every label."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from infra.model.tuning import Array, Tensors
from infra.model.tuning.network import LAYERS, SIZE, Layer, Lower, pooled
from infra.model.tuning.settings import Settings

Below = dict[int, Tensor]  # by text: what comes into the first layer that learns
Rows = Sequence[int] | Array  # which texts
_AT_ONCE = 64


class Encoder(nn.Module):  # type: ignore[misc]
    """The layers that learn, the heads, and what the layers below made of every text."""

    def __init__(self, tensors: Tensors, below: Below, columns: int, settings: Settings) -> None:
        """Read the layers from the file's tensors; `below`, by text, is what comes into them."""
        super().__init__()
        numbers = range(LAYERS - settings.layers, LAYERS)
        self.layers = nn.ModuleList(Layer(tensors, n) for n in numbers)
        for layer in self.layers:
            layer.dropout = settings.dropout
        self.heads = nn.Linear(SIZE, columns)
        nn.init.zeros_(self.heads.weight)
        nn.init.zeros_(self.heads.bias)
        self.dropout, self.below = settings.dropout_of_heads, below
        self.register_buffer("mean", torch.zeros(SIZE))
        self.register_buffer("spread", torch.ones(SIZE))

    def encode(self, rows: Rows) -> Tensor:
        """Vectors of length 1."""
        values, is_word = _side_by_side([self.below[int(row)] for row in rows])
        for layer in self.layers:
            values = layer(values, is_word)
        return pooled(values.float(), is_word)

    def columns(self, vectors: Tensor) -> Tensor:
        """What the heads say."""
        scaled = (vectors - self.mean) / self.spread
        return self.heads(functional.dropout(scaled, self.dropout, self.training))

    def vectors(self, rows: Rows) -> Tensor:
        """Of many texts, nothing dropped."""
        self.eval()
        order = sorted(range(len(rows)), key=lambda n: len(self.below[int(rows[n])]))
        found = torch.zeros(len(rows), SIZE)
        with torch.no_grad():
            for start in range(0, len(order), _AT_ONCE):
                some = order[start : start + _AT_ONCE]
                found[some] = self.encode([int(rows[n]) for n in some])
        return found


def below(lower: Lower, pieces: Sequence[Array]) -> Below:
    """What the layers that don't learn make of every text."""
    order = sorted(range(len(pieces)), key=lambda row: len(pieces[row]))
    found: Below = {}
    for start in range(0, len(order), _AT_ONCE):
        some = order[start : start + _AT_ONCE]
        length = max(len(pieces[row]) for row in some)
        padded = np.stack([np.pad(pieces[row], (0, length - len(pieces[row]))) for row in some])
        is_word = torch.tensor([[n < len(pieces[row]) for n in range(length)] for row in some])
        with torch.no_grad():
            made = lower(padded, is_word)
        found |= {row: made[n, : len(pieces[row])].clone() for n, row in enumerate(some)}
    return found


def _side_by_side(texts: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    values = nn.utils.rnn.pad_sequence(list(texts), batch_first=True)
    lengths = torch.tensor([len(text) for text in texts])
    return values, torch.arange(values.shape[1])[None] < lengths[:, None]

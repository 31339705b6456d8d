"""Teaches the last layers of the encoder all labels at once, each by a linear head."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from infra.model.tuning import Array
from infra.model.tuning.encoder import Encoder
from infra.model.tuning.settings import Settings


@dataclass(frozen=True)
class Lesson:
    """Texts (pieces), what each says of each head (-1: nothing), and how much each weighs."""

    pieces: Sequence[Array]
    targets: Array
    weights: Array
    heads: Sequence[tuple[int, int]]  # first and last column of each; one column is a yes or no

    def balanced(self, rows: Array, whole: Array, balance: float) -> Array:
        """What each text (rows) weighs for each head; counted among the `whole` posts."""
        found = np.zeros(self.targets.shape, np.float32)
        for n, (start, end) in enumerate(self.heads):
            mine = self.targets[whole, n]
            counts = np.bincount(mine[mine >= 0], minlength=max(2, end - start))
            each = (counts.sum() / (len(counts) * np.maximum(counts, 1))) ** balance
            each *= counts.sum() / max(1, (each * counts).sum())
            said = rows[self.targets[rows, n] >= 0]
            found[said, n] = each[self.targets[said, n]]
        return found * self.weights[:, None]


def teach(encoder: Encoder, lesson: Lesson, rows: Array, whole: Array, settings: Settings) -> None:
    """Learn from the texts (rows)."""
    weights = torch.from_numpy(lesson.balanced(rows, whole, settings.balance))
    targets = torch.from_numpy(lesson.targets)
    _probe(encoder, rows, lambda columns, some: _loss(lesson, columns, targets, weights, some))
    groups = _groups(encoder, settings)
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
    steps = list(_steps(rows, lesson, settings))
    first = [group["lr"] for group in optimiser.param_groups]
    for n, some in enumerate(steps):
        share = min(1.0, n / len(steps) / settings.warm_up) * (1 - n / len(steps))
        for group, rate in zip(optimiser.param_groups, first, strict=True):
            group["lr"] = rate * share
        encoder.train()
        with torch.autocast("cpu", torch.bfloat16):  # twice as fast
            vectors = encoder.encode(some)
        columns = encoder.columns(vectors)
        loss = _loss(lesson, columns, targets, weights, some)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(encoder.parameters(), settings.most_slope)
        optimiser.step()


def _probe(encoder: Encoder, rows: Array, loss_of: Callable[[Tensor, Array], Tensor]) -> None:
    """Start from heads that know the encoder as it is, so that they tear nothing."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors = encoder.vectors(rows)
    encoder.mean, encoder.spread = vectors.mean(0), vectors.std(0) + 1e-6
    optimiser = torch.optim.LBFGS(encoder.heads.parameters(), max_iter=60)

    def loss() -> Tensor:
        optimiser.zero_grad()
        found = loss_of(encoder.columns(vectors), rows) + 2e-3 * encoder.heads.weight.square().sum()
        found.backward()
        return found

    optimiser.step(loss)


def _loss(lesson: Lesson, columns: Tensor, targets: Tensor, weights: Tensor, rows: Array) -> Tensor:
    total = torch.zeros(())
    for n, (start, end) in enumerate(lesson.heads):
        said = (targets[rows, n] >= 0).nonzero()[:, 0]
        some = torch.as_tensor(rows)[said]
        mine, wanted = columns[said, start:end], targets[some, n]
        if end - start == 1:
            loss = functional.binary_cross_entropy_with_logits(
                mine[:, 0], wanted.float(), reduction="none"
            )
        else:
            loss = functional.cross_entropy(mine, wanted, reduction="none")
        total = total + (loss * weights[some, n]).sum() / len(rows)
    return total


def _groups(encoder: Encoder, settings: Settings) -> list[dict[str, object]]:
    rates = {".numbers": settings.rate_of_numbers, ".scale": settings.rate_of_scales}
    found: dict[float, list[Tensor]] = {}
    for name, values in encoder.layers.named_parameters():
        ending = next((e for e in rates if name.endswith(e)), "")
        found.setdefault(rates.get(ending, settings.rate_of_vectors), []).append(values)
    groups: list[dict[str, object]] = [{"params": some, "lr": rate} for rate, some in found.items()]
    heads = list(encoder.heads.parameters())
    decay = settings.decay_of_heads
    return [*groups, {"params": heads, "lr": settings.rate_of_heads, "weight_decay": decay}]


def _steps(rows: Array, lesson: Lesson, settings: Settings) -> Iterator[Array]:
    """Texts of about a length together, in another order every epoch."""
    chosen, few = np.random.default_rng(settings.seed), settings.texts_a_step
    many = few * 16
    lengths = np.asarray([len(text) for text in lesson.pieces])
    for _ in range(settings.epochs):
        mixed, found = chosen.permutation(rows), []
        for start in range(0, len(mixed), many):
            some = mixed[start : start + many]
            some = some[np.argsort(lengths[some], kind="stable")]
            found += [some[n : n + few] for n in range(0, len(some), few)]
        yield from (found[n] for n in chosen.permutation(len(found)))

"""How the encoder learns."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """How to learn: measured on posts of industries that weren't learnt from."""

    layers: int = 6  # the last so many learn
    epochs: int = 3
    texts_a_step: int = 32
    rate_of_numbers: float = 0.015
    rate_of_scales: float = 0.003
    rate_of_vectors: float = 8e-4
    rate_of_heads: float = 5e-4
    decay_of_heads: float = 0.05
    dropout: float = 0.1
    dropout_of_heads: float = 0.2
    balance: float = 0.5  # 1: each value of a label weighs the same; 0: each text
    warm_up: float = 0.06
    most_slope: float = 1.0
    share_abroad: float = 0.3  # of the texts, where what is learnt is only measured by
    seed: int = 6

"""Decide whether a candidate is the name of one thing or a class: a sum of weights over what it is made of."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import fsum
from typing import NamedTuple


class Weights(NamedTuple):
    """Be the weights of the features, and the `bias`: the sum without any. `weights.toml` says how they came."""

    bias: float
    of: dict[str, float]

    def sum(self, features: Iterable[str]) -> float:
        """Add up; above 0 a candidate is a name."""
        return fsum(
            (self.bias, *(self.of.get(feature, 0.0) for feature in features))
        )  # exact: in any order the same

    def summands(self, features: Iterable[str]) -> list[tuple[float, str]]:
        """Give the features that count with their weights, the heaviest first."""
        found = ((self.of[feature], feature) for feature in features if feature in self.of)
        return sorted(found, key=lambda one: (-abs(one[0]), one[1]))


@cache
def weights() -> Weights:
    """Read the weights that ship with the package."""
    text = files(__package__).joinpath("weights.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return Weights(float(table["bias"]), {name: float(value) for name, value in table["weights"].items()})

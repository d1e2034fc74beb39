"""Pair the items of two lists one to one, so that the likenesses of all pairs together are the greatest."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

_UNIT = 10**9
"""Weights are whole numbers, so that the optimum is exact and the same on every machine."""


class Pair(NamedTuple):
    """Be one pair: indices into the older and the newer list, and their likeness."""

    old: int
    new: int
    likeness: float


def pairs(likenesses: Mapping[tuple[int, int], float], older: int, newer: int) -> tuple[Pair, ...]:
    """Choose pairs among candidates `(old, new) -> likeness`; `older` and `newer` are the lists' lengths.

    No item stands in two pairs. Of equally good choices the one that keeps the order of the lists wins, which
    makes swapping the lists swap the pairs. Sorted by the older index. This is a maximum weight matching of a
    sparse graph (Edmonds' blossom algorithm), each connected part of it by itself.
    """
    import networkx  # a third of a second, which only comparing needs

    graph: networkx.Graph[tuple[str, int]] = networkx.Graph()
    for (old, new), likeness in sorted(likenesses.items()):
        apart = (old / max(older, 1) - new / max(newer, 1)) ** 2  # squared, so that crossing pairs cost more
        graph.add_edge(("old", old), ("new", new), weight=round(_UNIT * (likeness - apart / 100)))
    chosen: list[Pair] = []
    for nodes in networkx.connected_components(graph):
        for ends in networkx.max_weight_matching(graph.subgraph(sorted(nodes))):
            (_, new), (_, old) = sorted(ends)
            chosen.append(Pair(old, new, likenesses[old, new]))
    return tuple(sorted(chosen))


def rounded(likeness: float | None) -> Decimal | None:
    """Print a likeness with two decimals, always in the same digits."""
    return None if likeness is None else Decimal(f"{likeness:.2f}")

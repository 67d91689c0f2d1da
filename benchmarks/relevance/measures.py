"""What an answer is worth: nDCG@10 and the first hit of its ranking, precision and recall of its whole set."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

TEN = 10


@dataclass(frozen=True)
class Score:
    ndcg: float
    precision: float
    recall: float
    first: float
    empty: float


def score(answer: Sequence[str], truth: set[str]) -> Score:
    """`answer`: identifiers in their order, all of them; an empty one has neither precision nor recall."""
    gain = sum(1 / math.log2(place + 2) for place, one in enumerate(answer[:TEN]) if one in truth)
    best = sum(1 / math.log2(place + 2) for place in range(min(TEN, len(truth))))
    right = len(truth.intersection(answer))
    return Score(
        ndcg=gain / best,
        precision=right / len(answer) if answer else 0.0,
        recall=right / len(truth),
        first=float(bool(answer) and answer[0] in truth),
        empty=float(not answer),
    )


def mean(scores: Sequence[Score]) -> Score:
    """The mean of each measure; `empty` is a count."""
    share = {
        name: sum(getattr(one, name) for one in scores) / len(scores)
        for name in ("ndcg", "precision", "recall", "first")
    }
    return Score(**share, empty=sum(one.empty for one in scores))

"""The design of a regression on attributes with values in words: counted, never laid out."""

import numpy as np

from analytics.models.grouped_cases import Grouped

INTERCEPT_PENALTY = 1e-6


class Design:
    """Places of each row's values in the vector of weights; products of the design are counted, never laid out.

    The effects of an attribute are measured from their mean over those of whom it is known, so that not knowing it
    moves nothing: whether a cell was filled in often tells the outcome, because somebody filled it in afterwards.
    """

    def __init__(self, cases: Grouped) -> None:
        self.sizes = (1, *cases.sizes)
        self.starts = np.cumsum([0, *self.sizes])
        self.width = int(self.starts[-1])
        # What is not known falls into one place more, which is cut off after counting.
        known = [np.where(cases.codes[:, j] < 0, size, cases.codes[:, j]) for j, size in enumerate(cases.sizes)]
        self.columns = [np.zeros(len(cases.codes), dtype=np.int64), *known]
        counts = self._by_place(cases.trials)
        self.from_mean = np.eye(self.width)
        self.shares = [
            counts[self.slice(j)] / max(counts[self.slice(j)].sum(), 1e-12) for j in range(1, len(self.sizes))
        ]
        for place, shares in enumerate(self.shares, start=1):
            self.from_mean[self.slice(place), self.slice(place)] -= shares

    def times(self, weights: np.ndarray) -> np.ndarray:
        """Design times weights: one number per row."""
        effects = self.from_mean @ weights
        parts = [np.append(effects[self.slice(j)], 0.0)[column] for j, column in enumerate(self.columns)]
        return np.sum(parts, axis=0)

    def counted(self, values: np.ndarray) -> np.ndarray:
        """Design transposed times values."""
        return self.from_mean.T @ self._by_place(values)

    def _by_place(self, values: np.ndarray) -> np.ndarray:
        pairs = zip(self.columns, self.sizes, strict=True)
        return np.concatenate([np.bincount(column, values, size + 1)[:size] for column, size in pairs])

    def crossed(self, values: np.ndarray) -> np.ndarray:
        """Design transposed times values times design."""
        product = np.zeros((self.width, self.width))
        for one, first in enumerate(self.columns):
            for other in range(one, len(self.columns)):
                width = self.sizes[other] + 1
                cells = np.bincount(first * width + self.columns[other], values, (self.sizes[one] + 1) * width)
                block = cells.reshape(-1, width)[: self.sizes[one], : self.sizes[other]]
                product[self.slice(one), self.slice(other)] = block
                product[self.slice(other), self.slice(one)] = block.T
        return self.from_mean.T @ product @ self.from_mean

    def slice(self, place: int) -> slice:
        """Where the weights of an attribute stand; place 0 is the intercept."""
        return slice(int(self.starts[place]), int(self.starts[place + 1]))

    def spread_out(self, penalties: np.ndarray) -> np.ndarray:
        """The penalty of each weight, from one per attribute."""
        return np.concatenate([[INTERCEPT_PENALTY], np.repeat(penalties, self.sizes[1:])])

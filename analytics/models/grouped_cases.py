"""Cases grouped by what was known of them, as whole numbers that a regression can count with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pyarrow

# Values of fewer cases, and all beyond the commonest, count as not known: nothing can be learned from three.
LEAST_CASES = 5
MOST_VALUES = 40
UNKNOWN = -1


@dataclass(frozen=True)
class Grouped:
    """One row per combination of values.

    codes  : int, rows x attributes: place of the value in `values` of its attribute, -1 where it is not known.
    sizes  : how many values each attribute has.
    events : successes, orders or money of the row.
    trials : cases of the row, or the share of the watched time times the cases.
    """

    codes: np.ndarray
    sizes: tuple[int, ...]
    events: np.ndarray
    trials: np.ndarray

    def take(self, rows: np.ndarray) -> "Grouped":
        """The rows of a mask or of places."""
        return replace(self, codes=self.codes[rows], events=self.events[rows], trials=self.trials[rows])


@dataclass(frozen=True)
class Attributes:
    """The values of each attribute that something can be learned from, in the order of their codes."""

    names: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(len(values) for values in self.values)

    def codes(self, columns: Sequence[Sequence[str | None]]) -> np.ndarray:
        """Codes of text columns, one per attribute; -1 for null and for values that were too few to learn from."""
        import pyarrow as pa
        import pyarrow.compute as pc

        found = [
            pc.fill_null(pc.index_in(_text(column), pa.array(values, pa.string())), UNKNOWN)
            for column, values in zip(columns, self.values, strict=True)
        ]
        return np.column_stack([each.to_numpy(zero_copy_only=False) for each in found]).astype(np.int64)


def learn_attributes(
    names: Sequence[str], columns: Sequence[Sequence[str | None]], trials: np.ndarray, least: float = LEAST_CASES
) -> Attributes:
    """The commonest values of each column, those with at least `least` cases."""
    return Attributes(tuple(names), tuple(_common(column, trials, least) for column in columns))


def _common(column: Sequence[str | None], trials: np.ndarray, least: float) -> tuple[str, ...]:
    encoded = _text(column).dictionary_encode()
    codes = encoded.indices.fill_null(len(encoded.dictionary)).to_numpy(zero_copy_only=False)
    counts = np.bincount(codes, weights=trials, minlength=len(encoded.dictionary) + 1)[: len(encoded.dictionary)]
    values = encoded.dictionary.to_pylist()
    # Ties by the value itself: the same data give the same model.
    ranked = sorted(
        (place for place in range(len(values)) if counts[place] >= least), key=lambda i: (-counts[i], values[i])
    )
    return tuple(values[place] for place in ranked[:MOST_VALUES])


def _text(column: Sequence[str | None]) -> "pyarrow.Array":
    import pyarrow as pa

    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else pa.array(column, pa.string())
    return whole.cast(pa.string())

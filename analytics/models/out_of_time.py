"""What each way of predicting would have said of cases that came later than all it had learned from (H6)."""

from dataclasses import dataclass

import numpy as np

from analytics.models.calibration import STRAIGHT, calibration_line
from analytics.models.ways import (
    CARD,
    EVERYBODY,
    REGRESSION,
    WAYS,
    Past,
    card_line,
    card_rates,
    everybody_rate,
    regression,
)

# The first 40 % only teach; what came later is graded in blocks, each after learning from all before it.
TAUGHT_SHARE = 0.4
BLOCKS, BLOCKS_OF_MANY, MANY_ROWS = 5, 3, 20_000
# Belief before anything was seen: predictions are nearly right; drift moves the intercept further than the slope.
LINE_BELIEF = (0.3, 0.25)


@dataclass(frozen=True)
class Graded:
    """What each way would have said of cases it had not seen.

    rows  : places in the past.
    rates : way to rates, 0-1, as they came out of the model and as corrected by what had come true before.
    """

    rows: np.ndarray
    taught_count: np.ndarray
    raw: dict[str, np.ndarray]
    rates: dict[str, np.ndarray]


def grade_out_of_time(past: Past) -> Graded:
    """What each way would have said of each block, having learned from cases before it whose outcome was known."""
    found = [_block(past, first, end) for first, end in _edges(past)]
    found = [block for block in found if block is not None]
    if not found:
        nothing = np.empty(0)
        return Graded(nothing.astype(int), nothing, dict.fromkeys(WAYS, nothing), dict.fromkeys(WAYS, nothing))
    rows, taught, raw = zip(*found, strict=True)
    joined = {way: np.concatenate([block[way] for block in raw]) for way in WAYS}
    corrected = {way: np.concatenate(_corrected(past, rows, [block[way] for block in raw], way)) for way in WAYS}
    counts = np.concatenate([np.full(len(each), count) for each, count in zip(rows, taught, strict=True)])
    return Graded(np.concatenate(rows), counts, joined, corrected)


def _block(past: Past, first: int, end: int) -> tuple[np.ndarray, int, dict[str, np.ndarray]] | None:
    """Cases that began from one day to before another, as seen by who knew only what was over on the first."""
    taught = past.take(past.known_day <= first)
    rows = np.flatnonzero((past.day >= first) & (past.day < end))
    if not len(taught.day) or not len(rows):
        return None
    rate = everybody_rate(taught.cases)
    rates = {
        EVERYBODY: np.full(len(rows), rate),
        CARD: card_rates(card_line(taught), past.card[rows], rate),
        REGRESSION: regression(taught).expected(past.cases.codes[rows]),
    }
    return rows, int(taught.cases.trials.sum()), rates


def _edges(past: Past) -> list[tuple[int, int]]:
    """First day of each block and the day after its last; blocks hold about as many cases."""
    if not len(past.day):
        return []
    days, places = np.unique(past.day, return_inverse=True)
    reached = np.cumsum(np.bincount(places.reshape(-1), past.cases.trials)) / max(past.cases.trials.sum(), 1e-12)
    blocks = BLOCKS_OF_MANY if len(past.day) > MANY_ROWS else BLOCKS
    wanted = TAUGHT_SHARE + (1 - TAUGHT_SHARE) * np.arange(blocks) / blocks
    # A day stands whole in one block.
    starts = np.unique(np.minimum(np.searchsorted(reached, wanted - 1e-9) + 1, len(days) - 1))
    ends = [*days[starts[1:]], days[-1] + 1]
    return [(int(days[start]), int(end)) for start, end in zip(starts, ends, strict=True)]


def _corrected(past: Past, rows: tuple[np.ndarray, ...], raw: list[np.ndarray], way: str) -> list[np.ndarray]:
    """Each block moved onto the line through what had come true of the blocks before it."""
    found = []
    # The rate of everybody is the plain answer that the others have to beat: it stays as it was counted.
    if way == EVERYBODY:
        return raw
    for place, rates in enumerate(raw):
        line = STRAIGHT
        # Outcomes of an earlier block may not be known when the next begins: only those that were count.
        before = [(r, p) for r, p in zip(rows[:place], raw[:place], strict=True)]
        if before:
            seen, said = (np.concatenate(each) for each in zip(*before, strict=True))
            known = past.known_day[seen] <= past.day[rows[place]].min()
            cases = past.cases.take(seen[known])
            line = calibration_line(said[known], cases.events, cases.trials, LINE_BELIEF) if known.any() else STRAIGHT
        found.append(line.corrected(rates))
    return found

"""How much of a table came back: precision, recall and F1 of header, records and cells, and whether it loaded.

Source: the measures of Pollock (Vitagliano et al., VLDB 2023); ten in all, so a file read perfectly scores 10.
"""

import csv
import io
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """F1 of header, records and cells (0-1) and the sum of all ten measures (0-10)."""

    header: float
    records: float
    cells: float
    total: float


FAILED = Score(0.0, 0.0, 0.0, 0.0)


def score(output: str, header: list[str], rows: list[list[str]]) -> Score:
    """The score of a CSV text against the table expected; without a header its first row stands in for it."""
    found = list(csv.reader(io.StringIO(output, newline="")))
    wanted = [header, *rows] if header else rows
    if not wanted:
        return Score(1.0, 1.0, 1.0, 10.0)
    plain_found, plain_wanted = [[list(map(plain, row)) for row in table] for table in (found, wanted)]
    parts = [
        measures(plain_wanted[0], plain_found[0] if found else []),
        measures(["".join(row) for row in plain_wanted[1:]], ["".join(row) for row in plain_found[1:]]),
        measures([cell for row in wanted for cell in row], [cell for row in found for cell in row]),
    ]
    return Score(*(part[2] for part in parts), 1.0 + sum(sum(part) for part in parts))


def plain(cell: str) -> str:
    """A cell as it is compared: numbers by value, letters in lower case."""
    try:
        return str(float(cell)) if any(letter.isdigit() for letter in cell) else cell.lower()
    except ValueError:
        return cell.lower()


def measures(wanted: list[str], found: list[str]) -> tuple[float, float, float]:
    """(precision, recall, F1) of two bags."""
    if not wanted:
        return 1.0, 1.0, 1.0
    common = sum((Counter(wanted) & Counter(found)).values())
    if not common:
        return 0.0, 0.0, 0.0
    precision, recall = common / len(found), common / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall)

"""Decimal point or decimal comma: decided for a column from all its values."""

from dataclasses import dataclass

from analytics.ingest.clean.format import COMMA, PLAIN, POINT, Format


@dataclass(frozen=True)
class NumberEvidence:
    """How the filled cells of one column can be read.

    filled, plain, point, comma : cells in all, and cells that each format reads.
    point_only, comma_only      : cells that only one of the two reads ('12.50', '1.234,56').
    open_point, open_comma      : cells both read, as different numbers, by their separator ('1.234', '1,234').
    long_whole                  : whole numbers of four digits or more without a separator: thousands are not set apart.
    scientific                  : cells such as 1.5E+3, which only the plain format reads.
    example                     : one cell that both read as different numbers.
    """

    filled: int
    plain: int
    point: int
    comma: int
    point_only: int
    comma_only: int
    open_point: int
    open_comma: int
    long_whole: int
    scientific: int
    example: str | None = None

    @property
    def is_open(self) -> bool:
        return not self.point_only and not self.comma_only and bool(self.open_point or self.open_comma)


def number_format(evidence: NumberEvidence, beside: Format | None, is_money: bool) -> Format:
    """The format that reads the most cells; where cells tell nothing, that of the file's other columns.

    beside : what other number columns or the kind of file say; None when they say nothing.
    """
    if not evidence.is_open:
        point = evidence.point_only >= evidence.comma_only
        return _plain_if_enough(evidence) if point else COMMA
    if evidence.open_point and evidence.open_comma:
        return _plain_if_enough(
            evidence
        )  # '1.234' and '1,234' in one column: no reading fits both; the point is commoner
    if beside is not None:
        return _plain_if_enough(evidence) if beside is POINT else COMMA
    if evidence.open_comma:
        return POINT
    # '1.234': three digits after a point are thousands in money, unless thousands are not set apart elsewhere
    return COMMA if is_money and not evidence.long_whole else _plain_if_enough(evidence)


def _plain_if_enough(evidence: NumberEvidence) -> Format:
    """The fast format when it reads all that the point format reads."""
    return PLAIN if evidence.plain >= evidence.point else POINT

"""What changed against the last upload of this kind: rows, period, sums of money, columns."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from analytics.ingest.receipt import Receipt


def compared(receipts: Sequence[Receipt], earlier: Sequence[Receipt]) -> list[Receipt]:
    """The receipts of one upload, each with what changed against the newest earlier sheet of its kind.

    earlier : receipts of the uploads before it that are in use, in order of loading.
    """
    return [_compared(receipt, earlier) for receipt in receipts]


def _compared(receipt: Receipt, earlier: Sequence[Receipt]) -> Receipt:
    if receipt.error or receipt.sheet_type is None:
        return receipt
    kind = [
        each
        for each in earlier
        if each.sheet_type == receipt.sheet_type and not each.error and each.upload_id != receipt.upload_id
    ]
    if not kind:
        return replace(receipt, changed_since=None)
    last = max(enumerate(kind), key=lambda pair: (*_likeness(receipt, pair[1]), pair[0]))[1]
    return replace(receipt, changed_since=difference(last, receipt))


def _likeness(receipt: Receipt, other: Receipt) -> tuple[bool, bool]:
    """The same columns before others, and of several sheets with the same columns the one of the same name."""
    same_columns = receipt.header_hash is not None and receipt.header_hash == other.header_hash
    return same_columns, same_columns and receipt.sheet == other.sheet


def difference(before: Receipt, now: Receipt) -> dict:
    """What changed, as JSON has it.

    returns : file, sheet of the earlier upload; rows_in, rows_used, period {before, now}; sums {column: {before, now}}
              as decimal text; columns_new, columns_missing: headers.
    """
    headers_before, headers_now = _headers(before), _headers(now)
    sums_before, sums_now = _sums(before), _sums(now)
    columns = dict.fromkeys((*sums_now, *sums_before))
    return {
        "file": before.file,
        "sheet": before.sheet,
        "rows_in": {"before": before.rows_in, "now": now.rows_in},
        "rows_used": {"before": before.rows_used, "now": now.rows_used},
        "period": {"before": before.period, "now": now.period},
        "sums": {name: {"before": sums_before.get(name), "now": sums_now.get(name)} for name in columns},
        "columns_new": [header for header in headers_now if header not in headers_before],
        "columns_missing": [header for header in headers_before if header not in headers_now],
    }


def _headers(receipt: Receipt) -> list[str]:
    return [column["header"] for column in receipt.columns_seen] or [*receipt.columns, *receipt.ignored]


def _sums(receipt: Receipt) -> dict[str, str]:
    """Canonical column -> what its used cells add up to."""
    found: dict[str, Decimal] = {}
    for header, told in receipt.sums.items():
        column = receipt.columns.get(header, header)
        found[column] = found.get(column, Decimal(0)) + Decimal(told["used"])
    return {column: str(amount) for column, amount in found.items()}

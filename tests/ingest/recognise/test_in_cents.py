"""Amounts of a payment service in cents are asked about."""

import pytest

from tests.ingest.land.landing import load

HEADER = "id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer Email,Fee\n"
ROW = "ch_{at},2026-01-0{at} 10:00,{amount},0,{currency},succeeded,n{at}@example.com,{fee}\n"


def charges(pairs: list[tuple[str, str]], currency: str = "eur") -> str:
    rows = (ROW.format(at=at, amount=amount, fee=fee, currency=currency) for at, (amount, fee) in enumerate(pairs, 1))
    return HEADER + "".join(rows)


IN_CENTS = [("2599", "105"), ("5650", "194"), ("2260", "96"), ("1356", "69")]


def test_amounts_and_fees_without_cents_are_asked_about(tmp_path):
    error = load(tmp_path, charges(IN_CENTS)).receipt.error
    assert "'2599'" in error["what"]
    assert "--as orders" in error["fix"]


@pytest.mark.parametrize(
    ("pairs", "currency"),
    [
        ([("49", "1.72"), ("99", "3.17"), ("19", "0.85")], "eur"),
        (IN_CENTS, "jpy"),
        ([("49", "0"), ("99", "0"), ("19", "0")], "eur"),
    ],
    ids=["fees with cents", "money without cents", "no fees"],
)
def test_whole_amounts_beside_such_fees_count_as_they_stand(tmp_path, pairs, currency):
    receipt = load(tmp_path, charges(pairs, currency)).receipt
    assert receipt.sums["revenue_amount"]["used"] == f"{sum(int(amount) for amount, _ in pairs)}.00"

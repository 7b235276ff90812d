"""Whatever is in a file: rows used and set aside are the rows read, and no cent is lost."""

import csv
import io
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.land.landing import load

CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "-",
            "n/a",
            "Total",
            "Summe",
            "NULL",
            "tomorrow",
            "31.12.2025",
            "2026-02-30",
            "(5.00)",
            "$1,200.50",
            "Order no",
        ]
    ),
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=12),
)
AMOUNTS = st.decimals(min_value=-9999, max_value=9999, places=2).map(str)
ROWS = st.lists(
    st.tuples(CELLS, CELLS, st.one_of(st.just("2026-01-05"), CELLS), st.one_of(AMOUNTS, CELLS)), min_size=1, max_size=12
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_used_and_set_aside_are_what_was_read(tmp_path, rows):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Order no", "Customer", "Order date", "Amount"])
    writer.writerow(["1", "Ann", "2026-01-05", "10.25"])
    writer.writerows(rows)
    for receipt in load(tmp_path, out.getvalue(), as_type="orders").receipts:
        assert (
            receipt.rows_in
            == receipt.rows_used + receipt.rows_set_aside
            == receipt.rows_used + sum(receipt.set_aside.values())
        )
        for told in receipt.sums.values():
            assert Decimal(told["in"]) == Decimal(told["used"]) + Decimal(told["set_aside"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    amounts=st.lists(st.decimals(min_value=-99999, max_value=99999, places=2), min_size=1, max_size=20),
    mark=st.sampled_from([",", "."]),
)
def test_every_cent_of_any_amount_arrives(tmp_path, amounts, mark):
    written = [
        f"{amount:,.2f}".translate({ord(","): "." if mark == "," else ",", ord("."): mark}) for amount in amounts
    ]
    rows = "".join(f"{place};Ann;2026-01-05;{text}\n" for place, text in enumerate(written))
    landed = load(tmp_path, "Order no;Customer;Order date;Amount\n" + rows)
    assert landed.receipt.sums["Amount"]["used"] == f"{sum(amounts):.2f}"
    assert landed.receipt.rows_used == len(amounts)

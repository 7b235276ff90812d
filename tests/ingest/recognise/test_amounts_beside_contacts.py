"""Contacts that tell nothing but a kind, beside amounts nobody reads, are asked about; departments are no names."""

from tests.ingest.land.landing import load

FEES = "Datum,Ouder,Kind,E-mail ouder,Te betalen\n" + "".join(
    f"2026-0{month}-05,Jan de Vries,{child} Visser,jan@x.com,95.00\n"
    for month in (1, 2, 3)
    for child in ("Fien", "Sem")
)


def test_fees_beside_a_child_are_no_contacts(tmp_path):
    error = load(tmp_path, FEES, "schoolgeld.csv").receipt.error
    assert "may list Orders" in error["what"] and "'Te betalen'" in error["fix"]


def test_a_list_of_calls_with_outcomes_stays_one_beside_amounts(tmp_path):
    rows = "".join(f"2026-0{n}-05,ann@x.com,Call,Interested,95.50\n" for n in range(1, 7))
    landed = load(tmp_path, f"Date,Email,Kind,Outcome,Sum in play\n{rows}", "calls.csv")
    assert landed.receipt.sheet_type == "interactions"


def test_departments_are_not_proposed_as_customers(tmp_path):
    rows = "".join(f"{n},2026-01-{n:02},{('Floor', 'Kitchen')[n % 2]},50.00\n" for n in range(10, 28))
    error = load(tmp_path, f"Order no,Date,Department,Total\n{rows}").receipt.error
    assert "customer_name" in error["fix"] and "Department" not in error["fix"]


def test_a_header_without_rows_proposes_no_status_as_the_day(tmp_path):
    error = load(tmp_path, "Order no,Customer,Status,Amount\n").receipt.error
    assert "For ordered_at" in error["fix"] and "Status" not in error["fix"]
    near = load(tmp_path, "Order no,Customer,Order datte,Status,Amount\n").receipt.error
    assert near is None or "'Order datte'" in near["fix"] or "no rows" in near["what"]

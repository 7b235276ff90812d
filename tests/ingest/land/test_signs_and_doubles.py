"""Amounts whose sign or whose repetition a file leaves to the reader."""

from tests.ingest.land.landing import load

HEADER = "Order no,Date,Customer,Amount"


def amounts(landed) -> list[str]:
    return [str(amount) for (amount,) in landed.rows("revenue_amount")]


def test_a_sale_on_credit_is_a_sale(tmp_path):
    text = f"{HEADER},Type\n1,2026-01-05,Ann,50,Cash\n2,2026-01-06,Bob,60,Credit\n"
    assert amounts(load(tmp_path, text)) == ["50.00", "60.00"]


def test_the_cost_of_a_credit_note_is_given_back_too(tmp_path):
    text = f"{HEADER},Cost,Credit note\n1,2026-01-05,Ann,50,20,no\n2,2026-01-06,Ann,50,20,yes\n"
    assert [(str(r), str(c)) for r, c in load(tmp_path, text).rows("revenue_amount", "cost_amount")] == [
        ("50.00", "20.00"),
        ("-50.00", "-20.00"),
    ]


def test_a_mark_of_0_or_1_is_no_money_given_back(tmp_path):
    text = f"{HEADER},Refunded\n1,2026-01-05,Ann,50,0\n2,2026-01-06,Bob,60,1\n"
    landed = load(tmp_path, text)
    assert "given_back" not in landed.codes()
    assert amounts(landed)[0] == "50.00"


def test_a_dash_for_nothing_does_not_hide_that_a_sale_was_refunded(tmp_path):
    text = f"{HEADER},Status\n1,2026-01-05,Ann,50,Paid\n2,2026-01-06,Bob,-,Paid\n3,2026-01-07,Eve,60,Refunded\n"
    assert load(tmp_path, text).receipt.set_aside["refunded"] == 1


def test_a_repeated_total_counts_once_an_order_and_not_once_a_number(tmp_path):
    lines = [
        "1,2025-01-05,Ann,Lamp,90",
        "1,2025-01-05,Ann,Chair,90",
        "1,2025-01-05,Ann,Lamp back,-90",
        "2,2025-02-03,Eve,Lamp,70",
        "2,2025-02-03,Eve,Vase,70",
        "1,2026-01-05,Bob,Lamp,90",
        "1,2026-01-05,Bob,Sofa,90",
    ]
    landed = load(tmp_path, "Order no,Date,Customer,Product,Order total\n" + "\n".join(lines) + "\n")
    assert "repeated_total" in landed.codes()
    assert amounts(landed) == ["90.00", "0.00", "-90.00", "70.00", "0.00", "90.00", "0.00"]


def test_what_came_back_of_one_line_of_a_repeated_total_is_asked_about(tmp_path):
    lines = ["1,2026-01-05,Ann,Lamp,90,0", "1,2026-01-05,Ann,Chair,90,30", "2,2026-01-06,Bob,Sofa,70,0"]
    receipt = load(
        tmp_path, "Order no,Date,Customer,Product,Order total,Refunded amount\n" + "\n".join(lines) + "\n"
    ).receipt
    assert receipt.rows_used == 0
    assert "differs between its lines" in receipt.error["fix"] + receipt.error["what"]


def test_the_total_goes_before_a_net_price(tmp_path):
    text = "Order no,Date,Customer,Product,Quantity,Net price,Total\n1,2026-01-05,Ann,Lamp,10,5,50\n"
    assert amounts(load(tmp_path, text)) == ["50.00"]


def test_a_terminal_writes_approved_and_declined_beside_its_own_numbers(tmp_path):
    text = "Transaction ID,Date,Customer,Amount,Status\n1,2026-01-05,Ann,50,Approved\n2,2026-01-06,Bob,60,Declined\n"
    landed = load(tmp_path, text)
    assert landed.receipt.sheet_type == "orders"
    assert (amounts(landed), landed.receipt.set_aside) == (["50.00"], {"not_a_sale": 1})

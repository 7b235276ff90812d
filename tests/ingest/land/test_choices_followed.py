"""What was said about sheets with the same headers is followed when the next one is read."""

from decimal import Decimal

from analytics.ingest.recognise.choice import IGNORE, Choice, header_hash
from tests.ingest.land.landing import load

ORDERS = "Order no,Customer,Order date,Amount,Other\n1,Ann,2026-01-05,10.00,7.00\n"
NONSENSE = "Blob,Zip,Zap,Wurst\n1,Ann,2026-01-05,10.00\n2,Bob,2026-01-06,20.00\n"
NO_HEADER = "1,Ann,2026-01-05,10.00\n2,Bob,2026-01-06,20.00\n3,Cyd,2026-01-07,5.00\n"


def said(headers: list[str], choice: Choice) -> dict[str, dict]:
    return {header_hash(headers, True, ""): choice.to_dict()}


def test_a_column_the_user_corrected_is_followed_whatever_the_order_of_the_columns(tmp_path):
    choice = Choice(mapping={"Other": "revenue_amount", "Amount": IGNORE})
    headers = ["Amount", "Other", "Customer", "Order date", "Order no"]
    landed = load(tmp_path, ORDERS, mappings=said(headers, choice))
    assert landed.rows("revenue_amount") == [(Decimal("7.00"),)]
    assert landed.receipt.choice == choice.to_dict()
    assert "Amount" in landed.receipt.ignored


def test_a_choice_for_other_headers_is_not_followed(tmp_path):
    landed = load(tmp_path, ORDERS, mappings=said(["Amount", "Other"], Choice(mapping={"Other": "revenue_amount"})))
    assert landed.rows("revenue_amount") == [(Decimal("10.00"),)]
    assert landed.receipt.choice is None


def test_headers_that_mean_nothing_are_read_as_the_user_said(tmp_path):
    mapping = {"Blob": "order_id", "Zip": "customer_name", "Zap": "ordered_at", "Wurst": "revenue_amount"}
    landed = load(tmp_path, NONSENSE, mappings=said(list(mapping), Choice("orders", mapping)))
    assert landed.rows("order_id", "revenue_amount") == [("1", Decimal("10.00")), ("2", Decimal("20.00"))]


def test_a_refused_sheet_tells_its_columns_with_three_cells_of_each(tmp_path):
    receipt = load(tmp_path, NONSENSE).receipt
    assert receipt.error["code"] == "UnrecognisedSheet" and receipt.choices_needed == ("sheet_type",)
    assert receipt.columns_seen[3] == {"header": "Wurst", "samples": ["10.00", "20.00"], "column": None, "why": ""}


def test_a_file_without_headers_is_mapped_by_place_and_for_itself_alone(tmp_path):
    first = load(tmp_path, NO_HEADER, upload_id="a").receipt
    assert [column["header"] for column in first.columns_seen] == ["column 1", "column 2", "column 3", "column 4"]
    mapping = {"column 2": "customer_name", "column 3": "ordered_at", "column 4": "revenue_amount"}
    choice = {first.header_hash: Choice("orders", mapping).to_dict()}
    assert load(tmp_path, NO_HEADER, upload_id="a", mappings=choice).receipt.rows_used == 3
    assert load(tmp_path, NO_HEADER, upload_id="b", mappings=choice).receipt.choice is None


def test_of_two_columns_with_one_header_each_has_its_own_place(tmp_path):
    rows = "Customer,Order date,Amount,Amount\nAnn,2026-01-05,10.00,7.00\n"
    choice = Choice(mapping={"Amount": IGNORE, "Amount (2)": "revenue_amount"})
    headers = ["Customer", "Order date", "Amount", "Amount (2)"]
    landed = load(tmp_path, rows, mappings=said(headers, choice))
    assert landed.rows("revenue_amount") == [(Decimal("7.00"),)]


def test_a_choice_that_leaves_a_required_column_out_says_which(tmp_path):
    receipt = load(tmp_path, ORDERS, mappings=said(
        ["Order no", "Customer", "Order date", "Amount", "Other"], Choice("orders", {"Amount": IGNORE})
    )).receipt  # fmt: skip
    assert receipt.error["what"] == "As Orders this sheet has no column for revenue amount."


def test_the_day_said_before_is_followed_and_a_new_word_beats_it(tmp_path):
    rows = "Order no,Customer,Order date,Amount\n1,Ann,03/04/2026,10.00\n"
    choice = said(["Order no", "Customer", "Order date", "Amount"], Choice(day_first=True))
    assert load(tmp_path, rows, mappings=choice).receipt.period["first"] == "2026-04-03"
    assert load(tmp_path, rows, mappings=choice, day_first=False).receipt.period["first"] == "2026-03-04"


def test_another_type_asked_for_now_beats_the_one_said_before(tmp_path):
    rows = "Customer ID,Name,Amount,Order date\n7,Ann,10.00,2026-01-05\n"
    choice = said(["Customer ID", "Name", "Amount", "Order date"], Choice("orders", {"Name": IGNORE}))
    landed = load(tmp_path, rows, mappings=choice, as_type="customers")
    assert landed.receipt.sheet_type == "customers" and landed.receipt.choice is None


def test_part_of_a_name_that_is_left_out_is_no_part_any_more(tmp_path):
    rows = "Customer ID,First name,Last name,Company\n7,Ann,Lee,Alder\n"
    headers = ["Customer ID", "First name", "Last name", "Company"]
    whole = load(tmp_path, rows, "customers.csv")
    assert whole.rows("name") == [("Ann Lee",)]
    assert whole.receipt.columns_seen[2]["why"] == "It is part of name."
    choice = Choice("customers", {"Last name": IGNORE, "Company": "name"})
    assert load(tmp_path, rows, "customers.csv", mappings=said(headers, choice)).rows("name") == [("Alder",)]

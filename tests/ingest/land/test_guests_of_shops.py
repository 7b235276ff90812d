"""What shops write for guests and for whole orders on the lines of them."""

from tests.ingest.land.landing import load

HEADER = "Order ID,Date created,Status,Customer ID,Name,Email,Product name,Total amount\n"


def test_a_customer_number_of_nought_is_nobodys_where_the_file_says_who_bought(tmp_path):
    text = HEADER + (
        "71,2026-04-05,processing,0,Eve Cole,eve@example.com,Labs,70.00\n"
        "72,2026-04-05,processing,0,Ned Tibb,,Labs,70.00\n"
        "73,2026-04-06,processing,14,Pia Roe,pia@example.com,Labs,70.00\n"
        "74,2026-04-06,processing,0,,,Labs,70.00\n"
    )
    numbers = [number for (number,) in load(tmp_path, text).rows("customer_id")]
    assert numbers == [None, None, "14", "0"]


LINES = [
    ("81", "Labs", "1183.93"),
    ("81", "Six months", "1183.93"),
    ("82", "Labs", "71.75"),
    ("83", "Labs", "689.45"),
    ("83", "Six months", "689.45"),
    ("84", "Six months", "617.70"),
    ("85", "Labs", "658.57"),
    ("85", "Six months", "658.57"),
]


def shop(lines: list[tuple[str, str, str]]) -> str:
    cells = "{},2026-04-05,processing,1{},Eve Cole,eve{}@example.com,{},{}\n"
    return HEADER + "".join(cells.format(order, order, order, product, total) for order, product, total in lines)


def test_an_amount_above_what_each_product_costs_alone_counts_once_an_order(tmp_path):
    landed = load(tmp_path, shop(LINES))
    assert landed.receipt.sums["Total amount"]["used"] == "3221.40"
    assert "repeated_total" in landed.codes()


def test_products_that_always_cost_the_same_count_on_every_line(tmp_path):
    flat = [(order, product, "15.00") for order, product, _ in LINES]
    landed = load(tmp_path, shop(flat))
    assert (landed.receipt.sums["Total amount"]["used"], landed.codes()) == ("120.00", ["maybe_repeated_total"])


def test_tickets_of_one_kind_count_each_whatever_they_cost_later(tmp_path):
    tickets = [(order, "Day pass", total) for order, _, total in LINES]
    landed = load(tmp_path, shop(tickets))
    assert (landed.receipt.sums["Total amount"]["used"], landed.codes()) == ("5753.35", [])

"""What a file holds beside its rows is set aside or named, and a guess is never made of it."""

from datetime import date

from tests.ingest.land.landing import load

ORDERS = "Order no,Customer,Order date,Amount\n"
TWO = "1,Ann,2026-01-05,10.00\n2,Bob,2026-01-06,20.00\n"
DEALS = "Deal name,Owner,Amount,Stage,Created,Close date,Next step date\n"


def test_a_header_that_stands_again_further_down_is_set_aside(tmp_path):
    landed = load(tmp_path, ORDERS + TWO + ORDERS + "3,Cid,2026-01-07,30.00\n4,Dan,2026-01-08,40.00\n")
    assert landed.receipt.rows_used == 4
    assert landed.rejects() == [(4, "repeated_header", "The header of the table stands here again.")]


def test_a_repeated_header_over_words_alone_is_still_a_header(tmp_path):
    landed = load(tmp_path, "Name,City,Email\nAnn,Bonn,a@x.com\nName,City,Email\nBen,Ulm,b@x.com\n", "people.csv")
    assert landed.rows("name", "city") == [("Ann", "Bonn"), ("Ben", "Ulm")]
    assert landed.receipt.set_aside == {"repeated_header": 1}


def test_a_last_row_that_adds_up_the_others_is_a_total_without_a_word(tmp_path):
    landed = load(tmp_path, ORDERS + TWO + ",,,30.00\n")
    assert landed.rejects() == [(4, "total_row", "The sum of the rows above.")]
    assert landed.receipt.sums["Amount"] == {"in": "60.00", "set_aside": "30.00", "used": "30.00"}


def test_a_last_row_that_adds_up_nothing_lacks_what_it_lacks(tmp_path):
    landed = load(tmp_path, ORDERS + TWO + ",Cid,,31.00\n")
    assert landed.receipt.set_aside == {"missing_required": 1}


def test_a_sale_as_large_as_all_others_is_a_sale(tmp_path):
    landed = load(tmp_path, ORDERS + TWO + "3,Cid,2026-01-07,30.00\n")
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (3, {})


def test_columns_of_which_nothing_was_made_are_named_once(tmp_path):
    landed = load(tmp_path, "Order no,Customer,Order date,Amount,Colour,Shade\n1,Ann,2026-01-05,10.00,red,dark\n")
    (warned,) = landed.receipt.warnings
    assert (warned.code, warned.message) == (
        "ignored_columns",
        "2 columns have no place in Orders and nothing was made of them: 'Colour', 'Shade'.",
    )


def test_the_day_of_an_export_is_never_a_day_that_is_only_expected(tmp_path):
    open_deals = "A,Sam,10,Quote,2026-01-05,2026-12-01,2026-11-01\nB,Sam,20,Quote,2026-02-05,2026-12-15,2026-11-15\n"
    assert load(tmp_path, DEALS + open_deals, "deals.csv").rows("snapshot_date")[0] == (date(2026, 2, 5),)


def test_the_close_date_of_a_deal_that_is_closed_counts_for_the_day_of_an_export(tmp_path):
    deals = "A,Sam,10,Won,2026-01-05,2026-03-01,\nB,Sam,20,Quote,2026-02-05,2026-12-15,2026-11-15\n"
    assert load(tmp_path, DEALS + deals, "deals.csv").rows("snapshot_date")[0] == (date(2026, 3, 1),)

"""One sale in several columns: rates of tax, discounts, currencies, credits, and what only the owner knows."""

import pytest

from tests.ingest.land.landing import load


def listed(headers: str, *rows: str) -> str:
    """Invoices of one customer each; rows : the cells below the headers."""
    lines = (f"{n};0{n}.01.2026;Ann {n};{cells}" for n, cells in enumerate(rows, 1))
    return f"Rechnung;Datum;Kunde;{headers}\n" + "\n".join(lines) + "\n"


def amounts(landed) -> list[str]:
    return [str(money) for (money,) in landed.rows("revenue_amount")]


def test_net_amounts_of_two_rates_make_one_sale(tmp_path):
    landed = load(tmp_path, listed("Netto 7 %;Netto 19 %;Brutto", "10,00;20,00;34,50", "5,00;0,00;5,35"))
    assert (amounts(landed), "added_rates" in landed.codes()) == (["30.00", "5.00"], True)


@pytest.mark.parametrize(
    ("headers", "rows", "told"),
    [
        ("Umsatz 7 %;Umsatz 19 %;Gesamt", ("10,00;20,00;30,00", "5,00;1,00;6,00"), ["30.00", "6.00"]),
        ("Provision 5 %;Provision 10 %;Betrag", ("1,00;2,00;20,00", "2,00;4,00;40,00"), ["20.00", "40.00"]),
        ("Preis 10 %;Preis 20 %;Preis", ("9,00;8,00;10,00", "18,00;16,00;20,00"), ["10.00", "20.00"]),
        ("Betrag 30 %;Betrag 70 %;Total", ("300,00;;1000,00", "600,00;1400,00;2000,00"), ["1000.00", "2000.00"]),
    ],
    ids=["a sum beside them", "shares of another", "cheaper prices", "instalments not all paid yet"],
)
def test_columns_of_per_cents_that_are_no_parts_of_the_sale_are_not_added(tmp_path, headers, rows, told):
    assert amounts(load(tmp_path, listed(headers, *rows))) == told


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_discount_is_taken_off_where_a_total_shows_it(tmp_path, sign):
    rows = (f"100,00;{sign}10,00;90,00", "80,00;0,00;80,00", f"60,00;{sign}5,00;55,00")
    assert amounts(load(tmp_path, listed("Zwischensumme;Rabatt;Total", *rows))) == ["90.00", "80.00", "55.00"]


@pytest.mark.parametrize(
    ("headers", "rows"),
    [
        ("Betrag;Rabatt;Kosten", ("100,00;10,00;70,00", "80,00;5,00;50,00")),
        ("Betrag;Rabatt", ("100,00;10,00", "80,00;5,00")),
        ("Betrag;Rabatt %;Rest", ("100,00;10 %;90,00", "80,00;5 %;75,00")),
        ("Betrag;Rabatt;Betrag bei Skonto", ("100,00;3,00;97,00", "80,00;2,00;78,00")),
        ("Betrag;Rabatt;Anzahlung", ("100,00;50,00;50,00", "80,00;0,00;20,00")),
    ],
    ids=["a cost", "nothing to compare", "a share", "on a condition", "a deposit of the half, once"],
)
def test_a_discount_that_nothing_shows_to_be_missing_is_left(tmp_path, headers, rows):
    assert amounts(load(tmp_path, listed(headers, *rows))) == ["100.00", "80.00"]


def test_an_amount_in_the_own_currency_counts_where_the_converted_one_is_empty(tmp_path):
    landed = load(tmp_path, listed("Amount;Currency;Amount (EUR)", "100,00;EUR;", "80,00;USD;70,00", "60,00;EUR;"))
    assert amounts(landed) == ["100.00", "70.00", "60.00"]
    assert "mixed_currencies" not in landed.codes()


def test_an_amount_in_another_currency_without_a_converted_one_is_set_aside(tmp_path):
    landed = load(tmp_path, listed("Amount;Currency;Amount (EUR)", "100,00;USD;", "80,00;USD;70,00", "60,00;GBP;50,00"))
    assert (amounts(landed), landed.receipt.rows_set_aside) == (["70.00", "50.00"], 1)


@pytest.mark.parametrize("credits", [("", "25", ""), ("30", "", "40")])
def test_whole_numbers_under_a_credit_are_asked_about(tmp_path, credits):
    rows = (f"{100 + n};{cell}" for n, cell in enumerate(credits))
    assert "'Refund amount'" in load(tmp_path, listed("Betrag;Gutschrift", *rows)).receipt.error["fix"]


@pytest.mark.parametrize("credits", [("", "1001", ""), ("", "2", ""), ("", "x", ""), ("", "1", "0")])
def test_numbers_above_the_amounts_pieces_and_ticks_are_not_asked_about(tmp_path, credits):
    rows = (f"{100 + n};{cell}" for n, cell in enumerate(credits))
    assert load(tmp_path, listed("Betrag;Storno", *rows)).receipt.error is None


@pytest.mark.parametrize(
    ("headers", "rows", "told"),
    [
        ("Fee (inc VAT);Fee (ex VAT)", ("12,00;10,00", "24,00;20,00"), ["10.00", "20.00"]),
        ("Gesamtbetrag (brutto);Offener Betrag", ("12,00;0,00", "24,00;24,00"), ["12.00", "24.00"]),
        ("VAT amount;Amount", ("2,00;10,00", "4,00;20,00"), ["10.00", "20.00"]),
        ("Fee;Amount", ("0,30;10,00", "0,60;20,00"), ["10.00", "20.00"]),
    ],
)
def test_a_word_of_tax_beside_a_known_amount_tells_which_one_counts(tmp_path, headers, rows, told):
    assert amounts(load(tmp_path, listed(headers, *rows))) == told


def test_a_fee_alone_is_what_the_customer_pays(tmp_path):
    assert amounts(load(tmp_path, listed("Fee", "10,00", "20,00"))) == ["10.00", "20.00"]


def test_a_fee_at_hours_is_the_price_of_one(tmp_path):
    assert amounts(load(tmp_path, listed("Uren;Tarief", "2;45,00", "1,5;40,00"))) == ["90.00", "60.00"]


@pytest.mark.parametrize("beside", ["Whatsoever", "Turnover at the till"])
def test_a_fee_beside_other_amounts_is_asked_about(tmp_path, beside):
    error = load(tmp_path, listed(f"Fee;{beside}", "0,30;10,00", "0,60;20,00")).receipt.error
    assert beside in error["fix"]


@pytest.mark.parametrize(
    ("product", "number", "is_told"),
    [
        ("Credit note for invoice 3", "4", True),
        ("Gutschrift 1003", "4", True),
        ("Paint", "CN-4", True),
        ("Gutschein", "4", False),
        ("Refund protection", "4", False),
        ("Avoirdupois scale", "4", False),
        ("Paint", "IN-4", False),
    ],
)
def test_what_reads_like_a_credit_note_above_zero_is_told(tmp_path, product, number, is_told):
    rows = [f"IN-{n},2026-01-{n:02d},Ann {n},Paint,{n}0.50" for n in range(5, 9)]
    text = "\n".join(["Invoice no,Date,Customer,Description,Amount", f"{number},2026-01-04,Bob,{product},40.50", *rows])
    assert ("maybe_credits" in load(tmp_path, text + "\n").codes()) == is_told


def test_credit_notes_below_zero_are_not_told(tmp_path):
    rows = "IN-1,2026-01-05,Ann,Paint,50.00\nCN-2,2026-01-06,Ann,Paint,-9.50\n"
    text = f"Invoice no,Date,Customer,Description,Amount\n{rows}"
    assert "maybe_credits" not in load(tmp_path, text).codes()


@pytest.mark.parametrize(("customers", "is_told"), [(4, True), (12, False)])
def test_a_number_that_differs_on_every_row_of_the_same_customers_is_told(tmp_path, customers, is_told):
    rows = [f"A{n},2026-01-{n:02d},Ann {n % customers},{n}0.50" for n in range(1, 13)]
    landed = load(tmp_path, "Account number,Date,Customer,Amount\n" + "\n".join(rows) + "\n")
    assert ("numbers_of_rows" in landed.codes()) == is_told


def test_numbers_that_come_again_with_their_customers_are_not_told(tmp_path):
    rows = [f"A{n % 4},2026-01-{n:02d},Ann {n % 4},{n}0.50" for n in range(1, 13)]
    landed = load(tmp_path, "Account number,Date,Customer,Amount\n" + "\n".join(rows) + "\n")
    assert "numbers_of_rows" not in landed.codes()


@pytest.mark.parametrize(("beside", "sheet_type"), [(",Total", "orders"), (",Comment", "feedback")])
def test_points_beside_an_amount_are_no_score(tmp_path, beside, sheet_type):
    text = f"Date,Customer,Points{beside}\n2026-01-05,Ann,9,10.50\n2026-01-06,Bob,8,20.50\n2026-01-07,Cy,7,30.50\n"
    assert load(tmp_path, text, "list.csv").receipt.sheet_type == sheet_type


@pytest.mark.parametrize(("header", "is_amount"), [("Order count", False), ("Order amuont", True), ("Betrag", True)])
def test_another_word_is_no_slip_of_the_pen(tmp_path, header, is_amount):
    text = f"Email,Name,Created on,{header}\na@example.com,Ann Lee,2026-01-05,3\nb@example.com,Bob Ray,2026-01-06,4\n"
    assert (load(tmp_path, text, "list.csv").receipt.sheet_type == "orders") == is_amount


@pytest.mark.parametrize("header", ["Contact - company", "Klant: Naam", "Customer / Name"])
def test_whose_a_column_is_may_stand_before_its_name(tmp_path, header):
    text = f"Order no,Date,{header},Amount\n1,2026-01-05,Ann,10.50\n2,2026-01-06,Bob,20.50\n"
    assert load(tmp_path, text).receipt.columns[header] == "customer_name"


@pytest.mark.parametrize(
    ("headers", "rows"),
    [
        ("Total;Fee (ex VAT);Payout", ("120,00;12,00;108,00", "80,00;8,00;72,00")),
        ("Total;Net fee", ("120,00;12,00", "80,00;8,00")),
        ("Nights;Price ex VAT;Total", ("1;100,00;120,00", "2;33,33;80,00")),
        ("Betrag;Tarif (ohne MwSt)", ("120,00;10,00", "80,00;20,00")),
    ],
)
def test_a_word_of_tax_makes_no_fee_and_no_price_the_sale(tmp_path, headers, rows):
    assert amounts(load(tmp_path, listed(headers, *rows))) == ["120.00", "80.00"]


def test_a_fee_without_tax_beside_an_amount_of_no_known_name_is_asked_about(tmp_path):
    landed = load(tmp_path, listed("Ticketed;Fee (ex VAT)", "120,00;12,00", "80,00;8,00"))
    assert "'Revenue amount'" in landed.receipt.error["fix"]


@pytest.mark.parametrize(
    ("headers", "rows"),
    [
        ("Menge;Retouren;Betrag", ("60;15;180,00", "55;12;165,00")),
        ("Gutschrift;Betrag", ("101;180,00", "102;165,00")),
    ],
    ids=["pieces of those sold", "numbers that run on"],
)
def test_numbers_that_are_no_money_leave_the_amounts(tmp_path, headers, rows):
    assert amounts(load(tmp_path, listed(headers, *rows))) == ["180.00", "165.00"]

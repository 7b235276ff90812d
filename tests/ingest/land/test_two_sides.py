"""What was charged and what pays it are two sides of one sale, and so are a gift card and what it buys."""

import pytest

from tests.ingest.land.landing import load

LEDGER = "Date,Account,{header},Amount\n2026-01-03,Ann,Dues,45.00\n2026-01-05,Ann,{paid},-45.00\n"
MORE = "2026-01-03,Bob,Dues,30.00\n2026-01-20,Bob,{paid},-30.00\n2026-02-03,Bob,Late fee,10.00\n"
ACCOUNTS = LEDGER + MORE


def amounts(landed) -> list[str]:
    return [str(amount) for (amount,) in landed.rows("revenue_amount")]


@pytest.mark.parametrize("header", ["Type", "Description", "Transaction"])
@pytest.mark.parametrize("paid", ["Payment", "Payment - Visa 4242", "EFT Payment", "Zahlung", "Règlement CB", "Pago"])
def test_payments_below_zero_take_nothing_off_what_they_pay(tmp_path, header, paid):
    landed = load(tmp_path, ACCOUNTS.format(header=header, paid=paid))
    assert amounts(landed) == ["45.00", "30.00", "10.00"]
    assert landed.receipt.set_aside == {"not_a_sale": 2}


def test_a_refund_of_a_payment_takes_it_off(tmp_path):
    landed = load(tmp_path, ACCOUNTS.format(header="Description", paid="Payment refunded"))
    assert amounts(landed) == ["45.00", "-45.00", "30.00", "-30.00", "10.00"]


def test_where_customers_payments_stand_above_zero_one_below_gives_money_back(tmp_path):
    text = (
        "Date,Customer,Type,Amount\n2026-01-03,Ann,Payment,45\n2026-01-05,Bob,Payment,30\n2026-01-09,Bob,Payment,-30\n"
    )
    assert amounts(load(tmp_path, text)) == ["45.00", "30.00", "-30.00"]


def test_amounts_that_take_back_half_of_the_others_without_a_word_are_asked_about(tmp_path):
    rows = "2026-01-20,Cy,PT,90\n2026-01-21,Cy,Check 121,-90\n"
    receipt = load(tmp_path, ACCOUNTS.format(header="Item", paid="Visa 4242") + rows).receipt
    assert receipt.rows_used == 0
    assert "'Amount'" in receipt.error["fix"]


@pytest.mark.parametrize("header", ["Debit/Credit", "Type"])
def test_debit_and_credit_in_words_are_asked_about(tmp_path, header):
    text = f"Date,Customer,{header},Amount\n2026-01-03,Ann,Credit,45\n2026-01-05,City Estates,Debit,900\n"
    receipt = load(tmp_path, text).receipt
    assert receipt.rows_used == 0
    assert f"'{header}'" in receipt.error["fix"]


def test_beside_the_number_of_a_card_debit_and_credit_are_kinds_of_cards(tmp_path):
    text = "Date,Customer,Debit/Credit,Last 4,Amount\n2026-01-03,Ann,Credit,1234,45\n2026-01-05,Bob,Debit,2345,90\n"
    assert amounts(load(tmp_path, text)) == ["45.00", "90.00"]


SOLD = "Sale,Date,Customer,Item,Amount,Paid by\n1,2026-01-03,Ann,Gift card,50.00,Card\n"


def test_a_gift_card_counts_when_it_is_redeemed_in_the_same_list(tmp_path):
    landed = load(tmp_path, SOLD + "2,2026-02-03,Bob,Haircut,50.00,Gift card\n3,2026-02-05,Cy,Haircut,30.00,Cash\n")
    assert landed.rows("customer_name", "revenue_amount")[0][0] == "Bob"
    assert amounts(landed) == ["50.00", "30.00"]
    assert landed.receipt.set_aside == {"not_a_sale": 1}


def test_a_gift_card_that_nobody_redeemed_is_a_sale(tmp_path):
    assert amounts(load(tmp_path, SOLD + "2,2026-02-03,Bob,Haircut,50.00,Card\n")) == ["50.00", "50.00"]


def test_a_spanish_credit_note_is_no_payment(tmp_path):
    text = "Fecha;Tipo;Número;Cliente;Importe\n15/01/2026;Factura;1;Ann;500,00\n20/02/2026;Abono;3;Ann;-50,00\n"
    assert amounts(load(tmp_path, text)) == ["500.00", "-50.00"]


def test_single_letters_under_type_are_no_sides_of_a_ledger(tmp_path):
    text = "Date,Customer,Type,Amount\n2026-01-03,Ann,C,45\n2026-01-05,Dealer Ltd,D,900\n"
    assert amounts(load(tmp_path, text)) == ["45.00", "900.00"]


@pytest.mark.parametrize("paid", ["Betaling teruggestort", "Paiement annulé"])
def test_a_payment_that_went_back_takes_it_off(tmp_path, paid):
    landed = load(tmp_path, ACCOUNTS.format(header="Description", paid=paid))
    assert amounts(landed) == ["45.00", "-45.00", "30.00", "-30.00", "10.00"]


def test_what_is_sold_with_a_gift_card_is_none_and_a_returned_one_takes_nothing_off(tmp_path):
    rows = (
        "2,2026-01-04,Ann,Gift card,-50.00,Card\n3,2026-01-05,Bob,Gift card box,4.00,Card\n"
        "4,2026-01-06,Cy,Gift card + Haircut,80.00,Card\n5,2026-02-03,Bob,Haircut,50.00,Gift card\n"
    )
    assert amounts(load(tmp_path, SOLD + rows)) == ["4.00", "80.00", "50.00"]


def test_the_use_of_a_gift_card_is_what_counts(tmp_path):
    text = (
        "Nr;Datum;Kunde;Artikel;Betrag;Zahlungsart\n1;03.01.2026;Ann;Gutschein;100,00;Karte\n"
        "2;13.02.2026;Bo;Gutscheineinlösung;100,00;Gutschein\n3;14.02.2026;Cy;Massage;80,00;Karte\n"
    )
    assert amounts(load(tmp_path, text)) == ["100.00", "80.00"]


def test_beside_a_payment_by_card_debit_and_credit_are_kinds_of_cards(tmp_path):
    text = (
        "Date,Customer,Payment method,Type,Amount\n2026-01-03,Ann,Card,Debit,45\n2026-01-05,Bob,Card,Credit,90\n"
        "2026-01-06,Cy,Card,Debit,23.50\n"
    )
    assert amounts(load(tmp_path, text)) == ["45.00", "90.00", "23.50"]


@pytest.mark.parametrize("returned", ["Widerruf", "Umtausch", "Rücksendung"])
def test_what_was_sent_back_is_not_asked_about(tmp_path, returned):
    rows = "".join(
        f"{n};{n:02d}.01.2026;Kunde {n};29,90;\n{n + 10};{n + 10}.01.2026;Kunde {n};-29,90;{returned}\n"
        for n in range(1, 5)
    )
    landed = load(tmp_path, f"Nr;Datum;Kunde;Betrag;Bemerkung\n{rows}5;05.01.2026;Kunde 5;29,90;\n")
    assert landed.receipt.error is None and landed.receipt.sheet_type == "orders"
    assert sum(map(float, amounts(landed))) == pytest.approx(29.90)

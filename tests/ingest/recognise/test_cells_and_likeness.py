"""What cells and nearly right headers may decide, and what they may not."""

import pytest

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import propose, recognise
from analytics.ingest.recognise.header_text import without_unit

ROWS = [
    ["ada@ng.example", "2026-01-25", "10.00"],
    ["rob@bell.example", "2026-01-26", "20.00"],
    ["k@p.example", "2026-02-13", "5"],
]


def test_a_customer_column_full_of_addresses_is_the_email():
    assert recognise(["Customer", "Date", "Amount"], ROWS).columns["Customer"] == "email"


def test_an_address_column_of_any_name_is_the_email():
    rows = [[name, *row] for name, row in zip(["Ada", "Rob", "Kim"], ROWS, strict=True)]
    found = recognise(["Customer", "Reach them at", "Date", "Amount"], rows)
    assert found.columns == {
        "Customer": "customer_name",
        "Reach them at": "email",
        "Date": "ordered_at",
        "Amount": "revenue_amount",
    }


def test_a_slip_of_the_pen_is_understood_and_said():
    found = recognise(["Custmer name", "Order dat", "Amount"], [])
    assert list(found.columns.values()) == ["customer_name", "ordered_at", "revenue_amount"]
    assert found.matches[0].why == "'Custmer name' is 96 % like 'customer name'."


def test_another_short_word_is_not_a_slip_of_the_pen():
    found = propose(["Invoice to", "Updated at", "Email 2", "Amount"], [], "orders")
    assert found.columns == {"Invoice to": "customer_name", "Amount": "revenue_amount"}
    assert found.missing == ("ordered_at",)


def test_notes_in_words_are_no_scores():
    rows = [["Toits Dupont", "2026-03-13", "call back"], ["Dor", "2026-03-14", "late"], ["Noir", "2026-03-15", "ok"]]
    with pytest.raises(UnrecognisedSheet):
        recognise(["Client", "Date", "Note"], rows)


def test_a_clear_header_stands_against_its_cells_and_the_doubt_is_said():
    rows = [["Ada", "2026-01-25", "to be agreed"], ["Rob", "2026-01-26", "see mail"], ["Kim", "2026-02-13", "later"]]
    amount = recognise(["Customer", "Order date", "Invoice amount"], rows).matches[2]
    assert amount.column == "revenue_amount"
    assert "do not look like amounts" in amount.why


@pytest.mark.parametrize(
    "header", ["Amount", " AMOUNT* ", "Amount (EUR)", "Amount [$]", "Amount in USD", "amount_chf", "Amount €"]
)
def test_case_punctuation_and_currency_do_not_matter(header):
    assert without_unit(header) == "amount"


def test_the_column_without_tax_goes_before_the_one_with_it():
    found = recognise(["Kunde", "Datum", "Brutto", "Netto"], [])
    assert found.columns == {"Kunde": "customer_name", "Datum": "ordered_at", "Netto": "revenue_amount"}


def test_of_equal_headers_the_first_is_used():
    found = recognise(["Customer", "Date", "Amount", "Amount"], [])
    assert [match.column for match in found.matches] == ["customer_name", "ordered_at", "revenue_amount", None]


def test_a_sheet_of_ten_thousand_columns_is_refused_in_words():
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise([f"reading {number}" for number in range(10_000)], [["1.5"] * 10_000] * 5)
    assert "and 9988 more" in raised.value.what

"""What stands in a list of sales and is no sale of its own, or no sale any more, never adds to the revenue."""

import pytest

from tests.ingest.land.landing import load

DONE = "1,Ann,2026-01-05,100.00,Completed\n"


def amounts(landed) -> list[str]:
    return [str(amount) for (amount,) in landed.rows("revenue_amount")]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Type,No.,Customer,Amount\n2026-01-15,Invoice,1,Ann,500\n2026-01-25,Payment,,Ann,-500\n"
        "2026-02-15,Invoice,2,Bob,300\n2026-02-20,Credit Memo,3,Bob,-50\n",
        "Datum;Art;Beleg;Kunde;Betrag\n15.01.2026;Rechnung;1;Ann;500,00\n25.01.2026;Zahlung;;Ann;500,00\n"
        "15.02.2026;Rechnung;2;Bob;300,00\n20.02.2026;Gutschrift;3;Bob;50,00\n",
        "Date;Nature;N° pièce;Client;Montant\n15/01/2026;Facture;1;Ann;500,00\n25/01/2026;Règlement;;Ann;500,00\n"
        "15/02/2026;Facture;2;Bob;300,00\n20/02/2026;Avoir;3;Bob;50,00\n",
        "Fecha;Tipo;Número;Cliente;Importe\n15/01/2026;Factura;1;Ann;500,00\n25/01/2026;Cobro;;Ann;500,00\n"
        "15/02/2026;Factura;2;Bob;300,00\n20/02/2026;Abono;3;Bob;-50,00\n",
        "Datum;Soort;Nummer;Klant;Bedrag\n15-01-2026;Factuur;1;Ann;500,00\n25-01-2026;Betaling;;Ann;500,00\n"
        "15-02-2026;Factuur;2;Bob;300,00\n20-02-2026;Creditnota;3;Bob;50,00\n",
    ],
    ids=["english", "german", "french", "spanish", "dutch"],
)
def test_payments_beside_invoices_are_set_aside_and_credit_notes_count_below_zero(tmp_path, text):
    landed = load(tmp_path, text)
    assert amounts(landed) == ["500.00", "300.00", "-50.00"]
    assert landed.receipt.set_aside == {"not_a_sale": 1}
    assert "refunds" in landed.codes()


def test_a_list_of_payments_alone_is_a_list_of_sales(tmp_path):
    text = "Date,Type,Customer,Amount\n2026-01-15,Payment,Ann,500\n2026-01-25,Payment,Bob,20\n"
    assert amounts(load(tmp_path, text)) == ["500.00", "20.00"]


@pytest.mark.parametrize(
    "status", ["Refunded", "Cancelled by customer", "Payment failed", "Annulée", "Gelöscht", "Lost"]
)
def test_a_sale_that_was_taken_back_or_never_was_does_not_count(tmp_path, status):
    landed = load(tmp_path, f"Order,Customer,Order date,Amount,Status\n{DONE}2,Bob,2026-01-25,200.00,{status}\n")
    assert amounts(landed) == ["100.00"]


def test_a_refunded_sale_counts_where_its_refund_is_a_row_of_its_own(tmp_path):
    rows = "2,Bob,2026-01-25,200,Refunded\n3,Bob,2026-01-26,-200,Completed\n"
    text = f"Order,Customer,Order date,Amount,Status\n{DONE}{rows}"
    assert amounts(load(tmp_path, text)) == ["100.00", "200.00", "-200.00"]


def test_what_was_given_back_in_a_column_of_its_own_is_taken_off(tmp_path):
    text = (
        "Order,Customer,Order date,Amount,Refunded amount,Status\n1,Ann,2026-01-05,100,,Paid\n"
        "2,Bob,2026-01-25,200,50,Partially refunded\n3,Cid,2026-01-26,80,-80.00,Refunded\n"
    )
    landed = load(tmp_path, text)
    assert amounts(landed) == ["100.00", "150.00", "0.00"]
    assert "given_back" in landed.codes()


def test_net_sales_are_without_what_was_given_back(tmp_path):
    text = "Order,Customer,Order date,Net sales,Refunds\n1,Ann,2026-01-05,100,0\n2,Bob,2026-01-25,200,50\n"
    assert amounts(load(tmp_path, text)) == ["100.00", "200.00"]


QUOTES = [
    ("Quote #,Client,Date,Amount,Status,Estimator", "Accepted", "Declined", "Sent"),
    ("Angebot Nr,Kunde,Datum,Summe netto,Status,Bearbeiter", "Auftrag erteilt", "Absage", "offen"),
    ("N° devis,Client,Date,Montant HT,Statut,Commercial", "Accepté", "Refusé", "Envoyé"),
    ("Nº presupuesto,Cliente,Fecha,Importe,Estado,Comercial", "Aceptado", "Rechazado", "Enviado"),
    ("Offertenr,Klant,Datum,Bedrag excl. btw,Status,Verkoper", "Akkoord", "Afgewezen", "Verzonden"),
]


@pytest.mark.parametrize(("header", "won", "lost", "sent"), QUOTES, ids=[line for line, *_ in QUOTES])
def test_a_list_of_quotes_holds_deals_and_no_sales(tmp_path, header, won, lost, sent):
    rows = f"Q1,Ann,2026-01-05,1200,{won},Sam\nQ2,Bob,2026-01-15,800,{lost},Sam\nQ3,Cid,2026-01-25,500,{sent},Sam\n"
    landed = load(tmp_path, f"{header}\n{rows}", "list.csv")
    assert landed.receipt.sheet_type == "deals"
    assert landed.rows("deal_id", "company", "stage_name") == [
        ("Q1", "Ann", won),
        ("Q2", "Bob", lost),
        ("Q3", "Cid", sent),
    ]


def test_quotes_without_a_status_are_refused_as_deals_and_never_read_as_sales(tmp_path):
    text = "N° devis;Client;Date;Montant HT\nD1;Ann;05/01/2026;1 200,00\nD2;Bob;15/01/2026;800,00\n"
    error = load(tmp_path, text, "devis.csv").receipt.error
    assert "Deals" in error["what"] and "stage_name" in error["fix"]


def test_sales_that_were_won_and_lost_are_deals_whatever_they_are_called(tmp_path):
    text = "Client,Date,Amount,Status,Salesperson\nAnn,2026-01-05,120,Won,Sam\nBob,2026-01-15,80,Lost,Sam\n"
    assert load(tmp_path, text, "list.csv").receipt.sheet_type == "deals"


def test_an_invoice_that_names_its_quote_is_a_sale(tmp_path):
    text = "Invoice no,Quote no,Customer,Date,Amount\n1,Q1,Ann,2026-01-05,120\n2,Q2,Bob,2026-01-15,80\n"
    assert load(tmp_path, text).receipt.sheet_type == "orders"


def test_a_refund_may_have_a_status_of_its_own(tmp_path):
    header = "Order,Customer,Order date,Amount,Status,Refund status"
    text = f"{header}\n1,Ann,2026-01-25,100,Paid,\n2,Bob,2026-01-26,30,Paid,Refunded\n"
    assert amounts(load(tmp_path, text)) == ["100.00"]


def test_customers_above_the_orders_of_one_sheet_are_a_table_and_no_banner(tmp_path):
    people = "".join(f"Cust {name},{name}@x.com\n" for name in "abcde")
    orders = "".join(f"{number},Cust {name},2026-01-1{number},10\n" for number, name in enumerate("abcde"))
    text = f"Customers\nName,Email\n{people}\nOrders\nOrder,Customer,Date,Amount\n{orders}"
    told = [(one.sheet_type, one.rows_used) for one in load(tmp_path, text).receipts]
    assert told == [("customers", 5), ("orders", 5)]

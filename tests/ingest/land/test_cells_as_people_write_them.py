"""Scores in words and stars, amounts behind an apostrophe, names in two columns, words where a number should stand."""

import pytest

from tests.ingest.land.landing import load


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("5 stars", "4 stars", "1 star"), ["5.000", "4.000", "1.000"]),
        (("★★★★★", "★★★☆☆", "⭐⭐⭐⭐"), ["5.000", "3.000", "4.000"]),
        (("4/5", "3.5/5", "5/5"), ["4.000", "3.500", "5.000"]),
        (('"4,5 Sterne"', "3 Sterne", "5 von 5 Sternen"), ["4.500", "3.000"]),
        (("9", "7", "10"), ["9.000", "7.000", "10.000"]),
    ],
    ids=["words", "drawn", "out of", "german", "figures"],
)
def test_scores_are_read_as_people_write_them(tmp_path, cells, told):
    rows = "".join(f"2026-01-0{n},Ann {n},{cell}\n" for n, cell in enumerate(cells, 1))
    landed = load(tmp_path, f"Date,Customer,Rating\n{rows}", "reviews.csv")
    assert [str(score) for (score,) in landed.rows("score")] == told


def test_how_warm_a_lead_is_is_no_score(tmp_path):
    rows = "".join(f"2026-01-0{n},Ann {n},{cell}\n" for n, cell in enumerate(("Hot", "Warm", "Cold"), 1))
    assert load(tmp_path, f"Date,Customer,Rating\n{rows}", "list.csv").receipt.sheet_type != "feedback"


def test_an_amount_behind_an_apostrophe_is_an_amount(tmp_path):
    text = "Date,Customer,Amount\n2026-01-03,Ann,'12.50\n2026-01-04,Bob,'1250.00\n2026-01-05,Cid,'-2.50\n"
    assert [str(money) for (money,) in load(tmp_path, text).rows("revenue_amount")] == ["12.50", "1250.00", "-2.50"]


@pytest.mark.parametrize(
    ("headers", "rows", "told"),
    [
        ("Name;Nachname;E-Mail", ("Kurt;Huber;k@x.de", "Lea;Moos;l@x.de"), ["Kurt Huber", "Lea Moos"]),
        ("Name;Vorname;E-Mail", ("Huber;Kurt;k@x.de", "Moos;Lea;l@x.de"), ["Kurt Huber", "Lea Moos"]),
        ("Name;First name;Email", ("Kurt Huber;Kurt;k@x.de", "Lea Moos;Lea;l@x.de"), ["Kurt Huber", "Lea Moos"]),
        ("Naam;Achternaam;E-mail", ("Jan;de Groot;j@x.nl", "Piet;Bakker;p@x.nl"), ["Jan de Groot", "Piet Bakker"]),
    ],
    ids=["first name", "last name", "whole name", "dutch"],
)
def test_name_beside_one_part_of_it_is_the_other_part(tmp_path, headers, rows, told):
    landed = load(tmp_path, f"{headers}\n" + "\n".join(rows) + "\n", "kunden.csv")
    assert [name for (name,) in landed.rows("name")] == told


def test_first_names_under_nombre_are_no_count_beside_last_names(tmp_path):
    landed = load(tmp_path, "fecha,nombre,apellidos,importe\n2026-01-03,Lola,Ruiz,20\n2026-01-14,Lola,Gil,30\n")
    assert landed.rows("customer_name", "quantity") == [("Lola Ruiz", None), ("Lola Gil", None)]


@pytest.mark.parametrize(
    ("cells", "is_number"),
    [(("emailed", "printed", "emailed"), False), (("A-17", "A-18", "A-17"), True), (("kim", "lou", "max"), True)],
    ids=["what became of it", "numbers", "all different"],
)
def test_words_that_come_again_number_nothing(tmp_path, cells, is_number):
    rows = "".join(f"2026-01-0{n},Ann {n},{n}0.50,{cell}\n" for n, cell in enumerate(cells, 1))
    landed = load(tmp_path, f"Date,Customer,Amount,Receipt\n{rows}")
    assert (landed.receipt.columns.get("Receipt") == "order_id") == is_number


POLISH = "Klient;Data wystawienia;Wartość netto;Miasto\nWójcik;03.01.2025;120,50;Łódź\nNowak;24.02.2025;80,00;Poznań\n"


@pytest.mark.parametrize(
    ("text", "encoding", "column", "told"),
    [
        (POLISH, "windows-1250", "customer_name", "Wójcik"),
        ("Kunde;Menge;Betrag;Datum\nMüller;3 m³;1,50;13.01.2025\nMeier;5 m²;2,00;14.02.2025\n", "windows-1252",
         "customer_name", "Müller"),
        ("Client;Libellé;Montant;Date\nLévêque;Crème brûlée;1,50;13/01/2025\n", "windows-1252", "customer_name",
         "Lévêque"),
    ],
    ids=["polish", "german", "french"],
)  # fmt: skip
def test_letters_of_an_older_encoding_are_those_of_their_language(tmp_path, text, encoding, column, told):
    landed = load(tmp_path, text.encode(encoding))
    assert (told,) in landed.rows(column)


def test_rows_with_more_cells_than_the_header_are_no_header(tmp_path):
    text = "Name,Email\nKay Kry,kay@example.com\n\nLisa Lo,lisa@example.com,MORE,CELLS\nMona My,mona@example.com\n"
    landed = load(tmp_path, text, "people.csv")
    assert [name for (name,) in landed.rows("name")] == ["Kay Kry", "Lisa Lo", "Mona My"]


REPORT = """Receivable Invoice Detail
Some Company

Invoice Number,Date,Source,Description,Quantity,Gross

Basket Case
INV-001,03/01/2026,Sales Invoice,Repair,2.00,120.00
INV-004,23/02/2026,Sales Invoice,Service,1.00,96.00
Total Basket Case,,,,3.00,216.00
Hamilton Smith
INV-002,14/01/2026,Sales Invoice,Repair,1.00,60.00
Total Hamilton Smith,,,,1.00,60.00
Total,,,,4.00,276.00
"""


def test_names_alone_above_their_rows_are_the_customers_of_a_report(tmp_path):
    landed = load(tmp_path, REPORT)
    told = [(who, str(money)) for who, money in landed.rows("customer_name", "revenue_amount")]
    assert told == [("Basket Case", "120.00"), ("Basket Case", "96.00"), ("Hamilton Smith", "60.00")]


def test_headings_without_totals_are_no_customers(tmp_path):
    text = "\n".join(line for line in REPORT.splitlines() if not line.startswith("Total"))
    assert load(tmp_path, text).receipt.error

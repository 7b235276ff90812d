"""Lists of sales in Italian, Portuguese, Danish, Swedish and Polish: the money, what gives it back, what never was."""

import pytest

from tests.ingest.land.landing import load

LISTS = {
    "italian": ("Fattura;Data;Cliente;Imponibile;Totale;Tipo documento;Stato", "Nota di credito", "Annullata"),
    "portuguese": ("Fatura;Data;Cliente;Valor s/ IVA;Total c/ IVA;Tipo documento;Estado", "Nota de crédito", "Anulada"),
    "danish": ("Faktura nr.;Dato;Kunde;Beløb ekskl. moms;Beløb inkl. moms;Type;Status", "Kreditnota", "Annulleret"),
    "swedish": (
        "Fakturanr;Fakturadatum;Kund;Belopp exkl moms;Belopp inkl moms;Type;Status",
        "Kreditfaktura",
        "Makulerad",
    ),
    "polish": ("Nr faktury;Data wystawienia;Nabywca;Wartość netto;Wartość brutto;Type;Status", "Korekta", "Anulowana"),
}


@pytest.mark.parametrize("language", LISTS)
def test_a_list_of_invoices_is_read_without_tax_and_without_what_was_called_off(tmp_path, language):
    header, credit, called_off = LISTS[language]
    rows = [
        "1;05.01.2026;Ann;100,00;122,00;Faktura;ok",
        f"2;16.01.2026;Bob;40,00;48,80;{credit};ok",
        f"3;17.01.2026;Cy;60,00;73,20;Faktura;{called_off}",
    ]
    landed = load(tmp_path, "\n".join([header, *rows]) + "\n")
    assert [str(money) for (money,) in landed.rows("revenue_amount")] == ["100.00", "-40.00"]
    assert landed.receipt.set_aside == {"not_a_sale": 1}


@pytest.mark.parametrize(
    ("headers", "row"),
    [
        ("Data;Customer;Note", "blob;Ann;5"),
        ("Name;Pris;Antal", "Chair;10,00;3"),
        ("Opis;Kwota", "Chair;10,00"),
    ],
)
def test_words_of_these_languages_alone_make_no_list_of_sales(tmp_path, headers, row):
    assert load(tmp_path, f"{headers}\n{row}\n{row}\n{row}\n", "list.csv").receipt.sheet_type != "orders"


@pytest.mark.parametrize("headers", ["Nome;Cognome;Importo", "Nome;Apelido;Valor total", "Fornavn;Efternavn;Pris"])
def test_a_first_name_beside_a_last_name_is_not_the_whole_name(tmp_path, headers):
    landed = load(tmp_path, f"Data;{headers}\n2026-01-05;Marco;Rossi;20,00\n2026-01-06;Marco;Bianchi;20,00\n")
    assert landed.rows("customer_name") == [("Marco Rossi",), ("Marco Bianchi",)]


def test_a_yes_and_a_no_are_no_numbers_of_invoices(tmp_path):
    landed = load(
        tmp_path, "Data;Cliente;Importo;Fattura\n" + "".join(f"2026-01-0{n};Ann;{n};si\n" for n in range(1, 4))
    )
    assert len({number for (number,) in landed.rows("order_id")}) == 3

"""Streets whose house numbers stand apart, lists of customers in Portuguese and Italian, customers known by phone."""

import pytest

from tests.ingest.land.landing import load

STREETS = [
    "Kundennummer,Name,Straße,Hausnummer,PLZ,Ort",
    "Klantnummer,Naam,Straat,Huisnummer,Postcode,Plaats",
    "ID cliente,Nome,Logradouro,Número,CEP,Cidade",
    "Customer ID,Name,Street,House no,Postcode,City",
]


@pytest.mark.parametrize("header", STREETS)
def test_a_house_number_in_a_column_of_its_own_belongs_to_the_street(tmp_path, header):
    text = f"{header}\nK1,Eva Maier,Am Markt,24a,10115,Ulm\nK2,Jo Wolf,Seeweg,32 bus 9,10117,Ulm\n"
    landed = load(tmp_path, text, "customers.csv")
    assert landed.rows("customer_id", "street") == [("K1", "Am Markt 24a"), ("K2", "Seeweg 32 bus 9")]


def test_streets_that_have_their_number_keep_it_once(tmp_path):
    text = "Customer ID,Name,Street,House no\nK1,Eva Maier,Am Markt 24a,24a\nK2,Jo Wolf,Seeweg 3,3\n"
    assert load(tmp_path, text, "customers.csv").rows("street") == [("Am Markt 24a",), ("Seeweg 3",)]


LISTS = [
    ("Nome,Telefone,Email,Cidade,CEP\nAna Luz,11 9555 1234,ana@example.com,Lisboa,1100\n", "Ana Luz"),
    ("Nome,Cognome,Cellulare,Email,Citta\nAda,Neri,333 555123,ada@example.com,Roma\n", "Ada Neri"),
]


@pytest.mark.parametrize(("text", "name"), LISTS, ids=["Portuguese", "Italian"])
def test_customers_in_portuguese_and_italian_are_no_orders(tmp_path, text, name):
    landed = load(tmp_path, text, "lista.csv")
    assert landed.receipt.sheet_type == "customers"
    assert landed.rows("name") == [(name,)]


def test_a_customer_without_a_name_is_known_by_phone(tmp_path):
    rows = "Laan;5;Gent;0496312103;\nDreef;11 A;Gent;0478115274;Mia\nPad;2;Gent;;\n"
    text = f"Straat;Huisnummer;Plaats;Telefoonnummer;Naam\n{rows}"
    landed = load(tmp_path, text, "klanten.csv")
    assert landed.rows("name", "street") == [("0496312103", "Laan 5"), ("Mia", "Dreef 11 A")]
    assert landed.receipt.set_aside == {"missing_required": 1}


def test_what_is_no_day_and_no_income_is_not_offered_for_one(tmp_path):
    cards = load(tmp_path, "name,card_postal_code,amount\nEva Maier,45500,20.50\nJo Wolf,98008,15.50\n").receipt.error
    assert "card_postal_code" not in cards["fix"]
    paid = load(tmp_path, "DATA;CLIENTE;USCITE\n19/08/2026;Energia;342,25\n20/08/2026;Acqua;152,44\n").receipt.error
    assert "USCITE" not in paid["fix"]

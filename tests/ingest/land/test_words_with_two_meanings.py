"""A word that means a move of money in one business and a sale in another leaves no sale out."""

import pytest

from tests.ingest.land.landing import load

COLLECTED = [
    ("Commande;Date;Client;Type;Montant", "Retrait"),
    ("Pedido;Fecha;Cliente;Tipo;Importe", "Retiro en tienda"),
    ("Pedido;Fecha;Cliente;Tipo;Importe", "Retirada"),
    ("Factuur;Datum;Klant;Soort;Bedrag", "Opname"),
    ("Beleg;Datum;Kunde;Art;Betrag", "Abbuchung"),
]


@pytest.mark.parametrize(("header", "kind"), COLLECTED, ids=[kind for _, kind in COLLECTED])
def test_what_a_customer_collects_or_pays_by_debit_is_a_sale(tmp_path, header, kind):
    text = f"{header}\n1;05/01/2026;Anne;Album;45,00\n2;16/01/2026;Luc;{kind};30,00\n3;17/01/2026;Eva;{kind};25,00\n"
    landed = load(tmp_path, text)
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (3, {})

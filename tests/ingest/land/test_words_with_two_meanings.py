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


def test_a_charged_no_show_is_a_sale_and_one_that_paid_nothing_is_none(tmp_path):
    kinds = ["Completed", "Late cancel - charged", "No-show (fee paid)", "No-show fee charged", "Late cancellation fee"]
    kinds += ["No-show", "Late cancel"]
    rows = "".join(f"2026-01-{day:02d},Ann,Cut,{kind},{day}.00\n" for day, kind in enumerate(kinds, 5))
    landed = load(tmp_path, "Date,Client,Service,Status,Amount\n" + rows)
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (5, {"not_a_sale": 2})


CHARGED = [
    "Cancelled - fee charged", "Canceled (50% charged)", "Cancelled, deposit retained",
    "CANCELLED/NO-SHOW - FEE CHARGED",
    "Storniert - Gebühr berechnet", "Storniert, in Rechnung gestellt", "Annulé - facturé", "Annulée, frais facturés",
    "Cancelado - cargo cobrado", "Cancelada, facturada", "Geannuleerd - kosten in rekening gebracht",
    "Cancelled - late fee", "Cancelled, fee: €25.00", "Cancelled <24h before, fee charged",
    "Cancelled, deposit forfeited",
    "Cancelled, no show - fee charged", "Stornierung - Leistung abgerechnet", "Annulation du client, facturée",
    "Storniert mit Gebühr", "Storniert (Stornogebühr)", "Stornogebühr", "Annulé avec frais",
    "Geannuleerd met annuleringskosten",
    "Annuleringskosten", "Annulation de dernière minute facturée", "Cancelación de última hora cobrada",
]  # fmt: skip
FREE = [
    "Cancelled", "Cancelled - no fee", "Cancelled - not charged", "Cancelled by customer", "Cancelled - fee waived",
    "Cancelled - no late fee", "Cancelled, fee refunded", "Storniert", "Storniert ohne Gebühr", "Storniert (kostenlos)",
    "Storniert - nicht berechnet", "Annulé sans frais", "Annulation de facture", "Annulé - non facturé",
    "Cancelado sin cargo", "Cancelado - no cobrado", "Geannuleerd zonder kosten",
    "Geannuleerd, niet in rekening gebracht",
    "Cancelled before charge", "Cancelled - fee 0", "Cancelled: fee 0.00", "Cancelled - invoiced in error",
    "Cancelled - never charged", "Cancelled - charged back", "Cancelled - full refund of fees",
    "Cancelled, refund billed",
    "Cancelled - to be charged", "Cancelled - duplicate invoiced", "Cancelled due to fees", "Cancelled, fee dispute",
    "Cancelled: delivery fee too high", "Cancelled after being billed", "Cancelled, fee pending",
    "Kostenlos storniert", "Gebührenfrei storniert", "Storniert wegen Kosten", "Storniert - zu hohe Kosten",
    "Storniert - Kosten 0,00", "Storniert, Gebühr erlassen", "Annulé, frais remboursés", "Annulé - frais trop élevés",
    "Cancelado - gastos devueltos", "Cancelado por gastos de envío", "Geannuleerd - kosten kwijtgescholden",
    "Geannuleerd, te hoge kosten",
    "Storno der abgerechneten Leistung", "Stornierung einer berechneten Stunde", "Annulation de la prestation facturée",
    "Anulación de lo facturado", "Cancellation of the work billed", "Annulering van de berekende uren",
]  # fmt: skip


def test_what_was_called_off_and_charged_is_a_sale(tmp_path):
    rows = "".join(f'2026-01-05,Ann,Cut,"{kind}",10.00\n' for kind in ["Completed", *CHARGED])
    landed = load(tmp_path, "Date,Client,Service,Status,Amount\n" + rows)
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (len(CHARGED) + 1, {})


def test_what_was_called_off_without_a_charge_is_none(tmp_path):
    rows = "".join(f'2026-01-05,Ann,Cut,"{kind}",10.00\n' for kind in ["Completed", *FREE])
    landed = load(tmp_path, "Date,Client,Service,Status,Amount\n" + rows)
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (1, {"not_a_sale": len(FREE)})


@pytest.mark.parametrize("kind", ["Payment", "Card payment", "Mobile payment", "Bank transfer", "Zahlung", "Paiement"])
def test_a_payment_below_zero_is_money_given_back(tmp_path, kind):
    rows = f"2026-01-06,{kind},Ann,40\n2026-01-07,{kind},Bob,35\n2026-01-08,{kind},Bob,-35\n2026-01-09,{kind},Cy,80\n"
    landed = load(tmp_path, "Date,Type,Customer,Amount\n" + rows)
    assert sum(amount for (amount,) in landed.rows("revenue_amount")) == 120


@pytest.mark.parametrize("kind", ["Payout", "Bill payment", "Retrait", "Opname", "Abbuchung", "Purchase"])
def test_money_that_the_business_pays_is_no_sale(tmp_path, kind):
    rows = f"2026-01-06,Payment,Ann,40\n2026-01-08,{kind},Bank,-35\n"
    landed = load(tmp_path, "Date,Type,Customer,Amount\n" + rows)
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (1, {"not_a_sale": 1})

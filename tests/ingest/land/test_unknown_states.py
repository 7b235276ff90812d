"""A status that says what no rule knows: its rows count, and the receipt names the words, the rows and the sum."""

import pytest

from tests.ingest.land.landing import load

BOOKINGS = """Booking no,Booked on,Client,Price,Status
K-501,2026-03-02,Ann Reed,120.00,Paid
K-502,2026-03-14,Tom Lane,80.00,Tentative
K-503,2026-03-21,Ann Reed,60.00,cancelled
K-504,2026-03-28,Joe Hill,40.50,Tentative
K-505,2026-04-02,Eve Moss,90.00,Ghosted
"""


def told(landed) -> str:
    return next((one.message for one in landed.receipt.warnings if one.code == "unknown_states"), "")


def test_words_that_nobody_knows_are_named_with_their_rows_and_sum(tmp_path):
    landed = load(tmp_path, BOOKINGS)
    assert landed.receipt.rows_used == 4
    assert "'Tentative' (2 rows, 120.50)" in told(landed) and "'Ghosted' (1 row, 90.00)" in told(landed)
    assert "Paid" not in told(landed) and "cancelled" not in told(landed)


def test_two_columns_of_states_are_each_told(tmp_path):
    text = BOOKINGS.replace("Status", "Payment status,Booking status").replace("Tentative", "Odd,Tentative")
    text = text.replace("Paid", "Paid,Completed").replace("cancelled", "Paid,cancelled").replace("Ghosted", "Paid,Odd")
    warned = [one.message for one in load(tmp_path, text).receipt.warnings if one.code == "unknown_states"]
    assert len(warned) == 2


def test_known_states_in_five_languages_say_nothing(tmp_path):
    for words in (("Paid", "Overdue"), ("Bezahlt", "Offen"), ("Payée", "En retard"), ("Pagado", "Pendiente")):
        text = BOOKINGS.replace("Tentative", words[0]).replace("Ghosted", words[1])
        assert told(load(tmp_path, text)) == ""


def test_a_booking_that_was_only_asked_for_is_no_sale(tmp_path):
    for word in ("Requested", "Waitlisted", "angefragt", "Warteliste", "Aangevraagd"):
        landed = load(tmp_path, BOOKINGS.replace("Ghosted", word))
        assert landed.receipt.set_aside == {"not_a_sale": 2} and word not in told(landed)


def test_a_request_that_was_accepted_is_a_sale(tmp_path):
    for word in ("Request confirmed", "Demande acceptée", "Solicitada y aceptada", "Demande confirmée"):
        landed = load(tmp_path, BOOKINGS.replace("Ghosted", word).replace("Tentative", "Paid"))
        assert landed.receipt.rows_used == 4 and told(landed) == ""


@pytest.mark.parametrize("header", ["State", "Estado"])
def test_where_somebody_lives_is_no_state_of_a_sale(tmp_path, header):
    places = BOOKINGS.replace("Status", header).replace("cancelled", "TX").replace("Paid", "Jalisco")
    assert told(load(tmp_path, places)) == ""
    assert "Tentative" in told(load(tmp_path, BOOKINGS.replace("Status", header)))


def test_how_a_parcel_goes_and_how_it_was_paid_say_nothing(tmp_path):
    for words in (
        ("Dispatched", "In transit"),
        ("Waiting for customer", "Zelle"),
        ("Non pagata", "1. Mahnung"),
    ):
        text = BOOKINGS.replace("Tentative", words[0]).replace("Ghosted", words[1])
        assert told(load(tmp_path, text)) == ""


def test_an_order_that_ran_out_unpaid_is_no_sale_and_a_membership_that_ran_out_is(tmp_path):
    text = BOOKINGS.replace("Tentative", "abgelaufen").replace("cancelled", "storniert").replace("Ghosted", "bezahlt")
    assert load(tmp_path, text.replace("Paid", "bezahlt")).receipt.set_aside == {"not_a_sale": 3}
    memberships = text.replace("bezahlt", "aktiv").replace("Paid", "aktiv")
    assert load(tmp_path, memberships).receipt.set_aside == {"not_a_sale": 1}


TILL = """Bon,Datum,Kunde,Artikel,Vorgang,Betrag
1,2026-03-02,Ann,Jacke,Verkauf,49.00
2,2026-03-14,Tom,Hose,Verkauf,89.50
3,2026-03-21,Ann,Jacke,{word},49.00
"""


def test_what_was_taken_back_is_off_and_an_unknown_word_beside_sales_is_told(tmp_path):
    back = load(tmp_path, TILL.format(word="Rücknahme"))
    assert back.receipt.sums["Betrag"]["used"] == "89.50" and told(back) == ""
    assert "'Reklamation' (1 row, 49.00)" in told(load(tmp_path, TILL.format(word="Reklamation")))


def test_kinds_of_work_beside_no_sale_are_not_told(tmp_path):
    text = TILL.format(word="Reparatur").replace("Verkauf", "Wartung")
    assert told(load(tmp_path, text)) == ""

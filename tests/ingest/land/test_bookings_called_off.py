"""Bookings that were called off, or to which nobody came: which of them count, and which are told."""

import pytest

from tests.ingest.land.landing import load


def booked(header: str, *cells: str, beside: str = "", filler: str = "") -> str:
    """A list of bookings, one customer a row, with one more column."""
    lines = (f"{n},2026-01-{n:02d},Ann {n},{n * 10}.50,{cell}{filler}" for n, cell in enumerate(cells, 1))
    return f"Booking no,Date,Customer,Amount,{header}{beside}\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Canceled?", ("no", "yes", "no")),
        ("Storniert", ("", "ja", "")),
        ("Canceled on", ("", "01/02/2026 10:00", "")),
        ("Date d'annulation", ("", "02/02/2026", "")),
    ],
)
def test_what_was_called_off_in_a_column_of_its_own_does_not_count(tmp_path, header, cells):
    landed = load(tmp_path, booked(header, *cells))
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (2, {"not_a_sale": 1})


@pytest.mark.parametrize(
    ("header", "beside"),
    [
        ("Cancelled on", "Plan"),
        ("Canceled at", "Membership"),
        ("Storniert am", "Abo"),
        ("Canceled at", "Current period end"),
    ],
)
def test_what_was_sold_for_a_time_and_ended_later_was_sold(tmp_path, header, beside):
    text = booked(header, "", "2026-06-01", "", beside=f",{beside}", filler=",Gold")
    assert load(tmp_path, text).receipt.rows_used == 3


def test_pieces_that_were_cancelled_leave_the_sale(tmp_path):
    assert load(tmp_path, booked("Cancelled", "0", "1", "2")).receipt.rows_used == 3


@pytest.mark.parametrize(
    ("state", "is_sale"),
    [
        ("Annulation du client facturée", True),
        ("Cancellation by the client, charged", True),
        ("Stornierung des Kunden berechnet", True),
        ("Cancelación del cliente cobrada", True),
        ("Annulation de la prestation facturée", False),
        ("Storno der abgerechneten Leistung", False),
        ("Anulación de lo facturado", False),
        ("No-show (niet betaald)", False),
        ("No-show (betaald)", True),
        ("No-show fee charged", True),
        ("Absent excusé", False),
        ("Absent non excusé (facturé)", True),
        ("Nicht erschienen, nicht berechnet", False),
        ("Nicht entschuldigt abwesend", True),
        ("charged_back", False),
        ("No show - charged - unpaid", True),
        ("No show, unpaid", False),
        ("Late cancel - fee not waived", True),
        ("Absent (excused), charged", True),
        ("Absent (excused), not charged", False),
        ("Missed payment (unpaid)", True),
        ("Missed session - waived", False),
        ("Absent excusé - facturé", True),
        ("Nicht erschienen, berechnet, noch nicht bezahlt", True),
        ("Abwesend, entschuldigt, nicht berechnet", False),
        ("Niet verschenen, gefactureerd, nog niet betaald", True),
        ("Ausente justificado, cobrado", True),
    ],
)
def test_a_charge_counts_whoever_called_off_and_no_charge_does_not(tmp_path, state, is_sale):
    landed = load(tmp_path, booked("Status", "paid", state, "paid"))
    assert landed.receipt.rows_used == (3 if is_sale else 2)


def test_who_did_not_come_is_told_and_counts(tmp_path):
    landed = load(tmp_path, booked("Attended", "yes", "no", "yes"))
    assert (landed.receipt.rows_used, "not_attended" in landed.codes()) == (3, True)


def test_where_everybody_came_nothing_is_told(tmp_path):
    assert "not_attended" not in load(tmp_path, booked("Attended", "yes", "yes", "yes")).codes()


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Status", ("erschienen", "geplant", "nicht erschienen")),
        ("Appointment status", ("Completed", "Scheduled", "No show")),
        ("Statut", ("effectué", "à venir", "annulé")),
        ("Afspraakstatus", ("Voltooid", "Ingepland", "niet verschenen")),
    ],
)
def test_what_is_planned_beside_what_took_place_is_no_sale_yet(tmp_path, header, cells):
    landed = load(tmp_path, booked(header, *cells))
    assert (landed.receipt.rows_used, landed.receipt.period["last"]) == (1, "2026-01-01")


def test_planned_work_counts_where_nothing_tells_of_work_that_was_done(tmp_path):
    landed = load(tmp_path, booked("Status", "Scheduled", "Paid", "Scheduled"))
    assert landed.receipt.rows_used == 3


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Terminstatus", "abgesagt"), ("Afspraakstatus", "geannuleerd"), ("Estado de la cita", "cancelada")],
)
def test_an_appointment_called_off_under_a_status_of_its_own_is_no_sale(tmp_path, header, cell):
    assert load(tmp_path, booked(header, "ok", cell, "ok")).receipt.rows_used == 2

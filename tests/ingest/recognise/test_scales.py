"""Headers that count in thousands, millions or cents are told as such, and no others."""

import pytest

from analytics.ingest.recognise.header_text import without_unit
from analytics.ingest.recognise.scales import scaled
from tests.ingest.land.landing import load

THOUSANDS = """
Amount \u00a3000;Total 000s;Sales (\u00a3000);$000s;Amount ($000);Amount in 1000 EUR;Umsatz/TEUR;Umsatz (T\u20ac)
Revenue ('000);Revenue k;Amount k\u20ac;Amount (\u20ack);Sales in thousands;Importe en miles;Miles de euros
Umsatz Tsd. EUR;Amount (1000 EUR);Amount in 1.000 EUR;Total_keur
"""


@pytest.mark.parametrize("header", THOUSANDS.strip().replace("\n", ";").split(";"))
def test_a_header_that_counts_in_thousands_is_told(header):
    assert scaled([f"'{header}'"]) == f"'{header}' is written in thousands."
    assert without_unit(header) not in ("amount", "sales", "total", "revenue", "umsatz")


@pytest.mark.parametrize(
    ("header", "scale"),
    [("Total \u00a3m", "millions"), ("Umsatz Mio. EUR", "millions"), ("amount_cents", "cents")],
)
def test_millions_and_cents_are_told(header, scale):
    assert scaled([f"'{header}'"]) == f"'{header}' is written in {scale}."


@pytest.mark.parametrize(
    "header",
    ["Miles Davis tickets total", "Miles", "10,000 steps total", "Total 2000", "Amount per cent", "Special K total"],
)
def test_other_headers_count_in_nothing(header):
    assert scaled([f"'{header}'"]) is None


@pytest.mark.parametrize("header", ["Amount \u00a3000", "$000s", "T\u20ac", "Amount (1000 EUR)", "Umsatz/TEUR"])
def test_amounts_in_thousands_are_refused_and_not_told_to_be_renamed(tmp_path, header):
    error = load(tmp_path, f"Date,Customer,{header}\n2026-01-05,Ann,20\n2026-01-06,Bob,30\n").receipt.error
    assert "is written in thousands" in error["fix"] and "rename" not in error["fix"]

"""Whoever signed off a newsletter is not to be written to, in whatever word the list says it."""

import pytest

from tests.ingest.land.landing import load

LIST = """Kundennr;Name;E-Mail;PLZ;Ort;Newsletter
1001;Anna Weber;anna@x.de;50667;Köln;{off}
1002;Ben Maier;ben@x.de;50668;Köln;{on}
1003;Cem Yilmaz;cem@x.de;50669;Köln;
"""


@pytest.mark.parametrize(
    ("off", "on"),
    [("abgemeldet", "angemeldet"), ("Unsubscribed", "Subscribed"), ("Désinscrit", "Inscrit"), ("Uitgeschreven", "Ja")],
)
def test_who_signed_off_is_not_contacted_and_who_never_signed_up_has_said_nothing(tmp_path, off, on):
    landed = load(tmp_path, LIST.format(off=off, on=on), "kunden.csv")
    assert landed.rows("customer_id", "do_not_contact") == [("1001", True), ("1002", False), ("1003", None)]


def test_a_column_that_says_do_not_contact_counts_before_a_newsletter(tmp_path):
    headers = "Customer ID,Name,Email,City,Newsletter,Do not contact\n"
    told = f"{headers}1,Ann,a@x.com,Ayr,unsubscribed,no\n2,Ben,b@x.com,Ayr,,yes\n"
    landed = load(tmp_path, told, "customers.csv")
    assert landed.rows("customer_id", "do_not_contact") == [("1", False), ("2", True)]

"""A shop of one person names no salesperson, and exports hold deals that nobody was given yet."""

import pytest

from tests.ingest.land.landing import load


def test_deals_without_a_salesperson_land_and_say_so(tmp_path):
    text = "Deal name,Stage,Amount,Close date\nRoof,Proposal,1200,2026-03-05\nGutter,Won,300,2026-02-15\n"
    landed = load(tmp_path, text, "pipeline.csv")
    assert landed.rows("name", "owner", "amount") == [("Roof", None, 1200), ("Gutter", None, 300)]
    assert "no_owner" in landed.codes()


def test_a_deal_that_nobody_was_given_yet_is_used(tmp_path):
    text = "Deal name,Deal stage,Amount,Deal owner\nRoof,Proposal,1200,Sam\nGutter,New,300,\n"
    landed = load(tmp_path, text, "pipeline.csv")
    assert landed.rows("owner") == [("Sam",), (None,)]
    told = next(one.message for one in landed.receipt.warnings if one.code == "no_owner")
    assert told.startswith("1 of 2 deals do not name")


def test_won_and_lost_without_a_salesperson_is_a_pipeline(tmp_path):
    text = "Client,Date,Amount,Status\nAnn,2026-01-05,120,Won\nBob,2026-01-15,80,Lost\nCid,2026-01-25,60,Sent\n"
    assert load(tmp_path, text, "list.csv").receipt.sheet_type == "deals"


def test_a_list_of_sales_with_a_status_stays_a_list_of_sales(tmp_path):
    text = "Customer,Date,Amount,Status\nAnn,2026-01-05,120,Paid\nBob,2026-01-15,80,Open\n"
    assert load(tmp_path, text, "list.csv").receipt.sheet_type == "orders"
    text = "Job name,Customer,Date,Amount,Status\nRoof,Ann,2026-01-05,120,Done\nDoor,Bob,2026-01-15,80,Done\n"
    assert load(tmp_path, text, "jobs.csv").receipt.sheet_type == "orders"


@pytest.mark.parametrize("words", [("Approved", "Declined"), ("Accepted", "Rejected"), ("Accepté", "Refusé")])
def test_approved_and_declined_beside_sales_are_asked_about(tmp_path, words):
    rows = "".join(f"2026-01-{15 + at},{name},20,{words[at % 2]}\n" for at, name in enumerate(("Ann", "Bob", "Cid")))
    receipt = load(tmp_path, f"Date,Customer,Amount,Status\n{rows}", "terminal.csv").receipt
    assert receipt.rows_used == 0 and receipt.error["fix"]

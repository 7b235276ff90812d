"""A lead without a name is a lead all the same: it came in on a day, and went on or did not."""

from tests.ingest.land.landing import load


def test_a_list_of_numbers_and_days_is_a_list_of_leads(tmp_path):
    text = "Lead ID,Created,Status\n1001,2026-01-05,New\n1002,2026-01-16,Working\n"
    landed = load(tmp_path, text, "leads.csv")
    assert landed.rows("lead_id", "name", "status") == [("1001", "1001", "New"), ("1002", "1002", "Working")]
    assert "named_by_number" in landed.codes()


def test_a_lead_without_a_name_goes_by_company_e_mail_or_number(tmp_path):
    rows = "1,Ann,,a@x.example,2026-01-05\n2,,Bob Ltd,,2026-01-16\n3,,,c@x.example,2026-01-17\n4,,,,2026-01-18\n"
    landed = load(tmp_path, f"Lead ID,Name,Company,Email,Created\n{rows}", "leads.csv")
    assert landed.rows("name") == [("Ann",), ("Bob Ltd",), ("c@x.example",), ("4",)]
    told = next(one.message for one in landed.receipt.warnings if one.code == "named_by_number")
    assert told.startswith("1 lead has")


def test_a_total_below_a_list_of_people_stays_no_person(tmp_path):
    leads = "Lead ID,Name,Email,Created\n1,Ann,a@x.example,2026-01-05\nTotal,1,,\n"
    assert load(tmp_path, leads, "leads.csv").receipt.rows_used == 1
    people = "Company,Name,Email,City\nAnn Ltd,Ann,a@x.example,Rome\nTotal,,,\n"
    assert load(tmp_path, people, "customers.csv").rows("name") == [("Ann",)]


def test_a_total_with_a_day_below_a_list_of_leads_stays_no_lead(tmp_path):
    named = "Lead ID,Name,Email,Created\n1,Ann,a@x.example,2026-01-05\nSubtotal January,,,2026-01-31\n"
    by_number = "Lead ID,Created,Status\n1001,2026-01-05,New\nTotal: 3,2026-01-31,\n"
    for text in (named, by_number):
        receipt = load(tmp_path, text, "leads.csv").receipt
        assert (receipt.rows_used, receipt.set_aside) == (1, {"total_row": 1})


def test_a_lead_called_total_is_a_lead(tmp_path):
    text = "Lead ID,Name,Company,Created\n1,Total,,2026-01-05\n2,,Total Energies,2026-01-06\nSUM-3,,,2026-01-07\n"
    assert load(tmp_path, text, "leads.csv").rows("name") == [("Total",), ("Total Energies",), ("SUM-3",)]


def test_a_customer_without_a_name_goes_by_company(tmp_path):
    people = "Customer no,Name,Company,Email\n1,Ann,,a@x.example\n2,,Bob Ltd,b@x.example\n3,,,c@x.example\n4,,,\n"
    landed = load(tmp_path, people, "customers.csv")
    assert landed.rows("name") == [("Ann",), ("Bob Ltd",), ("c@x.example",)]
    assert landed.receipt.set_aside == {"note": 1}

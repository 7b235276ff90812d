"""What a column means by what stands beside it: an event, a name, a number of rows, what a marketplace left."""

import pytest

from tests.ingest.land.landing import load

PARTY = (
    "Name,Email,Event,{header},Enquired\nAnn,ann@a.com,Wedding,{cell},2026-01-13\n"
    "Bob,b@b.com,Birthday,{cell},2026-01-15\n"
)


def column_of(landed, header: str) -> str | None:
    return landed.receipt.columns.get(header)


@pytest.mark.parametrize(("header", "cell"), [("Guests", "40"), ("Event date", "2026-08-20")])
def test_an_event_with_guests_or_a_day_is_what_a_lead_wants(tmp_path, header, cell):
    assert column_of(load(tmp_path, PARTY.format(header=header, cell=cell)), "Event") == "product"


def test_an_event_alone_is_where_a_lead_was_met(tmp_path):
    landed = load(tmp_path, PARTY.format(header="Phone", cell="555-0101"))
    assert column_of(landed, "Event") == "source"


def test_an_event_with_a_day_of_its_own_is_a_fair_where_leads_were_met(tmp_path):
    rows = "".join(f"Ann {n},a{n}@a.com,Interpack,2026-05-12,2026-05-1{n}\n" for n in range(2, 7))
    landed = load(tmp_path, f"Name,Email,Event,Event date,Captured at\n{rows}")
    assert column_of(landed, "Event") == "source"


CALLS = "Call ID,Call time,Caller,Company,Agent,Disposition\nC1,2026-01-13 09:14,Ann Lee,Lee Ltd,Jo,Interested\n"


def test_callers_and_agents_of_a_list_of_calls_are_read(tmp_path):
    landed = load(tmp_path, CALLS + "C2,2026-01-13 10:20,Bob Ray,Ray Ltd,Jo,Voicemail\n")
    assert landed.receipt.sheet_type == "interactions"
    assert landed.rows("lead_id", "owner")[0] == ("Ann Lee", "Jo")


LESSONS = (
    "Lesson ID,Lesson date,Student first name,Student last name,Price\n"
    "L1,2026-01-06,Ann,Lee,35\nL2,2026-01-06,Bob,Ray,50\n"
)


def test_lessons_are_numbered_and_students_have_names_in_two_columns(tmp_path):
    landed = load(tmp_path, LESSONS + "L3,2026-01-13,Ann,Lee,35\n")
    assert landed.rows("order_id", "customer_name")[0] == ("L1", "Ann Lee")


def test_a_number_that_comes_again_is_that_of_a_class_and_no_sale(tmp_path):
    landed = load(tmp_path, LESSONS + "L2,2026-01-06,Cy,Wu,50\n")
    assert column_of(landed, "Lesson ID") is None


def test_a_person_stands_for_a_firm_that_has_no_name(tmp_path):
    text = "Invoice,Date,Company,Contact person,Total\n1,2026-01-13,Lee Ltd,Ann Lee,90\n2,2026-01-15,,Bob Ray,50\n"
    landed = load(tmp_path, text)
    assert [name for (name,) in landed.rows("customer_name")] == ["Lee Ltd", "Bob Ray"]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Buyer,Order total,Net earnings\n2026-01-13,Ann,20.00,16.00\n2026-01-15,Bob,35.00,28.00\n",
        "Date,Buyer,Amount,Processing fee,Platform fee,Net amount\n2026-01-13,Ann,20.00,1.00,0.50,18.50\n"
        "2026-01-15,Bob,35.00,1.50,0.50,33.00\n",
        "Date,Buyer,Item total,Transaction fee,Net amount\n2026-01-13,Ann,10.00,0.79,7.71\n"
        "2026-01-15,Bob,40.00,2.30,32.00\n2026-01-18,Cy,5.00,0.35,3.98\n",
    ],
    ids=["by its name", "less two fees", "less more than its fee"],
)
def test_what_a_marketplace_left_is_no_sale(tmp_path, text):
    landed = load(tmp_path, text)
    amount = next(header for header, column in landed.receipt.columns.items() if column == "revenue_amount")
    assert amount in ("Order total", "Amount", "Item total")


def test_a_net_amount_that_a_tax_explains_is_the_sale(tmp_path):
    text = "Date,Customer,Gross,Fee,Net\n2026-01-13,Ann,119.00,1.00,100.00\n2026-01-15,Bob,107.00,1.00,100.00\n"
    landed = load(tmp_path, text + "2026-01-18,Cy,59.50,0.50,50.00\n")
    assert column_of(landed, "Net") == "revenue_amount"


def test_a_column_is_proposed_by_its_cells_and_no_count_as_money(tmp_path):
    text = "Order taken,Bride & groom,Tiers,Quote £\n12/01/2026,Ann & Bob,3,450\n20/01/2026,Cy & Di,2,320\n"
    fix = load(tmp_path, text).receipt.error["fix"]
    assert "'Quote £'" in fix
    assert "'Tiers'" not in fix


def test_charges_beside_what_pays_them_are_the_sale(tmp_path):
    text = "Date,Patient,Charges,Credits\n2026-01-13,Ann,85.00,\n2026-01-14,Bob,120.00,\n2026-01-15,Ann,,85.00\n"
    assert [str(amount) for (amount,) in load(tmp_path, text).rows("revenue_amount")] == ["85.00", "120.00"]


def test_a_card_terminal_that_failed_sold_nothing(tmp_path):
    text = "Date,Customer,Result,Amount\n2026-01-13,Ann,SUCCESS,85.00\n2026-01-14,Bob,FAIL,120.00\n"
    assert [str(amount) for (amount,) in load(tmp_path, text).rows("revenue_amount")] == ["85.00"]


def test_earnings_below_an_amount_that_nobody_knows_are_asked_about(tmp_path):
    text = "Date,Buyer,Listed at,Net earnings\n2026-01-13,Ann,$20.00,$16.00\n2026-01-15,Bob,$35.00,$28.00\n"
    receipt = load(tmp_path, text).receipt
    assert receipt.rows_used == 0
    assert "'Listed at'" in receipt.error["fix"]


def test_earnings_alone_are_the_sale(tmp_path):
    text = "Date,Client,Earnings\n2026-01-13,Ann,16.00\n2026-01-15,Bob,28.00\n"
    assert column_of(load(tmp_path, text), "Earnings") == "revenue_amount"


def test_a_pledge_is_no_gift_yet(tmp_path):
    text = "Gift ID,Donor,Gift Date,Gift Type,Gift Amount\n1,Ann,2026-01-13,Pledge,500\n2,Ann,2026-02-13,Cash,50\n"
    assert [str(amount) for (amount,) in load(tmp_path, text).rows("revenue_amount")] == ["50.00"]


def test_a_fee_that_customers_pay_is_the_sale_beside_the_fee_of_a_service(tmp_path):
    text = "Date,Student,Course fee,Processing fee,Net amount\n2026-01-13,Ann,100.00,3.00,97.00\n"
    landed = load(tmp_path, text + "2026-01-15,Bob,200.00,6.00,194.00\n")
    assert column_of(landed, "Course fee") == "revenue_amount"


def test_offers_that_have_a_project_are_no_sales(tmp_path):
    rows = "".join(f"P{n},Q{n},Client {n},2026-01-1{n},{n}00\n" for n in (1, 2, 3))
    receipt = load(tmp_path, f"Project ID,Quote no,Client,Date,Amount\n{rows}").receipt
    assert receipt.sheet_type != "orders" or receipt.error is not None


def test_a_file_without_rows_shows_no_column_that_could_be_a_day(tmp_path):
    fix = load(tmp_path, "Customer,Unit cost,Order total\n").receipt.error["fix"]
    assert "'Unit cost' is meant" not in fix


def test_a_garage_is_paid_for_a_test_that_fails(tmp_path):
    text = (
        "Date,Customer,Service,Result,Price\n2026-01-03,Ann,MOT,Pass,54.85\n2026-01-05,Bob,MOT,Fail,54.85\n"
        "2026-01-06,Cy,Service,Pass,219.40\n"
    )
    assert load(tmp_path, text).receipt.rows_used == 3


def test_lessons_counted_from_one_are_no_ids(tmp_path):
    text = "Lesson #,Date,Student,Fee\n1,2026-01-03,Ann,25\n2,2026-01-05,Bob,25\n3,2026-01-06,Cy,25\n"
    landed = load(tmp_path, text)
    assert all(order_id.startswith("made-") for (order_id,) in landed.rows("order_id"))


def test_a_promise_is_left_out_beside_gifts_alone(tmp_path):
    alone = "Date,Customer,Type,Amount\n2026-01-03,Ann,Pledge,25\n2026-01-05,Bob,Add-on,5\n2026-01-06,Cy,Pledge,40\n"
    assert load(tmp_path, alone).receipt.rows_used == 3


def test_a_workshop_paid_in_advance_is_a_sale(tmp_path):
    text = (
        "Date,Paid on,Customer,Workshop,Status,Price\n2026-01-03,2025-12-01,Ann,Clay,Completed,60\n"
        "2026-03-05,2025-12-03,Bob,Clay,Upcoming,60\n2026-03-05,2025-12-04,Cy,Clay,Upcoming,60\n"
    )
    assert load(tmp_path, text).receipt.rows_used == 3


def test_names_of_the_staff_are_no_customers_where_none_is_named(tmp_path):
    rows = "".join(
        f"{n},2026-01-{n:02d},{'' if n % 2 else f'Firm {n}'},{('Kim Roe', 'Lou Day')[n % 3 == 0]},{20 + n}\n"
        for n in range(1, 13)
    )
    landed = load(tmp_path, "Order,Date,Customer,Contact person,Amount\n" + rows)
    assert not {"Kim Roe", "Lou Day"} & {name for (name,) in landed.rows("customer_name")}


def test_the_number_of_a_pupil_is_not_that_of_the_parent(tmp_path):
    text = (
        "Date,Parent,Student ID,Student,Amount\n2026-01-03,Ann Lee,ST-01,Max,25\n2026-01-05,Ann Lee,ST-02,Mia,25\n"
        "2026-01-06,Bo Ray,ST-03,Leo,30\n"
    )
    landed = load(tmp_path, text)
    assert {customer for (customer,) in landed.rows("customer_id")} == {None}

"""Lists that would do as lists of people and are lists of sales: tax, tickets of several guests."""

from tests.ingest.land.landing import load

TICKETS = """ORDER_ID,TICKET_ID,TICKET_CLASS,FIRST_NAME,EMAIL,COMPANY_NAME,PURCHASER_FIRST_NAME,PURCHASER_EMAIL,\
AMOUNT_COLLECTED,PURCHASED_ON
33,331,Day pass,Nia Ode,ned@example.com,,Ned Ode,ned@example.com,50.25,03 Aug 2026
33,332,Day pass,Ned Ode,ned@example.com,,Ned Ode,ned@example.com,50.25,03 Aug 2026
34,341,Three days,Pam Poe,pam@example.com,,Pam Poe,pam@example.com,120.50,14 Aug 2026
"""


def people(columns: str, cells: str) -> str:
    rows = (f"{at},n{at}@example.com,Nia {at}," + cells.format(at=at) for at in range(1, 5))
    return "\n".join([f"Customer ID,Email,Name,{columns}", *rows]) + "\n"


def test_tax_beside_days_in_a_list_of_people_is_asked_about(tmp_path):
    text = people("Whensoever,imp_iva,imp_trib", "2026010{at},2{at}.10,10{at}.00")
    error = load(tmp_path, text, "customers.csv").receipt.error
    assert "'imp_iva' is tax on what was sold" in error["what"]
    assert "'Whensoever'" in error["fix"]
    assert "--as customers" in error["fix"]


def test_a_vat_number_and_a_day_of_a_person_are_no_sign_of_sales(tmp_path):
    text = people("VAT number,Tax exempt,Whensoever,Balance", "1234567{at},no,2026-01-0{at},4{at}.50")
    assert load(tmp_path, text, "customers.csv").receipt.sheet_type == "customers"


def test_whoever_paid_for_the_tickets_is_the_customer(tmp_path):
    landed = load(tmp_path, TICKETS)
    rows = landed.rows("order_id", "customer_name", "email", "revenue_amount")
    assert [(order, name, email, str(amount)) for order, name, email, amount in rows] == [
        ("33", "Ned Ode", "ned@example.com", "50.25"),
        ("33", "Ned Ode", "ned@example.com", "50.25"),
        ("34", "Pam Poe", "pam@example.com", "120.50"),
    ]


def test_the_day_and_time_of_an_order_come_before_the_day_it_is_picked_up(tmp_path):
    text = (
        'Email,Pickup Date,Cart Total,Date and Time of Order\nn@example.com,02/25 Tues,12.00,"2/23/2026, 9:12:00 AM"\n'
    )
    landed = load(tmp_path, text)
    assert [str(day)[:10] for (day,) in landed.rows("ordered_at")] == ["2026-02-23"]


def test_eight_digits_are_a_day_only_where_there_is_such_a_month(tmp_path):
    text = people("numero_x,imp_iva,Whensoever", "2160119{at},2{at}.10,2026010{at}")
    assert "numero_x" not in load(tmp_path, text, "customers.csv").receipt.error["fix"]

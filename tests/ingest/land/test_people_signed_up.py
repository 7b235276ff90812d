"""Lists of people who signed up: what tells them from customers, and the questions of a form that ask who they are."""

from tests.ingest.land.landing import load


def test_a_first_name_makes_no_customer_of_a_subscriber(tmp_path):
    text = "first_name,email_address,created_at\nRuna,runa@example.org,2025-02-10\nTove,tove@example.org,2025-02-13\n"
    receipt = load(tmp_path, text, "export.csv").receipt
    assert (receipt.rows_used, receipt.error["code"]) == (0, "UnrecognisedSheet")
    assert "--as leads" in receipt.error["fix"]


def test_contacts_without_a_day_of_signing_up_are_customers_still(tmp_path):
    text = "First name,Last name,Email,Phone\nRuna,Falk,runa@example.org,0301 55\nTove,Lie,tove@example.org,\n"
    landed = load(tmp_path, text, "contacts.csv")
    assert landed.receipt.sheet_type == "customers"
    assert landed.rows("first_name", "name") == [("Runa", "Runa Falk"), ("Tove", "Tove Lie")]


def test_customers_with_a_number_and_a_day_are_customers_still(tmp_path):
    text = "Customer ID,First name,Last name,Email,Created at\n7,Runa,Falk,runa@example.org,2025-02-13\n"
    assert load(tmp_path, text, "export.csv").receipt.sheet_type == "customers"


def test_who_has_orders_is_a_customer_and_no_subscriber(tmp_path):
    text = "Email,First name,Last name,Created on,Order count\nruna@example.org,Runa,Falk,2025-02-13,3\n"
    assert load(tmp_path, text, "profiles.csv").receipt.sheet_type == "customers"


def test_the_question_for_an_e_mail_is_its_column(tmp_path):
    text = (
        "#,What's your name?,What's your email?,Submitted At\n"
        "1,Runa Falk,runa@example.org,2025-05-30 18:00:01\n2,Tove Lie,tove@example.org,2025-05-31 18:05:44\n"
    )
    landed = load(tmp_path, text, "responses.csv")
    assert landed.receipt.sheet_type == "leads"
    assert landed.rows("name", "email") == [("Runa Falk", "runa@example.org"), ("Tove Lie", "tove@example.org")]


def test_a_number_of_articles_is_no_product_and_their_names_are(tmp_path):
    head = "NumCommande;Date;Client;Articles;Total\n"
    counted = load(tmp_path, head + "C1;15/03/2025;Aline;3;149,90\nC2;16/03/2025;Paul;1;29,90\n", "a.csv")
    assert [(float(q), p, str(a)) for q, p, a in counted.rows("quantity", "product", "revenue_amount")] == [
        (3.0, None, "149.90"),
        (1.0, None, "29.90"),
    ]
    named = load(tmp_path, head + "C1;15/03/2025;Aline;Lampe;149,90\nC2;16/03/2025;Paul;Table;29,90\n", "b.csv")
    assert named.rows("product") == [("Lampe",), ("Table",)]


def test_somebody_who_did_not_come_is_told_and_a_visit_called_off_in_time_is_set_aside(tmp_path):
    text = (
        "Datum;Prijs;Client_naam;No_Show;Tijdig_afgezegd\n"
        "14-04-2026;95,00;Daan Vink;n;n\n16-04-2026;95,00;Lotte Smeets;y;n\n21-04-2026;55,50;Bram Hoek;n;y\n"
    )
    receipt = load(tmp_path, text, "agenda.csv").receipt
    assert (receipt.rows_used, receipt.set_aside) == (2, {"not_a_sale": 1})
    assert [one["code"] if isinstance(one, dict) else one.code for one in receipt.warnings].count("not_attended") == 1


def test_a_list_of_jobs_with_amounts_whose_day_is_not_known_is_asked_about(tmp_path):
    text = "Job #,Slot begins,Customer name,Mobile,City,Amount\n22,03/16/2026 9:00 AM,Lena Foss,555 0122,Arden,$85.00\n"
    receipt = load(tmp_path, text, "jobs.csv").receipt
    assert receipt.rows_used == 0
    assert "no column for ordered_at" in receipt.error["what"]
    assert "--as customers" in receipt.error["fix"]


def test_a_balance_or_the_number_of_a_document_alone_makes_no_sales_of_customers(tmp_path):
    owing = "Customer no,Name,City,Phone,Balance\n7,Lena Foss,Arden,555 0122,85.00\n"
    assert load(tmp_path, owing, "owing.csv").receipt.sheet_type == "customers"
    numbered = "Name,City,Phone,Street,Reference\nLena Foss,Arden,555 0122,4 Mill Ln,22\n"
    assert load(tmp_path, numbered, "addresses.csv").receipt.sheet_type == "customers"

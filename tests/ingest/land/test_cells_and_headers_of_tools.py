"""Questions of a form as headers, marks of web pages in cells, a customer that stands in one of two columns."""

import pytest

from tests.ingest.land.landing import load


@pytest.mark.parametrize(
    ("when", "score", "comment"),
    [
        ("Timestamp", "How likely are you to recommend us to a friend or colleague? (0-10)", "Any comments?"),
        ("Zeitstempel", "Wie zufrieden sind Sie mit unserer Arbeit?", "Was können wir besser machen?"),
        ("Horodateur", "Dans quelle mesure nous recommanderiez-vous ?", "Pourquoi cette note ?"),
        ("Marca temporal", "¿Con qué probabilidad nos recomendaría?", "¿Por qué?"),
        ("Tijdstempel", "Hoe waarschijnlijk is het dat u ons aanbeveelt?", "Waarom?"),
    ],
    ids=["english", "german", "french", "spanish", "dutch"],
)
def test_the_questions_of_a_form_are_scores_and_comments_and_no_leads(tmp_path, when, score, comment):
    header = f'"{when}","E-mail","{score}","{comment}"'
    landed = load(tmp_path, f"{header}\n2026-01-05,ann@x.com,9,Good\n2026-01-16,bob@x.com,6,Late\n", "form.csv")
    assert landed.receipt.sheet_type == "feedback"
    assert [(str(given), said) for given, said in landed.rows("score", "comment")] == [
        ("9.000", "Good"),
        ("6.000", "Late"),
    ]


def test_marks_of_web_pages_in_cells_are_what_they_stand_for(tmp_path):
    text = "Order no,Customer,Order date,Amount\n1,Bob &amp; Sons&#39; Ltd,2026-01-05,10\n2,A & B; C,2026-01-06,20\n"
    assert load(tmp_path, text).rows("customer_name") == [("Bob & Sons' Ltd",), ("A & B; C",)]


def test_a_deal_without_an_organization_belongs_to_its_contact_person(tmp_path):
    text = (
        "Deal - ID,Deal - Title,Deal - Value,Deal - Organization,Deal - Contact person,Deal - Owner,Deal - Stage\n"
        "1,Furnace,4500,,Ann Lee,Sam,Quote\n2,Boiler,3500,Acme,Bob Ray,Sam,Quote\n"
    )
    assert load(tmp_path, text, "deals.csv").rows("company") == [("Ann Lee",), ("Acme",)]


def test_an_amount_in_thousands_is_not_taken_for_one_in_units(tmp_path):
    landed = load(tmp_path, "Order,Customer,Date,Amount ('000)\n1,Ann,2026-01-25,12.5\n2,Bob,2026-02-05,3\n")
    assert "Amount ('000)" in landed.receipt.error["fix"]


@pytest.mark.parametrize(
    "line", ["Sunday, November 1, 2026 09:15 AM GMT-06:00", "Exported on 2026-01-05", "Page 1 of 1"]
)
def test_a_line_below_a_list_of_customers_is_no_customer(tmp_path, line):
    text = f'Name,Phone,Email\nAnn Lee,555 0101,ann@x.com\nMonday Coffee,,\n\n"{line}",,\n'
    landed = load(tmp_path, text, "Customer contact list.csv")
    assert landed.rows("name") == [("Ann Lee",), ("Monday Coffee",)]
    assert landed.receipt.set_aside == {"note": 1}

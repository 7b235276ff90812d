"""Lists of people whose unread columns are about something else are asked about."""

import pytest

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import recognise
from tests.ingest.land.landing import load

WHO = ["Submitted at", "Name", "Email"]


def people(header: str, *cells: str) -> tuple[list[str], list[list[str]]]:
    rows = [[f"2026-01-0{n}", f"Ann {n}", f"a{n}@example.com", cell] for n, cell in enumerate(cells, 1)]
    return [*WHO, header], rows


@pytest.mark.parametrize(
    "header", ["Overall satisfaction", "How satisfied were you with us?", "Wie zufrieden sind Sie?"]
)
def test_opinions_in_words_are_asked_about(header):
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(*people(header, "Very satisfied", "Neutral", "Dissatisfied"))
    assert header in raised.value.fix and "--as leads" in raised.value.fix


@pytest.mark.parametrize("header", ["Rating", "Interest", "Score band"])
def test_how_warm_a_lead_is_is_no_opinion(header):
    assert recognise(*people(header, "Hot", "Cold", "Warm")).sheet_type == "leads"


def readers(*headers: str) -> tuple[list[str], list[list[str]]]:
    rows = [[f"a{n}@example.com", "Ann", f"Lee {n}", *map(str, range(n, n + len(headers)))] for n in range(1, 5)]
    return ["Email address", "First name", "Last name", *headers], rows


def test_counts_of_what_readers_opened_are_asked_about():
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(*readers("Opens", "Clicks"))
    assert "no customer yet" in raised.value.fix


@pytest.mark.parametrize("headers", [("Opens",), ("Visits", "Children"), ("Age", "Children")])
def test_other_counts_of_a_person_leave_a_list_of_customers(headers):
    assert recognise(*readers(*headers)).sheet_type == "customers"


def talks(*more: str) -> tuple[list[str], list[list[str]]]:
    rows = [[f"2026-01-0{n}", f"Ann {n}", "Moor Ltd", "Wants a price", "Send it", *more] for n in range(1, 5)]
    return ["Date", "Contact", "Company", "Notes", "Next step"], rows


def test_notes_and_next_steps_of_people_who_are_names_alone_are_asked_about():
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(*talks())
    assert "Interactions" in raised.value.what


@pytest.mark.parametrize(("header", "cell"), [("Phone", "030 1234567"), ("Lead source", "Fair"), ("Status", "New")])
def test_leads_with_notes_and_next_steps_stay_leads(header, cell):
    headers, rows = talks(cell)
    assert recognise([*headers, header], rows, name="leads").sheet_type == "leads"


@pytest.mark.parametrize("header", ["How likely are you to book with us?", "How would you rate your current website?"])
def test_a_question_about_what_somebody_has_or_plans_is_no_opinion(header):
    assert recognise(*people(header, "Very likely", "Not sure", "Very likely")).sheet_type == "leads"


@pytest.mark.parametrize("headers", [("Opens", "Clicks", "Total spent"), ("Visits", "Views")])
def test_who_reads_and_buys_is_a_customer(headers):
    assert recognise(*readers(*headers)).sheet_type == "customers"


def test_the_outcome_of_work_that_was_paid_leaves_a_list_of_sales():
    rows = [["T1", "Mary Poll", "2026-01-03", "80.00", "Fixed"], ["T2", "Tom Reed", "2026-01-04", "60.00", "Not fixed"]]
    assert recognise(["Ticket", "Customer", "Date", "Amount", "Outcome"], rows).sheet_type == "orders"


ENQUIRIES = "Zzz op,Naam,E-mail,Wens,Nieuwsbrief,Status\n" + "".join(
    f"2026-01-{n} 14:2{n % 10},Jan {n},j{n}@x.com,Serre,ja,{('Nieuw', 'Gebeld', 'Offerte', 'Geen interesse')[n % 4]}\n"
    for n in range(10, 22)
)


def test_states_of_leads_with_the_minute_they_came_are_asked_about(tmp_path):
    error = load(tmp_path, ENQUIRIES, "lijst.csv").receipt.error
    assert "may list Leads" in error["what"] and "--as customers" in error["fix"]
    named = load(tmp_path, ENQUIRIES.replace("Zzz op", "Verzonden op"), "lijst.csv").receipt
    assert (named.sheet_type, named.rows_used) == ("leads", 12)


READERS = "Email,Prénom,Nom,État\n" + "".join(
    f"p{n}@x.com,Anne{n},Roux,{('Abonné', 'Désabonné', 'Non confirmé')[n % 3]}\n" for n in range(9)
)


def test_readers_of_a_newsletter_are_asked_about_and_buyers_are_not(tmp_path):
    assert "may list Leads" in load(tmp_path, READERS, "liste.csv").receipt.error["what"]
    bought = READERS.replace("État", "État,Commandes").replace("é\n", "é,3\n")
    assert load(tmp_path, bought, "liste.csv").receipt.sheet_type == "customers"


def test_states_of_customers_stay_customers(tmp_path):
    text = READERS.replace("Abonné", "Actif").replace("Désabonné", "Inactif").replace("Non confirmé", "VIP")
    assert load(tmp_path, text.replace("DésActif", "Inactif"), "liste.csv").receipt.sheet_type == "customers"


@pytest.mark.parametrize(("header", "word"), [("Last login", "new"), ("Letzter Kontakt", "offen")])
def test_a_status_that_customers_have_too_and_a_later_moment_ask_nothing(tmp_path, header, word):
    rows = "".join(f"Ann {n},a{n}@x.com,Ulm,{word},2026-01-{n} 14:20\n" for n in range(10, 22))
    assert load(tmp_path, f"Name,Email,City,Status,{header}\n{rows}", "list.csv").receipt.sheet_type == "customers"
    called = load(tmp_path, f"Name,Email,City,Status,{header}\n{rows}".replace(word, "interested"), "list.csv")
    assert "may list Leads" in called.receipt.error["what"]

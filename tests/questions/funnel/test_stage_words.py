"""Stages and statuses that are on no list are taken by their words, and what they were taken for is told."""

import pytest

from analytics.questions import ask

NAME = "funnel/stage_words"


def of(store, *names: str):
    lines = ["lead_id | name | created_at | path | status"]
    lines += [f"l{place} | Lead {place} | 2025-06-01 | Web | {name}" for place, name in enumerate(names)]
    return store.fill("leads", "\n".join(lines)).open()


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Angebot abgelehnt", "lost"),
        ("Leider kein Interesse", "lost"),
        ("not interested any more", "lost"),
        ("Unqualified - budget", "lost"),
        ("Devis refusé", "lost"),
        ("Beauftragt (Mai)", "won"),
        ("Job sold!", "won"),
        ("Presupuesto aceptado", "won"),
        ("Angebot verschickt", "open, asked"),
        ("3. Quote e-mailed", "open, asked"),
        ("Termin nächste Woche", "open, in touch"),
        ("called twice", "open, in touch"),
        ("brand new", "open, new"),
        ("Purple", "not known"),
        # A word inside another one says nothing.
        ("Winter list", "not known"),
        ("Blossom", "not known"),
        ("Deadline in May", "not known"),
        ("Client called back", "open, in touch"),
        ("Signed up for the newsletter", "open, new"),
        ("Committee sits in June", "not known"),
        ("existing customer", "won"),
        ("Closed: not converted (price)", "lost"),
        ("Angebot noch nicht angenommen", "open, new"),
        ("Lead not contacted so far", "open, new"),
        ("junk / spam", "lost"),
    ],
)
def test_a_name_is_taken_by_its_words(store, name, meaning):
    rows = ask(of(store, name), NAME).rows
    assert rows[["stage_name", "meaning"]].values.tolist() == [[name, meaning]]


def test_names_on_the_list_are_not_guessed(store):
    assert len(ask(of(store, "won", "Closed Lost", "QUOTE SENT", "new lead"), NAME).rows) == 0


def test_a_guess_counts_like_a_stage_of_the_list(store):
    opened = of(store, "Angebot verschickt", "Angebot abgelehnt", "Purple")
    rows = ask(opened, "funnel/people").rows.set_index("name")
    assert rows["furthest_link"].to_dict()["Lead 0"] == "ask"
    assert rows["state"].to_dict()["Lead 1"] == "refused"
    assert rows["furthest_link"].to_dict()["Lead 2"] == "lead_generation"


def test_what_was_taken_for_what_is_a_finding_with_the_rows(store):
    (finding,) = ask(of(store, "Angebot verschickt", "Purple", "Purple"), NAME).findings
    assert finding.sentence == (
        "2 stage names in your files are on no list: 1 understood by its words, 1 not known, which counts as open"
        " (2 rows). 'Purple' as not known; 'Angebot verschickt' as open, asked."
    )
    assert finding.money is None
    assert finding.page == "data/rules"


def test_the_statuses_that_salesforce_and_zoho_begin_with_are_on_the_list(store):
    names = ["Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted"]
    names += ["Junk Lead", "Lost Lead", "Not Qualified", "Pre-Qualified", "Contact in Future", "Attempted to Contact"]
    assert len(ask(of(store, *names, "Unsubscribed"), NAME).rows) == 0
    told = "select leads.status, is_won, is_lost from leads inner join stages on lower(status) = lower(stage_name)"
    found = {name: (won, lost) for name, won, lost in store.connection.execute(told).fetchall()}
    # A lead that Salesforce converted has got a deal; whether it buys is told by the deal.
    assert found["Closed - Converted"] == (False, False)
    lost = {name for name, (_, is_lost) in found.items() if is_lost}
    assert lost == {"Closed - Not Converted", "Junk Lead", "Lost Lead", "Not Qualified", "Unsubscribed"}


def test_the_lifecycle_stages_that_hubspot_begins_with_are_on_the_list(store):
    names = ["Subscriber", "Lead", "Marketing Qualified Lead", "Sales Qualified Lead", "Opportunity", "Customer"]
    assert not len(ask(of(store, *names), NAME).rows)

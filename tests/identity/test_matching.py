"""Who is one person across files, and who is not."""

from decimal import Decimal
from time import process_time

import pytest

from analytics.questions import ask


def people_of(store, table: str, key: str) -> dict[str, int]:
    """Key of each row to its person."""
    rows = store.connection.execute(f"select {key}, person_key from {table}").fetchall()
    return dict(rows)


def proposals(store) -> list[tuple]:
    return store.connection.execute("select person_key_a, person_key_b, reason from match_proposals").fetchall()


def test_a_lead_with_the_e_mail_of_a_customer_is_that_customer(store):
    store.fill("customers", "customer_id | name | email\n c1 | Ann Lee | ann@x.com")
    store.fill("leads", "lead_id | name | email | created_at\n l1 | A. Lee | ANN@x.com | 2026-01-01")
    store.open()
    assert people_of(store, "leads", "lead_id")["l1"] == people_of(store, "customers", "customer_id")["c1"]


def person_met(store, lead: str) -> int:
    store.fill("leads", "lead_id | name | email | created_at\n l1 | Ann Lee | ann@x.com | 2026-01-01")
    store.fill("interactions", f"lead_id | happened_at\n {lead} | 2026-01-05")
    store.open()
    return store.connection.execute("select person_key from interactions").fetchall()[0][0]


@pytest.mark.parametrize("lead", ["l1", "Ann Lee", "ANN LEE"])
def test_a_contact_finds_its_lead_by_the_id_or_the_name(store, lead):
    assert person_met(store, lead) == people_of(store, "leads", "lead_id")["l1"]


@pytest.mark.parametrize("lead", ["l2", "Bob Ray"])
def test_a_contact_with_another_lead_is_another_person(store, lead):
    assert person_met(store, lead) != people_of(store, "leads", "lead_id")["l1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+44 20 7946 0958", "(020) 7946-0958"),
        ("+1 555 123 4567", "555.123.4567 ext. 9"),
        ("030 1234567", "+49301234567"),
    ],
)
def test_one_phone_written_two_ways_is_one_person(store, one, other):
    store.fill("customers", f"customer_id | name | phone\n c1 | Ann Lee | {one}")
    store.fill("leads", f"lead_id | name | phone | created_at\n l1 | Office | {other} | 2026-01-01")
    store.open()
    assert people_of(store, "leads", "lead_id")["l1"] == 1


@pytest.mark.parametrize("name", ["müller bau", "MULLER-BAU GMBH & Co. KG", "Müllerbau GmbH", " Muller  Bau, Inc."])
def test_a_name_with_its_place_is_one_person_however_it_is_written(store, name):
    store.fill("customers", "customer_id | name | city\n c1 | Müller Bau GmbH | Köln")
    store.fill("leads", f"lead_id | name | city | created_at\n l1 | {name} | KOLN | 2026-01-01")
    store.open()
    assert people_of(store, "leads", "lead_id")["l1"] == 1


def test_one_name_in_two_towns_is_two_people(store):
    store.fill("customers", "customer_id | name | city\n c1 | Jan Smit | Breda")
    store.fill("leads", "lead_id | name | city | created_at\n l1 | Jan Smit | Delft | 2026-01-01")
    store.open()
    assert people_of(store, "leads", "lead_id")["l1"] == 2
    assert proposals(store) == [(1, 2, "same name, another town")]


def test_one_name_with_two_e_mails_is_proposed_and_not_merged(store):
    store.fill("customers", "customer_id | name | email\n c1 | Jan Smit | jan@x.nl")
    store.fill("leads", "lead_id | name | email | created_at\n l1 | Jan Smit | j@y.nl | 2026-01-01")
    store.open()
    assert people_of(store, "leads", "lead_id")["l1"] == 2
    assert proposals(store) == [(1, 2, "same name, another e-mail")]


def test_a_name_alone_matches_when_it_is_unique_and_nothing_disagrees(store):
    store.fill("customers", "customer_id | name | email | city\n c1 | Acme Ltd | info@acme.com | Hull")
    store.fill("orders", "order_id | customer_name | ordered_at | revenue_amount\n 1 | ACME | 2026-01-01 | 10")
    store.open()
    assert people_of(store, "orders", "order_id")["1"] == 1


def test_a_name_that_two_customers_bear_matches_neither(store):
    store.fill("customers", "customer_id | name | city\n c1 | Jan Smit | Breda\n c2 | Jan Smit | Delft")
    store.fill("orders", "order_id | customer_name | ordered_at | revenue_amount\n 1 | Jan Smit | 2026-01-01 | 10")
    store.open()
    assert people_of(store, "orders", "order_id")["1"] == 3


def test_customer_ids_of_two_files_with_one_e_mail_are_one_person(store):
    store.fill("customers", "customer_id | name | email\n c1 | Ann Lee | ann@x.com\n c2 | Anna Lee | ann@x.com")
    store.connection.execute("update canonical.customers set upload_id = customer_id")
    store.open()
    assert people_of(store, "customers", "customer_id") == {"c1": 1, "c2": 1}


def test_two_customer_ids_of_one_file_are_proposed_and_never_merged(store):
    store.fill("customers", "customer_id | name | email\n c1 | Ann Lee | ann@x.com\n c2 | Anna Lee | ann@x.com")
    store.open()
    assert people_of(store, "customers", "customer_id") == {"c1": 1, "c2": 2}
    assert proposals(store) == [(1, 2, "same e-mail, two customer ids of one file")]


def test_a_third_record_that_shares_another_key_joins_the_pair(store):
    store.fill("customers", "customer_id | name | email\n c1 | Ann Lee | ann@x.com")
    store.fill("leads", "lead_id | name | email | phone | created_at\n l1 | A | ann@x.com | 5551234567 | 2026-01-01")
    orders = (
        "order_id | customer_name | phone | ordered_at | revenue_amount\n 1 | Office | 555 123 4567 | 2026-01-01 | 1"
    )
    store.fill("orders", orders)
    store.open()
    assert people_of(store, "orders", "order_id")["1"] == people_of(store, "leads", "lead_id")["l1"] == 1


def test_an_address_that_more_than_five_names_share_says_nothing(store):
    rows = "\n".join(f"{number} | {name} | info@x.com | 2026-01-01 | 1" for number, name in enumerate("ABCDEF"))
    store.fill("orders", "order_id | customer_name | email | ordered_at | revenue_amount\n" + rows)
    store.open()
    assert len(set(people_of(store, "orders", "order_id").values())) == 6


def test_an_address_that_five_names_share_is_one_person(store):
    rows = "\n".join(f"{number} | {name} | info@x.com | 2026-01-01 | 1" for number, name in enumerate("ABCDE"))
    store.fill("orders", "order_id | customer_name | email | ordered_at | revenue_amount\n" + rows)
    store.open()
    assert len(set(people_of(store, "orders", "order_id").values())) == 1


def test_a_lead_that_became_a_customer_is_one_person_from_touch_to_order(store):
    store.fill("customers", "customer_id | name\n c1 | Ann Lee")
    store.fill("leads", "lead_id | name | created_at | customer_id\n l1 | Lee | 2026-01-01 | c1")
    store.fill("touches", "person | happened_at | path\n l1 | 2026-01-01 | ads\n c1 | 2026-01-02 | ads")
    store.fill("deals", "deal_id | name | lead_id | owner | stage_name\n d1 | Roof | l1 | Bob | Won")
    store.fill("interactions", "deal_id | happened_at\n d1 | 2026-01-03")
    store.fill("stage_changes", "deal_id | stage_name | entered_at\n d1 | Won | 2026-01-03")
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\n 1 | c1 | 2026-01-04 | 10")
    store.open()
    for table in ("leads", "touches", "deals", "interactions", "stage_changes", "orders"):
        assert store.connection.execute(f"select distinct person_key from {table}").fetchall() == [(1,)], table
    assert store.connection.execute("select count(*) from people").fetchall() == [(1,)]


def test_an_id_that_both_files_use_means_the_kind_that_the_column_means(store):
    store.fill("customers", "customer_id | name\n 1 | Ann\n 2 | Bob")
    store.fill("leads", "lead_id | name | created_at\n 2 | Cid | 2026-01-01\n 3 | Dan | 2026-01-01")
    store.fill("touches", "person | happened_at | path\n 2 | 2026-01-01 | ads\n 3 | 2026-01-01 | ads")
    store.open()
    leads, touches = people_of(store, "leads", "lead_id"), people_of(store, "touches", "person")
    assert touches == {"2": leads["2"], "3": leads["3"]}


def test_a_referral_knows_both_people(store):
    store.fill("customers", "customer_id | name | email\n c1 | Ann Lee | ann@x.com")
    store.fill("leads", "lead_id | name | email | created_at\n l1 | Bob Ray | bob@x.com | 2026-01-01")
    store.fill("referrals", "referrer | referred | lead_id\n Ann Lee | bob@x.com |\n ann@x.com | Robert | l1")
    store.open()
    found = store.connection.execute("select referrer_person_key, referred_person_key from referrals").fetchall()
    assert found == [(1, 2), (1, 2)]


def test_every_order_has_a_person_and_no_money_is_lost(store):
    store.fill("customers", "customer_id | name | email | phone\n c1 | Ann | a@x.com | 5551234567\n c1 | Ann | |")
    store.fill(
        "orders",
        """
        order_id | customer_id | customer_name | email   | phone      | ordered_at | revenue_amount
        1        | c1          |               |         |            | 2026-01-01 | 1.01
        2        |             | Ann           | A@x.com |            | 2026-01-01 | 2.02
        3        |             |               |         | 5551234567 | 2026-01-01 | 4.04
        4        |             |               |         |            | 2026-01-01 | 8.08
        5        | zz          | O'Brien       |         |            | 2026-01-01 | 16.16
        6        |             | NULL Ltd      |         | 000        | 2026-01-01 | 32.32
        7        |             |               | x       |            | 2026-01-01 | -64.64
        """,
    )
    store.open_whole()
    total = "select sum(revenue_amount), count(*) from "
    before = store.connection.execute(total + "canonical.orders").fetchone()
    assert store.connection.execute(total + "orders").fetchone() == before
    for summary, rows in (("customer_totals", "sum(row_count)"), ("customer_days", "count(*)")):
        kept = store.connection.execute(f"select sum(revenue_amount), {rows} from {summary}").fetchone()
        assert kept == before, summary
    assert before[0] == Decimal("-1.01")


def test_rows_that_name_nobody_belong_to_person_zero_who_has_no_name(store):
    store.fill("orders", "order_id | ordered_at | revenue_amount\n 1 | 2026-01-01 | 5")
    store.open_whole()
    assert store.connection.execute("select person_key, name from customer_totals").fetchall() == [(0, None)]


def test_a_customer_id_that_the_file_repeats_is_one_person_once(store):
    store.fill("customers", "customer_id | name | city\n c1 | Ann | Hull\n c1 | Ann Lee | Hull")
    store.open()
    assert store.connection.execute("select person_key, customer_id from people").fetchall() == [(1, "c1")]


def test_people_are_numbered_alike_whatever_the_order_of_rows(store):
    store.fill("customers", "customer_id | name\n c2 | Bob\n c1 | Ann")
    store.fill("leads", "lead_id | name | created_at\n l1 | Cid | 2026-01-01")
    store.open()
    rows = store.connection.execute("select person_key, coalesce(customer_id, lead_id) from people").fetchall()
    assert rows == [(1, "c1"), (2, "c2"), (3, "l1")]


def test_a_won_deal_makes_a_customer(store):
    deals = "deal_id | name | email | owner | stage_name | is_won\n d1 | Roof | a@x.com | Bob | Won | true"
    store.fill("deals", deals + "\n d2 | Flat | b@x.com | Bob | Open | false")
    store.open()
    rows = store.connection.execute("select email, is_customer from people order by email").fetchall()
    assert rows == [("a@x.com", True), ("b@x.com", False)]


def test_a_contact_of_a_sales_tool_with_deals_and_none_won_is_no_customer_yet(store):
    store.fill(
        "customers",
        """
        customer_id | name | email
        p1          | Ann  | ann@x.com
        p2          | Ben  | ben@x.com
        p3          | Cid  | cid@x.com
        p4          | Dan  | dan@x.com
        """,
    )
    store.fill(
        "deals",
        """
        deal_id | name | customer_id | owner | amount | stage_name | is_won | is_lost
        1       | Roof | p1          | Sam   | 100    | Quote      | false  | false
        2       | Roof | p2          | Sam   | 100    | Quote      | true   | false
        3       | Roof | p3          | Sam   | 100    | Quote      | false  | false
        """,
    )
    store.fill(
        "orders",
        """
        order_id | customer_id | ordered_at | revenue_amount
        1        | p3          | 2026-01-05 | 100
        """,
    )
    rows = store.open() and store.connection.execute("select email, is_customer from people order by email").fetchall()
    assert rows == [("ann@x.com", False), ("ben@x.com", True), ("cid@x.com", True), ("dan@x.com", True)]


def of_two_files(store, one: str, other: str) -> None:
    """Two customers with one e-mail, each from a file of its own."""
    store.fill("customers", f"customer_id | name | email\n c1 | {one} | a@x.com\n c2 | {other} | a@x.com")
    store.connection.execute("update canonical.customers set upload_id = customer_id")
    store.open()


def test_two_firms_with_the_e_mail_of_one_bookkeeper_are_asked_about(store):
    of_two_files(store, "Ann Bakery", "Bob Garage Ltd")
    assert people_of(store, "customers", "customer_id") == {"c1": 1, "c2": 2}
    assert proposals(store) == [(1, 2, "same e-mail, another name")]


@pytest.mark.parametrize("name", ["Bakery, Ann", "A. Bakery", "AnnBakery GmbH", "Bäckerei Ann"])
def test_one_e_mail_and_a_name_written_otherwise_is_one_customer(store, name):
    of_two_files(store, "Ann Bakery", name)
    assert people_of(store, "customers", "customer_id") == {"c1": 1, "c2": 1}


def test_two_leads_of_one_phone_and_other_names_are_asked_about(store):
    leads = "\n l1 | Ann Lee | 030 1234567 | 2026-01-01\n l2 | Bob Moor | 030 1234567 | 2026-01-01"
    store.fill("leads", f"lead_id | name | phone | created_at{leads}")
    store.open()
    assert people_of(store, "leads", "lead_id") == {"l1": 1, "l2": 2}
    assert proposals(store) == [(1, 2, "same phone, another name")]


def of_orders_alone(store, *buyers: str) -> dict:
    """Orders without customer numbers: name | email | phone of each; the person of each e-mail."""
    lines = "".join(f"\n o{place} | {buyer} | 2026-01-0{place + 1} | 100" for place, buyer in enumerate(buyers))
    store.fill("orders", f"order_id | customer_name | email | phone | ordered_at | revenue_amount{lines}")
    store.open()
    rows = store.connection.execute("select order_id, person_key from orders order by order_id").fetchall()
    return dict(rows)


def test_two_buyers_without_a_number_and_with_one_phone_are_asked_about_when_their_names_differ(store):
    found = of_orders_alone(
        store,
        "Frank Carver | f@x.com | 555 010 1234",
        "Xena Zimmer | z@x.com | 555 010 1234",
        "Mill Church | | 5550101234",
    )
    assert len(set(found.values())) == 3
    assert {why for *_, why in proposals(store)} == {"same phone, another name"}


def test_two_names_behind_one_phone_and_no_e_mail_are_asked_about(store):
    found = of_orders_alone(store, "Frank Carver | | 555 010 1234", "Xena Zimmer | | 5550101234")
    assert len(set(found.values())) == 2
    assert {why for *_, why in proposals(store)} == {"same phone, another name"}


def test_two_names_behind_one_phone_stay_apart_where_some_orders_name_nobody(store):
    found = of_orders_alone(store, "Frank Carver | | 555 010 1234", " | | 555 010 1234", "Xena Zimmer | | 5550101234")
    assert found["o0"] != found["o2"]


@pytest.mark.parametrize("name", ["Carver, Frank", "F. Carver", "Frank  Carver", "Frank Carver Ltd"])
def test_one_name_written_two_ways_behind_one_phone_is_one_person(store, name):
    found = of_orders_alone(store, "Frank Carver | | 555 010 1234", f"{name} | | 555 010 1234", "| | 5550101234")
    assert len(set(found.values())) == 1


@pytest.mark.parametrize("name", ["Carver, Frank", "F. Carver", "f@x.com", "555 010 1234"])
def test_a_buyer_without_a_number_is_one_person_however_the_name_is_written(store, name):
    found = of_orders_alone(store, "Frank Carver | f@x.com | 555 010 1234", f"{name} | | 555 010 1234")
    assert len(set(found.values())) == 1


def test_a_lead_is_the_firm_that_it_writes_for(store):
    store.fill("customers", "customer_id | name | email\n c1 | Moor Ltd | info@moor.com")
    store.fill("leads", "lead_id | name | email | created_at\n l1 | Ann Lee | info@moor.com | 2026-01-01")
    store.open()
    assert people_of(store, "leads", "lead_id") == {"l1": 1}


def test_a_firm_that_orders_keeps_its_name_beside_its_contact(store):
    store.fill(
        "leads",
        "lead_id | name | company | email | created_at\n l1 | Ned Jones | Delta Plastics | ned@d.example | 2026-01-05",
    )
    order = "o1 | DELTA Plastics | ned@d.example | 2026-02-05 | 10"
    store.fill("orders", f"order_id | customer_name | email | ordered_at | revenue_amount\n {order}")
    people = store.open().rows("select name, company, is_customer from people where person_key > 0", {})
    assert people.values.tolist() == [["DELTA Plastics", "Delta Plastics", True]]


def test_of_four_leads_of_one_address_and_two_names_there_are_two_people(store):
    names = ("Bob Moor", "Ann Lee", "Bob Moor", "Ann Lee")
    leads = "".join(f"\n l{place} | {name} | info@x.com | 2026-01-01" for place, name in enumerate(names))
    store.fill("leads", f"lead_id | name | email | created_at{leads}")
    store.open()
    found = people_of(store, "leads", "lead_id")
    assert found["l0"] == found["l2"] != found["l1"] == found["l3"]
    assert proposals(store) == [(1, 2, "same e-mail, another name")]


@pytest.mark.parametrize("instead", ["info@x.com", "l2"])
def test_what_stands_in_for_a_name_is_nobody_else(store, instead):
    leads = f"\n l1 | Ann Lee | info@x.com | 2026-01-01\n l2 | {instead} | info@x.com | 2026-01-02"
    store.fill("leads", f"lead_id | name | email | created_at{leads}")
    store.open()
    assert people_of(store, "leads", "lead_id") == {"l1": 1, "l2": 1}


def test_joining_thousands_under_one_address_takes_no_longer_because_two_others_are_strangers(store):
    leads = "".join(f"\n w{place} | Walk In | walk@x.com | 2026-01-01" for place in range(3000))
    strangers = "\n l1 | Ann Lee | info@x.com | 2026-01-01\n l2 | Bob Moor | info@x.com | 2026-01-01"
    store.fill("leads", f"lead_id | name | email | created_at{leads}{strangers}")
    started = process_time()
    store.open()
    assert len(set(people_of(store, "leads", "lead_id").values())) == 3
    # Every pair of them compared took some 5 s more.
    assert process_time() - started < 8


def of_a_company(store, *contacts: str, firms: str = "c1 | Moor Ltd | info@moor.com") -> list:
    """Accounts `customer_id | name | email`, contacts `name | company | email` without an id; what is asked."""
    store.fill("customers", f"customer_id | name | email\n {firms}")
    leads = "".join(f"\n l{place} | {contact} | 2026-01-01" for place, contact in enumerate(contacts))
    store.fill("leads", f"lead_id | name | company | email | created_at{leads}")
    store.open()
    return [why for *_, why in proposals(store)]


def test_a_contact_is_asked_about_with_the_customer_called_like_its_company(store):
    assert of_a_company(store, "Ann Lee | Moor | ann@moor.com", "Bob Hill | Hill & Co | b@h.com") == [
        "company of the same name"
    ]
    assert people_of(store, "leads", "lead_id")["l0"] != people_of(store, "customers", "customer_id")["c1"]


@pytest.mark.parametrize(
    ("contacts", "firms"),
    [
        (["Ann Lee | Moor | info@moor.com"], "c1 | Moor Ltd | info@moor.com"),
        (["Ann Lee | Moor | ann@moor.com"], "c1 | Moor Ltd | a@x.com\n c2 | Moor GmbH | b@y.com"),
        ([f"Ann{number} Lee{number} | Moor | ann{number}@moor.com" for number in range(5)], "c1 | Moor Ltd | a@x.com"),
    ],
    ids=["joined by their e-mail", "two firms of that name", "more contacts than anybody reads"],
)
def test_a_contact_is_not_asked_about(store, contacts, firms):
    assert "company of the same name" not in of_a_company(store, *contacts, firms=firms)


def test_of_several_things_that_two_share_the_one_believed_most_is_asked_about_with_its_own_records(store):
    """Two proposals for one pair of people: the kind of one record never stands with the key of another."""
    store.fill("customers", "customer_id | name | email\n c1 | Ann Lee | a@x.com\n c2 | Bob Moor | b@x.com")
    opened = store.open()
    for reason, kind, ref in (("same name, another e-mail", 5, "ann lee"), ("same phone, another name", 6, "d9")):
        store.connection.execute("insert into match_proposals values (1, 2, ?, ?, ?, 1, 'c2')", [reason, kind, ref])
    row = ask(opened, "people/possible_matches").rows.iloc[0]
    assert row[["reason", "one_kind", "one_ref"]].tolist() == ["same phone, another name", 6, "d9"]

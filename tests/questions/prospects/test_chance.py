"""The chance of a first sale as a version holds it: learned from what was known when a lead came in, nothing else."""

import random

import pytest

from analytics.store import Store
from tests.filled import FilledStore

# Names of which the card knows nothing.
PATHS = {"Alpha": 0.8, "Beta": 0.1, "Gamma": 0.3}


def leads(store: FilledStore, count: int, leak: bool = False, signal: bool = True) -> FilledStore:
    """Leads over two years, of whom so many bought a month later as their path says, and one new lead of each path.

    leak : also give away who bought, in every column that is filled in afterwards.
    """
    chance = random.Random(7)
    names = "lead_id|name|created_at|path|need|willingness|resources|status|estimated_amount|email"
    rows, deals, orders = [names], ["deal_id|name|lead_id|owner|stage_name|amount|opened_at"], []
    # A customer list tells of buyers only; touches and introductions of later days tell who went on.
    customers = ["customer_id|name|email|industry|site_count|path"]
    touches = ["person|happened_at|path|link|action"]
    for number in range(count):
        path = chance.choice(sorted(PATHS))
        bought = chance.random() < (PATHS[path] if signal else 0.3)
        month = number * 24 // max(count, 1)
        day = f"{2023 + month // 12}-{month % 12 + 1:02}"
        told = ("yes|yes|yes|won|9999|" if bought else "no|no|no|lost|1|") if leak else "||||| "
        rows.append(f"l{number}|Lead {number}|{day}-05|{path}|{told}l{number}@x.example")
        if leak:
            deals.append(f"d{number}|Deal|l{number}|Ann|{'Negotiation' if bought else 'New'}|5|{day}-07")
            touches.append(f"l{number}|{day}-09|{'Talks' if bought else 'Silence'}|{'ask' if bought else 'no'}|called")
        if leak and bought:
            customers.append(f"c{number}|Lead {number}|l{number}@x.example|Buyers|9|Buyers")
        if bought:
            orders.append(f"o{number}|l{number}@x.example|{day}-25|100")
    rows += [f"n{path}|New {path}|2026-06-01|{path}||||||n{path}@x.example" for path in PATHS]
    store.fill("leads", "\n".join(rows))
    store.fill("orders", "\n".join(["order_id|email|ordered_at|revenue_amount", *orders, "z|z@x.example|2026-06-30|1"]))
    if not leak:
        return store
    tables = {"deals": deals, "customers": customers, "touches": touches}
    for table, lines in tables.items():
        store.fill(table, "\n".join(lines))
    return store


def chances(opened: Store) -> dict[str, float]:
    rows = opened.rows(
        "select prospects.name, look_chances.* from prospects"
        " inner join look_chances on prospects.look_key = look_chances.look_key where prospects.lead_id like 'n%'",
        {},
    )
    return dict(zip(rows["name"], rows["win_rate"], strict=True))


def test_the_chance_follows_what_happened_to_leads_of_the_same_path(store):
    opened = leads(store, 600).open()
    found = chances(opened)
    assert found["New Alpha"] == pytest.approx(0.8, abs=0.08)
    assert found["New Beta"] == pytest.approx(0.1, abs=0.08)
    verdict = opened.rows("select way, is_used, is_shown, case_count from sale_verdict where is_used", {})
    assert verdict.values.tolist() == [["regression", True, True, 600]]


def test_columns_that_give_the_outcome_away_are_not_used(store):
    other = FilledStore()
    leaking, blind = leads(other, 300, leak=True).open(), leads(store, 300).open()
    assert chances(leaking) == chances(blind)
    rows, expected = (each.rows("select * from sale_cases order by all", {}) for each in (leaking, blind))
    other.close()
    # What a model that one column helps little does not show, the cases do.
    assert rows.equals(expected)
    assert not {"need", "willingness", "resources", "status", "amount", "stage_name", "contact", "warmth"} & set(rows)


@pytest.mark.parametrize("count", [0, 5, 40])
def test_with_few_leads_no_chance_may_be_shown(store, count):
    verdict = leads(store, count).open().rows("select is_shown from sale_verdict", {})
    assert verdict["is_shown"].tolist() == [False] * 3


def test_without_any_signal_everybody_has_the_same_chance(store):
    opened = leads(store, 400, signal=False).open()
    assert len(set(chances(opened).values())) == 1
    assert opened.rows("select way from sale_verdict where is_used", {})["way"].tolist() == ["everybody"]

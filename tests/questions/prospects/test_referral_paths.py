"""Who came by a path of introductions was sent by somebody: nobody is asked what the file says already."""

import pytest


def told(store, leads: str) -> dict[str, str | None]:
    """Name of each lead to whether somebody sent them."""
    rows = store.fill("leads", leads).open().rows("select name, referral from lead_states", {})
    return {
        row["name"]: row["referral"] if isinstance(row["referral"], str) else None for row in rows.to_dict("records")
    }


@pytest.mark.parametrize(
    "path",
    [
        "Referral",
        "referred by a friend",
        "Word of mouth",
        "Empfehlung",
        "Bouche-à-oreille",
        "Recomendación",
        "Aanbeveling",
    ],
)
def test_a_path_says_so_in_five_languages(store, path):
    leads = f"lead_id | name | created_at | path\n 1 | Ann | 2026-01-02 | {path}\n 2 | Bob | 2026-01-02 | Ads"
    assert told(store, leads) == {"Ann": "referred", "Bob": "not referred"}


def test_of_whoever_has_no_path_it_is_unknown_where_only_paths_tell(store):
    leads = "lead_id | name | created_at | path\n 1 | Ann | 2026-01-02 | Referral\n 2 | Bob | 2026-01-02 |"
    assert told(store, leads) == {"Ann": "referred", "Bob": None}


@pytest.mark.parametrize(
    "path", ["Not referred", "Introductory offer", "Web referrer", "Website referral", "Recommender ads"]
)
def test_a_name_that_only_sounds_like_it_says_nothing(store, path):
    leads = f"lead_id | name | created_at | path\n 1 | Ann | 2026-01-02 | {path}\n 2 | Bob | 2026-01-02 | Ads"
    assert told(store, leads) == {"Ann": None, "Bob": None}


def test_paths_without_any_introduction_say_nothing_about_it(store):
    leads = "lead_id | name | created_at | path\n 1 | Ann | 2026-01-02 | Events\n 2 | Bob | 2026-01-02 | Ads"
    assert told(store, leads) == {"Ann": None, "Bob": None}


def test_a_customer_of_such_a_path_was_sent_by_somebody_too(store):
    store.fill("customers", "customer_id | name | path\n c1 | Ann | Empfehlung\n c2 | Bob | Messe")
    store.fill(
        "orders",
        "order_id | customer_id | ordered_at | revenue_amount\n 1 | c1 | 2026-01-02 | 5\n 2 | c2 | 2026-01-02 | 5",
    )
    rows = store.open().rows("select path, referral from customer_starts order by path", {})
    assert rows.values.tolist() == [["Empfehlung", "referred"], ["Messe", "not referred"]]

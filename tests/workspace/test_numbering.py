"""Two tools that both count from 1: nothing is replaced before somebody said whose numbers they are."""

from pathlib import Path

import pytest

from analytics.ingest.recognise.choice import Choice
from analytics.workspace import Workspace

HEADER = "Order no,Customer,E-mail,Order date,Amount\n"
SHOP = HEADER + "".join(f"{n},Ann {n},ann{n}@x.example,2026-01-{n + 9},{n * 100}.00\n" for n in range(1, 7))
TILL = HEADER + "".join(f"{n},Bob {n},bob{n}@y.example,2026-03-{n + 9},{n * 7}.50\n" for n in range(1, 7))
# The first file once more, a month later: one order was corrected, two are new.
SHOP_LATER = SHOP.replace(",100.00", ",120.00") + "".join(
    f"{n},Ann {n},ann{n}@x.example,2026-02-{n + 2},{n * 100}.00\n" for n in (7, 8)
)


@pytest.fixture
def load(tmp_path: Path):
    workspace = Workspace(tmp_path / "workspace")

    def loaded(**files: str) -> list:
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return workspace.load([(f"{name}.csv", tmp_path / f"{name}.csv") for name in files])

    loaded.workspace = workspace
    return loaded


def _orders(load) -> list[str]:
    rows = load.workspace.store().rows("select order_id from orders order by ordered_at, order_id", {})
    return rows["order_id"].tolist()


def test_orders_of_another_tool_wait_for_an_answer_and_replace_nothing(load):
    load(shop=SHOP)
    (told,) = load(till=TILL)
    assert told.choices_needed == ("numbering",)
    assert told.error["what"] == (
        "6 order numbers of 'till.csv' are in 'shop.csv' too, 6 of them with another day and another amount. "
        "They look like the numbers of another tool."
    )
    assert (told.rows_in, told.rows_used, told.set_aside) == (6, 0, {"not_loaded": 6})
    assert _orders(load) == ["1", "2", "3", "4", "5", "6"]


def test_the_owner_names_the_tool_and_both_count_also_in_later_files_of_it(load):
    load(shop=SHOP)
    (told,) = load(till=TILL.replace("Amount", "Amount (EUR)"))
    (told,) = load.workspace.remap(told, Choice(numbering="Till"))
    assert told.error is None and told.rows_used == 6
    assert "numbered_apart" in {warned.code for warned in told.warnings}
    assert _orders(load) == [*"123456", *(f"Till/{n}" for n in range(1, 7))]
    # The next export of the till has the same columns: it is not asked about, and changes its own rows.
    (later,) = load(april=TILL.replace("Amount", "Amount (EUR)").replace(",7.50", ",9.00"))
    assert later.rows_changed == {"new": 0, "changed": 1, "unchanged": 5}
    assert len(_orders(load)) == 12


def test_the_owner_says_that_they_are_the_same_orders_and_they_are_replaced(load):
    load(shop=SHOP)
    (told,) = load(till=TILL)
    (same, *_) = load.workspace.remap(told, Choice(numbering=""))
    assert same.error is None
    assert _orders(load) == ["1", "2", "3", "4", "5", "6"]
    assert load.workspace.store().rows("select min(revenue_amount) as a from orders", {})["a"][0] == 7.5


def test_a_corrected_and_longer_export_is_not_asked_about(load):
    load(shop=SHOP)
    (told,) = load(later=SHOP_LATER)
    assert told.error is None and told.rows_changed == {"new": 2, "changed": 1, "unchanged": 5}


def test_two_tools_dropped_at_once_are_asked_about_too(load):
    first, second = load(shop=SHOP, till=TILL)
    assert first.error is None and second.choices_needed == ("numbering",)


def test_customers_of_another_list_with_the_same_numbers_do_not_become_each_other(load):
    names = "Customer no,Name,E-mail\n"
    load(one=names + "1,Ann,a@x.example\n2,Bob,b@x.example\n3,Cyd,c@x.example\n")
    (told,) = load(two=names + "1,Dan,d@y.example\n2,Eve,e@y.example\n3,Fay,f@y.example\n")
    assert told.choices_needed == ("numbering",)
    assert "with another name and another e-mail" in told.error["what"]

"""What people choose and write down: kept whatever else happens, and both or neither where a version goes with it."""

from datetime import datetime
from threading import Thread

import pytest

from analytics.errors import ChoiceError, WorkspaceError
from analytics.workspace import Chosen, Entry, Workspace
from analytics.workspace.choices import shipped
from analytics.workspace.deciding import choose, decide, take_back
from analytics.workspace.decisions import Decision

AT = datetime(2026, 3, 1, 9, 30)
ORDERS = """
    order_id,customer_id,name,ordered_at,revenue_amount
    o1,c1,Ann Archer,2026-01-10,700
    o2,c2,Ben Baker,2026-02-10,150
"""


def _limit(workspace: Workspace, name: str) -> float:
    rows = workspace.store().rows("select value from cut_offs where name = $name", {"name": name})
    return float(rows["value"].iloc[0])


def _with(rows: list[dict], name: str, value: str) -> list[dict]:
    return [row | {"value": value} if row["name"] == name else row for row in rows]


def _notes(workspace: Workspace) -> list[tuple]:
    rows = workspace.store().rows("select person_key, kind, note from entries order by entry_id", {})
    return [tuple(row) for row in rows.itertuples(index=False)]


def test_a_limit_that_the_owner_moved_counts_in_the_next_version_and_in_those_after_it(workspace, load):
    load("orders.csv", ORDERS)
    assert _limit(workspace, "quiet_gaps") == 2
    choose(workspace, Chosen("cut_offs", _with(shipped("cut_offs"), "quiet_gaps", "3.5"), "Olga", AT))
    assert _limit(workspace, "quiet_gaps") == 3.5
    load("orders-march.csv", "order_id,customer_id,name,ordered_at,revenue_amount\no3,c1,Ann Archer,2026-03-10,80")
    assert _limit(workspace, "quiet_gaps") == 3.5
    assert [(each.table_name, each.written_by, each.written_at) for each in workspace.chosen()] == [
        ("cut_offs", "Olga", AT)
    ]
    assert [version.reason for version in workspace.versions()] == ["load", "choice", "load"]


def test_the_table_as_shipped_comes_back_when_the_owner_asks_for_it(workspace, load):
    load("orders.csv", ORDERS)
    choose(workspace, Chosen("cut_offs", _with(shipped("cut_offs"), "quiet_gaps", "9"), "Olga", AT))
    choose(workspace, Chosen("cut_offs", None, "Olga", AT))
    assert _limit(workspace, "quiet_gaps") == 2


def test_a_limit_that_a_newer_gleaner_added_is_there_beside_the_owners_own(workspace, load):
    load("orders.csv", ORDERS)
    # The owner's table was kept before there was any other limit.
    only = [row for row in shipped("cut_offs") if row["name"] == "quiet_gaps"]
    choose(workspace, Chosen("cut_offs", _with(only, "quiet_gaps", "4"), "Olga", AT))
    assert _limit(workspace, "quiet_gaps") == 4
    assert _limit(workspace, "usual_days_nurturing") == 30


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        ("cut_offs", {"value": "many"}, "Row 2, value: 'many' is not a number."),
        ("score_points", {"points": "2.5"}, "Row 2, points: '2.5' is not a whole number."),
        ("stages", {"is_won": "perhaps"}, "Row 2, is won: 'perhaps' is not true or false."),
        ("path_links", {"link": " "}, "Row 2, link: it is empty."),
    ],
)
def test_a_cell_that_cannot_be_used_is_named_and_nothing_changes(workspace, load, table, change, told):
    load("orders.csv", ORDERS)
    rows = shipped(table)
    rows[1] = rows[1] | change
    with pytest.raises(ChoiceError) as refused:
        choose(workspace, Chosen(table, rows, "Olga", AT))
    assert refused.value.what == told
    assert workspace.chosen() == [] and len(workspace.versions()) == 1


def test_a_choice_whose_version_could_not_be_made_is_not_kept_either(workspace, load, monkeypatch):
    load("orders.csv", ORDERS)

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analytics.workspace.load.build", fail)
    with pytest.raises(WorkspaceError, match="disk is full"):
        choose(workspace, Chosen("cut_offs", _with(shipped("cut_offs"), "quiet_gaps", "9"), "Olga", AT))
    assert workspace.chosen() == [] and _limit(workspace, "quiet_gaps") == 2


def test_what_is_written_about_a_customer_is_read_at_once_and_stays_with_them_over_new_uploads(workspace, load):
    load("orders.csv", ORDERS)
    assert _notes(workspace) == []
    about = workspace.store().reference(int(_key(workspace, "c2")))
    assert about == ("customers", "c2")
    workspace.diary.write(Entry("talked", "Olga", AT, *about, note="Wants a gutter"))
    assert _notes(workspace) == [(_key(workspace, "c2"), "talked", "Wants a gutter")]
    # Another customer comes first now, so that the keys of the version are others; another process reads it.
    load("orders-march.csv", "order_id,customer_id,name,ordered_at,revenue_amount\no0,a0,Abe Able,2026-03-10,80")
    again = Workspace(workspace.path, reader=lambda *_: None)
    assert _notes(again) == [(_key(again, "c2"), "talked", "Wants a gutter")]


def test_what_was_taken_back_is_not_read_any_more_and_is_taken_back_once(workspace, load):
    load("orders.csv", ORDERS)
    first, second = workspace.diary.write(Entry("sent", "Olga", AT), Entry("sent", "Olga", AT))
    assert workspace.diary.undo([first], "Paul", AT) == 1
    assert workspace.diary.undo([first], "Paul", AT) == 0
    assert [entry.entry_id for entry in workspace.diary.entries()] == [second]
    assert len(_notes(workspace)) == 1


def test_of_what_two_people_write_at_once_nothing_is_lost(workspace, load):
    load("orders.csv", ORDERS)

    def write(name: str) -> None:
        for number in range(20):
            workspace.diary.write(Entry("note", name, AT, note=str(number)))

    both = [Thread(target=write, args=(name,)) for name in ("Olga", "Paul")]
    for each in both:
        each.start()
    for each in both:
        each.join()
    kept = [(entry.written_by, entry.note) for entry in workspace.diary.entries()]
    assert sorted(kept) == sorted((name, str(number)) for name in ("Olga", "Paul") for number in range(20))


def test_before_anything_is_loaded_there_is_nobody_to_write_about(workspace):
    assert workspace.diary.entries() == [] and workspace.diary.revision() == 0
    with pytest.raises(WorkspaceError, match="nobody to write about"):
        workspace.diary.write(Entry("sent", "Olga", AT))


def test_a_version_that_an_older_gleaner_made_is_made_anew_when_it_is_opened(workspace, load, monkeypatch):
    monkeypatch.setattr("analytics.workspace.publish.made_by", lambda: "an older one")
    load("orders.csv", ORDERS)
    monkeypatch.undo()
    assert workspace.store().version == 2
    assert [version.reason for version in workspace.versions()] == ["load", "rebuild"]
    assert workspace.store().row_counts["orders"] == 2 and len(workspace.versions()) == 2


TWO_LISTS = {
    "customers.csv": "customer_id,name,email\nc1,Jan Smit,jan@x.example\nc2,Zoe Zed,zoe@x.example",
    "leads.csv": """
        lead_id,name,email,created_at
        l1,Jan Smit,jan@y.example,2026-01-05
        l2,Z. Zed,zoe@x.example,2026-01-06
    """,
}
WHO = ("Olga", AT)


def _people(workspace: Workspace) -> list[tuple]:
    rows = workspace.store().rows("select customer_id, lead_id from people order by person_key", {})
    return [tuple(row) for row in rows.astype(object).where(rows.notna(), None).to_numpy()]


def _pair(workspace: Workspace, table: str) -> list[tuple]:
    wanted = f"select one_kind, one_ref, other_kind, other_ref from {table} order by one_ref"
    return [tuple(row) for row in workspace.store().rows(wanted, {}).to_numpy(object)]


def test_two_records_that_somebody_calls_one_person_are_one_until_that_is_taken_back(workspace, load):
    for name, text in TWO_LISTS.items():
        load(name, text)
    assert _people(workspace) == [("c1", None), ("c2", "l2"), (None, "l1")]
    (pair,) = _pair(workspace, "match_proposals")
    assert pair == (1, "c1", 2, "l1")
    decide(workspace, [Decision(*pair, is_same=True)], WHO)
    assert _people(workspace) == [("c1", "l1"), ("c2", "l2")]
    assert _pair(workspace, "match_proposals") == []
    take_back(workspace, workspace.diary.entries(), WHO)
    assert _people(workspace) == [("c1", None), ("c2", "l2"), (None, "l1")]
    assert [version.reason for version in workspace.versions()] == ["load", "load", "match", "match"]


def test_two_people_are_not_proposed_again_and_stay_apart_after_the_next_upload(workspace, load):
    for name, text in TWO_LISTS.items():
        load(name, text)
    (pair,) = _pair(workspace, "match_proposals")
    decide(workspace, [Decision(*pair, is_same=False)], WHO)
    assert _pair(workspace, "match_proposals") == []
    # Now even the e-mail is the same, which would make them one person.
    load("leads-march.csv", "lead_id,name,email,created_at\nl1,Jan Smit,jan@x.example,2026-01-05")
    assert (None, "l1") in _people(workspace) and ("c1", None) in _people(workspace)


def test_a_person_that_a_shared_e_mail_made_can_be_split_again(workspace, load):
    for name, text in TWO_LISTS.items():
        load(name, text)
    (pair,) = _pair(workspace, "match_merges")
    assert pair == (1, "c2", 2, "l2")
    decide(workspace, [Decision(*pair, is_same=False)], WHO)
    assert _people(workspace) == [("c1", None), ("c2", None), (None, "l1"), (None, "l2")]


def test_a_decision_that_no_version_could_follow_is_not_kept(workspace, load, monkeypatch):
    for name, text in TWO_LISTS.items():
        load(name, text)
    (pair,) = _pair(workspace, "match_proposals")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analytics.workspace.load.build", fail)
    with pytest.raises(WorkspaceError, match="disk is full"):
        decide(workspace, [Decision(*pair, is_same=True)], WHO)
    assert workspace.diary.entries() == []


def test_a_decision_about_records_that_are_gone_changes_nothing(workspace, load):
    for name, text in TWO_LISTS.items():
        load(name, text)
    (pair,) = _pair(workspace, "match_proposals")
    decide(workspace, [Decision(*pair, is_same=True)], WHO)
    leads = next(each for each in workspace.uploads() if each.name == "leads.csv")
    workspace.undo(leads.upload_id)
    assert _people(workspace) == [("c1", None), ("c2", None)]


def _key(workspace: Workspace, customer_id: str) -> int:
    return (
        workspace.store().rows("select person_key from people where customer_id = $id", {"id": customer_id}).iloc[0, 0]
    )

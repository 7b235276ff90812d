"""Records that were joined, and what was decided so far: both can be taken back."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.workspace.deciding import take_back
from analytics.workspace.decisions import DIFFERENT, SAME
from analytics.workspace.records import Entry
from pages.ui import session
from pages.ui.match_table import NOTHING, counted, deciding, edit, offer

JOINED = "people/joined_records"
ONE, TWO = "One person", "Two people"
NAMED_BY = {"customers": "customer", "leads": "lead", "deals": "deal"}


def show_joined() -> None:
    """What was joined without asking, folded away, to be taken apart."""
    shown = session.shown(JOINED)
    if not len(shown.rows):
        return
    fold = st.expander(labels.markdown(shown.headline), key="joined", on_change="rerun", icon=":material/join:")
    if not fold.open:
        return
    with fold:
        st.caption("Joined because they share what is written under Reason. Tick what is wrong; it can be taken back.")
        rows = shown.rows
        asked = rows[["name", "reason", "one_record", "other_record"]].copy()
        asked.insert(0, "take_apart", False)
        said = edit(asked, "take_apart", st.column_config.CheckboxColumn("Take apart"), "joined")
        chosen = rows[said["take_apart"].to_numpy(dtype=bool)]
        label = f"Take {counted(len(chosen), 'pair')} apart" if len(chosen) else NOTHING
        offer(label, len(chosen), deciding(chosen, False), "joined")


def show_decided() -> None:
    """What people answered so far, the newest first."""
    said = [entry for entry in session.workspace().diary.entries() if entry.kind in (SAME, DIFFERENT)]
    if not said:
        return
    fold = st.expander(f"{counted(len(said))} so far", key="decided", on_change="rerun", icon=":material/history:")
    if not fold.open:
        return
    with fold:
        newest = said[::-1]
        _offer_last(newest)
        listed = pd.DataFrame([_told(entry) for entry in newest])
        listed.insert(0, "take_back", False)
        ticked = edit(listed, "take_back", st.column_config.CheckboxColumn("Take back"), "decided")["take_back"]
        chosen = [entry for entry, is_ticked in zip(newest, ticked, strict=True) if is_ticked]
        label = f"Take {counted(len(chosen))} back" if chosen else NOTHING
        offer(label, len(chosen), _taking_back(chosen), "decided")


def _offer_last(newest: list[Entry]) -> None:
    """What was answered together is taken back together, in one click."""
    last = [entry for entry in newest if entry.written_at == newest[0].written_at]
    if len(last) > 1:
        offer(f"Take the last {len(last):,} back, answered together", len(last), _taking_back(last), "decided-last")


def _taking_back(entries: list[Entry]) -> Callable[[], None]:
    return lambda: take_back(session.workspace(), entries, (session.who(), session.now()))


def _told(entry: Entry) -> dict[str, object]:
    return {
        "answer": ONE if entry.kind == SAME else TWO,
        "names": entry.note or "",
        "one_record": f"{NAMED_BY.get(entry.source_table, entry.source_table)} {entry.source_ref}",
        "other_record": f"{NAMED_BY.get(entry.topic, entry.topic)} {entry.value}",
        "by": entry.written_by,
        "decided_at": entry.written_at,
    }

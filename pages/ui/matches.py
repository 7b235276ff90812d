"""One person or two: pairs to decide on, records that were joined, and what was decided so far."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from analytics.workspace.deciding import decide, take_back
from analytics.workspace.decisions import DIFFERENT, SAME, Decision
from analytics.workspace.records import Entry
from pages.ui import session
from pages.ui.answer import show
from pages.ui.columns import columns
from pages.ui.computed import show_how_computed
from pages.ui.lacking import show_error
from pages.ui.words import words

POSSIBLE, JOINED = "people/possible_matches", "people/joined_records"
ONE, TWO = "One person", "Two people"
COMPARED = ("name", "email", "phone", "city", "order_count", "revenue_amount")
NAMED_BY = {"customers": "customer", "leads": "lead", "deals": "deal"}


def show_matches() -> None:
    """Everything that can be said about who is whom; each part folded away while there is nothing in it."""
    if session.version() is None:
        show(POSSIBLE)
        return
    if problem := st.session_state.pop("match_problem", None):
        show_error(problem)
    try:
        _show_possible()
        _show_joined()
        _show_decided()
    except GleanerError as error:
        show_error(error)


def _show_possible() -> None:
    shown = session.shown(POSSIBLE)
    if not len(shown.rows):
        show(POSSIBLE)
        return
    st.header(labels.markdown(shown.headline), anchor=False)
    st.caption("Until you answer they count as two. Whatever you answer can be taken back below.")
    rows = shown.rows
    names = [f"{side}_{each}" for each in COMPARED for side in ("one", "other")]
    asked = rows[["reason", *names]].copy()
    asked.insert(0, "what_it_is", pd.Series([None] * len(rows), dtype="str"))
    asked = asked[["what_it_is", "one_name", "other_name", "reason", *names[2:]]]
    said = _edit(asked, "what_it_is", _answer_column(), "possible")
    answers = enumerate(said["what_it_is"])
    chosen = [_decision(rows.iloc[place], answer == ONE) for place, answer in answers if answer in (ONE, TWO)]
    _offer(f"Apply {_counted(len(chosen))}", len(chosen), _deciding(chosen), "possible")
    show_how_computed(shown.answer)


def _show_joined() -> None:
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
        said = _edit(asked, "take_apart", st.column_config.CheckboxColumn("Take apart"), "joined")
        chosen = [_decision(rows.iloc[place], False) for place, ticked in enumerate(said["take_apart"]) if ticked]
        _offer(f"Take {_counted(len(chosen), 'pair')} apart", len(chosen), _deciding(chosen), "joined")


def _show_decided() -> None:
    said = [entry for entry in session.workspace().diary.entries() if entry.kind in (SAME, DIFFERENT)]
    if not said:
        return
    fold = st.expander(f"{_counted(len(said))} so far", key="decided", on_change="rerun", icon=":material/history:")
    if not fold.open:
        return
    with fold:
        newest = said[::-1]
        listed = pd.DataFrame([_told(entry) for entry in newest])
        listed.insert(0, "take_back", False)
        ticked = _edit(listed, "take_back", st.column_config.CheckboxColumn("Take back"), "decided")["take_back"]
        chosen = [entry for entry, is_ticked in zip(newest, ticked, strict=True) if is_ticked]
        undo = lambda: take_back(session.workspace(), chosen, (session.who(), session.now()))  # noqa: E731
        _offer(f"Take {_counted(len(chosen))} back", len(chosen), undo, "decided")


def _edit(rows: pd.DataFrame, answer: str, column: object, place: str) -> pd.DataFrame:
    """The rows with one column that can be answered; a new version asks anew."""
    others = [name for name in rows.columns if name != answer]
    return st.data_editor(
        rows,
        column_config=columns(tuple(others)) | _sides(others) | {answer: column},
        disabled=others,
        hide_index=True,
        key=f"{place}-{session.version()}",
        placeholder="",
    )


def _answer_column() -> object:
    return st.column_config.SelectboxColumn("Your answer", options=[ONE, TWO], width=130, pinned=True)


def _sides(names: list[str]) -> dict[str, object]:
    """Labels that tell the two records of a row apart."""
    sides = {"one": "First", "other": "Second"}
    parts = {name: name.partition("_") for name in names if name.startswith(("one_", "other_"))}
    texts = {name: f"{sides[side]}: {words(what).lower()}" for name, (side, _, what) in parts.items()}
    return {name: _labelled(name, text) for name, text in texts.items()}


def _labelled(name: str, text: str) -> object:
    return columns((name,))[name] | {"label": text.replace(" amount", "").replace("order count", "orders")}


def _offer(label: str, count: int, act: Callable[[], None], place: str) -> None:
    """The button that does it; what it changes is worked out before the page is drawn again."""
    if not st.button(
        label if count else "Nothing chosen yet", disabled=not count, type="primary", key=f"{place}-apply"
    ):
        return
    with st.spinner("Matching people again and adding up ..."):
        try:
            act()
        except GleanerError as error:
            st.session_state["match_problem"] = error
    st.rerun()


def _deciding(chosen: list[Decision]) -> Callable[[], None]:
    return lambda: decide(session.workspace(), chosen, (session.who(), session.now()))


def _decision(row: pd.Series, is_same: bool) -> Decision:
    return Decision(int(row.one_kind), str(row.one_ref), int(row.other_kind), str(row.other_ref), is_same, _names(row))


def _names(row: pd.Series) -> str | None:
    """What the two are called: one name where both are called the same, or were one person so far."""
    told = [row.get(column) for column in ("one_name", "other_name", "name")]
    return " and ".join(dict.fromkeys(str(name) for name in told if not pd.isna(name))) or None


def _told(entry: Entry) -> dict[str, object]:
    return {
        "answer": ONE if entry.kind == SAME else TWO,
        "names": entry.note or "",
        "one_record": f"{NAMED_BY.get(entry.source_table, entry.source_table)} {entry.source_ref}",
        "other_record": f"{NAMED_BY.get(entry.topic, entry.topic)} {entry.value}",
        "by": entry.written_by,
        "decided_at": entry.written_at,
    }


def _counted(count: int, what: str = "decision") -> str:
    return f"{count:,} {what if count == 1 else what + 's'}"

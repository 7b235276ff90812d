"""Which prospect a page is about: looked for by name, number or e-mail, kept in the link; and rows that lead there."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import session

PAGE = "pages/prospects/prospect.py"
KEY = "prospect_id"
LEADS_THERE = {"lead_id", "person_key", "prospect_kind"}


def choose() -> None:
    """Offer the prospects that are found and restrict the page to the one chosen, who becomes part of the link."""
    if session.version() is None or not _has_prospects():
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input("Find a prospect", placeholder="Part of a name, number or e-mail", key="prospect_search")
        session.restrict(replace(session.filters(), search=text.strip() or None))
        names = _found()
        if not names:
            st.caption("Nobody has this in their name, company, number or e-mail.")
            return
        if st.session_state.get("prospect") not in names:
            linked = st.query_params.get(KEY)
            st.session_state["prospect"] = linked if linked in names else next(iter(names))
        chosen = st.selectbox("Prospect", list(names), format_func=names.get, key="prospect")
    st.query_params[KEY] = chosen
    session.restrict(replace(session.filters(), prospect_id=chosen))


def key_of(row: pd.Series) -> str:
    """The key by which the page calls the prospect of a row: the number of the lead, else ours."""
    return str(row["person_key"] if pd.isna(row["lead_id"]) else row["lead_id"])


def leads_there(columns: frozenset[str]) -> bool:
    """Whether each row of a table with these columns is about one prospect."""
    return columns >= LEADS_THERE


def open_chosen(rows: pd.DataFrame, chosen: list[int]) -> None:
    """Go to the page of the prospect whose row was chosen; nothing while none is."""
    if chosen:
        st.switch_page(PAGE, query_params={KEY: key_of(rows.iloc[chosen[0]])})


def _has_prospects() -> bool:
    counts = session.store().row_counts
    return bool(counts["leads"] or counts["deals"])


def _found() -> dict[str, str]:
    """Key to name of those found; without a search the one of the link is among them."""
    rows = session.shown("prospects/prospect_search").rows
    found = {key_of(row): f"{row['name']} ({key_of(row)})" for _, row in rows.iterrows()}
    linked = st.query_params.get(KEY)
    if linked and linked not in found and not session.filters().search:
        return {linked: f"Number {linked}", **found}
    return found

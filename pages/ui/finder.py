"""Which customer a page is about: looked for by name, number or e-mail, kept in the link; and rows that lead there."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import session

PAGE = "pages/buyers/customer.py"
KEY = "customer_id"
LEADS_THERE = {"customer_id", "person_key"}


def choose() -> None:
    """Offer the customers that are found and restrict the page to the one chosen, who becomes part of the link."""
    if session.version() is None or not _has_customers():
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input("Find a customer", placeholder="Part of a name, number or e-mail", key="search")
        session.restrict(replace(session.filters(), search=text.strip() or None))
        names = _found()
        if not names:
            st.caption("Nobody has this in their name, number or e-mail.")
            return
        if st.session_state.get("customer") not in names:
            linked = st.query_params.get(KEY)
            st.session_state["customer"] = linked if linked in names else next(iter(names))
        chosen = st.selectbox("Customer", list(names), format_func=names.get, key="customer")
    st.query_params[KEY] = chosen
    session.restrict(replace(session.filters(), customer_id=chosen))


def key_of(row: pd.Series) -> str:
    """The key by which the page calls the customer of a row: the business's own, else ours."""
    return str(row["person_key"] if pd.isna(row["customer_id"]) else row["customer_id"])


def leads_there(columns: frozenset[str]) -> bool:
    """Whether each row of a table with these columns is about one customer."""
    return columns >= LEADS_THERE


def open_chosen(rows: pd.DataFrame, chosen: list[int]) -> None:
    """Go to the page of the customer whose row was chosen; nothing while none is."""
    if chosen:
        st.switch_page(PAGE, query_params={KEY: key_of(rows.iloc[chosen[0]])})


def _has_customers() -> bool:
    counts = session.store().row_counts
    return bool(counts["orders"] or counts["customers"])


def _found() -> dict[str, str]:
    """Key to name of those found; without a search the one of the link is among them."""
    rows = session.shown("buyers/customer_search").rows
    found = {key_of(row): f"{row['name']} ({key_of(row)})" for _, row in rows.iterrows()}
    linked = st.query_params.get(KEY)
    if linked and linked not in found and not session.filters().search:
        return {linked: f"Number {linked}", **found}
    return found
